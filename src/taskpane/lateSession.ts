import { unexpectedProblem } from "../app/news";
import type { Session } from "./createSession";
import type { PaneEvent, PaneIntent } from "./paneEvent";

/**
 * A session whose code comes after the first paint: what is wanted meanwhile is done, in its order, as soon as it is
 * there. Where it did not come the pane says so, and the next thing that is wanted asks for it again.
 */
export function lateSession(load: () => Promise<Session>, tell: (event: PaneEvent) => void): Session {
  let session: Session | null = null;
  let loading = false;
  let ended = false;
  let waiting: readonly PaneIntent[] = [];

  const begin = () => {
    loading = true;
    load().then(
      (loaded) => {
        if (ended) {
          loaded.end();
          return;
        }
        session = loaded;
        for (const intent of waiting) loaded.perform(intent);
      },
      (error: unknown) => {
        loading = false;
        waiting = [];
        if (!ended) tell({ kind: "failed", problem: notFetched(error) });
      },
    );
  };
  begin();

  return {
    perform: (intent) => {
      if (session !== null) {
        session.perform(intent);
        return;
      }
      waiting = [...waiting, intent];
      if (!loading) begin();
    },
    end: () => {
      ended = true;
      session?.end();
    },
  };
}

function notFetched(error: unknown) {
  return {
    ...unexpectedProblem(error),
    what: "面板的一部分没有取到。",
    todo: "请检查网络，再点“重新读取”。",
  };
}
