import { planBuiltIn, planValues, type ConvertedTo } from "../edits/planConvert";
import { planFact, planReview, type FactAnswer, type Review } from "../edits/planFact";
import { planClearFindings } from "../edits/clearFindings";
import { planScoring } from "../edits/planScoring";
import { planEdition, planRuleChoices, planSettings, planReviewed } from "../edits/planKept";
import type { TakenDraft } from "../edits/planBasis";
import type { MendedCell } from "../edits/planMend";
import type { Finding } from "../findings/finding";
import type { RuleChoice } from "../scorecard/chooseRule";
import type { SettingName } from "../editions/settings";
import type { Case } from "../scorecard/case";
import type { CellAddress } from "../workbook/cell";
import type { EditPlan } from "../workbook/edit";
import { fitRules, type RuleEntry } from "./ruleEntries";
import { planKeep } from "./keptScores";
import { sayTotal } from "./sayTotal";

/** What a person can ask to be written, in whatever face. */
export type Change =
  | { readonly kind: "score" }
  /** 采用计算得分 */
  | { readonly kind: "adopt"; readonly row: number }
  /** 保留填报得分 */
  | { readonly kind: "keep"; readonly row: number }
  | { readonly kind: "answer"; readonly answers: readonly FactAnswer[] }
  /** 确认、不是、改, of what was read from words. */
  | ({ readonly kind: "confirm" } & Review)
  /** Several of one kind at once: the like of many rows. */
  | {
      readonly kind: "setting";
      readonly name: SettingName | readonly SettingName[];
      readonly value: string;
    }
  /** The edition to score by; null: the form chooses. */
  | { readonly kind: "edition"; readonly id: string | null }
  /** Which rule counts for single rows, by the rows' keys; null: the sheet and the edition decide. */
  | { readonly kind: "rules"; readonly choices: Readonly<Record<string, RuleChoice | null>> }
  /** Rules that were corrected in another workbook: 规则.json. */
  | { readonly kind: "importRules"; readonly entries: readonly RuleEntry[] }
  /** 转为普通公式, 转为数值 */
  | { readonly kind: "convert"; readonly to: ConvertedTo }
  /** 已核实，不处理 with a note; null: open again. */
  | { readonly kind: "dismissFinding"; readonly key: string; readonly note: string | null }
  | { readonly kind: "clearFindingMarks" }
  | BasisChange
  | FindingsChange
  | RestoreChange;

/** 采用 and 撤下 of drafts of 评分依据, as a person has seen them. */
export interface BasisChange {
  readonly kind: "writeBasis";
  readonly taken: readonly TakenDraft[];
}

export type FindingsChange =
  | { readonly kind: "markFindings" }
  /** Writes the sheet 自查问题清单. */
  | { readonly kind: "exportFindings" }
  /** 采用: the fixes of these findings as a person has seen them. */
  | { readonly kind: "mendFindings"; readonly fixes: readonly SeenFix[] }
  /** 撤销 of one mendFindings. */
  | { readonly kind: "unmend"; readonly mended: readonly MendedCell[] };

/** What a person saw of a finding before he took its fix. */
export type SeenFix = Required<Pick<Finding, "key" | "fix">>;

/** Possible without a readable form, too. */
export type RestoreChange =
  /** Only asks. */
  | { readonly kind: "askRestore" }
  /** The questions answered yes give the old content back although the cell was changed since; null: nothing is
   * written while there is a question. */
  | { readonly kind: "restore"; readonly overwrite: readonly string[] | null };

/** A written cell that was changed since: restore asks before it gives the old content back. */
export interface RestoreQuestion {
  readonly id: string;
  readonly at: CellAddress | null;
  /** What stands there now, what restoring would do, in Chinese. */
  readonly text: string;
}

export type Planned =
  | {
      readonly plan: EditPlan;
      /** What follows, once that is written and worked out, from the workbook as it is then. */
      readonly next?: (formCase: Case) => EditPlan;
      /** What to say afterwards; null where the change is seen. */
      readonly done: string | null;
      /** What 撤销 takes back; null: it was just that. */
      readonly mended?: readonly MendedCell[] | null;
    }
  | { readonly questions: readonly RestoreQuestion[] };

const onFindings: ReadonlySet<Change["kind"]> = new Set<FindingsChange["kind"]>([
  "markFindings",
  "exportFindings",
  "mendFindings",
  "unmend",
]);

/** Whether a change writes what 报送前自查 finds: how is fetched first. */
export function isOnFindings(change: Change): change is FindingsChange {
  return onFindings.has(change.kind);
}

export function isRestoring(change: Change): change is RestoreChange {
  return change.kind === "askRestore" || change.kind === "restore";
}

/** What a change writes, given the form as it is now. Pure. */
export function planChange(
  change: Exclude<Change, BasisChange | FindingsChange | RestoreChange>,
  formCase: Case,
): Planned {
  switch (change.kind) {
    case "score":
      return { plan: planScoring(formCase), done: `${saidOf(formCase)}：${sayTotal(formCase.scorecard)}` };
    case "adopt":
      return { plan: planScoring(formCase, { overwrite: new Set([change.row]) }), done: null };
    case "keep":
      return { plan: planKeep(formCase, change.row), done: null };
    case "answer":
      return { plan: planFact(formCase, change.answers), done: null };
    case "confirm": {
      const { plan, left } = planReview(formCase, change);
      return { plan, done: left === 0 ? null : `有${left}条的文字或数已经变了，没有写入，请再核对。` };
    }
    case "setting":
      return { plan: planSettings(formCase, sameFor([change.name].flat(), change.value)), done: null };
    case "edition":
      return { plan: planEdition(formCase, change.id), done: null };
    case "rules":
      return { plan: planRuleChoices(formCase, change.choices), done: null };
    case "importRules": {
      const { choices, said } = fitRules(formCase, change.entries);
      return { plan: planRuleChoices(formCase, choices), done: said };
    }
    case "convert": {
      const plan = planBuiltIn(formCase);
      // Only then everything is worked out, and no function of ours is waited for.
      if (change.to === "values") return { plan, next: planValues, done: `已转为数值；${takenBack}` };
      return { plan, done: `已转为普通公式；${takenBack}` };
    }
    case "dismissFinding":
      return { plan: planReviewed(formCase, change.key, change.note), done: null };
    case "clearFindingMarks":
      return { plan: planClearFindings(formCase.snapshot), done: null };
  }
}

function saidOf({ sheet, copyOf }: Case): string {
  return copyOf === null ? "已计算得分" : `“${sheet}”已作为新表计算`;
}

function sameFor(names: readonly SettingName[], value: string): Readonly<Record<SettingName, string>> {
  return Object.fromEntries(names.map((name) => [name, value]));
}

const takenBack = "按“恢复原表”可以撤回。";
