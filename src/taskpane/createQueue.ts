import { unexpectedProblem } from "../app/news";
import type { StepName, Watch } from "../workbook/port";
import type { PaneNews } from "./paneEvent";
import type { Stopping } from "./paneState";

/** quiet: the buttons do not wait for it; stoppable: it may be stopped until it writes. */
type Manner = "plain" | "quiet" | "stoppable";

type Action = (watch: Watch) => Promise<void>;

interface Queue {
  /** Runs one action after the other. */
  readonly enqueue: (what: string, action: Action, manner?: Manner) => void;
  /** Stops what is under way, if that is still possible. */
  readonly stop: () => void;
}

/** After this long the user is told what is going on. */
const slowAfter = 400;
/** A step is read out at most so often. */
const aloudAfter = 3000;

/** One action at a time; a mistake of ours becomes a message, never a dead pane. */
export function createQueue(say: (news: PaneNews) => void, ended: () => boolean): Queue {
  let last: Promise<void> = Promise.resolve();
  /** What each step took the last time. */
  const took = new Map<StepName, number>();
  let stop = (): void => undefined;

  const run = async (what: string, action: Action, manner: Manner) => {
    let text = what;
    let stopping: Stopping = manner === "stoppable" ? "can" : "no";
    let written = false;
    let shown = false;
    let saidAt = 0;
    const show = () => {
      if (!shown) return;
      const aloud = Date.now() - saidAt >= aloudAfter;
      if (aloud) saidAt = Date.now();
      say({ kind: "progress", text, stopping, aloud });
    };
    const timer = setTimeout(() => {
      shown = true;
      show();
    }, slowAfter);
    let begun: { readonly name: StepName; readonly at: number } | null = null;
    const begin = (name: StepName | null) => {
      const now = Date.now();
      if (begun !== null && begun.name !== name) took.set(begun.name, now - begun.at);
      if (begun?.name !== name) begun = name === null ? null : { name, at: now };
      // While it works, no timer comes through: what was slow is said before it begins.
      if (name !== null && working.has(name) && (took.get(name) ?? 0) >= slowAfter) shown = true;
    };
    stop = () => {
      if (stopping !== "can") return;
      stopping = "asked";
      show();
    };
    const watch: Watch = {
      step: (name, at, of) => {
        begin(name);
        written ||= name === "write";
        if (written && stopping !== "no") stopping = "late";
        text = `${what}：${written && name === "read" ? "读回结果" : stepWords[name]}${count(at, of)}`;
        show();
      },
      goOn: async () => {
        if (shown) await new Promise((done) => setTimeout(done));
        return stopping !== "asked";
      },
    };
    if (manner !== "quiet") say({ kind: "started" });
    try {
      await action(watch);
    } catch (error) {
      say({ kind: "failed", problem: unexpectedProblem(error) });
    } finally {
      clearTimeout(timer);
      begin(null);
      shown = false;
      say({ kind: "ended" });
    }
  };

  return {
    enqueue: (what, action, manner = "plain") => {
      // Also while it waits for the one before: what was pressed is not pressed again.
      if (manner !== "quiet") say({ kind: "started" });
      last = last.then(() => (ended() ? undefined : run(what, action, manner)));
    },
    stop: () => {
      stop();
    },
  };
}

const stepWords: Readonly<Record<StepName, string>> = {
  read: "读表",
  work: "计算",
  findings: "自查",
  look: "核对",
  write: "写入",
};

/** Steps without a round trip. */
const working: ReadonlySet<StepName> = new Set<StepName>(["work", "findings"]);

/** " 3/5", " 3" of a number not known; nothing to count where there is only one. */
function count(at: number, of: number): string {
  if (at === 0 || of === 1) return "";
  return of === 0 ? ` ${at}` : ` ${at}/${of}`;
}
