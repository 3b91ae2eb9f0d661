import { gradeBounds } from "../scorecard/gradeBounds";
import type { Grade } from "../scorecard/scorecard";
import { textFormula } from "./textFormula";

/** Marks of a box that is ticked, each with the empty box that goes with it. */
const ticked = new Map([
  ["√", "□"],
  ["✓", "□"],
  ["✔", "□"],
  ["☑", "☐"],
  ["☒", "☐"],
  ["■", "□"],
  ["●", "○"],
]);
const empty = new Map([
  ["□", "√"],
  ["☐", "☑"],
  ["○", "●"],
]);
const box = /([√✓✔☑☒■●□☐○])\s*([优良中差])/gu;

/** Whether a person has ticked a box already. */
export function hasTick(text: string): boolean {
  return Array.from(text.matchAll(box)).some((match) => ticked.has(match[1] ?? ""));
}

/** The text with all its boxes empty. */
export function emptyBoxes(text: string): string {
  return text.replace(box, (match, mark: string) => `${ticked.get(mark) ?? mark}${match.slice(mark.length)}`);
}

/**
 * The cell's own text with its four boxes following the total: "√优 …；□良 …". Only functions of Excel itself. null
 * when the text does not have exactly one box for each of 优, 良, 中, 差. decimals: the total is rounded so first.
 */
export function gradeFormula(text: string, total: string, decimals: number): string | null {
  const boxes = Array.from(text.matchAll(box));
  if (boxes.length !== 4 || new Set(boxes.map((match) => match[2])).size !== 4) return null;
  const marks = boxes.map((match) => match[1] ?? "");
  const tick = marks.find((mark) => ticked.has(mark)) ?? empty.get(marks[0] ?? "") ?? "√";
  const blank = marks.find((mark) => empty.has(mark)) ?? ticked.get(tick) ?? "□";
  const parts: string[] = [];
  let end = 0;
  for (const match of boxes) {
    const before = text.slice(end, match.index);
    if (before !== "") parts.push(textFormula(before));
    parts.push(
      `IF(ISNUMBER(${total}),IF(${within(match[2] ?? "", total, decimals)},"${tick}","${blank}"),"${blank}")`,
    );
    end = match.index + (match[1]?.length ?? 0);
  }
  parts.push(textFormula(text.slice(end)));
  return `=${parts.join("&")}`;
}

function within(letter: string, total: string, decimals: number): string {
  const index = gradeBounds.findIndex(({ grade }) => grade === (letter as Grade));
  const from = gradeBounds[index]?.from ?? 0;
  const below = gradeBounds[index - 1]?.from;
  const value = `ROUND(${total},${decimals})`;
  const bounds = [
    ...(from > 0 ? [`${value}>=${from}`] : []),
    ...(below === undefined ? [] : [`${value}<${below}`]),
  ];
  return bounds.length === 1 ? (bounds[0] ?? "") : `AND(${bounds.join(",")})`;
}
