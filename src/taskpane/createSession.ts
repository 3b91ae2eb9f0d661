import { evaluate, type Evaluation } from "../scorecard/evaluate";
import type { Scorecard } from "../scorecard/scorecard";
import type { CellAddress } from "../workbook/cell";
import type { EditPlan } from "../workbook/edit";
import type { Problem } from "../workbook/port";
import type { Snapshot } from "../workbook/snapshot";
import type { Host } from "./host";
import type { PaneIntent, PaneNews } from "./paneEvent";
import { isRestorable, isWritten, planIntent, planRewrite, type PlannedIntent } from "./planIntent";

/** The effects behind the pane: reads, scores, writes through the host, one at a time. */
export interface Session {
  readonly perform: (intent: PaneIntent) => void;
  readonly end: () => void;
}

/** What was read last. */
export interface Reading {
  readonly snapshot: Snapshot;
  readonly evaluation: Evaluation;
}

/** After this long the user is told what is going on. */
const slowAfter = 500;
/** Excel reports one paste as many changes: read once they have calmed down. */
const calmAfter = 150;

const words: Readonly<Partial<Record<PaneIntent["kind"], string>>> = {
  score: "正在计算得分",
  restore: "正在恢复原表",
  askRestore: "正在核对原表",
  answer: "正在写入评分底稿",
  confirm: "正在写入评分底稿",
  adopt: "正在写入计算得分",
  setting: "正在保存设置",
  reread: "正在读取表格",
};

export function createSession(host: Host, tell: (news: PaneNews) => void): Session {
  let ended = false;
  let pickedSheet: string | undefined;
  let queue: Promise<void> = Promise.resolve();
  let calm: ReturnType<typeof setTimeout> | undefined;
  // Changes that we make ourselves come back as events: they are read at the end of the action anyway.
  let writing = false;
  let shown: Scorecard | null = null;

  const evaluateOptions = () => (pickedSheet === undefined ? {} : { sheet: pickedSheet });

  const say = (news: PaneNews) => {
    if (!ended) tell(news);
  };

  /** One action at a time; a mistake of ours becomes a message, never a dead pane. */
  const enqueue = (what: string, action: () => Promise<void>, quiet = false) => {
    queue = queue.then(async () => {
      if (ended) return;
      const timer = setTimeout(() => {
        say({ kind: "slow", what });
      }, slowAfter);
      if (!quiet) say({ kind: "started" });
      try {
        await action();
      } catch (error) {
        say({ kind: "failed", problem: unexpected(error) });
      } finally {
        clearTimeout(timer);
        say({ kind: "ended" });
      }
    });
  };

  const read = async (): Promise<Reading | null> => {
    const outcome = await host.port.read();
    if (!outcome.ok) {
      say({ kind: "failed", problem: outcome.problem });
      return null;
    }
    const snapshot = outcome.value;
    const evaluation = evaluate(snapshot, evaluateOptions());
    return { snapshot, evaluation };
  };

  const show = ({ snapshot, evaluation }: Reading) => {
    if ("noForm" in evaluation) {
      const sheetNames = snapshot.sheets
        .filter((sheet) => sheet.visibility === "visible")
        .map(({ name }) => name);
      say({ kind: "noFormFound", noForm: evaluation.noForm, sheetNames });
      return;
    }
    shown = evaluation.scorecard;
    const written = isWritten(snapshot);
    const outdated = written && planRewrite(snapshot, evaluation).edits.length > 0;
    say({
      kind: "scorecardRead",
      scorecard: evaluation.scorecard,
      written,
      outdated,
      restorable: isRestorable(snapshot),
    });
  };

  const apply = async (plan: EditPlan, write = host.port.apply): Promise<readonly string[] | null> => {
    if (plan.edits.length === 0) return [];
    writing = true;
    const outcome = await write(plan);
    writing = false;
    if (outcome.ok) return outcome.notes;
    say({ kind: "failed", problem: outcome.problem });
    return null;
  };

  /** Reads, brings what we wrote up to date where the host allows it, and shows. */
  const refresh = async () => {
    const reading = await read();
    if (reading === null) return;
    const { snapshot, evaluation } = reading;
    if (host.amend !== null && "form" in evaluation && isWritten(snapshot)) {
      const plan = planRewrite(snapshot, evaluation);
      if (plan.edits.length > 0 && (await apply(plan, host.amend)) !== null) {
        const again = await read();
        if (again !== null) show(again);
        return;
      }
    }
    show(reading);
  };

  const change = async (intent: PlannedIntent) => {
    const reading = await read();
    if (reading === null) return;
    if ("noForm" in reading.evaluation) {
      show(reading);
      return;
    }
    const planned = planIntent(intent, reading.snapshot, reading.evaluation, evaluateOptions());
    if ("problem" in planned) {
      say({ kind: "failed", problem: planned.problem });
      return;
    }
    if ("questions" in planned) {
      say({ kind: "restoreQuestions", questions: planned.questions });
      return;
    }
    const notes = await apply(planned.plan);
    if (notes === null) return;
    if (intent.kind === "answer")
      say({ kind: "factWritten", factIds: intent.answers.map((one) => one.factId) });
    await refresh();
    if (planned.done !== null) say({ kind: "done", text: planned.done, notes });
  };

  const select = (at: CellAddress) => {
    void host.select(at).then((outcome) => {
      if (!outcome.ok) say({ kind: "failed", problem: outcome.problem });
    });
  };

  const perform = (intent: PaneIntent) => {
    const what = words[intent.kind] ?? "";
    switch (intent.kind) {
      case "score":
      case "restore":
      case "askRestore":
      case "answer":
      case "confirm":
      case "adopt":
      case "setting":
        enqueue(what, () => change(intent));
        break;
      case "reread":
        pickedSheet = intent.sheet;
        enqueue(what, refresh);
        break;
      case "explain": {
        const row = shown?.rows.find((one) => one.row === intent.row);
        if (row !== undefined) select(row.at);
        break;
      }
      case "goTo":
        select(intent.at);
        break;
      case "copy":
        void host.copyText(intent.text).then((copied) => {
          say({ kind: "said", text: copied ? "已复制" : "没能复制，请手工选取文字复制" });
        });
        break;
      case "cancelRestore":
      case "showList":
      case "showSettings":
      case "filter":
      case "search":
      case "draft":
      case "dropDraft":
      case "keep":
      case "closeMessage":
        break;
    }
  };

  const unsubscribe = [
    host.onSelection((at) => {
      say({ kind: "sheetSelection", at });
    }),
    host.onChange(() => {
      if (writing) return;
      clearTimeout(calm);
      calm = setTimeout(() => {
        enqueue(words.reread ?? "", refresh, true);
      }, calmAfter);
    }),
  ];
  enqueue(words.reread ?? "", refresh);

  const end = () => {
    ended = true;
    clearTimeout(calm);
    for (const stop of unsubscribe) stop();
  };
  return { perform, end };
}

function unexpected(error: unknown): Problem {
  return {
    code: "unexpected",
    what: "没有完成。",
    why: `程序内部错误：${error instanceof Error ? error.message : String(error)}。`,
    todo: "表格没有改动，请重试；仍不行请重新打开面板。",
  };
}
