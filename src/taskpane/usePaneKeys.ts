import { useEffect, useRef, type MouseEvent } from "react";
import { usePaneState, useSend } from "./paneContext";
import { followFields } from "./fieldEdits";
import { shortcutIntent, stepBack } from "./paneKeys";
import type { PaneState } from "./paneState";
import { readShortcut } from "./shortcuts";

/**
 * The shortcuts, wherever the keyboard is but in a cell that is being edited.
 *
 * Esc in the pane, or where nothing has the keyboard: gives up what is being typed into a field, or stops what is under way,
 * or goes back a step, and the keyboard to what that step was begun with. What handles Esc itself stops it on its way here.
 */
export function usePaneKeys() {
  const state = usePaneState();
  const send = useSend();
  const pane = useRef<HTMLElement>(null);
  const opener = useRef<Opener | null>(null);
  const leaving = useRef<PaneState | null>(null);
  const latest = useRef({ state, send });
  useEffect(() => {
    latest.current = { state, send };
    // Findings that come in meanwhile draw the pane anew, too: the step is back once its view or box is gone.
    if (leaving.current === null || !hasLeft(leaving.current, state)) return;
    leaving.current = null;
    findOpener(pane.current, opener.current)?.focus();
  });
  useEffect(() => {
    const edits = followFields();
    const onFocus = ({ target }: FocusEvent) => {
      edits.enter(target);
    };
    const onKeyDown = (event: KeyboardEvent) => {
      const { key, target, defaultPrevented, isComposing } = event;
      const { state, send } = latest.current;
      // 帮助 has the keyboard, or another question of the page.
      if (state.help || (target instanceof Element && target.closest("dialog") !== null)) return;
      const inside = target instanceof Node && pane.current?.contains(target) === true;
      if (defaultPrevented || isComposing || pane.current?.getClientRects().length === 0) return;
      const shortcut = readShortcut(event);
      const typing = !inside && target instanceof Element && target.matches("input, textarea");
      if (shortcut !== null && !typing) {
        event.preventDefault();
        const intent = shortcutIntent(shortcut, state);
        if (intent !== null) send(intent);
        return;
      }
      if (!inside && target !== document.body) return;
      if (key === "Enter") edits.keep(target);
      if (key !== "Escape") return;
      if (state.stopping === "no" && edits.giveUp(target)) {
        event.preventDefault();
        return;
      }
      const intent = stepBack(state);
      if (intent === null) return;
      event.preventDefault();
      // The list itself knows the indicator that was explained.
      const knows = intent.kind === "showList" && state.view === "explanation";
      leaving.current = intent.kind === "stop" || knows ? null : state;
      send(intent);
    };
    document.addEventListener("focusin", onFocus);
    document.addEventListener("keydown", onKeyDown);
    return () => {
      document.removeEventListener("focusin", onFocus);
      document.removeEventListener("keydown", onKeyDown);
    };
  }, []);
  return {
    ref: pane,
    onClickCapture: ({ target }: MouseEvent) => {
      const button = target instanceof Element ? target.closest("button") : null;
      const { view, restoring, converting, tour } = state;
      const opens = button !== null && button.dataset["row"] === undefined && tour === null;
      if (opens && view === "list" && restoring === null && converting === null)
        opener.current = openerOf(button);
    },
  };
}

function hasLeft(before: PaneState, now: PaneState): boolean {
  const places = ["view", "restoring", "converting", "tour"] as const;
  return places.some((place) => before[place] !== now[place]);
}

/** What a view or a box was opened with: a button, which may be drawn anew in the meantime. */
interface Opener {
  readonly button: HTMLElement;
  readonly words: string;
}

function openerOf(button: HTMLElement): Opener {
  return { button, words: button.textContent };
}

function findOpener(pane: HTMLElement | null, opener: Opener | null): HTMLElement | null {
  if (pane === null || opener === null) return null;
  if (opener.button.isConnected) return opener.button;
  const all = [...pane.querySelectorAll<HTMLElement>("button")];
  return all.find((one) => one.textContent === opener.words && one.offsetParent !== null) ?? null;
}
