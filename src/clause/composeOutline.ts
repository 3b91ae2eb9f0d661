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
  saysNothing,
  type ReadOutline,
} from "./readItems";
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
  return (
    sharedParts(node, here, composeOutline) ??
    weightedParts(node, here, composeOutline) ??
    counted(node, here) ??
    (hasOthers(node, here.weight) ? null : composeStatements(flat(node, around.text), here))
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
