import type { AnnexScoring, Criterion } from "../criteria/criterion";
import type { Ambiguity, Chosen } from "../criteria/choices";
import type { FactSpec, FactValue } from "../criteria/fact";
import type { MeanMeasure } from "../criteria/measure";
import { hundredGrades, type GradeBound } from "../criteria/grade";

/** 一个地方、一个年度的评分标准: everything that is its own, as data that can be kept in a file. Nothing in it computes. */
export interface Edition extends EditionTraits {
  /** ASCII, kept in workbooks: never change one. */
  readonly id: string;
  /** 广州市部门整体支出绩效自评评分标准（2023年度） */
  readonly title: string;
  /** As a sentence names it: 2023年版. */
  readonly shortTitle: string;
  /** 分 of the whole form. */
  readonly total: number;
  /** 评价等级, the best first; the last one starts at 0. Points out of `total`. */
  readonly grades: readonly GradeBound[];
  /** What the clauses leave open, by the name that settings and criteria know it by. */
  readonly ambiguities: Readonly<Record<string, Ambiguity>>;
  readonly rows: readonly EditionRow[];
}

/** What the checks ask of a row: each only where it holds. Facts are named by their key. */
interface RowTraits {
  /** Its clause holds for every department: 不涉及 alone is no answer. Never where a department may truly have nothing of it. */
  readonly alwaysApplies?: true;
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

/** What the checks ask of the edition as a whole. Words are sources of regular expressions. */
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

/** One scored row of the form. */
export interface EditionRow extends RowTraits {
  /** Stable, ASCII: part of fact ids ("row.key") that are kept in files. */
  readonly id: string;
  /** From 1, in the order of the form. */
  readonly number: number;
  readonly level1: string;
  readonly level2: string;
  /** 三级指标 as printed. */
  readonly name: string;
  /** Other names met in forms. */
  readonly aliases: readonly string[];
  /** 2 for the second row of one name, else 1. */
  readonly part: number;
  /** 分 in the edition; the weight printed in a sheet counts. */
  readonly weight: number;
  /** 评分标准 as printed. */
  readonly clause: string;
  readonly criterion: Criterion;
  /** What the row asks, in the order of 评分底稿. Keys are kept in files: add, never rename. */
  readonly asks: readonly FactSpec[];
  /** Which facts the questions of its compiled clause ask for; absent where its text is not compiled to the criterion. */
  readonly clauseKeys?: ClauseKeys;
  /** Words in 评分依据 that may be taken as facts. */
  readonly words: readonly WordPattern[];
  /** The annex whose rows are scored one by one and summed; the criterion stands in while there is none. */
  readonly annex?: AnnexBinding;
  /** 通报: which facts a monthly bulletin of the workbook fills. */
  readonly bulletin?: BulletinBinding;
}

/**
 * By the key of a question of the compiled clause, or the name of a setting of it: a fact of the row, standing for the
 * measure or the condition that it belongs to; several, where the row asks apart what the text asks at once; the setting
 * of the edition. A rate that only other prints of the row name: the figures that it is made of.
 */
export type ClauseKeys = Readonly<
  Record<string, string | readonly string[] | { readonly part: string; readonly whole: readonly string[] }>
>;

/**
 * Words that may be taken as a fact. figure: a number with its own measure named. statement: words that name the
 * clause's own condition and answer that sub-question only.
 */
export interface WordPattern {
  /** Key of the fact within the row. */
  readonly key: string;
  readonly wordClass: "figure" | "statement";
  /** In the small language of words/patternLanguage; group 1 is the figure where no value is fixed. */
  readonly pattern: string;
  /** What the words mean; absent: the figure of group 1, read by the fact's kind. */
  readonly fixed?: FactValue;
  /** The words are only a score ("此项得0分"): never a fact, but the value is offered in the question. */
  readonly offered?: true;
  /** An example from a form. */
  readonly example: string;
}

/** Which rows of which annex a form row sums, and how each of them is scored. */
export interface AnnexBinding extends AnnexScoring {
  readonly kind: "department" | "specialFund";
  /** As the form names the annex. */
  readonly title: string;
  /** 产出, 效益. */
  readonly groups: readonly ("output" | "benefit")[];
  /** Its rows where they are counted: 产出指标. */
  readonly counted: string;
  /** The words that add them up, quoted: 综合得分=各指标单项得分合计. */
  readonly sum: string;
  /** Several funds: by their amounts, or equal. */
  readonly mix: Chosen<"byAmount" | "equal">;
}

/** Keys of the facts of the row that a monthly bulletin fills. */
export type BulletinBinding = Pick<MeanMeasure, "series" | "first" | "count">;

/** What holds for a form that no edition fits: a hundred points, and nothing known of its rows. */
export const noEdition: Edition = {
  id: "",
  title: "",
  shortTitle: "",
  total: 100,
  grades: hundredGrades,
  ambiguities: {},
  rows: [],
};
