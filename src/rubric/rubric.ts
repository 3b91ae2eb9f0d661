import type { GradeBound } from "../rules/grade";
import type { Rule } from "../rules/rule";

/** Which rows of which annex a clause sums: 产出 or 效益 of the whole department, or all of the 专项资金. */
export type AnnexClause = "output" | "benefit" | "specialFund";

/** One scored row of the official standard: quotes the clause, binds weight, rule and facts. Never computes. */
export interface RubricRow {
  /** Stable, ASCII: part of fact ids that are kept in files. */
  readonly id: string;
  /** 1 to 28, in the order of the form. */
  readonly number: number;
  readonly level1: string;
  readonly level2: string;
  /** 三级指标 as printed in the edition. */
  readonly name: string;
  /** Other names met in forms. */
  readonly aliases: readonly string[];
  /** 2 for the second row of 采购意向公开合规性, else 1. */
  readonly part: number;
  /** 分 in the edition; the weight printed in a sheet counts. */
  readonly weight: number;
  /** 评分标准 of the edition, quoted. */
  readonly clause: string;
  readonly rule: Rule;
  /** The annex whose rows are scored one by one and summed; the rule stands in while there is none. */
  readonly annex?: AnnexClause;
}

export interface Rubric {
  readonly id: string;
  /** Chinese, with year and place. */
  readonly title: string;
  /** 分 of the whole form: with another sum of weights no grade can be given. */
  readonly total: number;
  /** Best first. */
  readonly grades: readonly GradeBound[];
  readonly rows: readonly RubricRow[];
}
