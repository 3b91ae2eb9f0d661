import { openXlsx, type XlsxWorkbook } from "../../src/adapters/xlsx/openXlsx";
import { makeChange } from "../../src/app/makeChange";
import type { Change } from "../../src/app/planChange";
import { functionTable } from "../../src/functions/functionTable";
import { a1, areaA1, columnName } from "../../src/workbook/cell";
import type { Edit, EditPlan } from "../../src/workbook/edit";
import { shippedFacts } from "../support/factsFile";
import type { Ours } from "./openpyxl";

const given = shippedFacts("samples/nansha-2023.facts.json");

export interface Life {
  readonly scored: Uint8Array;
  readonly marked: Uint8Array;
  readonly converted: Uint8Array;
  readonly restored: Uint8Array;
  readonly ours: Ours;
  /** The value that each cell of ours on the form shows, by sheet and address. */
  readonly shown: ReadonlyMap<string, ReadonlyMap<string, unknown>>;
}

/** A workbook scored and restored, and scored, marked with findings and converted. */
export async function liveOnce(bytes: Uint8Array): Promise<Life> {
  const first = openedBook(bytes);
  const edits: Edit[] = [...(await change(first, { kind: "score" }))];
  const scored = first.save();
  const shown = shownBy(openedBook(scored), edits);
  const other = openedBook(scored);
  await change(other, { kind: "markFindings" });
  const marked = other.save();
  await change(other, { kind: "convert", to: "builtIn" });
  await change(first, { kind: "restore", overwrite: [] });
  return { scored, marked, converted: other.save(), restored: first.save(), ours: oursIn(edits), shown };
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
  const cells: Record<string, string[]> = {};
  const columns: Record<string, string[]> = {};
  const areas: Record<string, string[]> = {};
  const into = (map: Record<string, string[]>, sheet: string, text: string): void =>
    void (map[sheet] ??= []).push(text);
  for (const edit of edits) {
    if (edit.kind === "cell" || edit.kind === "format") into(cells, edit.at.sheet, a1(edit.at));
    if (edit.kind === "columnWidth" || edit.kind === "hideColumn")
      into(columns, edit.sheet, columnName(edit.column));
    if (edit.kind === "highlight") into(areas, edit.sheet, areaA1(edit.area));
  }
  const sheets = edits.flatMap((edit) => (edit.kind === "addSheet" ? [edit.sheet] : []));
  return { sheets, cells, columns, areas };
}

function shownBy(workbook: XlsxWorkbook, edits: readonly Edit[]): Life["shown"] {
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
