import { convertedTo } from "../edits/planConvert";
import { planRepair } from "../edits/planRepair";
import type { Finding } from "../findings/finding";
import { evaluate, type Evaluation } from "../scorecard/evaluate";
import type { Scorecard } from "../scorecard/scorecard";
import { emptyPlan, type EditPlan } from "../workbook/edit";
import type { Snapshot } from "../workbook/snapshot";
import type { Host } from "./host";
import { keptRows } from "./keptScores";
import { outdatedRows } from "./outdatedRows";
import type { PaneNews } from "./paneEvent";
import {
  isMarked,
  isOnFindings,
  isRestorable,
  isWritten,
  planIntent,
  planRewrite,
  type PlannedIntent,
  type Scored,
} from "./planIntent";

/** The work on the workbook behind the pane: read and score, show, write. */
export interface Desk {
  /** Reads, brings what we wrote up to date where the host allows it, and shows. settled: the user has paused after
   * a change, so it is also done where writing costs him his undo history, if he has switched that on. */
  readonly refresh: (when?: "settled") => Promise<void>;
  /** Writes again those formulas of ours that the product has lost, and shows. */
  readonly repair: () => Promise<void>;
  /** Reads, plans and writes what an intent wants, and shows. */
  readonly change: (intent: PlannedIntent) => Promise<void>;
  /** The workbook as it is now; null after telling why not. */
  readonly read: () => Promise<Reading | null>;
  /** Writes a plan; its notes, or null after telling why not. more: part of the change before. */
  readonly write: (plan: EditPlan, more?: "more") => Promise<readonly string[] | null>;
  readonly pickedSheet: () => string | undefined;
  /** Only this sheet is searched for a form; undefined: all are. */
  readonly pickSheet: (sheet: string | undefined) => void;
  /** Whether every reading is checked, too: the view of the findings is open. */
  readonly watchFindings: (on: boolean) => void;
  /** The report that the form is held against from now on. */
  readonly useReport: (report: NamedReport | null) => void;
  /** The findings that are shown. */
  readonly findings: () => readonly Finding[];
  /** The scorecard that is shown. */
  readonly shown: () => Scorecard | null;
  /** We are writing: changes that come back as events are our own, and read at the end of the action anyway. */
  readonly isWriting: () => boolean;
}

export interface NamedReport {
  /** The file's name, or 粘贴的文字. */
  readonly name: string;
  readonly text: string;
}

export interface Reading {
  readonly snapshot: Snapshot;
  readonly evaluation: Evaluation;
}

/** A reading in which there is a form. */
interface Formed {
  readonly snapshot: Snapshot;
  readonly evaluation: Scored;
}

export function createDesk(host: Host, say: (news: PaneNews) => void): Desk {
  let pickedSheet: string | undefined;
  let writing = false;
  let mended = false;
  let shown: Scorecard | null = null;
  let watching = false;
  let report: NamedReport | null = null;
  let found: readonly Finding[] = [];

  const evaluateOptions = () => (pickedSheet === undefined ? {} : { sheet: pickedSheet });

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

  const check = async ({ snapshot, evaluation }: Formed): Promise<readonly Finding[]> => {
    // Many, and wanted only when somebody asks: fetched then.
    const { findFindings } = await import("../findings/findFindings");
    return findFindings(snapshot, evaluation, { report: report?.text ?? null });
  };

  const show = async ({ snapshot, evaluation }: Reading) => {
    if ("noForm" in evaluation) {
      const sheetNames = snapshot.sheets
        .filter((sheet) => sheet.visibility === "visible")
        .map(({ name }) => name);
      say({ kind: "noFormFound", noForm: evaluation.noForm, sheetNames });
      return;
    }
    shown = evaluation.scorecard;
    const written = isWritten(snapshot, evaluation.form.sheet);
    const rewrite = written ? planRewrite(snapshot, evaluation) : emptyPlan;
    say({
      kind: "scorecardRead",
      scorecard: evaluation.scorecard,
      written,
      outdated: rewrite.edits.length > 0,
      outdatedRows: outdatedRows(evaluation.scorecard, rewrite),
      restorable: isRestorable(snapshot),
      kept: keptRows(snapshot, evaluation.scorecard),
      broken: host.repair?.count() ?? 0,
    });
    if (!watching) return;
    found = await check({ snapshot, evaluation });
    say({ kind: "findingsRead", list: found, marked: isMarked(snapshot), report: report?.name ?? null });
  };

  const apply = async (plan: EditPlan, write = host.port.apply): Promise<readonly string[] | null> => {
    if (plan.edits.length === 0 && plan.refused === undefined) return [];
    writing = true;
    const outcome = await write(plan);
    writing = false;
    if (outcome.ok) return outcome.notes;
    say({ kind: "failed", problem: outcome.problem });
    return null;
  };

  /** What was written behind the user's edits the last time: never twice the same, should it not last. */
  let followed = "";

  const follow = async ({ snapshot, evaluation }: Reading, settled: boolean): Promise<boolean> => {
    if (!("form" in evaluation)) return false;
    const { sheet } = evaluation.form;
    if (!isWritten(snapshot, sheet) || convertedTo(snapshot, sheet) === "values") return false;
    const wanted = settled && evaluation.scorecard.settings.liveReasons === "on";
    const write = host.amend ?? (wanted ? host.port.apply : null);
    if (write === null) return false;
    const plan = planRewrite(snapshot, evaluation);
    const text = plan.edits.length === 0 ? "" : JSON.stringify(plan.edits);
    const again = text === followed;
    followed = text;
    return text !== "" && !again && (await apply(plan, write)) !== null;
  };

  /**
   * A workbook may come with #NAME? in our formulas, from a program that lacks our functions: mended when it is first
   * read. Not in Excel, where a write that nobody asked for takes the user's undo history: there the pane offers it.
   */
  const readMended = async (): Promise<Reading | null> => {
    const reading = await read();
    if (reading === null || mended || host.repair !== null) return reading;
    mended = true;
    const plan = planRepair(reading.snapshot);
    if (plan.edits.length === 0) return reading;
    writing = true;
    await (host.amend ?? host.port.apply)(plan);
    writing = false;
    return read();
  };

  const refresh = async (when?: "settled") => {
    const reading = await readMended();
    if (reading === null) return;
    const current = (await follow(reading, when === "settled")) ? await read() : reading;
    if (current !== null) await show(current);
  };

  const repaired = async (): Promise<boolean> => {
    const outcome = host.repair === null || host.repair.count() === 0 ? null : await host.repair.run();
    if (outcome?.ok !== false) return true;
    say({ kind: "failed", problem: outcome.problem });
    return false;
  };

  const repair = async () => {
    const count = host.repair?.count() ?? 0;
    if (!(await repaired())) return;
    await refresh();
    say({ kind: "done", text: `已修复${count}个公式`, notes: [] });
  };

  const change = async (intent: PlannedIntent) => {
    const reading = await read();
    if (reading === null) return;
    const { snapshot, evaluation } = reading;
    if ("noForm" in evaluation) {
      await show(reading);
      return;
    }
    const findings = isOnFindings(intent) ? await check({ snapshot, evaluation }) : [];
    const planned = planIntent(intent, snapshot, evaluation, { ...evaluateOptions(), findings });
    if ("problem" in planned) {
      say({ kind: "failed", problem: planned.problem });
      return;
    }
    if ("questions" in planned) {
      say({ kind: "restoreQuestions", questions: planned.questions });
      return;
    }
    if (intent.kind === "score" && !(await repaired())) return;
    const notes = await apply(planned.plan);
    if (notes === null) return;
    if (intent.kind === "answer")
      say({ kind: "factWritten", factIds: intent.answers.map((one) => one.factId) });
    await refresh("settled");
    if (planned.done !== null) say({ kind: "done", text: planned.done, notes });
  };

  return {
    refresh,
    change,
    repair,
    read,
    write: (plan, more) =>
      apply(plan, more === undefined ? host.port.apply : (host.amend ?? host.port.apply)),
    pickedSheet: () => pickedSheet,
    pickSheet: (sheet) => {
      pickedSheet = sheet;
    },
    watchFindings: (on) => {
      watching = on;
    },
    useReport: (given) => {
      report = given;
    },
    findings: () => found,
    shown: () => shown,
    isWriting: () => writing,
  };
}
