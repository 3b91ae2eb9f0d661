import type { Area, CellAddress, Cited } from "../workbook/cell";
import type { CellValue } from "../workbook/snapshot";
import type { DatePart } from "./dateCell";

/** What a form evaluates: 部门整体支出, 单位整体支出, 项目支出, 专项资金. */
export type FormKind = "department" | "unit" | "project" | "specialFund";

/** The columns of the score table that were found by title; an indicator and a place for its score are always there. */
export interface FormColumns extends GoalColumns {
  readonly level1: number | null;
  readonly level1Weight: number | null;
  readonly level2: number | null;
  readonly level2Weight: number | null;
  readonly name: number;
  /** null: weights stand in the names, or once for a group, or nowhere. */
  readonly weight: number | null;
  readonly definition: number | null;
  readonly standard: number | null;
  readonly selfScore: number;
  /** 评分依据、未达标原因、改进措施 */
  readonly basis: number | null;
  readonly evidence: number | null;
}

export type FormColumn = keyof FormColumns;

/** The columns of a target and what was achieved of it. */
export interface GoalColumns {
  readonly target: number | null;
  /** 调整后目标值. */
  readonly adjusted: number | null;
  /** 指标性质: ≥, ≤, =, 定性, 正向, 反向. */
  readonly operator: number | null;
  /** 度量单位. */
  readonly unit: number | null;
  readonly actual: number | null;
}

/** A target or an actual as it is read, with the cells and words that give it, as a formula can join them again. */
export interface WrittenFigure {
  /** null: nothing is written there. */
  readonly content: string | number | null;
  /** The cell to go to: that of the value. */
  readonly at: CellAddress;
  /**
   * cell: what stands in `at`. joined: these cells and words one behind the other ("≥", 95, "%").
   * behind: the words behind the marker in `at` ("…预期实现值：28万人"). date: the day that stands in `at` as a number.
   */
  readonly from:
    | { readonly kind: "cell" }
    | { readonly kind: "joined"; readonly parts: readonly (CellAddress | string)[] }
    | { readonly kind: "behind"; readonly marker: string }
    | { readonly kind: "date"; readonly parts: readonly DatePart[] };
}

/** What a row wants and what was achieved, where the table itself says so. */
export interface Goal {
  readonly target: WrittenFigure;
  /** The target of the beginning of the year where an adjusted one replaces it; else null. */
  readonly initialTarget: Cited<string> | null;
  readonly actual: WrittenFigure;
  /** 指标性质 says 定性. */
  readonly qualitative: boolean;
  /** What the columns beside them leave open, in Chinese, and of which of the two; an answer for it settles it. */
  readonly doubts: readonly GoalDoubt[];
}

export interface GoalDoubt {
  readonly of: "target" | "actual";
  readonly text: string;
}

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
  readonly weight: Cited<number | null> & {
    /** No cell of the form is for it: a person says it in 评分底稿. */
    readonly asked?: true;
  };
  /** Of this and the other texts: null when the form has no such column, "" when the cell is blank. */
  readonly definition: Cited<string> | null;
  /** unreadable: why what stands there is no text to read, in Chinese: it prints a rule that nobody can see. spread: it
   * stands in several cells, and `at` is the first of them. */
  readonly standard: (Cited<string> & { readonly unreadable?: string; readonly spread?: true }) | null;
  /** null: the form has no columns of targets. */
  readonly goal: Goal | null;
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
  /** What is printed for the row in columns that nobody else reads; absent: nothing is. */
  readonly beside?: readonly Cited<string>[];
  /** What columns of others say of it that only its rate or its points can be held against; absent: nothing. */
  readonly said?: readonly SaidBeside[];
  /** Why what was read of its figures may not be all that the form says of them, in Chinese; absent: nothing is open. */
  readonly doubts?: readonly string[];
}

/** loss: 扣分. score: 财政审核得分. done: 是否完成. words: 备注. */
export interface SaidBeside {
  readonly of: "loss" | "score" | "done" | "words";
  readonly title: string;
  readonly value: CellValue;
  /** Trimmed, not "". */
  readonly text: string;
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
  /** 项目名称. */
  readonly project: Cited<string> | null;
  /** 项目编码. */
  readonly code: Cited<string> | null;
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

/** One line of a project's money, in the unit of the form; an amount is null where its cell is blank. */
export interface FundLine {
  readonly row: number;
  readonly name: string;
  /** 年初预算数; null: no such column. */
  readonly initial: Cited<number | null> | null;
  /** 全年预算数, 调整后预算数; null: no such column. */
  readonly annual: Cited<number | null> | null;
  readonly executed: Cited<number | null>;
  /** 执行率 as it is written. */
  readonly rate: Cited<CellValue> | null;
}

/** 项目资金: 年度资金总额 and the lines that make it up. */
export interface Fund extends FundLine {
  readonly lines: readonly FundLine[];
  /** One of the lines is named as their sum, or there is only one. */
  readonly isTotal: boolean;
  /** What 执行率 is of: its column by its printed title, and why this one, in Chinese. */
  readonly base: {
    readonly of: "initial" | "annual";
    readonly title: string;
    readonly why: string;
    /** Why it is to be asked what 执行率 is of, in Chinese; null: it is sure. */
    readonly doubt: string | null;
  };
  readonly executedTitle: string;
  /** What stands beside the scores of the block: reasons, as far as there are any. */
  readonly reason: string;
}

export interface Form {
  readonly sheet: string;
  readonly kind: FormKind;
  /** The block of money above the table; its row is the first of the indicators. */
  readonly fund: Fund | null;
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
  /** 备注, 填报说明 and rules of scoring around the table and between its rows, as printed. */
  readonly notes: readonly Note[];
  /** 评价等级 row: the cell with the boxes. */
  readonly grade: Cited<string> | null;
  /** The rectangle of the whole form, head block and notes included, extra columns included. */
  readonly area: Area;
  /** Title of the basis column where it asks only why something was missed (偏差原因分析及改进措施): a row that was met leaves
   * it blank. null: it asks for a basis. */
  readonly reasonTitle: string | null;
  /** Where another form begins on the same sheet, of which nothing is read; null: there is none. */
  readonly nextForm: CellAddress | null;
  /** What could be read only with a doubt, in Chinese. */
  readonly remarks: readonly FormRemark[];
}

/** of: the rows that it is printed for, where its place says it; absent: for any. */
export type Note = Cited<string> & { readonly of?: "fund" | "goals" };

export interface FormRemark {
  readonly at: CellAddress;
  readonly text: string;
  /** What the rows come to is not the points of one whole form: there is no total. */
  readonly opensTotal?: true;
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
