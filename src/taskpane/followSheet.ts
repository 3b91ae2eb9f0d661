import type { CellAddress } from "../workbook/cell";
import type { PaneState } from "./paneState";
import { annexRowOfCell, rowOfCell } from "./rowOfCell";

/** Shows the indicator under the selected cell, unless that would hide what is being typed, or the settings. */
export function followSheet(state: PaneState, at: CellAddress): PaneState {
  if (state.scorecard === null) return state;
  const row = rowOfCell(state.scorecard, at);
  if (row === null) return { ...state, sheetRow: null };
  const annexRow = annexRowOfCell(state.scorecard, at);
  if (row === state.selected && state.view === "explanation")
    return { ...state, sheetRow: null, annexRow: annexRow ?? state.annexRow };
  // Stepping through the findings selects cells, too, as do the links beside a quote.
  if (state.view === "findings" || state.view === "confirm" || state.view === "fill") return state;
  if (state.view === "settings" || hasDraft(state)) return { ...state, sheetRow: row };
  return { ...state, view: "explanation", selected: row, moveFocus: false, sheetRow: null, annexRow };
}

function hasDraft(state: PaneState): boolean {
  if (state.view !== "explanation") return false;
  const shown = state.scorecard?.rows.find((row) => row.row === state.selected);
  if (shown === undefined) return false;
  return (
    state.ruleEdits[shown.ruleKey]?.open === true ||
    shown.facts.some((fact) => Object.hasOwn(state.drafts, fact.id))
  );
}
