/** The kinds of rule that a person may fill in field by field; anything else is written as text. */
export type DraftKind = "bands" | "stepped" | "deduct" | "ratio" | "meet" | "levels";

/**
 * What a person is filling in for one rule: everything as it was typed or chosen, so that no click loses it. A rule is kept
 * as the words that `wordDraft` makes of it.
 */
export type RuleDraft = BandsDraft | SteppedDraft | DeductDraft | RatioDraft | MeetDraft | LevelsDraft;

/** "" where nothing is filled in. */
type Typed<Key extends string> = Readonly<Record<Key, string>>;

interface Draft<Kind extends DraftKind, Field extends string, Column extends string> {
  readonly kind: Kind;
  /** veto: what leaves nothing (存在截留、挪用资金); it may be blank. */
  readonly fields: Typed<Field | "veto">;
  readonly rows: readonly Typed<Column>[];
}

/** What is measured, its unit ("%" or 天), and how it is worked out (预算执行率=支出数/预算数×100%), which may be blank. */
type Measured = "measure" | "unit" | "definition";

/** 分档: from and to with 含 or 不含, "" is open; points: 8, 满分, 不得分, 60%. */
export type BandsDraft = Draft<"bands", Measured, "from" | "fromIn" | "to" | "toIn" | "points">;
/** 阶梯扣分: direction below, above or both; begun "" (not said), floor or ceiling; points: 0.5, or 5% of the weight. */
export type SteppedDraft = Draft<
  "stepped",
  Measured | "direction" | "from" | "step" | "points" | "begun" | "nothingBeyond",
  never
>;
/** 逐项扣分. */
export type DeductDraft = Draft<"deduct", never, "thing" | "unit" | "points">;
/** 按比例: below nothingBelow nothing, from fullFrom on full marks; both may be blank. */
export type RatioDraft = Draft<"ratio", Exclude<Measured, "unit"> | "nothingBelow" | "fullFrom", never>;
/** 全有全无: all of the conditions. */
export type MeetDraft = Draft<"meet", never, "condition">;
/** 档次, the best first. */
export type LevelsDraft = Draft<"levels", never, "name" | "points">;

/** What is wrong with a draft and what to do; at: the place of a field ("from", "2.points"), null: with all of it. */
export interface DraftProblem {
  readonly at: string | null;
  readonly problem: string;
}
