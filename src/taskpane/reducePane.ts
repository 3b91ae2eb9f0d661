import { sayTotal } from "../app/sayTotal";
import type { Scorecard, ScorecardRow } from "../scorecard/scorecard";
import type { CellAddress } from "../workbook/cell";
import { noFindings, reduceFindings } from "./findingsState";
import type { PaneEvent } from "./paneEvent";
import { startState, type PaneState } from "./paneState";
import { annexRowOfCell, rowOfCell } from "./rowOfCell";

/** The only place where the pane's state changes. Pure. */
export function reducePane(state: PaneState, event: PaneEvent): PaneState {
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
    case "slow":
      return { ...state, progress: event.what, announcement: event.what };
    case "failed":
      return {
        ...idle(state),
        phase: state.phase === "reading" ? "unreadable" : state.phase,
        message: { kind: "problem", problem: event.problem },
        announcement: `${event.problem.what}${event.problem.todo}`,
      };
    case "done":
      return { ...idle(state), message: event, announcement: event.text };
    case "ended":
      return idle(state);
    case "factWritten":
    case "dropDraft": {
      const kept = Object.entries(state.drafts).filter(([id]) => !event.factIds.includes(id));
      return { ...state, drafts: Object.fromEntries(kept) };
    }
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
      return { ...state, view: "findings", moveFocus: true, message: null };
    case "findingsRead":
    case "pickFinding":
    case "dismissFinding":
    case "markFindings":
    case "clearFindingMarks":
    case "exportFindings":
    case "pasteReport":
    case "openReport":
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
      return { ...state, converting: { kind: "choose" }, message: null };
    case "cancelConvert":
      return { ...state, converting: null };
    case "convert":
    case "submit":
      return { ...state, converting: null, message: null };
    case "submissionHeld":
      return {
        ...state,
        converting: event.why,
        announcement: event.why.kind === "stopped" ? "还不能生成报送版，请看清单" : "请先看报送前自查",
      };
    case "cancelRestore":
      return { ...state, restoring: null };
    case "restore":
      return { ...state, restoring: null, message: null };
    case "score":
    case "askRestore":
    case "adopt":
    case "repair":
    case "closeMessage":
      return { ...state, message: null };
    case "pickForm":
      // The bars and the findings speak of the form before.
      return {
        ...state,
        view: "list",
        findings: noFindings,
        restoring: null,
        converting: null,
        message: null,
      };
    case "reread":
    case "edition":
    case "goTo":
    case "answer":
    case "confirm":
    case "setting":
    case "copy":
      return state;
  }
}

function idle(state: PaneState): PaneState {
  return { ...state, busy: false, progress: null };
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
  return {
    ...state,
    phase: "ready",
    noForm: null,
    scorecard,
    drafts: isOther ? {} : state.drafts,
    ...standing,
    selected: selected?.row ?? null,
    view: state.view === "explanation" && selected === null ? "list" : state.view,
    moveFocus: false,
    sheetRow: null,
    // "已计算得分：…" would go stale beside the new total.
    message: state.message?.kind === "done" ? null : state.message,
    announcement: moved ? sayTotal(scorecard) : state.announcement,
  };
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

/** Shows the indicator under the selected cell, unless that would hide what is being typed, or the settings. */
function followSheet(state: PaneState, at: CellAddress): PaneState {
  if (state.scorecard === null) return state;
  const row = rowOfCell(state.scorecard, at);
  if (row === null) return { ...state, sheetRow: null };
  const annexRow = annexRowOfCell(state.scorecard, at);
  if (row === state.selected && state.view === "explanation")
    return { ...state, sheetRow: null, annexRow: annexRow ?? state.annexRow };
  // Stepping through the findings selects cells, too.
  if (state.view === "findings") return state;
  if (state.view === "settings" || hasDraft(state)) return { ...state, sheetRow: row };
  return { ...state, view: "explanation", selected: row, moveFocus: false, sheetRow: null, annexRow };
}

function hasDraft(state: PaneState): boolean {
  if (state.view !== "explanation") return false;
  const shown = state.scorecard?.rows.find((row) => row.row === state.selected);
  return shown?.facts.some((fact) => Object.hasOwn(state.drafts, fact.id)) ?? false;
}
