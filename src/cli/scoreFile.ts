import { readFile } from "node:fs/promises";
import { openXlsx, type XlsxWorkbook } from "../adapters/xlsx/openXlsx";
import { makeChange, checkForm } from "../app/makeChange";
import { noFormProblem, openedCase, openForm } from "../app/openForm";
import { basisDrafts } from "../basis/basisDrafts";
import type { RuleEntry } from "../app/ruleEntries";
import type { ConvertedTo } from "../edits/planConvert";
import type { FormFill } from "../edits/planLedger";
import { fillAll } from "../app/fillLedger";
import type { MoneyUnit, ProjectLedger } from "../ledger/ledger";
import { planAnew, planRepair } from "../edits/planRepair";
import { planScoring } from "../edits/planScoring";
import type { SubmissionStop } from "../edits/submissionStops";
import { unlikeCard } from "../edits/unlikeCard";
import { functionTable } from "../functions/functionTable";
import { readCases, type Case, type CaseOptions } from "../scorecard/case";
import { knownEditions } from "../scorecard/chooseEdition";
import type { CellAddress } from "../workbook/cell";
import { fail, succeed, type Outcome, type Problem } from "../workbook/port";
import { nodeZip } from "./nodeZip";
import { systemReason } from "./systemReason";
import { shareFacts, unknownFacts } from "./factsFile";
import type { FindingOptions } from "../findings/findFindings";

/** How a file is read: the facts of --facts, the edition of --edition, the rules of --rules, the form of --sheet. */
export interface FileOptions
  extends Pick<CaseOptions, "edition" | "editions" | "sheet">, Required<Pick<CaseOptions, "given">> {
  readonly ruleEntries: readonly RuleEntry[] | null;
  /** 项目台账, and the unit of its amounts that print none; null: none was given. */
  readonly ledger: { readonly list: ProjectLedger; readonly unit: MoneyUnit | null } | null;
}

interface OpenedFile {
  readonly workbook: XlsxWorkbook;
  readonly forms: readonly FileForm[];
  /** What was taken of --rules and what was not; null: none was given. */
  readonly said: string | null;
  /** What the list had for its forms. */
  readonly fills: readonly FormFill[];
}

/** One form of a file. */
export interface FileForm {
  readonly formCase: Case;
  /** Its number in the workbook, from 1. */
  readonly form: number;
  /** The workbook holds several: whatever is said of one names its sheet. */
  readonly isOneOfSeveral: boolean;
  /** A copy of a scored form is left alone unless it is named. */
  readonly isLeft: boolean;
}

export interface ScoredFile extends Pick<OpenedFile, "forms" | "said" | "fills"> {
  /** Makes the bytes of the scored workbook; only called when they are to be written. */
  readonly save: () => Promise<Outcome<SavedFile>>;
}

interface SavedFile {
  readonly bytes: Uint8Array;
  /** Cells that show something else than was worked out. */
  readonly unlike: readonly SubmissionStop[];
  /** Formulas whose results Excel is to work out. */
  readonly notWorkedOut: readonly CellAddress[];
}

/** How a file is written. */
interface Wanted {
  readonly overwriteTyped: boolean;
  readonly freeze: ConvertedTo | null;
  /** Drafts of 评分依据 are written, too. */
  readonly takesDrafts?: boolean;
}

/** One file through the whole pass: read → forms → facts → scorecards → edits → bytes. */
export async function scoreFile(
  path: string,
  options: FileOptions,
  wanted: Wanted,
): Promise<Outcome<ScoredFile>> {
  const opened = await openFile(path, options, "repair");
  if (!opened.ok) return opened;
  const { workbook, forms, said, fills } = opened.value;
  const scored = forms.filter(({ isLeft }) => !isLeft);
  const save = async (): Promise<Outcome<SavedFile>> => {
    const notes: string[] = [];
    for (const { formCase } of scored) {
      const written = await writeForm(workbook, formCase, options, wanted);
      if (!written.ok) return written;
      notes.push(...written.notes);
    }
    for (const { formCase } of scored) {
      if (unlikeCard(formCase, workbook.snapshot()).length === 0) continue;
      const anew = await workbook.apply(planAnew(workbook.snapshot(), formCase.sheet));
      if (!anew.ok) return anew;
      notes.push(...anew.notes);
    }
    const unlike = scored.flatMap(({ formCase }) => unlikeCard(formCase, workbook.snapshot()));
    return succeed({ bytes: workbook.save(), unlike, notWorkedOut: workbook.notWorkedOut() }, notes);
  };
  return succeed({ forms, said, fills, save });
}

/** Scores one form into the workbook, in memory. */
async function writeForm(
  workbook: XlsxWorkbook,
  { sheet, given }: Case,
  options: FileOptions,
  { overwriteTyped, freeze, takesDrafts }: Wanted,
): Promise<Outcome<null>> {
  // As the forms before it have left the workbook.
  const picked = { ...options, given, sheet };
  const opened = await openForm(workbook, picked);
  const found = opened.ok ? openedCase(opened.value) : opened;
  if (!found.ok) return found;
  const { edition } = found.value;
  const overwrite = overwriteTyped ? ({ overwrite: "all" } as const) : {};
  const applied = await workbook.apply(planScoring(found.value, overwrite));
  if (!applied.ok) return applied;
  const port = { ...workbook, amend: null, repair: null };
  // Whoever opens the file without that folder is told that another edition gave these scores.
  if (edition !== null && !knownEditions.some(({ id }) => id === edition.id)) {
    const kept = await makeChange(port, { kind: "edition", id: edition.id }, picked);
    if (kept.kind === "failed") return fail(kept.problem);
  }
  if (takesDrafts === true) {
    const { drafts } = basisDrafts(found.value.scorecard);
    const open = drafts.filter(({ state, text }) => state !== "standing" && text !== null);
    const taken = open.map(({ ruleKey, text }) => ({ ruleKey, seen: text, text }));
    const made = await makeChange(port, { kind: "writeBasis", taken }, picked);
    if (made.kind === "failed") return fail(made.problem);
  }
  if (freeze === null) return succeed(null, applied.notes);
  const made = await makeChange(port, { kind: "convert", to: freeze }, picked);
  if (made.kind === "failed") return fail(made.problem);
  return succeed(null, [...applied.notes, ...(made.kind === "asked" ? [] : made.notes)]);
}

/** The forms of a file, evaluated; repair: formulas of ours that show #NAME? are written anew first, in memory. */
export async function openFile(
  path: string,
  options: FileOptions,
  repair?: "repair",
): Promise<Outcome<OpenedFile>> {
  const read = await openWorkbook(path, options);
  if (!read.ok) return read;
  const { workbook, said, fills } = read.value;
  const broken = planRepair(workbook.snapshot());
  if (repair === "repair" && broken.edits.length > 0) await workbook.apply(broken);
  const { given, sheet: named, ...rest } = options;
  const { cases, noForm } = readCases(workbook.snapshot(), rest);
  const missing = named === undefined ? noForm : readCases(workbook.snapshot(), options).noForm;
  if (missing !== null) return fail(noFormProblem(missing));
  const asked = named === undefined ? cases : cases.filter(({ sheet }) => sheet === named);
  const forms: FileForm[] = [];
  const facts = shareFacts(given, cases, named);
  if (!facts.ok) return facts;
  for (const { sheet, copyOf } of asked) {
    const own = await openForm(workbook, { ...options, given: facts.value.get(sheet) ?? new Map(), sheet });
    const found = own.ok ? openedCase(own.value) : own;
    if (!found.ok) return found;
    const unknown = unknownFacts(found.value.given, found.value);
    if (unknown !== null) return fail(unknown);
    const form = cases.findIndex((one) => one.sheet === sheet) + 1;
    const isLeft = copyOf !== null && named === undefined;
    forms.push({ formCase: found.value, form, isOneOfSeveral: cases.length > 1, isLeft });
  }
  return succeed({ workbook, forms, said, fills });
}

/** A file with the amounts of --ledger filled in and the rules of --rules kept in it, in memory. */
export async function openWorkbook(
  path: string,
  options: FileOptions,
): Promise<Outcome<Omit<OpenedFile, "forms">>> {
  const bytes = await readBytes(path);
  if (!bytes.ok) return bytes;
  const read = openXlsx(bytes.value, { functions: functionTable, deflater: nodeZip });
  if (!read.ok) return read;
  const workbook = read.value;
  const { ruleEntries: entries, ledger } = options;
  const own = ledger === null ? [] : readCases(workbook.snapshot(), options).cases;
  const filled = ledger === null ? succeed([]) : await fillAll(workbook, own, ledger.list, ledger.unit);
  if (!filled.ok) return filled;
  const fills = filled.value;
  if (entries === null) return succeed({ workbook, said: null, fills });
  const port = { ...workbook, amend: null, repair: null };
  const { cases } = readCases(workbook.snapshot(), options);
  const said: string[] = [];
  for (const { sheet } of cases) {
    const made = await makeChange(port, { kind: "importRules", entries }, { ...options, picked: sheet });
    if (made.kind === "failed") return fail(made.problem);
    if (made.kind === "done") said.push(cases.length > 1 ? `“${sheet}”${made.text}` : made.text);
  }
  return succeed({ workbook, said: said.length === 0 ? null : said.join(""), fills });
}

/** All of a file, or why it cannot be read. */
export async function readBytes(path: string): Promise<Outcome<Uint8Array>> {
  const bytes = await readFile(path).catch((error: unknown) => error);
  return bytes instanceof Uint8Array ? succeed(bytes) : fail(unreadable(path, bytes));
}

function unreadable(path: string, error: unknown): Problem {
  return {
    code: "fileMissing",
    what: `读不了文件 ${path}。`,
    why: systemReason(error),
    todo: "请检查路径和权限后再试。",
  };
}

export type CheckedForm = FileForm & Awaited<ReturnType<typeof checkForm>>;

/** 报送前自查 of each form of a file, held against what was given beside it. Writes nothing. */
export async function checkFile(
  path: string,
  options: FileOptions,
  given: FindingOptions,
): Promise<Outcome<readonly CheckedForm[]>> {
  const opened = await openFile(path, options);
  if (!opened.ok) return opened;
  const checked: CheckedForm[] = [];
  for (const one of opened.value.forms) {
    if (!one.isLeft) checked.push({ ...one, ...(await checkForm(one.formCase, given)) });
  }
  return succeed(checked);
}
