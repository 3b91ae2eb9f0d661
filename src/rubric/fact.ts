import type { FactSpec } from "../rules/fact";

/** Facts by the id of their rubric row. */
export type FactsByRow = Readonly<Record<string, readonly FactSpec[]>>;

export const yesNo = "是／否";
export const yesNoNa = "是／否／不涉及";
/** May be answered 不涉及. */
export const na = { notApplicable: true } as const;
/** Takes the place of other facts of its row and is never asked by itself. */
export const standIn = { standIn: true } as const;

/** One fact, as the working paper prints it: 数据项, 单位, 来源, and the question while it is missing. */
export function fact(
  kind: FactSpec["kind"],
  key: string,
  label: string,
  unit: string,
  source: string,
  question: string,
  options: Pick<FactSpec, "notApplicable" | "range" | "standIn" | "bulletin"> = {},
): FactSpec {
  return { key, label, kind, unit, source, question, ...options };
}
