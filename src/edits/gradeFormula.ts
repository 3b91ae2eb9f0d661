import { gradePattern, type GradeBound } from "../criteria/grade";
import { textFormula } from "./textFormula";

type Grades = readonly GradeBound[];

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

function boxOf(grades: Grades): RegExp {
  return new RegExp(`([√✓✔☑☒■●□☐○])\\s*(${gradePattern(grades)})`, "gu");
}

/** Whether a person has ticked a box already. */
export function hasTick(text: string, grades: Grades): boolean {
  return Array.from(text.matchAll(boxOf(grades))).some((match) => ticked.has(match[1] ?? ""));
}

/** The text with all its boxes empty. */
export function emptyBoxes(text: string, grades: Grades): string {
  return text.replace(
    boxOf(grades),
    (match, mark: string) => `${ticked.get(mark) ?? mark}${match.slice(mark.length)}`,
  );
}

/**
 * The cell's own text with its boxes following the total: "√优 …；□良 …". Only functions of Excel itself. null when
 * the text does not have exactly one box for each grade. decimals: the total is rounded so first.
 */
export function gradeFormula(text: string, total: string, decimals: number, grades: Grades): string | null {
  const boxes = Array.from(text.matchAll(boxOf(grades)));
  const count = grades.length;
  if (count === 0 || boxes.length !== count || new Set(boxes.map((match) => match[2])).size !== count)
    return null;
  const marks = boxes.map((match) => match[1] ?? "");
  const tick = marks.find((mark) => ticked.has(mark)) ?? empty.get(marks[0] ?? "") ?? "√";
  const blank = marks.find((mark) => empty.has(mark)) ?? ticked.get(tick) ?? "□";
  const parts: string[] = [];
  let end = 0;
  for (const match of boxes) {
    const before = text.slice(end, match.index);
    if (before !== "") parts.push(textFormula(before));
    parts.push(
      `IF(ISNUMBER(${total}),IF(${within(match[2] ?? "", total, decimals, grades)},"${tick}","${blank}"),"${blank}")`,
    );
    end = match.index + (match[1]?.length ?? 0);
  }
  parts.push(textFormula(text.slice(end)));
  return `=${parts.join("&")}`;
}

function within(word: string, total: string, decimals: number, grades: Grades): string {
  const index = grades.findIndex(({ grade }) => grade === word);
  const from = grades[index]?.from ?? 0;
  const below = grades[index - 1]?.from;
  const value = `ROUND(${total},${decimals})`;
  const bounds = [
    ...(from > 0 ? [`${value}>=${from}`] : []),
    ...(below === undefined ? [] : [`${value}<${below}`]),
  ];
  return bounds.length === 1 ? (bounds[0] ?? "") : `AND(${bounds.join(",")})`;
}
