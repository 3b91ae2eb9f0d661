import type { Rule } from "../../src/criteria/rule";
import type { EditionRow } from "../../src/editions/edition";
import { guangzhou2023 } from "../../src/editions/guangzhou2023/edition";
import { ruleOf } from "../../src/scorecard/chooseRule";
import cases from "../cases/guangzhou2023.json";
import type { Given } from "./ruleTrial";

/** One case of tests/cases: figures of a row and what they give. */
export interface RowExample {
  readonly title: string;
  readonly facts: Given;
  readonly weight: number;
  readonly settings?: Readonly<Record<string, string>>;
  readonly expect: number | "missing" | "notApplicable" | "judgement";
}

/** A row of the 2023 edition with its criterion bound and its cases. */
export interface RuledRow extends EditionRow {
  readonly rule: Rule;
  readonly examples: readonly RowExample[];
}

export const ruledRows: readonly RuledRow[] = guangzhou2023.rows.map((row) => ({
  ...row,
  rule: ruleOf(row, guangzhou2023),
  examples: cases.filter((one) => one.row === row.id) as unknown as readonly RowExample[],
}));
