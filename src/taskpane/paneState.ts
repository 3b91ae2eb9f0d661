import type { LedgerPreview } from "../app/fillLedger";
import type { FormChoice } from "../app/formChoices";
import type { Told } from "../app/news";
import type { RestoreQuestion } from "../app/planChange";
import type { ConvertedTo } from "../edits/planConvert";
import type { SubmissionStop } from "../edits/submissionStops";
import type { Finding } from "../findings/finding";
import type { NoForm } from "../form/form";
import type { Scorecard } from "../scorecard/scorecard";
import type { Problem } from "../workbook/port";
import { nothingSaid, type ConfirmState } from "./confirmState";
import { noDrafts, type DraftsState } from "./draftsState";
import { nothingGiven, type FillState } from "./fillState";
import { noFindings, type FindingsState } from "./findingsState";
import type { RowFilter } from "./rowFilter";
import type { RuleEditing } from "./ruleEditing";
import { nothingWorded, type WordingState } from "./wordingState";

type PaneView = "list" | "explanation" | "settings" | "findings" | "confirm" | "fill" | "wording";

/** A message that stays until it is closed or something succeeds. */
export type PaneMessage =
  { readonly kind: "problem"; readonly problem: Problem } | Extract<Told, { readonly kind: "done" }>;

/** Whether what is under way can be stopped; late: not any more. */
export type Stopping = "no" | "can" | "asked" | "late";

/** What a person may choose about the whole form. */
export interface PaneChoices {
  /** The forms of the workbook. */
  readonly forms: readonly FormChoice[];
  readonly editions: readonly { readonly id: string; readonly title: string }[];
  /** Id of the edition that is kept in the workbook; null: the form chooses. */
  readonly edition: string | null;
}

/** 转换公式 and 报送版: what the bar shows. */
export type ConvertState =
  | { readonly kind: "choose" }
  /** No 报送版 while anything is 待补充 or 待确认. */
  | { readonly kind: "stopped"; readonly stops: readonly SubmissionStop[] }
  /** 报送前自查 is to be looked through first. */
  | { readonly kind: "findings"; readonly findings: readonly Finding[]; readonly freeze: ConvertedTo };

/** How the form stands in the workbook. */
export interface Standing {
  /** Our scores stand in the sheet. */
  readonly written: boolean;
  /** There is something of ours to take back: scores, or only the working paper. */
  readonly restorable: boolean;
  /** What stands in the sheet is no longer what scoring again would write. */
  readonly outdated: boolean;
  /** Form rows whose score or reason in the sheet is out of date: 待更新. */
  readonly outdatedRows: readonly number[];
  /** Those that should be another score, and a protection keeps it out. */
  readonly lockedRows: readonly number[];
  /** Formulas of ours that the product has lost. */
  readonly broken: number;
  /** Rows whose typed score the user chose to keep; kept in the workbook. */
  readonly kept: readonly number[];
}

/** Everything that the pane shows, as plain data. */
export interface PaneState extends Standing, DraftsState {
  /** reading: nothing known yet. */
  readonly phase: "reading" | "unreadable" | "noForm" | "ready";
  readonly noForm: NoForm | null;
  readonly choices: PaneChoices;
  readonly scorecard: Scorecard | null;
  readonly view: PaneView;
  /** Form row of the indicator that is explained. */
  readonly selected: number | null;
  /** Whether the keyboard's place follows into the view: only when the user asked from within the pane. */
  readonly moveFocus: boolean;
  /** Form row under the cell that is selected in the sheet, shown where following it would lose typed words. */
  readonly sheetRow: number | null;
  /** Id of the annex row under the cell that is selected in the sheet. */
  readonly annexRow: string | null;
  readonly filter: RowFilter;
  readonly query: string;
  /** By the keys of the rows: what is being said of their rules, and not yet kept. */
  readonly ruleEdits: Readonly<Record<string, RuleEditing>>;
  /** What was typed for forms that are not shown now, by their sheets. */
  readonly laidAside: Readonly<Record<string, LaidAside>>;
  /** A 报送版 was made of the form as it is. */
  readonly submitted: boolean;
  /** What is under way for longer than a moment, and where it has got to: "正在计算得分：写入 3/5". */
  readonly progress: string | null;
  readonly stopping: Stopping;
  /** An action is under way: buttons that write wait. */
  readonly busy: boolean;
  readonly message: PaneMessage | null;
  /** The restore bar is open; the questions are null until known. */
  readonly restoring: readonly RestoreQuestion[] | null;
  /** The bar of 转换公式 and 报送版 is open. */
  readonly converting: ConvertState | null;
  /** What 项目台账 would fill in; null: none was read. */
  readonly ledger: LedgerPreview | null;
  /** 报送前自查 */
  readonly findings: FindingsState;
  /** 全部核对确认 */
  readonly confirming: ConfirmState;
  /** 逐项填写 */
  readonly filling: FillState;
  /** 生成评分依据（草稿） */
  readonly wording: WordingState;
  /** 帮助 is open. */
  readonly help: boolean;
  /** The step of the first tour, from 0; null: nobody is on it. */
  readonly tour: number | null;
  /** For screen readers. */
  readonly announcement: string;
}

/** What a person has begun with one form, while another is shown. */
export type LaidAside = Pick<PaneState, "drafts" | "ruleEdits" | "confirming" | "filling" | "wording">;

export const outdatedWords = "数据已有变化（或由较早版本评分），表内得分和说明尚未更新，请重新计算得分。";

/** A form that nothing of ours stands in. */
export const untouched: Standing = {
  written: false,
  restorable: false,
  outdated: false,
  outdatedRows: [],
  lockedRows: [],
  kept: [],
  broken: 0,
};

export const startState: PaneState = {
  phase: "reading",
  noForm: null,
  choices: { forms: [], editions: [], edition: null },
  scorecard: null,
  ...untouched,
  view: "list",
  selected: null,
  moveFocus: false,
  sheetRow: null,
  annexRow: null,
  filter: "all",
  query: "",
  ...noDrafts,
  ruleEdits: {},
  laidAside: {},
  submitted: false,
  progress: null,
  stopping: "no",
  busy: false,
  message: null,
  restoring: null,
  converting: null,
  ledger: null,
  findings: noFindings,
  confirming: nothingSaid,
  filling: nothingGiven,
  wording: nothingWorded,
  help: false,
  tour: null,
  announcement: "",
};
