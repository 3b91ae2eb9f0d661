import type { Condition } from "../../criteria/condition";
import type { Criterion, Gate } from "../../criteria/criterion";
import { asking, labelWords, merged, type Asked, type Built } from "../built";
import { judgedLabel, prefixed, type Around } from "../measures";
import type { Piece } from "../pieces";
import { amounts } from "./meet";

/** G7: 未公开的，本项得0分; 涉密的直接得分; 内容有缺漏的，酌情扣分: what decides before the rest. */
export function withGates(
  pieces: readonly Piece[],
  around: Around,
  then: (rest: readonly Piece[]) => Built | null,
): Built | null {
  if (pieces.length > 1) {
    const vetoes = pieces.filter((piece) => piece.veto);
    // 超过15%本项不得分 behind its steps: a bound of what they measure.
    if (vetoes.length > 0 && vetoes.every(({ condition }) => condition.of === "range")) {
      const all = then(pieces);
      if (all !== null) return all;
    }
    const whole = then(pieces.filter((piece) => !piece.veto));
    if (whole !== null && vetoes.length === 0) return whole;
    if (whole !== null) return behind(vetoes, whole, around);
    const soft = pieces.filter((piece) => piece.veto || isGate(piece));
    if (soft.length > 0 && soft.length < pieces.length) {
      const rest = then(pieces.filter((piece) => !soft.includes(piece)));
      const isSafe = soft.every(({ words }) => !/^(?:未(?!报|申报)|没有)/u.test(words)) || isOfOne(rest);
      if (rest !== null && isSafe) return behind(soft, rest, around);
    }
    return null;
  }
  return then(pieces);
}

/** 未开展的不得分 behind several parts: of which of them? */
function isOfOne(rest: Built | null): boolean {
  return rest !== null && ["deduct", "stepped", "bands", "ratio", "linear"].includes(rest.criterion.kind);
}

/** 没有楼堂馆所项目的部门按满分计算. */
const uninvolved =
  /^(?:没有|无|未安排|未设置?|不涉及|当年(?:无|没有|未)|本年度?(?:无|没有|未))[^,;。]{2,24}(?:部门|单位|项目|任务|按)(?:的|按)*$/u;

/** Sentences that speak of a special case: 如…, 发生…的, 涉密…的. */
export function isGate(piece: Piece): boolean {
  const { what } = piece.statement;
  if (piece.each !== null || piece.condition.of === "else") return false;
  const words = labelWords(piece.words);
  if (what.gives === "judged") return piece.condition.of === "words" && words !== "";
  if (what.gives !== "share") return false;
  if (what.share === 1) return (/涉密/u.test(words) && !/\d|首次/u.test(words)) || uninvolved.test(words);
  if (/^(?:未|没有|无).{0,2}$/u.test(words)) return false;
  return (
    what.share === 0 &&
    /^(?:如|若|发生|存在|出现|凡|对|未|没有|因|造成|被|受到|弄虚作假|违反|有[^,;。]*的$)/u.test(piece.words)
  );
}

function behind(gates: readonly Piece[], built: Built, around: Around): Built | null {
  const made: Gate[] = [];
  const asked: Asked[] = [];
  for (const piece of gates) {
    const gate = gateOf(piece, around);
    if (gate === null) return null;
    made.push(gate.gate);
    asked.push(gate.asked);
  }
  const criterion: Criterion = { kind: "gate", gates: made, then: built.criterion };
  return { criterion, asked: merged(...asked, built.asked) };
}

function gateOf(piece: Piece, around: Around): { readonly gate: Gate; readonly asked: Asked } | null {
  const { what } = piece.statement;
  const label = labelWords(piece.words).replace(/^(?:如果|如|若|凡|对)/u, "");
  if (label === "") return null;
  if (what.gives === "share" && what.share === 1) {
    const { key, asked } = asking("answer", `是否${/涉密部门/u.test(label) ? "涉密部门" : label}`, "是／否");
    return { gate: { exempt: key, problem: `“${label}”视为不涉及，请在口径说明里写明理由。` }, asked };
  }
  const held = whenOf(piece, label, around);
  if (what.gives === "judged") {
    const points = asking("points", judgedLabel(around), "分", { standIn: true });
    return {
      gate: {
        when: held.when,
        gives: isOfUnclearScope(piece, around) ?? { judged: points.key },
        clause: piece.clause,
      },
      asked: merged(held.asked, points.asked),
    };
  }
  return {
    gate: { when: held.when, gives: isOfUnclearScope(piece, around) ?? "nothing", clause: piece.clause },
    asked: held.asked,
  };
}

/** 本项不得分 within one of several parts, 酌情扣分 behind one: of the part or of the whole row is asked when it comes to that. */
function isOfUnclearScope(
  { veto, clause, statement }: Piece,
  { isPart }: Around,
): { readonly ask: string } | null {
  if (isPart !== true) return null;
  const isOwn = statement.what.gives === "judged" && statement.sentence > 0;
  return isOwn || (veto && /(?:本|该|此)(?:[条款]|项(?!指标))/u.test(clause))
    ? { ask: `“${clause}”没有写明是说这一部分，还是整行，请评定。` }
    : null;
}

function whenOf(
  piece: Piece,
  label: string,
  around: Around,
): { readonly when: Condition; readonly asked: Asked } {
  const named =
    piece.condition.of === "against"
      ? { ...piece.condition, name: piece.condition.name.replace(/^(?:如果|如|若|凡|对)/u, "") }
      : null;
  const against = named === null ? null : amounts(named, around);
  if (against !== null) return { when: against.condition, asked: against.asked };
  const { key, asked } = asking("answer", prefixed(label, around), "是／否");
  return { when: { of: "says", key, word: "是", said: label }, asked };
}

export function behindAll(gates: readonly Piece[], whole: Built, around: Around): Built | null {
  if (gates.length === 0) return whole;
  return gates.every((piece) => piece.veto || isGate(piece)) ? behind(gates, whole, around) : null;
}
