import type { Edition } from "../editions/edition";
import type { CellAddress, Cited } from "../workbook/cell";
import type { GradeBound } from "../criteria/grade";
import type { TargetKind } from "../criteria/figureRate";
import type { RuleResult, Step, Loss } from "../criteria/rule";
import type { Settings, SettingName } from "../editions/settings";
import type { FormKind } from "../form/form";
import type { GatheredFact } from "../facts/gatheredFact";
import type { UnusedLine } from "../facts/unusedLines";
import type { Criterion } from "../criteria/criterion";
import type { Origin, RuleChoice } from "./chooseRule";
import type { FilledTotal } from "./filledTotal";
import type { RowBasis } from "./keptDrafts";

/** A question that must be answered before the row has points. */
export interface Question {
  readonly factId: string;
  readonly question: string;
  readonly unit: string;
  readonly at: CellAddress | null;
}

export interface ScorecardRow {
  /** Row of the form sheet. */
  readonly row: number;
  /** Its score cell. */
  readonly at: CellAddress;
  readonly level1: string;
  readonly level2: string;
  readonly indicator: string;
  readonly nameAt: CellAddress;
  /** null: this indicator is not in the edition; a person judges it. */
  readonly editionRowId: string | null;
  /** By which a person's choice of its rule is kept. */
  readonly ruleKey: string;
  /** What a person said of its rule; it counts while the printed 评分标准 is the one that he said it of. */
  readonly choice: RuleChoice | null;
  /** Where its rule comes from; null: nobody has one. */
  readonly origin: Origin | null;
  /** What of the printed 评分标准 was not understood, as printed: then a person judges. */
  readonly unread: readonly string[];
  /** null: the printed weight cannot be read. */
  readonly weight: number | null;
  readonly weightAt: CellAddress;
  readonly standard: Cited<string> | null;
  /** 指标解释; null: the form has none. */
  readonly definition: string | null;
  /** The row has a target of its own. */
  readonly hasTarget: boolean;
  /** What its rule was made of; null: nobody has one, or rows of an annex make up its points. */
  readonly criterion: Criterion | null;
  /** Its 评分依据; null: the form has no such column. */
  readonly basis: RowBasis | null;
  /** What its clause leaves open, by the name in the clause: the setting that decides it. */
  readonly settingNames: Readonly<Record<string, SettingName>>;
  readonly outcome: RuleResult["outcome"];
  /** 分, rounded only on a project form; null unless there are points (notApplicable: the weight). */
  readonly points: number | null;
  readonly deduction: number | null;
  readonly losses: readonly Loss[];
  readonly step: Step | null;
  /** As the rule gave it (clause, measured, scale, branches). */
  readonly result: RuleResult;
  /** The sentence for the sheet: why points are lost, or why the row is open; "" for full marks. */
  readonly reason: string;
  readonly facts: readonly GatheredFact[];
  /** Typed under its name in 评分底稿, and nothing asks for it any more. */
  readonly unused: readonly UnusedLine[];
  /** The annex rows that make up its points: losses first, largest first, then open ones, then the others. Empty
   * for a row that no annex answers. */
  readonly annexRows: readonly AnnexRowResult[];
  readonly questions: readonly Question[];
  /** Extracted facts that were used and nobody has confirmed. */
  readonly unconfirmed: number;
  readonly remarks: readonly string[];
  /** The number in the score cell before us. */
  readonly typed: number | null;
  /** Against the typed number, at its decimals; null: nothing typed, or nothing to compare. */
  readonly compared: "same" | "differs" | null;
  /** Of the deduction, 分 lost only through a setting. */
  readonly settingLoss: { readonly setting: SettingName; readonly points: number } | null;
}

/** One row of an annex that answers a row of the form, as plain data for whoever draws it. */
export interface AnnexRowResult {
  /** Its facts are "<id>.target", ".actual", ".tier", ".share", ".basis". */
  readonly id: string;
  /** 专项资金名称; null unless there are several. */
  readonly fund: string | null;
  readonly level1: string;
  readonly level2: string;
  readonly name: string;
  readonly nameAt: CellAddress;
  /** As the annex writes them ("" when blank). */
  readonly target: { readonly text: string; readonly at: CellAddress };
  readonly actual: { readonly text: string; readonly at: CellAddress };
  /** How they were read, in Chinese: "目标约20人（约），实际13人". */
  readonly read: string;
  /** Without a quantity: a person picks the tier. */
  readonly judged: boolean;
  readonly kind: TargetKind | null;
  /** 完成率, a fraction; null when judged or not known. */
  readonly rate: number | null;
  /** The branch that applied, and all of them for drawing. */
  readonly clause: string | null;
  readonly branches: readonly string[];
  /** 分 of the form. */
  readonly weight: number | null;
  readonly points: number | null;
  readonly deduction: number | null;
  readonly losses: readonly Loss[];
  /** The sentence beside the row: why points are lost, or what is open; "" for full marks. */
  readonly reason: string;
  /** 分 on the annex's own scale: what stands in its 得分 cell. */
  readonly annexWeight: number | null;
  readonly annexPoints: number | null;
  /** Cells of 完成率 and 得分; null where the annex has no such column. */
  readonly rateAt: CellAddress | null;
  readonly scoreAt: CellAddress | null;
  /** The number in the 得分 cell before us, against annexPoints. */
  readonly typed: number | null;
  readonly compared: "same" | "differs" | null;
  /** Fact ids of its open questions (their words are among the form row's questions). */
  readonly questions: readonly string[];
  /** Why it is open, in Chinese with a full stop. */
  readonly problem: string | null;
  readonly remarks: readonly string[];
}

export interface LevelTotal {
  readonly level: 1 | 2;
  readonly name: string;
  readonly weight: number;
  /** Points of the rows that have some. */
  readonly points: number;
  /** Weight of the rows that have none yet. */
  readonly open: number;
}

/** One plain, serialisable result from which every view is drawn. */
export interface Scorecard {
  readonly sheet: string;
  readonly kind: FormKind;
  readonly department: string | null;
  /** 项目名称. */
  readonly project: string | null;
  readonly year: number | null;
  /** Title of the edition; null: none fits. */
  readonly edition: string | null;
  /** As a sentence names it: 2023年版; "" where none fits. */
  readonly shortTitle: string;
  readonly rows: readonly ScorecardRow[];
  readonly levels: readonly LevelTotal[];
  /** Sum of the points so far, unrounded, and of the weights. */
  readonly points: number;
  readonly weight: number;
  /** Weight of the rows without points. */
  readonly openPoints: number;
  /** The points once nothing is open, else null. */
  readonly total: number | null;
  /** Given once nothing is open. With unconfirmed facts it is provisional and no tick is written. */
  readonly grade: string | null;
  /** Those of the edition, best first. */
  readonly grades: readonly GradeBound[];
  readonly unconfirmed: number;
  /** 暂计分: the total rests on something that nobody confirmed, or on a summary. */
  readonly provisional: boolean;
  /** What a person typed into 评分底稿 and nothing asks for any more, of every row and of none. */
  readonly unused: readonly UnusedLine[];
  /** 填报; null: nobody has typed the scores, or not they alone stand there. */
  readonly filled: FilledTotal | null;
  readonly typedTotal: Cited<number> | null;
  readonly totalCompared: "same" | "differs" | null;
  /** How many decimals are shown, and a sentence when they hide a deduction. */
  readonly decimals: number;
  /** With which the total is printed: its cell may have more of its own. */
  readonly totalDecimals: number;
  readonly hidden: string | null;
  readonly settingLosses: readonly { readonly setting: SettingName; readonly points: number }[];
  readonly settings: Settings;
  /** What the clauses of the edition and of the sheet leave open. */
  readonly ambiguities: Edition["ambiguities"];
  /** About the form as a whole and rows of the edition that the form lacks. */
  readonly remarks: readonly string[];
}
