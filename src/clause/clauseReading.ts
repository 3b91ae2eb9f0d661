import type { Ambiguity } from "../criteria/choices";
import type { Criterion } from "../criteria/criterion";
import type { FactSpec } from "../criteria/fact";

/** What a stretch of a 评分标准 was used for. */
export type PieceUse =
  /** It gives or takes points. */
  | "rule"
  /** What a measure is made of: X=A/B×100%. */
  | "definition"
  /** Says nothing about points. */
  | "context"
  /** Carries points, and nothing could be made of it. */
  | "unread";

/** A stretch [from, to) of the text as it is printed. */
export interface ClausePiece {
  readonly from: number;
  readonly to: number;
  readonly use: PieceUse;
}

/** What a compiled rule asks: a figure, and the figures that may stand in for it. */
export interface ClauseQuestion {
  /** A fact of `asks`. */
  readonly key: string;
  /** Keys of the facts that may be given in its place: the two amounts of a rate, the single items of a count. */
  readonly instead: readonly string[];
}

/** A 评分标准 as it was read: the whole of it, or what of it was not understood. */
export type ClauseReading =
  | {
      readonly state: "read";
      readonly criterion: Criterion;
      readonly asks: readonly FactSpec[];
      /** In the order of the text; every fact of `asks` is one of them or stands in for one. */
      readonly questions: readonly ClauseQuestion[];
      /** What the text leaves open, by the name that the criterion knows it by; the first option is the default. */
      readonly settings: Readonly<Record<string, Ambiguity>>;
      readonly pieces: readonly ClausePiece[];
      readonly unread: readonly [];
    }
  /** unread: the words that were not understood, as printed. */
  | { readonly state: "unread"; readonly pieces: readonly ClausePiece[]; readonly unread: readonly string[] }
  /** No rule is printed: points to look at, a definition, or nothing. */
  | { readonly state: "none"; readonly pieces: readonly ClausePiece[]; readonly unread: readonly [] };

/** What stands beside the clause in the form. */
export interface ClauseContext {
  readonly indicator: string;
  /** 分; null where none is printed. */
  readonly weight: number | null;
  /** 指标解释, where a measure may be defined. */
  readonly definition?: string | null;
  /** A target stands in the row: 达到目标值 is of that one. */
  readonly hasTarget?: boolean;
}
