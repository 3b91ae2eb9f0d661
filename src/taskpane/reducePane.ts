import { sayTotal } from "../app/sayTotal";
import type { Scorecard, ScorecardRow } from "../scorecard/scorecard";
import { stopped } from "../workbook/port";
import { bookWords, changeWords } from "./changeWords";
import { followSheet } from "./followSheet";
import { noFindings, reduceFindings } from "./findingsState";
import type { PaneEvent } from "./paneEvent";
import { outdatedWords, startState, type PaneState } from "./paneState";

/** Whoever does one of these has read what was said before. */
const deeds: ReadonlySet<string> = new Set<string>([
  ...Object.keys(changeWords),
  ...Object.keys(bookWords),
  ...([
    "readRules",
    "exportRules",
    "submit",
    "repair",
    "askConvert",
    "pickForm",
    "closeMessage",
    "showFindings",
    "pasteReport",
    "openReport",
    "openGoals",
    "dropGoals",
  ] satisfies PaneEvent["kind"][]),
]);

/** The only place where the pane's state changes. Pure. */
export function reducePane(before: PaneState, event: PaneEvent): PaneState {
  const state = deeds.has(event.kind) ? { ...before, message: null } : before;
  switch (event.kind) {
    case "scorecardRead":
      return withScorecard(state, event);
    case "choicesRead":
      return { ...state, choices: event.choices };
    case "noFormFound":
      return {
        ...state,
        phase: "noForm",
        noForm: event.noForm,
        restorable: event.restorable,
        choices: startState.choices,
        scorecard: null,
        view: "list",
        selected: null,
        announcement: "没有找到自评表",
      };
    case "started":
      return { ...state, busy: true };
    case "progress": {
      const { text, stopping, aloud } = event;
      return { ...state, progress: text, stopping, announcement: aloud ? text : state.announcement };
    }
    case "failed":
      return {
        ...idle(state),
        phase: state.phase === "reading" ? "unreadable" : state.phase,
        message: { kind: "problem", problem: event.problem },
        announcement: `${event.problem.what}${event.problem.todo}`,
      };
    case "stopped":
      return {
        ...idle(state),
        phase: state.phase === "reading" ? "unreadable" : state.phase,
        // Nothing was checked that could be shown.
        view: state.view === "findings" && state.findings.list === null ? "list" : state.view,
        message: { kind: "done", text: stopped.what, notes: [] },
        announcement: stopped.what,
      };
    case "done":
      return { ...idle(state), message: event, announcement: [event.text, ...event.notes].join("") };
    case "ended":
      return idle(state);
    case "factWritten":
    case "dropDraft": {
      const kept = Object.entries(state.drafts).filter(([id]) => !event.factIds.includes(id));
      return { ...state, drafts: Object.fromEntries(kept) };
    }
    case "editRule":
      return event.editing === null
        ? withoutEdits(state, [event.ruleKey])
        : { ...state, ruleEdits: { ...state.ruleEdits, [event.ruleKey]: event.editing } };
    case "rulesWritten":
      // Where a rule was only taken back, what is being filled in instead of it stays.
      return withoutEdits(
        state,
        Object.keys(event.choices).filter((key) => event.choices[key] !== null),
      );
    case "restoreQuestions":
      return { ...state, restoring: event.questions };
    case "sheetSelection":
      return followSheet(state, event.at);
    case "said":
      return { ...state, announcement: event.text };
    case "explain":
      return {
        ...state,
        view: "explanation",
        selected: event.row,
        moveFocus: true,
        sheetRow: null,
        annexRow: null,
        message: state.message?.kind === "done" ? null : state.message,
      };
    case "showList":
      return { ...state, view: "list", moveFocus: true };
    case "showSettings":
      return { ...state, view: "settings", moveFocus: true };
    case "showFindings":
      return { ...state, view: "findings", moveFocus: true };
    case "findingsRead":
    case "pickFinding":
    case "dismissFinding":
    case "markFindings":
    case "clearFindingMarks":
    case "exportFindings":
    case "mendFindings":
    case "unmend":
    case "findingsMended":
    case "pasteReport":
    case "openReport":
    case "openGoals":
    case "dropGoals":
      return { ...state, moveFocus: false, findings: reduceFindings(state.findings, event) };
    case "filter":
      return { ...state, filter: event.filter };
    case "search":
      return { ...state, query: event.query };
    case "draft":
      return { ...state, drafts: { ...state.drafts, [event.factId]: event.draft } };
    case "keep":
      return { ...state, announcement: "已保留填报得分" };
    case "askConvert":
      return { ...state, converting: { kind: "choose" } };
    case "cancelConvert":
    case "convert":
    case "submit":
      return { ...state, converting: null };
    case "submissionHeld":
      return {
        ...state,
        converting: event.why,
        announcement: event.why.kind === "stopped" ? "还不能生成报送版，请看清单" : "请先看报送前自查",
      };
    case "ledgerRead":
      return { ...state, ledger: event.preview, announcement: "已读取台账，请核对要填的各格" };
    case "closeLedger":
    case "fillLedger":
      return { ...state, ledger: null };
    case "restore":
      return { ...state, restoring: null, findings: { ...state.findings, mended: [] } };
    case "cancelRestore":
      return { ...state, restoring: null };
    case "scoreAll":
    case "pickForm":
      // The bars and the findings speak of the form before.
      return {
        ...state,
        view: "list",
        findings: noFindings,
        restoring: null,
        converting: null,
      };
    case "reread":
      return { ...state, message: state.message?.kind === "done" ? state.message : null };
    case "score":
    case "askRestore":
    case "adopt":
    case "repair":
    case "closeMessage":
    case "stop":
    case "edition":
    case "rules":
    case "importRules":
    case "readRules":
    case "readLedger":
    case "exportRules":
    case "goTo":
    case "answer":
    case "confirm":
    case "setting":
    case "copy":
      return state;
  }
}

function withoutEdits(state: PaneState, ruleKeys: readonly string[]): PaneState {
  const kept = Object.entries(state.ruleEdits).filter(([key]) => !ruleKeys.includes(key));
  return { ...state, ruleEdits: Object.fromEntries(kept) };
}

function idle(state: PaneState): PaneState {
  return { ...state, busy: false, progress: null, stopping: "no" };
}

function withScorecard(
  state: PaneState,
  news: Extract<PaneEvent, { readonly kind: "scorecardRead" }>,
): PaneState {
  const { scorecard, standing } = news;
  const selected = sameIndicator(state, scorecard);
  const before = state.scorecard;
  // What was typed for one form is nothing for another; a sheet that was only renamed is the same form.
  const isOther = before !== null && before.sheet !== scorecard.sheet && state.choices.forms.length > 1;
  const moved = before !== null && before.points !== scorecard.points;
  const lags = standing.outdated && !state.outdated;
  return {
    ...state,
    phase: "ready",
    noForm: null,
    scorecard,
    ...(isOther ? exchanged(state, before.sheet, scorecard.sheet) : {}),
    ...standing,
    selected: selected?.row ?? null,
    view: state.view === "explanation" && selected === null ? "list" : state.view,
    moveFocus: false,
    sheetRow: null,
    announcement:
      moved || lags ? `${sayTotal(scorecard)}${lags ? `。${outdatedWords}` : ""}` : state.announcement,
  };
}

/** What was typed for one form is laid aside, and what was for the other taken up again. */
function exchanged(
  { drafts, ruleEdits, laidAside }: PaneState,
  from: string,
  to: string,
): Pick<PaneState, "drafts" | "ruleEdits" | "laidAside"> {
  const { [to]: back = { drafts: {}, ruleEdits: {} }, ...others } = laidAside;
  return { ...back, laidAside: { ...others, [from]: { drafts, ruleEdits } } };
}

/** Rows may have been inserted above: the indicator is found again by what it is, not by where it stood. */
function sameIndicator(state: PaneState, scorecard: Scorecard): ScorecardRow | null {
  const before = state.scorecard?.rows.find((row) => row.row === state.selected);
  if (before === undefined) return null;
  const alike = (row: ScorecardRow) =>
    row.editionRowId === before.editionRowId && row.indicator === before.indicator;
  return (
    scorecard.rows.find((row) => row.row === before.row && alike(row)) ?? scorecard.rows.find(alike) ?? null
  );
}
