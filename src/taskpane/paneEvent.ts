import type { ConvertedTo } from "../edits/planConvert";
import type { NoForm } from "../form/form";
import type { SettingName } from "../rules/settings";
import type { Scorecard } from "../scorecard/scorecard";
import type { CellAddress } from "../workbook/cell";
import type { Problem } from "../workbook/port";
import type { FactDraft } from "./factDraft";
import type { FindingsIntent, FindingsNews } from "./findingsState";
import type { ConvertState, RestoreQuestion } from "./paneState";
import type { GivenAnswer } from "./readAnswers";
import type { RowFilter } from "./rowFilter";

/** What a component sends: the user wants something. Those marked * also do something outside the state. */
export type PaneIntent =
  /** * 计算得分 */
  | { readonly kind: "score" }
  /** * Opens the restore bar. */
  | { readonly kind: "askRestore" }
  /** * The questions answered yes give the old content back although the cell was changed since. */
  | { readonly kind: "restore"; readonly overwrite: readonly string[] }
  | { readonly kind: "cancelRestore" }
  /** Opens the bar of 转换公式 and 报送版. */
  | { readonly kind: "askConvert" }
  | { readonly kind: "cancelConvert" }
  /** * 转为普通公式, 转为数值 */
  | { readonly kind: "convert"; readonly to: ConvertedTo }
  /** * 报送版; checked: 报送前自查 was looked through. */
  | { readonly kind: "submit"; readonly freeze: ConvertedTo; readonly checked: boolean }
  /** * Reads the workbook again; with a sheet only that one is searched for a form. */
  | { readonly kind: "reread"; readonly sheet?: string }
  /** * Also selects its cell in the sheet. */
  | { readonly kind: "explain"; readonly row: number }
  | { readonly kind: "showList" }
  | { readonly kind: "showSettings" }
  | { readonly kind: "filter"; readonly filter: RowFilter }
  | { readonly kind: "search"; readonly query: string }
  /** * */
  | { readonly kind: "goTo"; readonly at: CellAddress }
  | { readonly kind: "draft"; readonly factId: string; readonly draft: FactDraft }
  | { readonly kind: "dropDraft"; readonly factId: string }
  /** * */
  | { readonly kind: "answer"; readonly answers: readonly GivenAnswer[] }
  /** * */
  | { readonly kind: "confirm"; readonly factIds: readonly string[] }
  /** * 采用计算得分 */
  | { readonly kind: "adopt"; readonly row: number }
  /** * 保留填报得分 */
  | { readonly kind: "keep"; readonly row: number }
  /** * */
  | { readonly kind: "setting"; readonly name: SettingName; readonly value: string }
  /** * Writes again the formulas that the product has lost. */
  | { readonly kind: "repair" }
  /** * */
  | { readonly kind: "copy"; readonly text: string }
  | FindingsIntent
  | { readonly kind: "closeMessage" };

/** What the world tells the reducer. */
export type PaneNews =
  | {
      readonly kind: "scorecardRead";
      readonly scorecard: Scorecard;
      readonly written: boolean;
      readonly restorable: boolean;
      readonly outdated: boolean;
      /** Form rows with 待更新. */
      readonly outdatedRows: readonly number[];
      readonly kept: readonly number[];
      /** Formulas of ours that the product has lost. */
      readonly broken: number;
    }
  | FindingsNews
  | { readonly kind: "noFormFound"; readonly noForm: NoForm; readonly sheetNames: readonly string[] }
  | { readonly kind: "started" }
  | { readonly kind: "slow"; readonly what: string }
  | { readonly kind: "failed"; readonly problem: Problem }
  | { readonly kind: "done"; readonly text: string; readonly notes: readonly string[] }
  /** Nothing to say: the change itself is seen. */
  | { readonly kind: "ended" }
  | { readonly kind: "factWritten"; readonly factIds: readonly string[] }
  | { readonly kind: "restoreQuestions"; readonly questions: readonly RestoreQuestion[] }
  | { readonly kind: "submissionHeld"; readonly why: ConvertState }
  | { readonly kind: "sheetSelection"; readonly at: CellAddress }
  | { readonly kind: "said"; readonly text: string };

export type PaneEvent = PaneIntent | PaneNews;
