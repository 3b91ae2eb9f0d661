import type { Chosen } from "./choices";
import type { Condition } from "./condition";
import type { Interval } from "./interval";
import type { Measure } from "./measure";

/**
 * A criterion is data: what a 评分标准 asks to be measured and how many points that gives. It can be kept in a file,
 * compared, and shown to a person. Facts are named by their keys within the row; points are 分; rates are fractions.
 */
export type Criterion =
  | BandsCriterion
  | SteppedCriterion
  | DeductCriterion
  | RatioCriterion
  | LinearCriterion
  | PartsCriterion
  | MeetCriterion
  | GateCriterion
  | LevelsCriterion
  | CompletionCriterion
  | SumCriterion
  | JudgementCriterion;

/** 得分=0–满分之间的一部分: points, a share of the weight (0 to 1), or a criterion of its own. */
export type Points =
  { readonly points: number } | { readonly share: number } | { readonly criterion: Criterion };

/** 分档: every stretch of one measured value has its points. */
export interface BandsCriterion {
  readonly kind: "bands";
  readonly measure: Measure;
  /** Fractions, shown as percents. */
  readonly percent: boolean;
  readonly bands: readonly CriterionBand[];
}

export type CriterionBand = Interval & {
  readonly then: Points;
  /** As the text has it: "10%<结余结转率≤20%的，得1分". */
  readonly clause: string;
};

/** 阶梯扣分: each step beyond a value costs the same, down to a floor. */
export interface SteppedCriterion {
  readonly kind: "stepped";
  readonly measure: Measure;
  /** The measure is no rate: 30天内得满分，每超1天扣0.5分. */
  readonly percent?: false;
  /** Points are lost above this value, below it, or on both sides of it. */
  readonly direction: "above" | "below" | "both";
  readonly from: number;
  /** Of "both": nothing is lost from `from` to here. */
  readonly to?: number;
  /** Above 0. */
  readonly step: number;
  /** For each step: 分, or a share of the weight. */
  readonly each: { readonly points: number } | { readonly share: number };
  /** Whether a begun step counts. */
  readonly rounding: Chosen<"floor" | "ceiling">;
  /** Beyond this value nothing is left (低于60%不得分). */
  readonly nothingBeyond?: number;
  /** 最多扣3分: no more than these points are lost by steps. */
  readonly most?: number;
  readonly clauses: { readonly kept: string; readonly lost: string; readonly nothing?: string };
}

/** 逐项扣分: every finding costs points by its kind, 扣完为止. */
export interface DeductCriterion {
  readonly kind: "deduct";
  readonly items: readonly DeductItem[];
  /** 一票否决: where it holds, nothing is left. */
  readonly veto?: { readonly when: Condition; readonly clause: string };
  /** 最多扣3分: no more than these points are lost by all items. */
  readonly most?: number;
  readonly kept: Words;
}

export interface DeductItem {
  /** A count, or a 是／否 whose 否 counts as one. */
  readonly key: string;
  /** Answers that may stand in for the count, all of them together: each 否 is one. */
  readonly items?: readonly string[];
  /** 分 for each, or a share of the points to be had; or by how many there are in all. */
  readonly each: number | { readonly share: number } | EachByTotal;
  readonly clause: string;
  /** What 否 means, where the fact is an answer. */
  readonly missed?: string;
}

/** 应评估项目超过3个的，1项扣0.5分；3个以内的，1项扣1分. None at all: full marks. */
export interface EachByTotal {
  /** Counts that add up to all items, each may be 不涉及; standIn: key of their sum, given by itself. */
  readonly total: readonly string[];
  readonly standIn?: string;
  readonly name: string;
  readonly unit: string;
  readonly limit: number;
  readonly many: { readonly points: number; readonly clause: string };
  readonly few: { readonly points: number; readonly clause: string };
  /** What is said where there are none. */
  readonly none: string;
}

/** 按比例: rate × weight, never above the weight, never below 0. */
export interface RatioCriterion {
  readonly kind: "ratio";
  readonly measure: Measure;
  readonly clause: string;
}

/** 线性计分: offset + slope × value, in 分 or as a share of the points to be had; never below 0 nor above those points. */
export interface LinearCriterion {
  readonly kind: "linear";
  readonly measure: Measure;
  readonly offset: number;
  readonly slope: number;
  readonly of: "points" | "share";
  readonly clause: string;
}

/** 加权分项: each part has its share; what it scores is its own criterion. */
export interface PartsCriterion {
  readonly kind: "parts";
  readonly parts: readonly CriterionPart[];
  /** The clauses of the parts say their shares themselves; else each is quoted with （占30%）. */
  readonly sharesQuoted?: true;
  /** What is said where nothing is lost; without `measured` the words of every part. */
  readonly kept: Pick<Words, "clause"> & Partial<Words>;
}

export interface CriterionPart {
  /** In any unit: 30, 30, 40 or 2, 1, 1. */
  readonly share: number;
  readonly criterion: Criterion;
  /** Scored out of the part's own points, or out of the full weight and then multiplied by the share. */
  readonly outOf?: Chosen<"own" | "full">;
}

/** 全有全无. */
export interface MeetCriterion {
  readonly kind: "meet";
  readonly condition: Condition;
  readonly clause: string;
  /** When nothing is given, where that is not simply the opposite: what lies between is asked about. */
  readonly unmet?: {
    /** An answer, needed only where the condition does not hold: 是 gives 0 分. */
    readonly key: string;
    /** What 是 means: "未进行盘点". */
    readonly said: string;
    readonly clause: string;
    /** What the text leaves open. */
    readonly problem: string;
  };
}

/** 前提: the first gate that holds decides; else the criterion behind it. */
export interface GateCriterion {
  readonly kind: "gate";
  readonly gates: readonly Gate[];
  readonly then: Criterion;
}

/**
 * exempt: full marks with a reason beside the fact. Else where the condition holds: 0 分; a cap of so many 分 on what
 * follows; the points of a person with his reason beside this fact; or nothing is settled, for what the text leaves open.
 */
export type Gate =
  | { readonly exempt: string; readonly problem: string }
  | {
      readonly when: Condition;
      readonly gives:
        "nothing" | { readonly atMost: number } | { readonly judged: string } | { readonly ask: string };
      readonly clause: string;
    };

/** 档次: a person picks the level, and where a level is a stretch of shares, the share within it. */
export interface LevelsCriterion {
  readonly kind: "levels";
  readonly level: string;
  /** Key of the share of the weight, where levels are stretches. */
  readonly share?: string;
  readonly levels: readonly CriterionLevel[];
}

export interface CriterionLevel {
  readonly name: string;
  /** Share of the weight that it gives, or the stretch it may give. */
  readonly from: number;
  readonly to: number;
  /** Whether the upper end belongs to it. */
  readonly toIncluded: boolean;
  readonly clause: string;
}

/** 完成率: pass line, proportional, full, and a share for far more than the target. */
export interface CompletionCriterion {
  readonly kind: "completion";
  readonly measure: Measure;
  readonly passLine: number;
  readonly atPassLine: Chosen<"scores" | "fails">;
  /** Above this rate… */
  readonly over: number;
  /** …only this share of the weight. */
  readonly overShare: number;
  readonly clauses: {
    readonly failed: string;
    readonly partly: string;
    readonly full: string;
    readonly over: string;
  };
}

/** How one row of an annex is scored: target against actual, or by a level where there is no figure. */
export interface AnnexScoring extends Omit<CompletionCriterion, "kind" | "measure" | "clauses"> {
  /** The branches of 完成率, or in proportion only. */
  readonly scale: Chosen<"branches" | "linear">;
  readonly clauses: CompletionCriterion["clauses"] & { readonly linear: string };
  /** 完成率 of a missed “不高于” target. */
  readonly atMostMissed: Chosen<"inverse" | "zero">;
  /** “约20人”. */
  readonly approximateTarget: Chosen<"asNumber" | "tenPercent">;
  readonly levels: readonly CriterionLevel[];
  /** The clause itself has the levels; else they are borrowed, and that is said. */
  readonly levelsWritten: boolean;
}

/** 各项得分合计: the scores of annex rows are summed; a summary rate stands in, proportional only, while none is filled in. */
export interface SumCriterion {
  readonly kind: "sum";
  /** Key of 是否申报目标: 否 gives 0; and what is filed: 部门整体绩效目标. */
  readonly filed: string;
  readonly filing: string;
  readonly summary: string;
  readonly summaryName: string;
  readonly clauses: { readonly sum: string; readonly notFiled: string };
}

/** 酌情: full marks by rule when everything is 是; else, and without questions always, the points and the reason of a person. */
export interface JudgementCriterion {
  readonly kind: "judgement";
  readonly questions: readonly { readonly key: string; readonly missed: string }[];
  readonly judged: string;
  readonly clauses: { readonly full: string; readonly judged: string };
}

/** What is said where nothing is lost. */
export interface Words {
  readonly measured: string;
  readonly clause: string;
}
