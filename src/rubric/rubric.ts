import type { AnnexClause } from "../rules/annexSum";
import { hundredGrades, type GradeBound } from "../rules/grade";
import type { Rule } from "../rules/rule";

/** What the checks may ask of a row: data, each only where it holds. Facts are named by their key. */
export interface RowTraits {
  /** The annex whose rows are scored one by one and summed; the rule stands in while there is none. */
  readonly annex?: AnnexClause;
  /** What an audit found is deducted here, or in another such row, once. */
  readonly audited?: true;
  /** What the clause asks for, each answered by words of its own. */
  readonly conditions?: readonly { readonly name: string; readonly words: string }[];
  /** The paper of the department's own that the clause asks for: "绩效管理制度". */
  readonly document?: string;
  /** Applies as soon as anything was bought. */
  readonly procurement?: true;
  /** Amounts, in 万元, that show that something was bought. */
  readonly purchases?: readonly string[];
  /** The fact that is 不涉及 in a department without subordinate units. */
  readonly subordinates?: string;
  /** The fact that repeats an amount of 年度部门预算情况, whose title begins so. */
  readonly budgetAmount?: { readonly fact: string; readonly title: string };
}

/** What a sentence about a loss or a problem may be about, and the rows (ids) that it touches. */
export interface Topic {
  readonly title: string;
  readonly words: string;
  readonly rows: readonly string[];
}

/** The same of the edition as a whole. Words are sources of regular expressions. */
export interface EditionTraits {
  readonly topics?: readonly Topic[];
  /** Slips of its own printed standard, in any row or in one, and how they are read. */
  readonly slips?: readonly { readonly words: string; readonly says: string; readonly row?: string }[];
  /** The rows that only a department with 专项资金 has. */
  readonly specialFund?: {
    readonly level2: string;
    /** Sentences: why such a department must have them, and where their 分 go without. */
    readonly required: string;
    readonly without: string;
    /** 分 of other rows, by id, in a form without them. */
    readonly weights: Readonly<Record<string, number>>;
  };
}

/** One scored row of the official standard: quotes the clause, binds weight, rule and facts. Never computes. */
export interface RubricRow extends RowTraits {
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
}

export interface Rubric extends EditionTraits {
  readonly id: string;
  /** Chinese, with year and place. */
  readonly title: string;
  /** 分 of the whole form: with another sum of weights no grade can be given. */
  readonly total: number;
  /** Best first. */
  readonly grades: readonly GradeBound[];
  readonly rows: readonly RubricRow[];
}

/** What holds for a form that no edition fits: a hundred points, and nothing known of its rows. */
export const noEdition: Rubric = { id: "", title: "", total: 100, grades: hundredGrades, rows: [] };
