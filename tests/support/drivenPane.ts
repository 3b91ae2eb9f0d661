import { createSession } from "../../src/taskpane/createSession";
import type { Host } from "../../src/taskpane/host";
import type { PaneEvent, PaneIntent } from "../../src/taskpane/paneEvent";
import { startState, type PaneState } from "../../src/taskpane/paneState";
import { reducePane } from "../../src/taskpane/reducePane";
import { succeed, type WorkbookPort } from "../../src/workbook/port";

/** A host that does nothing but read and write a workbook. */
export function quietHost(port: WorkbookPort): Host {
  const nothing = () => () => undefined;
  return {
    port,
    select: () => Promise.resolve(succeed(null)),
    onSelection: nothing,
    onChange: nothing,
    onNews: nothing,
    repair: null,
    copyText: () => Promise.resolve(true),
    amend: null,
  };
}

/** A pane without a screen: what a person would press is sent, and its state waited for. `seen`: every state. */
export function drivenPane(host: Host, seen: (state: PaneState) => void = () => undefined) {
  let now: PaneState = startState;
  const dispatch = (event: PaneEvent) => {
    now = reducePane(now, event);
    seen(now);
  };
  const session = createSession(host, dispatch);
  return {
    state: () => now,
    send: (intent: PaneIntent) => {
      dispatch(intent);
      session.perform(intent);
    },
    until: async (holds: (state: PaneState) => boolean): Promise<PaneState> => {
      for (let n = 0; n < 1000 && !holds(now); n += 1) await new Promise((done) => setTimeout(done, 10));
      if (!holds(now)) throw new Error(`never: ${String(holds)}`);
      return now;
    },
    end: session.end,
  };
}
