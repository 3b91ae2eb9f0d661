import type { Chosen } from "./choices";

/** One figure, made of the facts of the row. */
export type Measure = FactMeasure | RatioMeasure | MeanMeasure | CountMeasure;

/** A fact as it is; a completeness where 是 is 100 % and 否 is 0. */
export interface FactMeasure {
  readonly of: "fact";
  readonly key: string;
  /** Said instead of the fact's label: "本级制度不完整". */
  readonly missed?: string;
  /** May be below 0. */
  readonly signed?: true;
  /** Its 绝对值 is measured: it may be given below 0. */
  readonly absolute?: true;
}

/** One figure divided by another (or by a sum), or the rate itself where it is given. */
export interface RatioMeasure {
  readonly of: "ratio";
  readonly name: string;
  readonly part: string;
  readonly whole: readonly string[];
  /** Key of the figure that may be filled in directly. */
  readonly standIn?: string;
  /** (part − whole) ÷ whole, below 0 too, in place of part ÷ whole. */
  readonly excess?: true;
  /** A part of 0 decides at once: the rate is 0. */
  readonly zeroPart?: true;
  readonly zeroWhole: Chosen<"notApplicable" | "ask">;
  /** What is said when the whole is 0 and that cannot be. */
  readonly zeroProblem?: string;
  /** More than the whole is doubtful. */
  readonly aboveWhole?: "remark";
  /** A shorter function of ours for this quotient. */
  readonly own?: "CARRYOVER";
  /** The whole may be exceeded many times over, which counts as 100 %. */
  readonly capped?: true;
  /** Its 绝对值 is measured: the part and the figure that stands in may be below 0. */
  readonly absolute?: true;
}

/** How many of these answers are 是 (or 否): the count itself where it is given, else counted from the answers. */
export interface CountMeasure {
  readonly of: "items";
  readonly name: string;
  readonly unit: string;
  /** The count. */
  readonly key: string;
  /** Answers that may stand in for it, all of them together. */
  readonly items: readonly string[];
  readonly counted: "是" | "否";
}

/** Mean of the notified months, from the first one to December; each month at most the cap. */
export interface MeanMeasure {
  readonly of: "mean";
  readonly name: string;
  readonly series: string;
  readonly first: string;
  readonly count: string;
  readonly standIn: string;
  /** A fraction. */
  readonly cap: number;
  readonly clauses: { readonly mean: string; readonly cap: string };
}
