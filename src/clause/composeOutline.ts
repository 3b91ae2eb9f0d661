import { labelWords, type Built } from "./built";
import { sharedParts, weightedParts } from "./composeParts";
import { composeStatements, marksFit } from "./composeStatements";
import type { Around } from "./measures";
import {
  entitled,
  flat,
  isPlain,
  isScoring,
  joined,
  piecesOf,
  pointsOf,
  saysNothing,
  type ReadOutline,
} from "./readItems";
import type { Statement } from "./statements";
import { countedOf } from "./readers/counted";

/** The criterion of a clause with its items (G5, G7); null where something in it carries points and is not understood. */
export function composeOutline(read: ReadOutline, around: Around): Built | null {
  const node = entitled(read, around.text);
  if (!saysNothing(node, around.text)) return null;
  const own = node.head.own;
  const here =
    own === null
      ? around
      : { ...around, weight: own, ...(node.head.title === "" ? {} : { title: node.head.title }) };
  if (own !== null && around.weight !== null && Math.abs(own - around.weight) > 1e-9) return null;
  if (node.items.length === 0) return composeStatements(joined([node.head, node.closing]), here);
  if (endsForAll(node, around.text) || node.items.some(onlyCaps) || capsForAll(node, here)) return null;
  return (
    sharedParts(node, here, composeOutline) ??
    weightedParts(node, here, composeOutline) ??
    counted(node, here) ??
    (hasOthers(node, here.weight) ? null : asOneRun(node, here))
  );
}

/**
 * A sentence of points behind the last item, which alone has one more than the others: it may be of all of them
 * (2.制度得到有效执行（5分）。发现数据造假，倒扣5分。). Of what a veto is, is known (本项, 该指标), or asked once it holds.
 */
function endsForAll({ items }: ReadOutline, text: string): boolean {
  const last = items.at(-1);
  if (last === undefined || items.length < 2) return false;
  const said = [last.head, last.closing].flatMap(({ statements, marks }) => [...statements, ...marks]);
  const from = Math.max(...said.map((one) => one.from), 0);
  const most = Math.max(...items.slice(0, -1).map(pointsIn));
  if (most === 0 || pointsIn(last) <= most || !/。[^。]*$/u.test(text.slice(last.outline.from, from)))
    return false;
  const sentence = text.lastIndexOf("。", from) + 1;
  const vetoed = said.some((one) => "what" in one && one.from >= sentence && vetoes(one.what));
  return !(vetoed && scoped.test(text.slice(sentence)));
}

/** 3.开展监控（1分）；最高得1分。: a sentence of its own behind the last item, where the others have none: of that one, or of all? */
function capsForAll({ items }: ReadOutline, { text, weight }: Around): boolean {
  const limits = items.map(({ items: inner, head, closing }) => {
    if (inner.length > 0) return [];
    const said = [head, closing];
    const first = Math.min(
      ...said.flatMap(({ statements, own }) => (own === null ? statements.map(({ to }) => to) : [0])),
    );
    return said
      .flatMap(({ marks }) => marks)
      .filter(
        (mark) =>
          (mark.is === "cap" || mark.is === "mostCut" || (mark.is === "end" && mark.points !== null)) &&
          mark.points !== weight &&
          mark.from > first &&
          /[;。\n](?:[本该此]项|累计|合计|得分)?$/u.test(text.slice(Math.max(0, mark.from - 8), mark.from)),
      );
  });
  return (limits.at(-1) ?? []).length > 0 && limits.slice(0, -1).some((own) => own.length === 0);
}

const scoped = /^[^。;]*(?:[本该此](?:项|指标)|整个指标|一票否决)/u;

function vetoes(what: Statement["what"]): boolean {
  return what.gives === "share" && what.share === 0;
}

function pointsIn({ head, items, closing }: ReadOutline): number {
  const own = [head, closing].reduce(
    (sum, one) => sum + one.statements.length + one.marks.length + (one.own === null ? 0 : 1),
    0,
  );
  return items.reduce((sum, item) => sum + pointsIn(item), own);
}

/** （3）本项最高得5分 is no item, and of what it is has to be asked. */
function onlyCaps({ head, items, closing }: ReadOutline): boolean {
  const readings = [head, closing];
  const gives = readings.some(({ statements, own }) => statements.length > 0 || own !== null);
  return (
    items.length === 0 &&
    !gives &&
    readings.some(({ marks }) =>
      marks.some(
        (mark) => (mark.is === "cap" || mark.is === "end" || mark.is === "mostCut") && mark.points !== null,
      ),
    )
  );
}

/** Points in the head of an item that are not those of the whole: what stands there is no run of one rule. */
function hasOthers({ items }: ReadOutline, weight: number | null): boolean {
  return items.some(
    (item) =>
      [item.head.own, item.closing.own].some((own) => own !== null && own !== weight) ||
      hasOthers(item, weight),
  );
}

function isPraise({ items, head: { statements, own } }: ReadOutline): boolean {
  return (
    items.length === 0 &&
    own === null &&
    statements.length > 0 &&
    statements.every(({ what }) => what.gives === "share" && what.share === 1)
  );
}

/** The items as one run of one rule; those whose points make the weight are parts, no levels. */
function asOneRun(node: ReadOutline, around: Around): Built | null {
  // 2.按期完成得满分 among points to look at: full marks for one of them, or of the whole?
  const [praised, plain] = [
    node.items.filter(isPraise),
    node.items.filter((one) => !isScoring(one, around.text)),
  ];
  if (praised.length > 0 && plain.length > 0) return null;
  const built = composeStatements(flat(node, around.text), around);
  const points = node.items.map((item) => pointsOf(item, around.text)).filter((one) => one !== null);
  const total = points.reduce((sum, one) => sum + one, 0);
  const areParts = points.length > 1 && points.every((one) => one > 0) && total === around.weight;
  return areParts && built?.criterion.kind === "levels" ? null : built;
}

/** Points to look at, and a rule for how many of them are met. */
function counted(node: ReadOutline, around: Around): Built | null {
  if (node.items.some((item) => isScoring(item, around.text)) || node.items.length < 2) return null;
  if (!node.items.every((item) => isPlain(item.head) && saysNothing(item, around.text, true))) return null;
  const items = node.items.map(({ outline: { from, to } }) => labelWords(around.text.slice(from, to)));
  const reading = joined([node.head, node.closing]);
  const own = { ...around, items };
  const pieces = piecesOf(reading, around.text);
  // Of how many are met the points are all that is said: 最多扣1分 is of something else.
  const fits = marksFit(reading, pieces, own) && reading.marks.every(({ is }) => is !== "mostCut");
  return (fits ? countedOf(pieces, own) : null) ?? composeStatements(reading, own);
}
