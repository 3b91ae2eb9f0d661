import type { Said } from "../condition";
import type { CriterionLevel, JudgementCriterion, Words } from "../criterion";
import type { MeanMeasure } from "../measure";
import type { Interval } from "../interval";

/**
 * What a criterion computes, as a small tree. Points with their reasons, the formula of a cell, the scale and the
 * sentence beside the score are all read from this one tree. Numbers may be stretches ("≤10%"). A value may also be
 * missing, a person's to judge, or 不涉及: the unknown spreads unless what decides is known already.
 */
export type Expression = NumberExpression | ConditionExpression | PointsExpression;

/** The nodes that compute this. */
export type NodeOf<Op extends Expression["op"]> = Extract<Expression, { op: Op }>;

export type Sign = "<" | "<=" | "=" | ">=" | ">";

type NumberExpression =
  | { readonly op: "number"; readonly value: number }
  /** The points to be had here: the row's weight, or a part's own. */
  | { readonly op: "weight" }
  /** The value of the enclosing "measured". */
  | { readonly op: "it" }
  | { readonly op: "fact"; readonly key: string; readonly signed?: true }
  /** A completeness: 是 is 1, 否 is 0. */
  | { readonly op: "share"; readonly key: string; readonly missed?: string }
  /** Findings of one kind: a count, or 否 as one; 不涉及 is none. */
  | { readonly op: "failures"; readonly key: string; readonly missed?: string }
  /** The count itself where its fact is given, else how many of these answers are this word. */
  | {
      readonly op: "counted";
      readonly key: string;
      readonly items: readonly string[];
      readonly word: "是" | "否";
      readonly missed?: string;
      readonly of: Expression;
    }
  /** The sum of counts; 不涉及 is none. */
  | { readonly op: "tally"; readonly keys: readonly string[] }
  | { readonly op: "add" | "min" | "max"; readonly of: readonly Expression[] }
  | { readonly op: "subtract" | "multiply"; readonly left: Expression; readonly right: Expression }
  | { readonly op: "floor" | "ceiling" | "abs"; readonly of: Expression }
  /** left ÷ right, or (left − right) ÷ right; what a right of 0 means is the clause's to say. */
  | {
      readonly op: "divide";
      readonly left: Expression;
      readonly right: Expression;
      readonly excess: boolean;
      readonly zero: Nothing;
      /** Our function of the same quotient, over the left and each of the right. */
      readonly own?: string;
    }
  | { readonly op: "mean"; readonly measure: MeanMeasure }
  /** The figure that is filled in directly stands in for its parts, and wins. */
  | {
      readonly op: "instead";
      readonly name: string;
      readonly key: string;
      readonly signed: boolean;
      /** Only its magnitude is compared with that of its parts. */
      readonly absolute?: boolean;
      readonly of: Expression;
    }
  /** A value with its name, as sentences and the tree of the explanation have it. */
  | {
      readonly op: "named";
      readonly name: string;
      readonly unit: string;
      readonly of: Expression;
      readonly clause?: string;
      /** Words for the value in place of name and number: "部门预算批复后{it}日公开". */
      readonly said?: string;
      /** No node of its own in the explanation. */
      readonly plain?: true;
    }
  /** A doubt that is only said: where the value is beyond a bound, or without bounds always. */
  | {
      readonly op: "remarked";
      readonly of: Expression;
      readonly above?: number;
      readonly below?: number;
      readonly text: string;
    }
  /** A value above this cannot be: asked, not computed. "{it}" in the problem is the value. */
  | {
      readonly op: "atMost";
      readonly of: Expression;
      readonly most: number;
      readonly keys: readonly string[];
      readonly problem: string;
    };

/** What a ratio over nothing is: 不涉及 with the reason beside the fact, or a question. */
export type Nothing = NodeOf<"exempt"> | NodeOf<"ask">;

type ConditionExpression =
  | ({ readonly op: "yes"; readonly key: string } & Said)
  /** The answer is this very word; a blank is not, unless it has to be answered. */
  | {
      readonly op: "says";
      readonly key: string;
      readonly word: string;
      readonly said?: string;
      readonly asked?: true;
    }
  /** whole: both sides are whole numbers, nothing is to be rounded. */
  | {
      readonly op: "compare";
      readonly left: Expression;
      readonly sign: Sign;
      readonly right: Expression;
      readonly whole?: true;
    }
  | { readonly op: "inside"; readonly of: Expression; readonly interval: Interval }
  | { readonly op: "all" | "any"; readonly of: readonly Expression[] }
  /** With a name, and words for what it comes to. */
  | ({ readonly op: "condition"; readonly name: string; readonly of: Expression } & Partial<Said>)
  /** An answer that stands in for the condition. */
  | ({ readonly op: "answered"; readonly key: string; readonly of: Expression } & Said)
  /** 不涉及 in one of these facts is 不涉及 for all that follows. */
  | { readonly op: "unlessNone"; readonly keys: readonly string[]; readonly of: Expression };

/** Points with their reasons, not a plain value. */
export type PointsExpression =
  /** Measures once, then reads points off the value. */
  | { readonly op: "measured"; readonly of: Expression; readonly then: Expression }
  /** Stretches of the measured value; two that hold at once must agree. */
  | {
      readonly op: "scale";
      readonly percent: boolean;
      /** A stretch ("≤10%") is asked about. */
      readonly exact?: true;
      readonly pieces: readonly Piece[];
    }
  /** The first branch that holds; one without `when` always does. */
  | { readonly op: "branches"; readonly of: readonly BranchExpression[] }
  /** The points to be had here less what each finding costs, 扣完为止. */
  | { readonly op: "deduct"; readonly items: readonly DeductedItem[]; readonly kept: Words | null }
  | {
      readonly op: "parts";
      readonly of: readonly PartExpression[];
      /** `measured` is "" where the words of the parts are said instead. */
      readonly kept: Words | null;
      readonly sayShares: boolean;
    }
  | { readonly op: "clause"; readonly clause: string; readonly of: Expression }
  /** No more than so many points. */
  | { readonly op: "cap"; readonly most: number; readonly of: Expression }
  /** Full marks: 不涉及, with the reason beside this fact. */
  | { readonly op: "exempt"; readonly key: string; readonly problem: string }
  /** Nothing can be said: these have to be put right. "{key}" in the problem is that fact's value. */
  | { readonly op: "ask"; readonly keys: readonly string[]; readonly problem: string }
  /** All questions 是: full marks; otherwise the points and the reason of a person. */
  | ({ readonly op: "judged"; readonly key: string } & Pick<JudgementCriterion, "questions" | "clauses">)
  /** A level that a person picks, and a share within it. */
  | {
      readonly op: "levels";
      readonly key: string;
      readonly share: string | null;
      readonly levels: readonly CriterionLevel[];
    }
  /** The same number written with a shorter function of ours in the add-in; without a name, as its one argument says. */
  | {
      readonly op: "own";
      readonly name: string;
      readonly args: readonly (Expression | OwnText)[];
      readonly of: Expression;
    };

/** text: as it stands. standard: the 评分标准 cell where the formula has one, else the text. cell: that of a fact. */
export type OwnText = { readonly text: string; readonly standard?: boolean } | { readonly cell: string };

export interface Piece {
  readonly interval: Interval;
  readonly then: Expression;
  readonly clause: string;
}

export interface BranchExpression {
  readonly when: Expression | null;
  readonly then: Expression;
  readonly clause?: string;
  /** What was measured, where the branch itself says it: "没有应评估的新增项目". */
  readonly said?: string;
}

export interface DeductedItem {
  readonly count: Expression;
  /** 分 for each. */
  readonly each: Expression;
  readonly clause: string;
}

export interface PartExpression {
  readonly share: number;
  readonly outOf: "own" | "full";
  readonly of: Expression;
}
