import { stopped } from "../workbook/port";
import { bookWords, changeWords } from "./changeWords";
import { reduceConfirm, type ConfirmIntent } from "./confirmState";
import { reduceDrafts } from "./draftsState";
import { followSheet } from "./followSheet";
import { pastedDrafts, reduceFill } from "./fillState";
import { noFindings, reduceFindings } from "./findingsState";
import type { PaneEvent } from "./paneEvent";
import { startState, type PaneState } from "./paneState";
import { takeScorecard } from "./takeScorecard";
import { reduceWording } from "./wordingState";

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

/** On these pages people type and click: what was done before must not move them when it goes. */
const pages: ReadonlySet<string> = new Set<PaneEvent["kind"]>(["showFill", "showConfirm", "showWording"]);

function isRead({ message }: PaneState, { kind }: PaneEvent): boolean {
  return deeds.has(kind) || (pages.has(kind) && message?.kind === "done");
}

/** The only place where the pane's state changes. Pure. */
export function reducePane(before: PaneState, event: PaneEvent): PaneState {
  const state = isRead(before, event) ? { ...before, message: null } : before;
  switch (event.kind) {
    case "scorecardRead":
      return takeScorecard(state, event);
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
        findings: { ...state.findings, stale: true },
        message: { kind: "done", text: stopped.what, notes: [] },
        announcement: stopped.what,
      };
    case "done":
      return { ...idle(state), message: event, announcement: [event.text, ...event.notes].join("") };
    case "submitted": {
      const text = "已生成报送版，本表没有改动。";
      const { notes } = event;
      const announcement = [text, ...notes].join("");
      return { ...idle(state), submitted: true, message: { kind: "done", text, notes }, announcement };
    }
    case "ended":
      return idle(state);
    case "draft":
    case "dropDraft":
    case "factWritten":
      return { ...withFill(state, event), ...reduceDrafts(state, event) };
    case "answer":
    case "confirm":
      return { ...state, ...reduceDrafts(state, event) };
    case "showFill":
      return { ...withFill(state, event), view: "fill", moveFocus: true };
    case "fillAt":
    case "give":
      return { ...withFill(state, event), moveFocus: false };
    case "pasteAnswers":
    case "undoPaste": {
      const drafts = pastedDrafts(state.drafts, event, state.filling.pasted);
      return {
        ...withFill(state, event),
        drafts,
        announcement: event.kind === "undoPaste" ? "已撤销粘贴" : event.said,
      };
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
    case "showWording":
      return { ...state, wording: reduceWording(state.wording, event), view: "wording", moveFocus: true };
    case "wordingAt":
    case "changeWording":
      return { ...state, wording: reduceWording(state.wording, event), moveFocus: false };
    case "showConfirm":
      return { ...withConfirm(state, event), view: "confirm", moveFocus: true };
    case "sayOfFact":
    case "confirmAt":
      return { ...withConfirm(state, event), moveFocus: false };
    case "quotesShown":
      return withConfirm(state, event);
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
    case "help":
      return { ...state, help: event.open };
    case "tour":
      return { ...state, tour: event.step, help: false };
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
    case "writeBasis":
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
    case "setting":
    case "copy":
      return state;
  }
}

function withoutEdits(state: PaneState, ruleKeys: readonly string[]): PaneState {
  const kept = Object.entries(state.ruleEdits).filter(([key]) => !ruleKeys.includes(key));
  return { ...state, ruleEdits: Object.fromEntries(kept) };
}

function withFill(state: PaneState, event: Parameters<typeof reduceFill>[1]): PaneState {
  return { ...state, filling: reduceFill(state.filling, event, state) };
}

function withConfirm(state: PaneState, event: ConfirmIntent): PaneState {
  return { ...state, confirming: reduceConfirm(state.confirming, event, state.scorecard) };
}

function idle(state: PaneState): PaneState {
  return { ...state, busy: false, progress: null, stopping: "no" };
}
