import { gradePattern, type GradeBound } from "../criteria/grade";

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

/** The mark in front of a grade, as a stretch of the text. */
interface GradeBox {
  readonly grade: string;
  readonly from: number;
  readonly to: number;
}

/** The boxes of a text with the marks that it uses; null when it does not have exactly one for each grade. */
export function gradeBoxes(
  text: string,
  grades: Grades,
): { readonly boxes: readonly GradeBox[]; readonly tick: string; readonly blank: string } | null {
  const found = Array.from(text.matchAll(boxOf(grades)));
  const count = grades.length;
  if (count === 0 || found.length !== count || new Set(found.map((match) => match[2])).size !== count)
    return null;
  const marks = found.map((match) => match[1] ?? "");
  const tick = marks.find((mark) => ticked.has(mark)) ?? empty.get(marks[0] ?? "") ?? "√";
  const blank = marks.find((mark) => empty.has(mark)) ?? ticked.get(tick) ?? "□";
  const boxes = found.map((match) => ({
    grade: match[2] ?? "",
    from: match.index,
    to: match.index + (match[1]?.length ?? 0),
  }));
  return { boxes, tick, blank };
}

/** The text with only this grade ticked, in its own marks; null when it does not have exactly one box for each grade. */
export function tickedText(text: string, right: string, grades: Grades): string | null {
  const found = gradeBoxes(text, grades);
  if (found === null || !found.boxes.some(({ grade }) => grade === right)) return null;
  const { boxes, tick, blank } = found;
  const parts = boxes.map(({ grade, to }, index) => {
    const mark = grade === right ? tick : blank;
    return mark + text.slice(to, boxes[index + 1]?.from);
  });
  return text.slice(0, boxes[0]?.from) + parts.join("");
}
