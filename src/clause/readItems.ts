import { begunStepIn } from "./begunStep";
import type { Formula } from "./formula";
import { isHarmless, type Standing } from "./harmless";
import { carries, excepts } from "./headings";
import type { Outline } from "./outline";
import { pieceOf, type Piece } from "./pieces";
import { isGate } from "./readers/gates";
import { isSound } from "./soundCondition";
import type { Reading } from "./statements";

/** An outline with its words read. */
export interface ReadOutline {
  readonly outline: Outline;
  readonly head: Reading;
  readonly items: readonly ReadOutline[];
  readonly closing: Reading;
}

/** 绩效监控得分（2分） before a list is its head. */
export function entitled(node: ReadOutline, text: string): ReadOutline {
  const [only, ...more] = node.head.statements;
  if (
    node.items.length === 0 ||
    only === undefined ||
    more.length > 0 ||
    only.what.gives !== "own" ||
    node.head.own !== null
  )
    return node;
  const title = text.slice(only.from, only.condition.at(-1)?.to ?? only.from);
  return { ...node, head: { ...node.head, statements: [], own: only.what.points, title } };
}

/** Whether every sentence without a consequence says nothing of points. */
export function saysNothing(node: ReadOutline, text: string, isItem = false): boolean {
  return (
    strayIn(node, text, isItem).length === 0 &&
    all(node).every(
      ({ contexts, statements }) =>
        statements.every((statement, index) => isSound(statement, text, index === 0)) &&
        !contexts.some(
          ({ from, to }) => statements.some((one) => one.to <= from) && excepts(text.slice(from, to)),
        ),
    )
  );
}

/** Sentences apart from every statement that may change points all the same. */
export function strayIn(
  node: ReadOutline,
  text: string,
  isItem = false,
  beside: Standing = "listed",
): Reading["contexts"] {
  const { head, items, closing } = node;
  const firstScored = items.findIndex((item) => isScoring(item, text));
  const several = items.length > 0 || head.statements.length + closing.statements.length > 0;
  const [first] = head.statements;
  const isListed = isItem && first === undefined && items.length === 0;
  return [
    ...head.contexts.filter(({ from, to }, index) => {
      const standing = isListed
        ? index === 0 || head.own !== null
          ? beside
          : "behind"
        : first !== undefined && from >= first.to
          ? "behind"
          : "before";
      return isStray(text, { from, to }, standing, several);
    }),
    ...items.flatMap((item, index) =>
      strayIn(item, text, true, firstScored < 0 ? "listed" : index < firstScored ? "before" : "behind"),
    ),
    ...closing.contexts.filter((one) => isStray(text, one, "behind", several)),
  ];
}

const figure =
  /(?:^|[,;。\n])[^,;。:\n]{2,24}(?:数|额|[资基]金|经费|预算|决算|支出|收入|资产|成本|人员|人数|面积|总和)(?:\([^()]*\))?:$/u;

/** 预算调整数：涉及预算的追加、追减的资金总和（因…产生的调整除外）: what a figure is made of. */
function explainsFigure(text: string, from: number, to: number): boolean {
  if (text.charAt(from - 1) !== ":") return false;
  const remark = text.slice(from, to).replace(/\([^()]*除外\)/gu, "");
  return figure.test(text.slice(Math.max(0, from - 48), from)) && !carries(remark);
}

function isStray(
  text: string,
  { from, to }: { readonly from: number; readonly to: number },
  standing: Standing,
  several: boolean,
): boolean {
  const sentence = text.slice(from, to);
  if (explainsFigure(text, from, to)) return false;
  return !isHarmless(sentence, standing, text.slice(to, to + 8), several) && begunStepIn(sentence) === null;
}

export function joined(readings: readonly Reading[]): Reading {
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
export function flat(node: ReadOutline, text: string): Reading {
  return joined(all(node).filter((reading) => !isTotal(reading, text)));
}

/** 综合得分=各指标得分合计: only that the items are added up. */
export function isTotal({ statements }: Reading, text: string): boolean {
  return (
    statements.length > 0 &&
    statements.every(
      ({ what }) =>
        what.gives === "formula" &&
        what.formula.of === "name" &&
        /(?:合计|之和|总和|相加)$/u.test(text.slice(what.formula.from, what.formula.to)),
    )
  );
}

export function piecesOf(reading: Reading, text: string): readonly Piece[] {
  return reading.statements.map((statement) => pieceOf(statement, reading, text));
}

export function isScoring(node: ReadOutline, text: string): boolean {
  return all(node).some(
    (reading) => reading.own !== null || (reading.statements.length > 0 && !isTotal(reading, text)),
  );
}

export function isPlain({ marks, own }: Reading): boolean {
  return own === null && marks.every(({ is }) => is === "veto");
}

/** An item that only decides before the others: 4.发生挪用的，本项指标得0分. */
export function isGates(item: ReadOutline, text: string): boolean {
  return (
    item.items.length === 0 &&
    item.head.own === null &&
    item.head.statements.length > 0 &&
    piecesOf(item.head, text).every((piece) => piece.veto || isGate(piece))
  );
}

/** 本指标得分=目标管理得分+监控得分+自评得分. */
export function isSum({ statements }: Reading, text: string): boolean {
  return (
    statements.length > 0 &&
    statements.every(
      ({ what, from, to }) =>
        what.gives === "formula" && what.formula.of === "+" && !/[,;]/u.test(text.slice(from, to)),
    )
  );
}

/** 分 that an item can give at most; null where it does not say. */
export function pointsOf(item: ReadOutline, text: string): number | null {
  if (item.head.own !== null) return item.head.own;
  if (item.items.length > 0) {
    const inner = item.items.filter((one) => isScoring(one, text)).map((one) => pointsOf(one, text));
    const known = inner.filter((one) => one !== null);
    return known.length === inner.length && known.length > 0
      ? known.reduce((sum, one) => sum + one, 0)
      : null;
  }
  const given = item.head.statements.flatMap(({ what }) => pointsIn(what));
  return given.length === 0 ? null : Math.max(...given);
}

/** 分 that a statement gives at its best, where it says so. */
export function pointsIn(what: Reading["statements"][number]["what"]): readonly number[] {
  if (what.gives === "points" || what.gives === "own") return [what.points];
  return what.gives === "formula" ? factorOf(what.formula) : [];
}

/** 率×1分. */
function factorOf(formula: Formula): readonly number[] {
  return formula.of === "*" && formula.right.of === "number" && formula.right.unit !== "%"
    ? [formula.right.value]
    : [];
}
