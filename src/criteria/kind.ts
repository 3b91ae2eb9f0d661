import type { FactSpec, FactValue } from "./fact";
import type { Criterion } from "./criterion";
import type { Expression } from "./expression/expression";

/** What a criterion becomes an expression with. */
export interface KindContext {
  readonly specs: readonly FactSpec[];
  /** 分 of the row. */
  readonly weight: number;
  /** It is all of the row, no part of another criterion: only then may a formula read it off the 评分标准 cell. */
  readonly isWhole: boolean;
  /** As a sentence names the edition: 2023年版. */
  readonly edition: string;
  /** The expression of a criterion inside this one, which has so many points to give. */
  readonly inner: (criterion: Criterion, weight: number) => Expression;
}

/** One kind of criterion: everything that is special to it. */
export interface Kind<C extends Criterion = Criterion> {
  /** Chinese name: 分档计分. */
  readonly title: string;
  readonly expression: (criterion: C, context: KindContext) => Expression;
  /** The clause in plain words: "每超出1%扣0.2分，满1%才扣，扣完为止". */
  readonly wording: (criterion: C) => string;
  /** Doubts about the criterion itself, said beside the score. */
  readonly remarks?: (criterion: C, context: Omit<KindContext, "inner">) => readonly string[];
}

/** A fact that an example asks: its kind, key, label, question and unit. Plain data, so that no bundle keeps it. */
export type ExampleAsk = readonly [
  kind: FactSpec["kind"],
  key: string,
  label: string,
  question: string,
  unit?: string,
];

/** Examples are documentation and test at once: tried through expression, functions and written formula. */
export interface CriterionExamples<C extends Criterion = Criterion> {
  readonly criterion: C;
  readonly asks: readonly ExampleAsk[];
  readonly weight: number;
  /** Both sides of every bound, and nothing filled in. */
  readonly cases: readonly {
    /** Chinese, says what is shown: "差一点到90%". */
    readonly title: string;
    readonly facts: Readonly<Record<string, FactValue>>;
    /** 分; or the outcome when there are none. */
    readonly expect: number | "missing" | "notApplicable" | "judgement";
  }[];
}
