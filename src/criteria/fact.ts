import type { CellAddress } from "../workbook/cell";

/**
 * What a fact may be.
 * - count: a whole number of things (项, 次, 个, 笔, 例), 0 included
 * - amount: money in 万元, 0 or more
 * - rate: a fraction (0.9983); where `range` is set, also a text range such as "≤10%"
 * - months: twelve fractions, January first; null where nothing was notified
 * - answer: 是／否／不涉及
 * - answerOrShare: the same, or a completeness above 0 up to 1
 * - date: an Excel day number, or the text "未公开"
 * - points: 分 given by a person
 * - weight: 分值 of a row that prints none, above 0
 * - figure: a target or an actual as an annex writes it, a number or words such as "≥95%", "13人"
 * - tier: one of its `choices`, unless told 达成, 部分达成 or 未达成
 * - text: words of a person, such as the written basis of a tier
 */
export type FactKind =
  | "count"
  | "amount"
  | "rate"
  | "months"
  | "answer"
  | "answerOrShare"
  | "date"
  | "points"
  | "weight"
  | "figure"
  | "tier"
  | "text";

export type FactValue = number | string | readonly (number | null)[];

/** One figure that a row needs: what the working paper asks, and in which words it asks. */
export interface FactSpec {
  /** Unique within its edition row; part of the fact's id "row.key", which is kept in files: never change one. */
  readonly key: string;
  /** 数据项, as the working paper prints it. */
  readonly label: string;
  readonly kind: FactKind;
  /** 单位, as the working paper prints it: "万元", "%", "个", "是／否", "是／否／不涉及". */
  readonly unit: string;
  /** 来源: where a clerk finds the figure. */
  readonly source: string;
  /** The question that is asked while the fact is missing, in Chinese. */
  readonly question: string;
  /** May be answered 不涉及, which needs a reason. */
  readonly notApplicable?: true;
  /** The kind "rate" also takes a text range ("≤10%"). */
  readonly range?: true;
  /** A rate or an amount that may be below 0 (调整率，追加数减追减数). */
  readonly signed?: true;
  /** A count that is a month of the year, or how many of them there were: 1 to 12. */
  readonly calendar?: true;
  /** Stands in for other facts of the row (the finance bureau's own figure, a summary): never asked by itself. */
  readonly standIn?: true;
  /** It stands in for its parts, or counts its items, only where they, given too, come to the same; else that is asked. */
  readonly agrees?: true;
  /** How a sentence of 评分依据 says the figure; absent: its label and the figure. */
  readonly says?: FactWords;
  /** Names of the levels that the kind "tier" may be, the best first. */
  readonly choices?: readonly string[];
}

/** Words around a figure; "#" stands for the number, the unit is written out. */
interface FactWords {
  /** "共签订政府采购合同#份"; of a part: "#份在30日内签订". */
  readonly some: string;
  /** Where the part is all of the whole: "均在30日内签订". */
  readonly all?: string;
  /** What of the whole is not in the part: "#份超过30日". */
  readonly rest?: string;
}

/** A fact as a rule sees it. */
export interface Fact {
  readonly value: FactValue;
  /** The cell that a reader is led to (for months that of January, the others below it); null for a figure
   * given outside the workbook. */
  readonly at: CellAddress | null;
  /** Why 不涉及, or the person's reason for points or a share; "" when none was given. */
  readonly reason: string;
  /** The words gave it as about so much ("约95%"). */
  readonly approximate?: true;
}

/** The facts of one row by key; an absent key is a missing fact. */
export type FactSet = Readonly<Partial<Record<string, Fact>>>;
