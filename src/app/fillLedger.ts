import { readXlsx } from "../adapters/xlsx/readSnapshot";
import { ledgerFills, planLedger, type FormFill, type LedgerFill } from "../edits/planLedger";
import type { MoneyUnit, ProjectLedger } from "../ledger/ledger";
import { readLedger } from "../ledger/readLedger";
import type { Case } from "../scorecard/case";
import { cellKey } from "../workbook/cell";
import { fail, stopped, succeed, type Outcome, type Problem, type WorkbookPort } from "../workbook/port";
import { newerRecords } from "../workbook/records";
import type { Told } from "./news";
import { unusedNote } from "./sayFills";
import { noFormProblem, openForm, type OpenOptions } from "./openForm";

/** A list as a file, and the unit of the amounts that print none; null: nobody has said it. */
export interface LedgerSource {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly unit: MoneyUnit | null;
}

/** What filling in would write, cell by cell: nothing is written yet. */
export interface LedgerPreview {
  readonly source: LedgerSource;
  /** The list does not print its unit everywhere. */
  readonly asksUnit: boolean;
  readonly forms: readonly FormFill[];
  readonly notes: readonly string[];
}

/** Reads the bytes of a list. */
export function readLedgerFile(bytes: Uint8Array): Outcome<ProjectLedger> {
  const read = readXlsx(bytes);
  if (!read.ok) return fail({ ...read.problem, what: `台账读不了：${read.problem.what}` });
  const ledger = readLedger(read.value);
  return "why" in ledger ? fail(noLedger(ledger.why)) : succeed(ledger);
}

function noLedger(why: string): Problem {
  return {
    code: "badLedger",
    what: "这个文件里没有读到项目台账。",
    why: `${why}。`,
    todo: "请选导出的项目清单（.xlsx），表头写明“项目编码”“项目名称”“年初预算数”“全年预算数”“全年执行数”。",
  };
}

/** What a list has for the forms of a workbook. */
export async function previewLedger(
  port: Pick<WorkbookPort, "read">,
  source: LedgerSource,
  options: OpenOptions = {},
): Promise<Outcome<LedgerPreview>> {
  const ledger = readLedgerFile(source.bytes);
  if (!ledger.ok) return ledger;
  const opened = await openForm(port, options);
  if (!opened.ok) return opened;
  if (opened.value.noForm !== null) return fail(noFormProblem(opened.value.noForm));
  const forms = ledgerFills(opened.value.cases, ledger.value, source.unit);
  const { asksUnit, notes } = ledger.value;
  return succeed({ source, asksUnit, forms, notes: [...notes, ...unusedNote(ledger.value, forms)] });
}

/**
 * Writes the cells that a person saw and did not leave out: all or none. What became different in between is left as it
 * is, and said.
 */
export async function fillLedger(
  port: WorkbookPort,
  { source, forms: seen }: LedgerPreview,
  leave: ReadonlySet<string>,
  options: OpenOptions = {},
): Promise<Told> {
  const ledger = readLedgerFile(source.bytes);
  if (!ledger.ok) return { kind: "failed", problem: ledger.problem };
  const opened = await openForm(port, options);
  if (!opened.ok) return { kind: "failed", problem: opened.problem };
  if (opened.value.noForm !== null) return { kind: "failed", problem: noFormProblem(opened.value.noForm) };
  const { cases } = opened.value;
  const shown = new Map(
    seen.flatMap(({ fills }) => fills.filter(isToFill)).map((one) => [fillKey(one), one]),
  );
  const isWanted = (one: LedgerFill): boolean => {
    const before = shown.get(fillKey(one));
    return before?.value === one.value && before.old === one.old && !leave.has(fillKey(one));
  };
  const forms = ledgerFills(cases, ledger.value, source.unit).map((form) => ({
    ...form,
    fills: form.fills.filter((one) => isToFill(one) && isWanted(one)),
  }));
  const plan = planLedger(cases, forms);
  if (plan.refused !== undefined) return { kind: "failed", problem: newerRecords };
  if ((await options.watch?.goOn()) === false) return { kind: "failed", problem: stopped };
  const applied = await port.apply(plan, options.watch);
  if (!applied.ok) return { kind: "failed", problem: applied.problem };
  const count = forms.flatMap(({ fills }) => fills).length;
  const wanted = Array.from(shown.keys()).filter((key) => !leave.has(key)).length;
  const changed = wanted > count ? [`有${wanted - count}格在预览之后改动过，没有填。`] : [];
  const text = `已从台账填入${count}格；按“恢复原表”可以撤回，计算得分请另按“计算得分”。`;
  return { kind: "done", text, notes: [...applied.notes, ...changed] };
}

/** Fills in everything that can be, where nobody looks at a preview. */
export async function fillAll(
  port: WorkbookPort,
  cases: readonly Case[],
  ledger: ProjectLedger,
  unit: MoneyUnit | null,
): Promise<Outcome<readonly FormFill[]>> {
  const forms = ledgerFills(cases, ledger, unit);
  const plan = planLedger(cases, forms);
  if (plan.refused !== undefined) return fail(newerRecords);
  if (plan.edits.length === 0) return succeed(forms);
  const applied = await port.apply(plan);
  return applied.ok ? succeed(forms, applied.notes) : applied;
}

/** One cell of the preview. */
export function fillKey({ at }: Pick<LedgerFill, "at">): string {
  return cellKey(at);
}

export function isToFill({ state }: LedgerFill): boolean {
  return state === "fill";
}
