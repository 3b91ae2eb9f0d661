import type { Area, CellAddress, Cited } from "../workbook/cell";

/** The columns of the score table that were found by title; only these four titles are always there. */
export interface FormColumns {
  readonly level1: number | null;
  readonly level1Weight: number | null;
  readonly level2: number | null;
  readonly level2Weight: number | null;
  readonly name: number;
  readonly weight: number;
  readonly definition: number | null;
  readonly standard: number | null;
  readonly selfScore: number;
  /** 评分依据、未达标原因、改进措施 */
  readonly basis: number | null;
  readonly evidence: number | null;
}

export type FormColumn = keyof FormColumns;

/** One scored row of the form. Texts are as printed but trimmed; `name` is as printed without line breaks. */
export interface Indicator {
  readonly row: number;
  readonly level1: string;
  readonly level2: string;
  /** Of a two-row indicator both rows carry the name of the first. */
  readonly name: Cited<string>;
  /** 1 for the first (or only) row of this name, 2 for the second row below the same name cell, … */
  readonly part: number;
  /** The printed weight in 分; null when blank or unreadable ("at" still says where). */
  readonly weight: Cited<number | null>;
  /** Of this and the other texts: null when the form has no such column, "" when the cell is blank. */
  readonly definition: Cited<string> | null;
  /** unreadable: why what stands there is no text to read, in Chinese: it prints a rule that nobody can see. */
  readonly standard: (Cited<string> & { readonly unreadable?: string }) | null;
  /** What stands in the score cell: `typed` is the number in it, read from text too ("9.66 分"), null when
   * blank, unreadable, or a formula of ours. */
  readonly selfScore: {
    readonly at: CellAddress;
    readonly typed: number | null;
    readonly text: string;
    readonly formula: string | null;
  };
  readonly basis: Cited<string> | null;
  readonly evidence: Cited<string> | null;
}

/** A level name with its printed weight, once per group however often it is repeated. */
export interface LevelGroup {
  readonly level: 1 | 2;
  readonly name: string;
  readonly weight: Cited<number | null> | null;
  /** Rows of the indicators below it. */
  readonly rows: readonly number[];
}

/** The head block above the score table; a member is null when its title or its value is absent. */
export interface FormHead {
  readonly department: Cited<string> | null;
  readonly year: Cited<number> | null;
  readonly unitCount: Cited<number> | null;
  readonly goal: Cited<string> | null;
  readonly goalResult: Cited<string> | null;
  readonly shortfall: Cited<string> | null;
  /** 年度部门预算情况, in 万元, by the printed title of the column (总预算, 基本支出, 专项资金, …). */
  readonly budget: readonly {
    readonly title: string;
    readonly group: string;
    readonly amount: Cited<number | null>;
  }[];
}

export interface Form {
  readonly sheet: string;
  /** The first row of the (first) header; a header may be two rows high. */
  readonly headerRow: number;
  readonly columns: FormColumns;
  readonly head: FormHead;
  readonly indicators: readonly Indicator[];
  readonly groups: readonly LevelGroup[];
  /** 总分 row: its score cell and printed weight. */
  readonly total: {
    readonly score: Indicator["selfScore"];
    readonly weight: Cited<number | null> | null;
  } | null;
  /** 评价等级 row: the cell with the boxes. */
  readonly grade: Cited<string> | null;
  /** The rectangle of the whole form, head block and notes included, extra columns included. */
  readonly area: Area;
  /** What could be read only with a doubt, in Chinese. */
  readonly remarks: readonly FormRemark[];
}

export interface FormRemark {
  readonly at: CellAddress;
  readonly text: string;
}

/** Why no form was found. */
export interface NoForm {
  /** The titles that were looked for. */
  readonly wanted: readonly string[];
  /** Per sheet the titles that were found, and those missing, the most promising sheet first. */
  readonly sheets: readonly {
    readonly sheet: string;
    readonly found: readonly string[];
    readonly missing: readonly string[];
    /** Why this sheet is none, in Chinese, to follow its name: "缺少“分值”。" */
    readonly reason: string;
  }[];
  /** In Chinese: what was looked for and why nothing qualified (for instance 项目支出绩效自评表). */
  readonly why: string;
}
