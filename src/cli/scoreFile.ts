import { readFile } from "node:fs/promises";
import { openXlsx, type XlsxWorkbook } from "../adapters/xlsx/openXlsx";
import { makeChange, checkForm } from "../app/makeChange";
import { openedCase, openForm } from "../app/openForm";
import type { RuleEntry } from "../app/ruleEntries";
import type { ConvertedTo } from "../edits/planConvert";
import { planRepair } from "../edits/planRepair";
import { planScoring } from "../edits/planScoring";
import type { SubmissionStop } from "../edits/submissionStops";
import { unlikeCard } from "../edits/unlikeCard";
import { functionTable } from "../functions/functionTable";
import type { Case, CaseOptions } from "../scorecard/case";
import { knownEditions } from "../scorecard/chooseEdition";
import type { CellAddress } from "../workbook/cell";
import { fail, succeed, type Outcome, type Problem } from "../workbook/port";
import { systemReason } from "./systemReason";
import { unknownFacts } from "./factsFile";
import { readReportFile } from "../adapters/docx/readReportFile";
import type { Finding } from "../findings/finding";

/** How a file is read: the facts of --facts, the edition of --edition, the rules of --rules. */
export interface FileOptions
  extends Pick<CaseOptions, "edition" | "editions">, Required<Pick<CaseOptions, "given">> {
  readonly ruleEntries: readonly RuleEntry[] | null;
}

interface OpenedFile {
  readonly workbook: XlsxWorkbook;
  readonly formCase: Case;
  readonly said: string | null;
}

export interface ScoredFile {
  readonly formCase: Case;
  /** What was taken of --rules and what was not; null: none was given. */
  readonly said: string | null;
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

/** One file through the whole pass: read → form → facts → scorecard → edits → bytes. */
export async function scoreFile(
  path: string,
  options: FileOptions,
  wanted: { readonly overwriteTyped: boolean; readonly freeze: ConvertedTo | null },
): Promise<Outcome<ScoredFile>> {
  const opened = await openFile(path, options, "mend");
  if (!opened.ok) return opened;
  const { workbook, formCase, said } = opened.value;
  const saved = (): SavedFile => ({
    bytes: workbook.save(),
    unlike: unlikeCard(formCase, workbook.snapshot()),
    notWorkedOut: workbook.notWorkedOut(),
  });
  const save = async (): Promise<Outcome<SavedFile>> => {
    const overwrite = wanted.overwriteTyped ? ({ overwrite: "all" } as const) : {};
    const applied = await workbook.apply(planScoring(formCase, overwrite));
    if (!applied.ok) return applied;
    const port = { ...workbook, amend: null, repair: null };
    // Whoever opens the file without that folder is told that another edition gave these scores.
    const { edition } = formCase;
    if (edition !== null && !knownEditions.some(({ id }) => id === edition.id)) {
      const kept = await makeChange(port, { kind: "edition", id: edition.id }, options);
      if (kept.kind === "failed") return fail(kept.problem);
    }
    if (wanted.freeze === null) return succeed(saved(), applied.notes);
    const made = await makeChange(port, { kind: "convert", to: wanted.freeze }, options);
    if (made.kind === "failed") return fail(made.problem);
    const notes = made.kind === "asked" ? [] : made.notes;
    return succeed(saved(), [...applied.notes, ...notes]);
  };
  return succeed({ formCase, said, save });
}

/** The form of a file, evaluated; mend: formulas of ours that show #NAME? are written anew first, in memory. */
async function openFile(path: string, options: FileOptions, mend?: "mend"): Promise<Outcome<OpenedFile>> {
  const read = await openWorkbook(path, options);
  if (!read.ok) return read;
  const { workbook, said } = read.value;
  const broken = planRepair(workbook.snapshot());
  if (mend === "mend" && broken.edits.length > 0) await workbook.apply(broken);
  const opened = await openForm(workbook, options);
  const found = opened.ok ? openedCase(opened.value) : opened;
  if (!found.ok) return found;
  const unknown = unknownFacts(options.given, found.value);
  return unknown === null ? succeed({ workbook, formCase: found.value, said }) : fail(unknown);
}

/** A file with the rules of --rules kept in it, in memory. */
export async function openWorkbook(
  path: string,
  options: FileOptions,
): Promise<Outcome<Omit<OpenedFile, "formCase">>> {
  const bytes = await readBytes(path);
  if (!bytes.ok) return bytes;
  const read = openXlsx(bytes.value, { functions: functionTable });
  if (!read.ok) return read;
  const workbook = read.value;
  const { ruleEntries: entries } = options;
  if (entries === null) return succeed({ workbook, said: null });
  const port = { ...workbook, amend: null, repair: null };
  const made = await makeChange(port, { kind: "importRules", entries }, options);
  if (made.kind === "failed") return fail(made.problem);
  return succeed({ workbook, said: made.kind === "done" ? made.text : null });
}

async function readBytes(path: string): Promise<Outcome<Uint8Array>> {
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

/** 报送前自查 of one file, with the text of the report when there is one. Writes nothing. */
export async function checkFile(
  path: string,
  options: FileOptions,
  report: string | null,
): Promise<Outcome<readonly Finding[]>> {
  const opened = await openFile(path, options);
  return opened.ok ? succeed(await checkForm(opened.value.formCase, report)) : opened;
}

/** The text of the report named by --report. */
export async function readReportText(path: string): Promise<Outcome<string>> {
  const bytes = await readBytes(path);
  return bytes.ok ? readReportFile(bytes.value) : bytes;
}
