import { readFile } from "node:fs/promises";
import { isToFill, readLedgerFile } from "../app/fillLedger";
import { sayFill, unusedNote } from "../app/sayFills";
import type { FormFill } from "../edits/planLedger";
import type { ProjectLedger } from "../ledger/ledger";
import { a1, fullA1 } from "../workbook/cell";
import { fail, succeed, type Outcome } from "../workbook/port";
import type { Options } from "./options";
import { openWorkbook, type FileOptions } from "./scoreFile";
import { systemReason } from "./systemReason";

/** The list of --ledger. */
export async function readLedgerOption({
  ledger: path,
  ledgerUnit: unit,
}: Pick<Options, "ledger" | "ledgerUnit">): Promise<Outcome<FileOptions["ledger"]>> {
  if (path === null) return succeed(null);
  const bytes = await readFile(path).catch((error: unknown) => error);
  if (!(bytes instanceof Uint8Array)) {
    const why = systemReason(bytes);
    return fail({ code: "badLedger", what: `读不了台账 ${path}。`, why, todo: "请检查路径后再试。" });
  }
  const list = readLedgerFile(bytes);
  return list.ok ? succeed({ list: list.value, unit }) : list;
}

/** What the list of --ledger has for the forms of a file. Writes nothing. */
export async function previewFile(path: string, options: FileOptions): Promise<Outcome<readonly FormFill[]>> {
  const opened = await openWorkbook(path, options);
  return opened.ok ? succeed(opened.value.fills) : opened;
}

/** One line for each form, and below it each cell, or only those that were left. */
export function fillLines(
  forms: readonly FormFill[],
  which: "every cell" | "what was left",
): readonly string[] {
  return forms.flatMap(({ sheet, project, rows, fills, notes }) => {
    const from = rows.map(({ row }) => `第${row}行`).join("、");
    const head = [sheet, project].filter((part) => part !== "").join(" ");
    const done = which === "every cell" ? "可填" : "填入";
    const count = from === "" ? "没有填" : `${from}，${done}${fills.filter(isToFill).length}格`;
    const shown = which === "every cell" ? fills : fills.filter(({ state }) => state === "left");
    return [
      `  台账 ${head}：${count}`,
      ...notes.map((note) => `    ${note}`),
      ...shown.map((fill) => `    ${a1(fill.at)} ${fill.label}：${sayFill(fill)}（台账${a1(fill.from.at)}）`),
    ];
  });
}

/** What is to be said of the list itself, once all files are done. */
export function listed(list: ProjectLedger, forms: readonly FormFill[]): readonly string[] {
  return [...list.notes, ...unusedNote(list, forms)];
}

/** Whether every form was found in the list, and every figure that the list has stands in its form. */
export function isAllFilled(forms: readonly FormFill[]): boolean {
  const isDone = ({ state, isBlank }: FormFill["fills"][number]): boolean =>
    state !== "left" || isBlank === true;
  return forms.every(({ rows, fills }) => rows.length > 0 && fills.every(isDone));
}

/** The member of `--json` that says what a list had for one form; absent where there was none. */
export function jsonFills(forms: readonly FormFill[], sheet: string): { readonly ledger?: object } {
  const form = forms.find((one) => one.sheet === sheet);
  if (form === undefined) return {};
  const cells = form.fills.map(({ at, label, old, value, state, why, from }) => ({
    cell: a1(at),
    label,
    old,
    new: value,
    from: fullA1(from.at),
    state,
    why,
  }));
  return {
    ledger: { rows: form.rows.map(({ sheet: own, row }) => ({ sheet: own, row })), notes: form.notes, cells },
  };
}
