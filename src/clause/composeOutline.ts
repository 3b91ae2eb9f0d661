import type { CriterionPart } from "../criteria/criterion";
import { merged, type Built } from "./built";
import { composePieces, composeStatements } from "./composeStatements";
import { carries, isHeading } from "./headings";
import type { Around } from "./measures";
import type { Outline } from "./outline";
import { pieceOf, type Piece } from "./pieces";
import { isWhole } from "./readers/formula";
import { behind, isGate } from "./readers/gates";
import { countedOf } from "./readers/counted";
import type { Reading } from "./statements";

/** An outline with its words read. */
export interface ReadOutline {
  readonly outline: Outline;
  readonly head: Reading;
  readonly items: readonly ReadOutline[];
  readonly closing: Reading;
}

/** The criterion of a clause with its items (G5, G7); null where something in it carries points and is not understood. */
export function composeOutline(read: ReadOutline, around: Around): Built | null {
  const node = entitled(read, around.text);
  if (!saysNothing(node, around.text)) return null;
  const own = node.head.own;
  const here = own === null ? around : { ...around, weight: own, ...(node.head.title === "" ? {} : { title: node.head.title }) };
  if (own !== null && around.weight !== null && Math.abs(own - around.weight) > 1e-9) return null;
  if (node.items.length === 0) return composeStatements(joined([node.head, node.closing]), here);
  return shared(node, here) ?? weighted(node, here) ?? counted(node, here) ?? composeStatements(flat(node, around.text), here);
}

/** 绩效监控得分（2分） before a list is its head. */
function entitled(node: ReadOutline, text: string): ReadOutline {
  const [only, ...more] = node.head.statements;
  if (node.items.length === 0 || only === undefined || more.length > 0 || only.what.gives !== "own" || node.head.own !== null) return node;
  const title = text.slice(only.from, only.condition.at(-1)?.to ?? only.from);
  return { ...node, head: { ...node.head, statements: [], own: only.what.points, title } };
}

/** Whether every sentence without a consequence says nothing of points. */
function saysNothing({ head, closing, items }: ReadOutline, text: string): boolean {
  const several = items.length > 0 || head.statements.length + closing.statements.length > 0;
  if (!items.every((item) => saysNothing(item, text))) return false;
  return [head, closing].every(({ contexts }) => contexts.every(({ from, to }) => !carries(text.slice(from, to)) || isHeading(text.slice(from, to), several)));
}

function joined(readings: readonly Reading[]): Reading {
  let sentence = 0;
  return {
    title: "",
    statements: readings.flatMap(({ statements }) => {
      const moved = statements.map((one) => ({ ...one, sentence: one.sentence + sentence }));
      sentence += 1 + Math.max(0, ...statements.map((one) => one.sentence));
      return moved;
    }),
    contexts: readings.flatMap(({ contexts }) => contexts),
    marks: readings.flatMap(({ marks }) => marks),
    own: null,
  };
}

function all(node: ReadOutline): readonly Reading[] {
  return [node.head, ...node.items.flatMap(all), node.closing];
}

/** The items as one run of statements: a list of bands, of deductions. */
function flat(node: ReadOutline, text: string): Reading {
  return joined(all(node).filter((reading) => !isTotal(reading, text)));
}

/** 综合得分=各指标得分合计: only that the items are added up. */
function isTotal({ statements }: Reading, text: string): boolean {
  return statements.length > 0 && statements.every(({ what }) => what.gives === "formula" && what.formula.of === "name" && /(?:合计|之和|总和|相加)$/u.test(text.slice(what.formula.from, what.formula.to)));
}

function pieces(reading: Reading, text: string): readonly Piece[] {
  return reading.statements.map((statement) => pieceOf(statement, reading, text));
}

function isScoring(node: ReadOutline, text: string): boolean {
  return all(node).some((reading) => reading.own !== null || (reading.statements.length > 0 && !isTotal(reading, text)));
}

/** 以上三项得分分别占30%、30%和40%; 各占50%. */
function shared(node: ReadOutline, around: Around): Built | null {
  const readings = [node.head, ...node.items.map(({ head }) => head), node.closing];
  const said = readings.filter(({ marks }) => marks.some(({ is }) => is === "shares"));
  const [speaker] = said;
  const [mark] = speaker?.marks.filter(({ is }) => is === "shares") ?? [];
  if (speaker === undefined || said.length > 1 || mark?.is !== "shares") return null;
  if (!isPlain({ ...speaker, marks: speaker.marks.filter((one) => one !== mark) })) return null;
  const scored = node.items.filter((item) => item.head !== speaker && isScoring(item, around.text) && !isGates(item, around.text));
  const [only = 0] = mark.shares;
  const shares = mark.all ? scored.map(() => only) : mark.shares;
  if (shares.length !== scored.length || Math.abs(shares.reduce((sum, share) => sum + share, 0) - 100) > 1e-9) return null;
  const others = node.items.filter((item) => item.head !== speaker && !scored.includes(item) && !isGates(item, around.text));
  if (!others.every((item) => saysNothing(item, around.text))) return null;
  const parts: CriterionPart[] = [];
  const built: Built[] = [];
  for (const [index, item] of scored.entries()) {
    const share = shares[index] ?? 0;
    const full = around.weight;
    // Points that an item takes off may be meant of the whole: a setting.
    const cuts = item.head.statements.some(({ what }) => what.gives === "cut");
    const one = composeOutline(item, { ...around, weight: cuts || full === null ? full : (full * share) / 100 });
    if (one === null) return null;
    built.push(one);
    parts.push({ share, criterion: one.criterion, ...(cuts ? { outOf: { setting: "shareBase", options: { ofFull: "full", ofPart: "own" } } as const } : {}) });
  }
  const cuts = parts.some(({ outOf }) => outOf !== undefined);
  const settings = cuts ? { shareBase: { title: "按比例合并的各项，扣分的基数", clause: around.text.slice(mark.from, mark.to), options: { ofFull: "从满分里扣，再按比例折算", ofPart: "从本项分值里扣" } } } : {};
  const clause = around.text.slice(mark.from, mark.to);
  const whole: Built = {
    criterion: { kind: "parts", parts, kept: { clause } },
    asked: merged(...built.map(({ asked }) => asked), { asks: [], questions: [], settings }),
  };
  const gates = [node.head, ...node.items.filter((item) => isGates(item, around.text)).map(({ head }) => head), node.closing, ...(speaker === node.head || speaker === node.closing ? [] : [speaker])].flatMap((reading) => pieces(reading, around.text));
  return gated(gates, whole, around);
}

function isPlain({ marks, own }: Reading): boolean {
  return own === null && marks.every(({ is }) => is === "veto");
}

function gated(gates: readonly Piece[], whole: Built, around: Around): Built | null {
  if (gates.length === 0) return whole;
  return gates.every((piece) => piece.veto || isGate(piece)) ? behind(gates, whole, around) : null;
}

/** An item that only decides before the others: 4.发生挪用的，本项指标得0分. */
function isGates(item: ReadOutline, text: string): boolean {
  return item.items.length === 0 && item.head.own === null && item.head.statements.length > 0 && pieces(item.head, text).every((piece) => piece.veto || isGate(piece));
}

/** Items with points of their own that make the weight: （2分）, 得1分, 率×1分. */
function weighted(node: ReadOutline, around: Around): Built | null {
  const { weight, text } = around;
  const scored = node.items.map((item) => entitled(item, text)).filter((item) => isScoring(item, text));
  const gateItems = scored.filter((item) => isGates(item, text));
  const parted = scored.filter((item) => !gateItems.includes(item));
  if (parted.length < 2) return null;
  const points = parted.map((item) => pointsOf(item, text));
  const known = points.filter((one) => one !== null);
  const total = known.reduce((sum, one) => sum + one, 0);
  if (known.length < parted.length) return null;
  if (weight !== null && Math.abs(total - weight) > 1e-9) return null;
  const plain = node.items.filter((item) => !isScoring(item, text));
  if (!plain.every((item) => saysNothing(item, text))) return null;
  const rest = [node.head, node.closing].filter((reading) => !isTotal(reading, text) && !isSum(reading));
  if (!rest.every(isPlain)) return null;
  const parts: CriterionPart[] = [];
  const built: Built[] = [];
  for (const [index, item] of parted.entries()) {
    const share = known[index] ?? 0;
    const one = composeOutline(item, { ...around, weight: share, name: titleOf(item, around), isPart: true });
    if (one === null || share <= 0) return null;
    parts.push({ share, criterion: one.criterion });
    built.push(one);
  }
  const clause = parted.map(({ outline: { from, to } }) => text.slice(from, Math.min(to, from + 40))).join("；");
  const whole: Built = { criterion: { kind: "parts", parts, kept: { clause } }, asked: merged(...built.map(({ asked }) => asked)) };
  const gates = [...rest.flatMap((reading) => pieces(reading, text)), ...gateItems.flatMap((item) => pieces(item.head, text))];
  return gated(gates, whole, around);
}

/** 本指标得分=目标管理得分+监控得分+自评得分. */
function isSum({ statements }: Reading): boolean {
  return statements.length > 0 && statements.every(({ what }) => what.gives === "formula" && what.formula.of === "+");
}

/** 分 that an item can give at most; null where it does not say. */
function pointsOf(item: ReadOutline, text: string): number | null {
  if (item.head.own !== null) return item.head.own;
  if (item.items.length > 0) {
    const inner = item.items.filter((one) => isScoring(one, text)).map((one) => pointsOf(one, text));
    const known = inner.filter((one) => one !== null);
    return known.length === inner.length && known.length > 0 ? known.reduce((sum, one) => sum + one, 0) : null;
  }
  const given = item.head.statements.flatMap(({ what }) => {
    if (what.gives === "points" || what.gives === "own") return [what.points];
    if (what.gives === "formula") return factorOf(what.formula);
    return [];
  });
  return given.length === 0 ? null : Math.max(...given);
}

/** 率×1分. */
function factorOf(formula: import("./formula").Formula): readonly number[] {
  return formula.of === "*" && formula.right.of === "number" && formula.right.unit !== "%" ? [formula.right.value] : [];
}

/** The head of an item names what its figure is of: 部门预算公开（1.5分）. */
function titleOf(item: ReadOutline, around: Around): string {
  return item.head.title === "" ? around.name : item.head.title;
}

/** Points to look at, and a rule for how many of them are met. */
function counted(node: ReadOutline, around: Around): Built | null {
  if (node.items.some((item) => isScoring(item, around.text)) || node.items.length < 2) return null;
  if (!node.items.every((item) => saysNothing(item, around.text))) return null;
  const items = node.items.map(({ outline: { from, to } }) => around.text.slice(from, to).replace(/[;；。,\n]+$/u, ""));
  const reading = joined([node.head, node.closing]);
  const own = { ...around, items };
  return countedOf(pieces(reading, around.text), own) ?? composeStatements(reading, own);
}

export { composePieces, isWhole };
