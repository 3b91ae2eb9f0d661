import type { EditPlan } from "../../workbook/edit";
import { impossibleEdit } from "../../workbook/planLimits";
import { fail, stopped, succeed, type Outcome, type Problem, type Watch } from "../../workbook/port";
import type { BookBefore } from "./bookBefore";
import { isEdited } from "./changeMarks";
import { bytesPerRequest, sendSteps, type Step } from "./bookSteps";
import { checkPlan, isLocked, leaveOutLocked } from "./checkPlan";
import { excelErrorCode, excelProblem, problem, refusedWhole } from "./excelProblem";
import type { ExcelRun } from "./excelRun";
import { lookAround } from "./lookAround";
import { askOvertyped, OvertypedError } from "./overtyped";
import { planNeeds, sheetOf, type PlanNeeds } from "./planNeeds";
import { readBack } from "./readBack";
import { isWhole } from "./readChanges";
import { isForbidden, planSteps, type PlanSteps } from "./planSteps";
import type { ReadMemory } from "./readMemory";
import { placesAfter, readRecordPlaces, samePlaces } from "./recordParts";
import { circumstancesOf, undone } from "./undone";

/** Applies a plan in two round trips: look at what it rests on, then write everything. Whatever fails half-way is
 * given back, or named cell by cell. */
export async function applyPlan(
  run: ExcelRun,
  plan: EditPlan,
  memory: ReadMemory,
  watch?: Watch,
): Promise<Outcome<null>> {
  const impossible = impossibleEdit(plan);
  if (impossible !== null) return fail(impossible);
  const needs = planNeeds(plan);
  const begun: Begun = { before: null, isKept: false, plan, steps: null, done: 0, requests: 0 };
  try {
    return await run((context) => applyIn(context, plan, needs, memory, begun, watch));
  } catch (error) {
    if (begun.before === null) return fail(await failedLooking(run, needs, begun, error));
    const { before, steps } = begun;
    if (steps === null || (begun.requests === 0 && refusedWhole(error)))
      return fail(excelProblem(error, circumstancesOf(before)));
    return fail(await undone(run, begun.plan, steps, begun.done, before, memory, error));
  }
}

/** The plan without what a protection forbids as the workbook stands. */
export async function writablePlan(run: ExcelRun, plan: EditPlan): Promise<Outcome<EditPlan>> {
  try {
    const before = await run((context) =>
      lookAround(context, planNeeds(plan), { kept: null, records: new Map() }),
    );
    const edits = plan.edits.filter((edit) =>
      edit.kind === "cell" ? !isLocked(edit.at, before) : !isForbidden(edit, before),
    );
    return succeed({ ...plan, edits });
  } catch (error) {
    return fail(excelProblem(error));
  }
}

/** How far an application got. */
interface Begun {
  before: BookBefore | null;
  /** Whether more than the plan's own needs was looked at: what it was made from. */
  isKept: boolean;
  /** What of the plan is written. */
  plan: EditPlan;
  steps: PlanSteps | null;
  /** So many steps came through. */
  done: number;
  requests: number;
}

async function applyIn(
  context: Excel.RequestContext,
  whole: EditPlan,
  needs: PlanNeeds,
  memory: ReadMemory,
  begun: Begun,
  watch: Watch | undefined,
): Promise<Outcome<null>> {
  watch?.step("look", 0, 0);
  // Read just now where nobody tells of changes; else what is kept is looked at again.
  const kept = memory.isTold ? memory.kept : null;
  begun.isKept = kept !== null;
  // Until it is read back, what is known of the sheets is what stood there before.
  memory.kept = null;
  const before = await lookCalmly(context, needs, memory, kept);
  const { plan, notes } = leaveOutLocked(whole, before);
  const refusal = checkPlan(plan, needs, before);
  const isStopped = async (): Promise<boolean> => (await watch?.goOn()) === false;
  // Whoever stops does not wait for a new reading, nor for another question.
  if (await isStopped()) return stoppedAt(memory, refusal === null ? kept : null);
  if (refusal !== null) return fail(refusal);
  if (needs.records && !samePlaces(memory, before.partIds)) {
    memory.records = await readRecordPlaces(context);
    if (await isStopped()) return stoppedAt(memory, kept);
  }
  // Nobody may type from here on: what was told so far is what was typed before the plan is written.
  if (isEdited(memory.marks, concerned(plan, before, kept))) return changedAt(memory, kept);
  begun.before = before;
  begun.plan = plan;
  const steps = planSteps(plan, before, memory.records);
  begun.steps = steps;
  const back = kept === null ? null : readBack(context, plan, before, kept);
  const overtyped = askOvertyped(steps.steps, needs, before);
  await sendAll(context, [...overtyped.steps, ...(back?.steps ?? [])], begun, bytesPerRequest, watch);
  // What was typed after the look is given back with all the rest, and the plan is to be made anew.
  begun.before = overtyped.before() ?? before;
  if (begun.before !== before) throw new OvertypedError();
  remember(memory, steps, plan);
  // Between two requests somebody may have typed, while events were off.
  if (begun.requests === 1) memory.kept = back?.kept() ?? null;
  return succeed(null, [...notes, ...steps.notes, ...notesOf(before)]);
}

/** As often as results may be worked out anew while they are looked at. */
const mostLooks = 3;

/** Looks until nothing was told meanwhile: results that came later than the answer are no longer those of the plan. */
async function lookCalmly(
  context: Excel.RequestContext,
  needs: PlanNeeds,
  memory: ReadMemory,
  kept: ReadMemory["kept"],
  looks = 1,
): Promise<BookBefore> {
  const { marks } = memory;
  const before = await lookAround(context, needs, { kept, records: memory.records });
  const isCalm = memory.marks === marks || !before.isAsRead;
  if (isCalm || looks >= mostLooks || memory.marks.all) return before;
  return lookCalmly(context, needs, memory, kept, looks + 1);
}

/** The sheets, by id, on which an edit of somebody else's forbids the plan: what it touches and what it was made from. */
function concerned(
  { edits, expects }: EditPlan,
  { ids }: BookBefore,
  kept: ReadMemory["kept"],
): ReadonlySet<string> {
  const touched = [...edits.flatMap((edit) => sheetOf(edit) ?? []), ...expects.map(({ at }) => at.sheet)];
  return new Set([
    ...touched.flatMap((name) => ids.get(name) ?? []),
    ...(kept ?? []).filter(isWhole).map(({ id }) => id),
  ]);
}

/** Nothing was written: what was told is all that changed. */
function changedAt(memory: ReadMemory, kept: ReadMemory["kept"]): Outcome<null> {
  memory.kept = kept;
  return fail(problem("changedMeanwhile"));
}

/** Nothing was written: what is known is what it was. */
function stoppedAt(memory: ReadMemory, kept: ReadMemory["kept"]): Outcome<null> {
  memory.kept = kept;
  return fail(stopped);
}

/** When the host finds a request too large after all, it has done nothing of it: the rest goes in smaller ones. */
async function sendAll(
  context: Excel.RequestContext,
  steps: readonly Step[],
  begun: Begun,
  limit: number,
  watch: Watch | undefined,
): Promise<void> {
  let done = 0;
  const sent = (count: number) => {
    done += count;
    begun.done += count;
    begun.requests += 1;
  };
  try {
    await sendSteps(context, steps, limit, sent, (at, of) => watch?.step("write", at, of));
  } catch (error) {
    const tooLarge = excelErrorCode(error) === "RequestPayloadSizeLimitExceeded";
    if (!tooLarge || limit < 100_000) throw error;
    await sendAll(context, steps.slice(done), begun, limit / 4, watch);
  }
}

function remember(memory: ReadMemory, { records }: PlanSteps, plan: EditPlan): void {
  memory.records = placesAfter(memory.records, records);
  if (plan.edits.some(({ kind }) => kind === "mergeCells")) memory.merges = new Map();
}

function notesOf({ readOnly, manualCalculation }: BookBefore): readonly string[] {
  return [
    ...(readOnly ? ["工作簿以只读方式打开：结果已写入，但须另存为新文件才能保存。"] : []),
    ...(manualCalculation ? ["Excel 现为手动计算：数据变动后，请按 F9 更新得分。"] : []),
  ];
}

/** Nothing was written. A sheet that is gone fails the whole request without saying which: ask. */
async function failedLooking(
  run: ExcelRun,
  { sheets }: PlanNeeds,
  { isKept }: Begun,
  error: unknown,
): Promise<Problem> {
  const cause = excelProblem(error);
  if (cause.code !== "sheetMissing") return cause;
  try {
    const names = await run(async (context) => {
      const now = context.workbook.worksheets.load("items/name");
      await context.sync();
      return now.items.map(({ name }) => name);
    });
    const missing = sheets.map(({ sheet }) => sheet).filter((sheet) => !names.includes(sheet));
    // What the plan was made from is gone, not what it writes to.
    if (isKept && missing.length === 0) return problem("changedMeanwhile");
    return { ...cause, details: missing.map((sheet) => `没有名为“${sheet}”的工作表`) };
  } catch {
    return cause;
  }
}
