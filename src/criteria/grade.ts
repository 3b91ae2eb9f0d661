import { tidy } from "../quantity/tidy";

/** Where a grade begins. */
export interface GradeBound {
  /** As the form prints it behind its box: "优". */
  readonly grade: string;
  /** 分 of the whole form. */
  readonly from: number;
}

/** 优 90分≤得分≤100分；良 80分≤得分＜90分；中 60分≤得分＜80分；差 得分＜60分: best first, as every list of grades. */
export const hundredGrades: readonly GradeBound[] = [
  { grade: "优", from: 90 },
  { grade: "良", from: 80 },
  { grade: "中", from: 60 },
  { grade: "差", from: 0 },
];

/** The grade of the total as it is handed over; null where there are no grades. */
export function gradeOf(total: number, grades: readonly GradeBound[]): string | null {
  const exact = tidy(total);
  return (grades.find(({ from }) => exact >= from) ?? grades.at(-1))?.grade ?? null;
}

/** A pattern for any of these grades; a longer one is tried first (优秀 before 优). */
export function gradePattern(grades: readonly GradeBound[]): string {
  const words = grades.map(({ grade }) => grade).sort((left, right) => right.length - left.length);
  return words.length === 0 ? "(?!)" : `(?:${words.join("|")})`;
}
