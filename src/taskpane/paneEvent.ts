import type { LedgerPreview, LedgerSource } from "../app/fillLedger";
import type { Change, RestoreQuestion } from "../app/planChange";
import type { Told } from "../app/news";
import type { ConvertedTo } from "../edits/planConvert";
import type { NoForm } from "../form/form";
import type { RuleChoice } from "../scorecard/chooseRule";
import type { Scorecard } from "../scorecard/scorecard";
import type { CellAddress } from "../workbook/cell";
import type { ConfirmIntent } from "./confirmState";
import type { DraftsIntent, DraftsNews } from "./draftsState";
import type { FillIntent } from "./fillState";
import type { FindingsIntent, FindingsNews } from "./findingsState";
import type { ConvertState, PaneChoices, Standing, Stopping } from "./paneState";
import type { RowFilter } from "./rowFilter";
import type { RuleEditing } from "./ruleEditing";
import type { WordingIntent } from "./wordingState";

/** What a component sends: the user wants something. Those marked * also do something outside the state, as does
 * every Change. */
export type PaneIntent =
  | Change
  | { readonly kind: "cancelRestore" }
  /** Opens the bar of 转换公式 and 报送版. */
  | { readonly kind: "askConvert" }
  | { readonly kind: "cancelConvert" }
  /** * 报送版; checked: 报送前自查 was looked through. */
  | { readonly kind: "submit"; readonly freeze: ConvertedTo; readonly checked: boolean }
  /** * Reads the workbook again. */
  | { readonly kind: "reread" }
  /** * 全部计算: every form of the workbook. */
  | { readonly kind: "scoreAll" }
  | LedgerIntent
  /** What a list would fill in is not looked at any more. */
  | { readonly kind: "closeLedger" }
  /** * The form on this sheet is the one to work on. */
  | { readonly kind: "pickForm"; readonly sheet: string }
  /** * Also selects its cell in the sheet. */
  | { readonly kind: "explain"; readonly row: number }
  | { readonly kind: "showList" }
  | { readonly kind: "showSettings" }
  | { readonly kind: "filter"; readonly filter: RowFilter }
  | { readonly kind: "search"; readonly query: string }
  /** * */
  | { readonly kind: "goTo"; readonly at: CellAddress }
  | DraftsIntent
  | ConfirmIntent
  | FillIntent
  | WordingIntent
  /** null: what was filled in for the rule is dropped. */
  | { readonly kind: "editRule"; readonly ruleKey: string; readonly editing: RuleEditing | null }
  /** * 规则.json with what a person said of the rules of this form. */
  | { readonly kind: "exportRules"; readonly to: "clipboard" | "file" }
  /** * A 规则.json from elsewhere: a file, or its pasted text. */
  | { readonly kind: "readRules"; readonly from: Uint8Array | string }
  /** * Writes again the formulas that the product has lost. */
  | { readonly kind: "repair" }
  /** * */
  | { readonly kind: "copy"; readonly text: string }
  | FindingsIntent
  /** * Stops what is under way, as long as nothing is written. */
  | { readonly kind: "stop" }
  | { readonly kind: "closeMessage" }
  | { readonly kind: "help"; readonly open: boolean }
  /** At which step of the first tour somebody is; null: it is over. */
  | { readonly kind: "tour"; readonly step: number | null };

/** * 项目台账, for every form of the workbook: what it would fill in, and, once a person has seen that, filling it in
 * without the cells of these keys. */
export type LedgerIntent =
  | { readonly kind: "readLedger"; readonly source: LedgerSource }
  | { readonly kind: "fillLedger"; readonly preview: LedgerPreview; readonly leave: readonly string[] };

/** What the world tells the reducer. */
export type PaneNews =
  | { readonly kind: "scorecardRead"; readonly scorecard: Scorecard; readonly standing: Standing }
  | FindingsNews
  | { readonly kind: "choicesRead"; readonly choices: PaneChoices }
  | { readonly kind: "noFormFound"; readonly noForm: NoForm; readonly restorable: boolean }
  | { readonly kind: "started" }
  /** aloud: read out, too. */
  | { readonly kind: "progress"; readonly text: string; readonly stopping: Stopping; readonly aloud: boolean }
  | Told
  /** Before anything was written. */
  | { readonly kind: "stopped" }
  /** Nothing to say: the change itself is seen. */
  | { readonly kind: "ended" }
  | DraftsNews
  | { readonly kind: "rulesWritten"; readonly choices: Readonly<Record<string, RuleChoice | null>> }
  | { readonly kind: "restoreQuestions"; readonly questions: readonly RestoreQuestion[] }
  | { readonly kind: "ledgerRead"; readonly preview: LedgerPreview }
  | { readonly kind: "submitted"; readonly notes: readonly string[] }
  | { readonly kind: "submissionHeld"; readonly why: ConvertState }
  | { readonly kind: "sheetSelection"; readonly at: CellAddress }
  | { readonly kind: "said"; readonly text: string };

export type PaneEvent = PaneIntent | PaneNews;
