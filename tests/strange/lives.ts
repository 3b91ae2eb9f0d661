import { openXlsx, type XlsxWorkbook } from "../../src/adapters/xlsx/openXlsx";
import { makeChange } from "../../src/app/makeChange";
import type { Change } from "../../src/app/planChange";
import { functionTable } from "../../src/functions/functionTable";
import { a1, areaA1, columnName } from "../../src/workbook/cell";
import type { Edit, EditPlan } from "../../src/workbook/edit";
import { shippedFacts } from "../support/factsFile";
import type { Ours } from "./openpyxl";

const given = shippedFacts("samples/nansha-2023.facts.json");

export interface Scored {
  readonly scored: Uint8Array;
  readonly restored: Uint8Array;
  readonly ours: Ours;
  /** What each cell that was written shows, by sheet and address. */
  readonly shown: ReadonlyMap<string, ReadonlyMap<string, unknown>>;
}

/** 计算得分, then 恢复原表. */
export async function scoreAndRestore(bytes: Uint8Array): Promise<Scored> {
  const workbook = openedBook(bytes);
  const edits = await change(workbook, { kind: "score" });
  const scored = workbook.save();
  const shown = shownBy(workbook, edits);
  await change(workbook, { kind: "restore", overwrite: [] });
  return { scored, restored: workbook.save(), ours: oursIn(edits), shown };
}

/** Everything that writes, one after the other, each from the file that was saved before. */
export async function wholeLife(bytes: Uint8Array): Promise<Readonly<Record<string, Uint8Array>>> {
  const life: Record<string, Uint8Array> = {};
  let now = bytes;
  for (const wanted of [
    { kind: "score" },
    { kind: "markFindings" },
    { kind: "exportFindings" },
    { kind: "convert", to: "builtIn" },
    { kind: "restore", overwrite: [] },
  ] as const) {
    const workbook = openedBook(now);
    await change(workbook, wanted);
    now = workbook.save();
    life[wanted.kind] = now;
  }
  return life;
}

function openedBook(bytes: Uint8Array): XlsxWorkbook {
  const outcome = openXlsx(bytes, { functions: functionTable });
  if (!outcome.ok) throw new Error(`${outcome.problem.what}${outcome.problem.why}`);
  return outcome.value;
}

/** One change as every face makes it; what was written. */
async function change(workbook: XlsxWorkbook, wanted: Change): Promise<readonly Edit[]> {
  const edits: Edit[] = [];
  const apply = (plan: EditPlan): ReturnType<XlsxWorkbook["apply"]> => {
    edits.push(...plan.edits);
    return workbook.apply(plan);
  };
  const made = await makeChange({ ...workbook, apply, amend: null, repair: null }, wanted, { given });
  if (made.kind === "failed") throw new Error(`${wanted.kind}：${made.problem.what}${made.problem.why}`);
  if (made.kind === "asked")
    throw new Error(`${wanted.kind}：${made.questions.map(({ text }) => text).join("；")}`);
  if (edits.length === 0) throw new Error(`${wanted.kind}：没有写入`);
  return edits;
}

function oursIn(edits: readonly Edit[]): Ours {
  const marks: Record<string, string[]> = {};
  const mark = (sheet: string, what: string): void => {
    (marks[sheet] ??= []).push(what);
  };
  for (const edit of edits) {
    if (edit.kind === "cell" || edit.kind === "format") mark(edit.at.sheet, `cell ${a1(edit.at)}`);
    if (edit.kind === "columnWidth" || edit.kind === "hideColumn")
      mark(edit.sheet, `column ${columnName(edit.column)}`);
    if (edit.kind === "highlight") mark(edit.sheet, `conditional ${areaA1(edit.area)}`);
    if (edit.kind === "printArea") mark(edit.sheet, "print");
  }
  const sheets = edits.flatMap((edit) => (edit.kind === "addSheet" ? [edit.sheet] : []));
  return { sheets, marks };
}

function shownBy(workbook: XlsxWorkbook, edits: readonly Edit[]): Scored["shown"] {
  const sheets = new Map(workbook.snapshot().sheets.map((sheet) => [sheet.name, sheet]));
  const shown = new Map<string, Map<string, unknown>>();
  for (const edit of edits) {
    if (edit.kind !== "cell") continue;
    const { sheet, row, column } = edit.at;
    const cells = shown.get(sheet) ?? new Map<string, unknown>();
    cells.set(a1(edit.at), sheets.get(sheet)?.rows.get(row)?.get(column)?.value ?? null);
    shown.set(sheet, cells);
  }
  return shown;
}
