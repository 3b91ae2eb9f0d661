import type { FormKind } from "../form/form";
import type { Problem } from "../workbook/port";

/** One indicator of a reviewed form. Points in 分, rates as fractions. */
export interface ReviewedRow {
  readonly level1: string;
  readonly level2: string;
  readonly indicator: string;
  /** The second row below the same name is 2. */
  readonly part: number;
  readonly weight: number | null;
  /** 实际完成值 as it is written; where the form has no such column, what was measured. "" for nothing. */
  readonly actual: string;
  /** 年度目标值 as it is written; "" where the form has none. */
  readonly target: string;
  /** 自评得分; null: none is typed. */
  readonly self: number | null;
  /** 测算得分; null: open. */
  readonly points: number | null;
  /** Why points are lost, or what is open. */
  readonly reason: string;
  /** The clause by which most is lost; "" for none. */
  readonly loss: string;
  /** Cells that the points rest on: "Sheet!J16". */
  readonly basisAt: string;
  /** The score cell: "I16". */
  readonly at: string;
  /** It stands for the money of a project. */
  readonly isFund: boolean;
  /** The rate that its points go by; null: another measure, or none yet. */
  readonly rate: number | null;
}

export interface ReviewedFinding {
  readonly key: string;
  readonly check: string;
  readonly title: string;
  readonly severity: "须更正" | "待核实" | "提示";
  readonly subject: string;
  /** "'Sheet'!J16", or a line of the report. */
  readonly place: string;
  readonly what: string;
  readonly why: string;
  readonly todo: string;
  /** The note of whoever marked it 已核实; null: open. */
  readonly dismissed: string | null;
}

/** A long sentence of 评分依据, normalised. */
export interface LongSentence {
  readonly indicator: string;
  /** Its cell: "J16". */
  readonly at: string;
  readonly text: string;
  /** It tells a measured figure. */
  readonly isMeasured: boolean;
}

/** A figure of a form that two departments do not share by chance. */
export interface TellingFigure {
  readonly indicator: string;
  readonly at: string;
  /** As written, with its unit: "1234.56万元". */
  readonly text: string;
  /** Significant digits. */
  readonly digits: number;
}

/** What is cited as 佐证材料 and names a thing of its own: a date, a number of a contract. */
export interface CitedPaper {
  readonly indicator: string;
  readonly at: string;
  readonly text: string;
}

/** One form, reviewed: plain data that can be kept in a file, sent on and joined with others. Amounts in 万元. */
export interface ReviewedForm {
  readonly kind: "form";
  /** As it was named to the command. */
  readonly file: string;
  readonly sheet: string;
  /** Its number in the workbook, from 1. */
  readonly form: number;
  /** "" where the form says none. */
  readonly department: string;
  /** 项目名称; "" for a form of a whole department. */
  readonly project: string;
  readonly formKind: FormKind;
  readonly year: number | null;
  /** 自评总分: the sum of what is typed, else what its total says; null: neither. */
  readonly self: number | null;
  /** What the data give so far. */
  readonly points: number;
  readonly weight: number;
  /** 待补充分. */
  readonly open: number;
  readonly unconfirmed: number;
  /** As ticked, else as the self score says; "" where it cannot be told. */
  readonly selfGrade: string;
  /** "" while something is open. */
  readonly grade: string;
  readonly executionRate: number | null;
  readonly amount: number | null;
  readonly rows: readonly ReviewedRow[];
  readonly findings: readonly ReviewedFinding[];
  readonly sentences: readonly LongSentence[];
  readonly figures: readonly TellingFigure[];
  readonly papers: readonly CitedPaper[];
  /** The 自评报告 that it was held against; null: none was given or found. */
  readonly report: string | null;
}

/** A file that could not be read, or holds no form. */
export interface UnreadFile extends Pick<Problem, "what" | "why" | "todo"> {
  readonly kind: "unread";
  readonly file: string;
}

export type ReviewRecord = ReviewedForm | UnreadFile;
