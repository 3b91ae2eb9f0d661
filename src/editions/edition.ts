import type { Chosen, Criterion } from "../criteria/criterion";
import type { FactSpec, FactValue } from "../criteria/fact";

/** 一个地方、一个年度的评分标准: everything that is its own, as data that can be kept in a file. Nothing in it computes. */
export interface Edition {
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

export interface GradeBound {
  readonly grade: string;
  readonly from: number;
}

/** One ambiguity as a named choice; the first option is the default (no name may look like a number). */
export interface Ambiguity {
  readonly title: string;
  /** Which clause is ambiguous, and why. */
  readonly clause: string;
  readonly options: Readonly<Record<string, string>>;
}

/** One scored row of the form. */
export interface EditionRow {
  /** Stable, ASCII: part of fact ids ("row.key") that are kept in files. */
  readonly id: string;
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
  /** Words in 评分依据 that may be taken as facts. */
  readonly words: readonly WordPattern[];
  /** The annex whose rows are scored one by one and summed; the criterion stands in while there is none. */
  readonly annex?: AnnexBinding;
  /** 通报: which facts a monthly bulletin of the workbook fills. */
  readonly bulletin?: BulletinBinding;
}

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

/** Which rows of an annex a form row sums, and how each of them is scored. */
export interface AnnexBinding {
  /** Part of the rows' fact ids ("annex:output/…"): kept in files, never change one. */
  readonly id: string;
  readonly table: "department" | "specialFund";
  /** Only the rows of this group; null: all of them. */
  readonly group: "output" | "benefit" | null;
  /** As a sentence calls the rows: 产出指标. */
  readonly name: string;
  /** 综合得分=各指标单项得分合计 */
  readonly clause: string;
  /** The clause itself has the three tiers of qualitative rows; else they are borrowed, and that is said. */
  readonly tiersWritten: boolean;
  /** The branches of 完成率, or in proportion only. */
  readonly scale: Chosen<"branches" | "linear">;
  readonly passLine: number;
  readonly atPassLine: Chosen<"scores" | "fails">;
  readonly over: number;
  readonly overShare: number;
  readonly clauses: {
    readonly failed: string;
    readonly partly: string;
    readonly full: string;
    readonly over: string;
    readonly linear: string;
  };
  /** 完成率 of a missed “不高于” target. */
  readonly atMostMissed: Chosen<"inverse" | "zero">;
  /** “约20人”. */
  readonly approximateTarget: Chosen<"asNumber" | "tenPercent">;
  /** Several funds: by their amounts, or equal. */
  readonly mix: Chosen<"byAmount" | "equal">;
}

/** Keys of the facts of the row that a monthly bulletin fills. */
export interface BulletinBinding {
  readonly series: string;
  readonly first: string;
  readonly count: string;
}
