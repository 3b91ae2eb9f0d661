import type { MendedCell } from "../edits/planMend";
import type { Finding } from "../findings/finding";
import type { FindingOptions } from "../findings/findFindings";
import type { Case } from "../scorecard/case";
import { fail, stopped, succeed, type Outcome, type Watch, type WorkbookPort } from "../workbook/port";
import { isNewer, newerRecords } from "../workbook/records";
import type { Told } from "./news";
import { openedCase, openForm, type OpenOptions } from "./openForm";
import {
  isOnFindings,
  isRestoring,
  planChange,
  type Change,
  type Planned,
  type RestoreQuestion,
} from "./planChange";

/** A workbook to change, and what its host can do besides. */
interface ChangePort extends WorkbookPort {
  /** Writes as a part of the change before, so that one undo takes both back; null: this host has no such thing. */
  readonly amend: WorkbookPort["apply"] | null;
  /** Puts right what the product itself broke in our formulas; null: it breaks none. */
  readonly repair: ((watch?: Watch) => Promise<Outcome<unknown>>) | null;
}

interface ChangeOptions extends OpenOptions {
  /** What the form is held against besides itself. */
  readonly beside?: FindingOptions;
}

/** What came of a change. Nothing is written where something is asked first. */
export type Made =
  | Told
  /** What 撤销 takes back; null: it was just that. */
  | (Extract<Told, { readonly kind: "done" }> & { readonly mended: readonly MendedCell[] | null })
  /** The change is seen: nothing to say. */
  | { readonly kind: "seen"; readonly notes: readonly string[] }
  | { readonly kind: "asked"; readonly questions: readonly RestoreQuestion[] };

/** One change, from reading to writing: the same from every face. Where something changed in between, nothing was
 * written, and it is read and planned again, once. */
export async function makeChange(
  port: ChangePort,
  change: Change,
  options: ChangeOptions = {},
): Promise<Made> {
  const made = await attempt(port, change, options);
  if (made.kind !== "failed" || made.problem.code !== "changedMeanwhile") return made;
  if ((await options.watch?.goOn()) === false) return { kind: "failed", problem: stopped };
  return attempt(port, change, options);
}

async function attempt(port: ChangePort, change: Change, options: ChangeOptions): Promise<Made> {
  const planned = await readAndPlan(port, change, options);
  if (!planned.ok) return { kind: "failed", problem: planned.problem };
  if ("questions" in planned.value) return { kind: "asked", questions: planned.value.questions };
  const { plan, next, done, mended } = planned.value;
  if (plan.refused !== undefined) return { kind: "failed", problem: newerRecords };
  const { watch } = options;
  if ((await watch?.goOn()) === false) return { kind: "failed", problem: stopped };
  const { repair } = port;
  const steps: (() => Promise<Outcome<unknown>>)[] = [];
  if (change.kind === "score" && repair !== null) steps.push(() => repair(watch));
  if (plan.edits.length > 0) steps.push(() => port.apply(plan, watch));
  if (next !== undefined) {
    steps.push(async () => {
      const followed = await follow(port, next, options);
      // Results of what was written before may come late: only what rests on them is done again.
      const isStale = !followed.ok && followed.problem.code === "changedMeanwhile";
      return isStale ? follow(port, next, options) : followed;
    });
  }
  const notes: string[] = [];
  for (const step of steps) {
    const outcome = await step();
    if (!outcome.ok) return { kind: "failed", problem: outcome.problem };
    notes.push(...outcome.notes);
  }
  return done === null
    ? { kind: "seen", notes }
    : { kind: "done", text: done, notes, ...(mended === undefined ? {} : { mended }) };
}

async function readAndPlan(
  port: ChangePort,
  change: Change,
  options: ChangeOptions,
): Promise<Outcome<Planned>> {
  // A cell that we wrote may have been moved to any sheet, and findings are of all of them.
  const whole = isRestoring(change) || isOnFindings(change);
  const opened = await openForm(port, { ...options, whole });
  if (!opened.ok) return opened;
  if (isNewer(opened.value.snapshot)) return fail(newerRecords);
  const { noForm, snapshot } = opened.value;
  const found = openedCase(opened.value);
  if (isRestoring(change)) {
    if (noForm === null && !found.ok) return found;
    const { planRestoring } = await import("./planRestoring");
    return succeed(planRestoring(change, found.ok ? found.value : snapshot));
  }
  if (!found.ok) return found;
  if (change.kind === "writeBasis") {
    const { planOnBasis } = await import("./planOnBasis");
    return planOnBasis(change, found.value);
  }
  if (!isOnFindings(change)) return succeed(planChange(change, found.value));
  // The checks are many, and wanted only when somebody asks: fetched then, as restoring is.
  options.watch?.step("findings", 0, 0);
  const { planOnFindings } = await import("./planOnFindings");
  return planOnFindings(change, found.value, options.beside);
}

async function follow(
  port: ChangePort,
  next: Exclude<Planned, { readonly questions: unknown }>["next"] & {},
  options: ChangeOptions,
): Promise<Outcome<unknown>> {
  const opened = await openForm(port, options);
  if (!opened.ok) return opened;
  const found = openedCase(opened.value);
  if (!found.ok) return found;
  const plan = next(found.value);
  return plan.edits.length === 0 && plan.refused === undefined
    ? succeed(null)
    : (port.amend ?? port.apply)(plan, options.watch);
}

/** 报送前自查 of one form, and the files given beside it that hold nothing of it. */
export async function checkForm(
  formCase: Case,
  given: FindingOptions = {},
): Promise<{ readonly findings: readonly Finding[]; readonly unmatched: readonly string[] }> {
  const { findFindings, unmatchedBeside } = await import("../findings/findFindings");
  return { findings: findFindings(formCase, given), unmatched: unmatchedBeside(formCase, given) };
}
