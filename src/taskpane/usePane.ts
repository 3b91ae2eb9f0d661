import { useCallback, useEffect, useReducer, useRef } from "react";
import { createSession, type Session } from "./createSession";
import type { Host } from "./host";
import type { PaneIntent } from "./paneEvent";
import { startState, type PaneState } from "./paneState";
import { reducePane } from "./reducePane";
import type { Send } from "./sendContext";

/** The pane's state over a host: every intent goes to the reducer, and to the session for what it does outside. */
export function usePane(host: Host): readonly [PaneState, Send] {
  const [state, dispatch] = useReducer(reducePane, startState);
  const session = useRef<Session | null>(null);
  useEffect(() => {
    const started = createSession(host, dispatch);
    session.current = started;
    return () => {
      session.current = null;
      started.end();
    };
  }, [host]);
  const send = useCallback((intent: PaneIntent) => {
    dispatch(intent);
    session.current?.perform(intent);
  }, []);
  return [state, send];
}
