import { expect } from "vitest";
import { unzipSync, strFromU8 } from "fflate";
import { openXlsx, type XlsxOptions, type XlsxWorkbook } from "../../../src/adapters/xlsx/openXlsx";
import type { Edit } from "../../../src/workbook/edit";
import type { CellContent } from "../../../src/workbook/edit";
import { parseA1 } from "../../../src/workbook/cell";
import type { SheetSnapshot } from "../../../src/workbook/snapshot";

/** Opens bytes that must open. */
export function opened(bytes: Uint8Array, options: XlsxOptions = {}): XlsxWorkbook {
  const outcome = openXlsx(bytes, options);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem));
  return outcome.value;
}

/** Applies edits that must succeed; the notes. */
export async function applied(workbook: XlsxWorkbook, edits: readonly Edit[]): Promise<readonly string[]> {
  const outcome = await workbook.apply({ edits, expects: [] });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem));
  // 保存后重新打开所见，须与内存里的快照一致。
  expect(opened(workbook.save()).snapshot()).toEqual(workbook.snapshot());
  return outcome.notes;
}

/** The parts of a package, unzipped by a library that is not ours. */
export function partsOf(bytes: Uint8Array): ReadonlyMap<string, Uint8Array> {
  return new Map(Object.entries(unzipSync(bytes)));
}

export function partText(bytes: Uint8Array, name: string): string {
  const part = partsOf(bytes).get(name);
  if (part === undefined) throw new Error(`no such part: ${name}`);
  return strFromU8(part);
}

/** The names of the parts that differ, are new or are gone. */
export function changedParts(before: Uint8Array, after: Uint8Array): readonly string[] {
  const [from, to] = [partsOf(before), partsOf(after)];
  const names = new Set([...from.keys(), ...to.keys()]);
  return [...names].filter((name) => !sameBytes(from.get(name), to.get(name))).sort();
}

function sameBytes(one: Uint8Array | undefined, other: Uint8Array | undefined): boolean {
  if (one === undefined || other === undefined) return false;
  return one.length === other.length && one.every((byte, index) => byte === other[index]);
}

export function cellEdit(sheet: string, address: string, content: CellContent): Edit {
  const at = parseA1(address);
  if (at === null) throw new Error(`not a cell: ${address}`);
  return { kind: "cell", at: { sheet, ...at }, content, reason: "测试" };
}

export function cellOf(workbook: XlsxWorkbook, sheet: string, address: string) {
  const at = parseA1(address);
  return at === null ? undefined : sheetOf(workbook, sheet).rows.get(at.row)?.get(at.column);
}

export function sheetOf(workbook: XlsxWorkbook, name: string): SheetSnapshot {
  const sheet = workbook.snapshot().sheets.find((each) => each.name === name);
  if (sheet === undefined) throw new Error(`no such sheet: ${name}`);
  return sheet;
}
