import { sayTotal } from "../app/sayTotal";
import type { Scorecard, ScorecardRow } from "../scorecard/scorecard";
import { nothingSaid, reduceConfirm } from "./confirmState";
import { nothingGiven, reduceFill } from "./fillState";
import type { PaneEvent } from "./paneEvent";
import { nothingWorded, reduceWording } from "./wordingState";
import type { KeptDrafts } from "./draftsState";
import { outdatedWords, startState, type LaidAside, type PaneState } from "./paneState";

/** The pane's state once the form was read again: what was begun stays, at the indicator that it was begun at. Pure. */
export function takeScorecard(
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
  const own = {
    ...state,
    ...(isOther ? exchanged(state, before.sheet, scorecard.sheet) : {}),
    ...(before === null ? takenUp(state, scorecard.sheet) : {}),
  };
  return {
    ...own,
    phase: "ready",
    noForm: null,
    scorecard,
    confirming: reduceConfirm(own.confirming, news, scorecard),
    wording: reduceWording(own.wording, news),
    filling: reduceFill(own.filling, news, { scorecard, drafts: own.drafts }),
    ...standing,
    // Beside the list itself, what was found is told right after.
    findings: { ...state.findings, stale: state.findings.stale || state.view !== "findings" },
    submitted: own.submitted && !isOther && before !== null && areScoredAlike(before, scorecard),
    selected: selected?.row ?? null,
    view: state.view === "explanation" && selected === null ? "list" : state.view,
    moveFocus: false,
    sheetRow: null,
    announcement:
      moved || lags ? `${sayTotal(scorecard)}${lags ? `。${outdatedWords}` : ""}` : state.announcement,
  };
}

/** Whether a 报送版 of the one would show the same points as one of the other. */
function areScoredAlike(one: Scorecard, other: Scorecard): boolean {
  const said = ({ rows }: Scorecard) =>
    JSON.stringify(rows.map(({ points, typed, reason }) => [points, typed, reason]));
  return said(one) === said(other);
}

/** What was begun with a form before the pane came up. */
function takenUp({ drafts, laidAside }: PaneState, sheet: string): Partial<PaneState> {
  const { [sheet]: back, ...others } = laidAside;
  return back === undefined || Object.keys(drafts).length > 0 ? {} : { ...back, laidAside: others };
}

/** The pane's state before anything is read, with what was kept of an earlier visit. */
export function stateWith(kept: KeptDrafts | null): PaneState {
  if (kept === null) return startState;
  return { ...startState, laidAside: { [kept.sheet]: { ...blank, drafts: kept.drafts } } };
}

const blank: LaidAside = {
  drafts: {},
  ruleEdits: {},
  confirming: nothingSaid,
  filling: nothingGiven,
  wording: nothingWorded,
};

/** What was typed for one form is laid aside, and what was for the other taken up again. */
function exchanged(
  { drafts, ruleEdits, confirming, filling, wording, laidAside }: PaneState,
  from: string,
  to: string,
): LaidAside & Pick<PaneState, "sent" | "laidAside"> {
  const { [to]: back = blank, ...others } = laidAside;
  return {
    ...back,
    sent: {},
    laidAside: { ...others, [from]: { drafts, ruleEdits, confirming, filling, wording } },
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
