import { isResult } from "./keptCells";
import { plainObject } from "./json";
import { formSheets, keptValue, writtenCells } from "./records";
import { standsOn, tellingNames, type WrittenSheet } from "./sheetHomes";
import { cellAt, findSheet, type SheetSnapshot, type Snapshot } from "./snapshot";

type Written = ReturnType<typeof writtenCells>;

/** Where a scored sheet was copied from. */
interface Original {
  readonly sheet: string;
  /** Its formulas look at the very cells of the very sheets: figures of the original show in it. */
  readonly isBound: boolean;
}

/**
 * The form that a sheet was copied from, which has scores of the original and keeps none of its own; null: it is no
 * copy. A copy together with its working paper looks at the same cells of another sheet, one without any at its own.
 */
export function originalOf(snapshot: Snapshot, name: string): Original | null {
  const copy = findSheet(snapshot, name);
  if (copy === undefined) return null;
  const { copiedFrom } = plainObject(keptValue(snapshot, "restore", name));
  if (typeof copiedFrom === "string") {
    const sheet = formSheets(snapshot).get(copiedFrom);
    return sheet === undefined || sheet === name ? null : { sheet, isBound: true };
  }
  if (keepsScores(snapshot, name)) return null;
  const homes = Array.from(formSheets(snapshot).values()).filter((home) => home !== name);
  const bound = homes.find((home) => isCopyOf(snapshot, copy, home, "same"));
  if (bound !== undefined) return { sheet: bound, isBound: true };
  const [only, ...more] = likest(
    snapshot,
    copy,
    homes.filter((home) => isCopyOf(snapshot, copy, home, "any")),
  );
  return only === undefined || more.length > 0 ? null : { sheet: only, isBound: false };
}

/** Forms of one layout have formulas alike: those with which a sheet has most cells in common, its titles among them. */
function likest(snapshot: Snapshot, copy: SheetSnapshot, homes: readonly string[]): readonly string[] {
  if (homes.length < 2) return homes;
  const counts = homes.map((home) => sameCells(copy, findSheet(snapshot, home)));
  const most = Math.max(...counts);
  return homes.filter((_, index) => counts[index] === most);
}

function sameCells(one: SheetSnapshot, other: SheetSnapshot | undefined): number {
  let same = 0;
  for (const [row, line] of other?.rows ?? []) {
    for (const [column, { value, formula }] of line) {
      const cell = cellAt(one, row, column);
      if (cell?.formula === formula && (formula !== undefined || cell?.value === value)) same += 1;
    }
  }
  return same;
}

function keepsScores(snapshot: Snapshot, name: string): boolean {
  if (keptValue(snapshot, "restore", name) === null) return false;
  return writtenCells(snapshot, name).some(({ role }) => isResult(role));
}

/** It looks at the very cells that the original looks at, or looked at when it was scored; of any sheet, if told. */
function isCopyOf(
  { sheets, ...snapshot }: Snapshot,
  copy: SheetSnapshot,
  home: string,
  papers: "same" | "any",
): boolean {
  const original = sheets.find((one) => one.name === home);
  if (original === undefined) return false;
  const cells = writtenCells({ ...snapshot, sheets }, home);
  const scored = cells.flatMap(({ formula }) => (formula?.includes("!") === true ? formula : []));
  if (scored.length === 0) {
    // Target and actual stand in the form itself: what looks at them is the copy's own, and so are its figures.
    const own = cells.flatMap(({ role, formula }) => (role === "score" && formula !== null ? formula : []));
    if (own.length === 0) return isFrozenCopy(copy, home, cells);
    return papers === "any" && standsOn(copy, writtenOn(home, own), new Set());
  }
  const now = Array.from(original.rows.values()).flatMap((line) =>
    Array.from(line.values()).flatMap(({ formula }) => (formula?.includes("!") === true ? formula : [])),
  );
  return [scored, now].some((formulas) => {
    const written = writtenOn(home, formulas);
    const known = papers === "same" ? tellingNames(sheets, [written]) : new Set<string>();
    // Of a sheet that is gone nobody can say whose it was.
    return formulas.length > 0 && standsOn(copy, written, known) && (papers === "any" || known.size > 0);
  });
}

/** Where nothing looks at the working paper any more (转为数值): the reasons, and most of the numbers where we wrote them. */
function isFrozenCopy(copy: SheetSnapshot, home: string, cells: Written): boolean {
  const reasons = cells.flatMap(({ role, formula }) =>
    role === "reason" && formula !== null ? formula : [],
  );
  const numbers = cells.filter(({ role, formula }) => role === "score" && formula === null);
  const same = numbers.filter(({ row, column, value }) => {
    const cell = cellAt(copy, Number(row), Number(column));
    return cell?.formula === undefined && (cell?.value ?? null) === value;
  });
  const isAlike = reasons.length > 0 && same.length * 2 > numbers.length;
  return isAlike && standsOn(copy, writtenOn(home, reasons), new Set());
}

function writtenOn(sheet: string, formulas: readonly string[]): WrittenSheet {
  return { sheet, formulas: formulas.map((formula) => ({ formula, name: "" })) };
}
