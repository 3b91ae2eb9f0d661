import { nextStep, stepButtons } from "./nextStep";
import type { PaneIntent } from "./paneEvent";
import type { PaneState } from "./paneState";
import type { readShortcut } from "./shortcuts";

/** What a shortcut wants; null: nothing just now. */
export function shortcutIntent(
  name: NonNullable<ReturnType<typeof readShortcut>>,
  state: PaneState,
): PaneIntent | null {
  if (name === "help") return { kind: "help", open: true };
  if (state.phase !== "ready") return null;
  if (name === "list") return { kind: "showList" };
  const step = name === "next" ? nextStep(state) : "score";
  if (step === "score" || step === "rescore") return state.busy ? null : { kind: "score" };
  return step === null ? null : (stepButtons[step]?.intent ?? null);
}

/** What Esc wants, once no field is being edited; null: there is nothing to go back from. */
export function stepBack(state: PaneState): PaneIntent | null {
  if (state.stopping !== "no") return state.stopping === "can" ? { kind: "stop" } : null;
  if (state.tour !== null) return { kind: "tour", step: null };
  if (state.restoring !== null) return { kind: "cancelRestore" };
  if (state.converting !== null) return { kind: "cancelConvert" };
  return state.phase === "ready" && state.view !== "list" ? { kind: "showList" } : null;
}
