import { readFile } from "node:fs/promises";
import { openXlsx } from "../../src/adapters/xlsx/openXlsx";
import { reviewCommand } from "../../src/cli/reviewCommand";
import type { CellValue, Snapshot } from "../../src/workbook/snapshot";
import { findSheet } from "../../src/workbook/snapshot";
import { said, type CliRun } from "../cli/runCli";

/** `npm run review -- …` in this process. */
export async function runReview(...args: readonly string[]): Promise<CliRun> {
  return said(() => reviewCommand(args));
}

export async function readBook(path: string): Promise<Snapshot> {
  const opened = openXlsx(new Uint8Array(await readFile(path)));
  if (!opened.ok) throw new Error(`${opened.problem.what}${opened.problem.why}`);
  return opened.value.snapshot();
}

export type TableRow = ReadonlyMap<string, CellValue>;

/** The rows of a sheet's table by the titles of its columns. */
export function tableOf(book: Snapshot, name: string): readonly TableRow[] {
  const sheet = findSheet(book, name);
  if (sheet === undefined) throw new Error(`没有工作表“${name}”`);
  const [headRow, heads] =
    [...sheet.rows].find(([, cells]) => [...cells.values()].some(({ value }) => value === "记录号")) ?? [];
  if (headRow === undefined || heads === undefined) throw new Error(`“${name}”里没有表`);
  return [...sheet.rows]
    .filter(([row]) => row > headRow)
    .map(
      ([, cells]) =>
        new Map(
          Array.from(heads, ([column, { value }]) => [String(value), cells.get(column)?.value ?? null]),
        ),
    );
}
