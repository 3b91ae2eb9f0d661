import { unexpectedProblem } from "../app/news";
import type { PaneNews } from "./paneEvent";

/** Runs one action after the other. A quiet one does not make the buttons wait. */
type Enqueue = (what: string, action: () => Promise<void>, quiet?: boolean) => void;

/** After this long the user is told what is going on. */
const slowAfter = 500;

/** One action at a time; a mistake of ours becomes a message, never a dead pane. */
export function createQueue(say: (news: PaneNews) => void, ended: () => boolean): Enqueue {
  let last: Promise<void> = Promise.resolve();
  return (what, action, quiet = false) => {
    last = last.then(async () => {
      if (ended()) return;
      const timer = setTimeout(() => {
        say({ kind: "slow", what });
      }, slowAfter);
      if (!quiet) say({ kind: "started" });
      try {
        await action();
      } catch (error) {
        say({ kind: "failed", problem: unexpectedProblem(error) });
      } finally {
        clearTimeout(timer);
        say({ kind: "ended" });
      }
    });
  };
}
