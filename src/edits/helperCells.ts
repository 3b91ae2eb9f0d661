import { helperLabel, locateHelperLines } from "../facts/helperLines";
import { tight, type PaperColumn } from "../facts/workingPaper";
import type { FactWish } from "../facts/gatheredFact";
import { paperOf } from "../facts/paperOf";
import { absoluteA1, quoteSheet, type CellAddress } from "../workbook/cell";
import type { CellContent, Edit, Expectation } from "../workbook/edit";
import { snapshotCell, usedSize, type Snapshot } from "../workbook/snapshot";
import { contentOf, sameContent, type Ledger } from "./editLedger";
import { cellIn, type PaperLayout } from "./paperLayout";
import type { TouchedCell } from "./restoreRecord";

/** A part of a score formula in a cell of 评分底稿, because the whole is too long for one cell. */
export interface HelperCell {
  readonly title: string;
  /** The form whose weight it names. */
  readonly sheet: string;
  /** From 1, in the order in which the formula names them. */
  readonly part: number;
  readonly at: CellAddress;
  /** With "=". */
  readonly formula: string;
}

/** Where the parts of each formula stand, or will stand behind the facts. */
export type HelperPlaces = (wish: FactWish, sheet: string, part: number) => CellAddress;

export function helperPlaces(snapshot: Snapshot, layout: PaperLayout, form: string): HelperPlaces {
  const paper = paperOf(snapshot, form);
  const known = new Map(
    (paper === null ? [] : locateHelperLines(paper)).map(({ row, title, part, of }) => [
      `${title}#${of}#${part}`,
      row,
    ]),
  );
  let last = Math.max(
    layout.headerRow,
    paper === null ? 0 : usedSize(paper.sheet).rows,
    layout.lines.at(-1)?.row ?? 0,
  );
  return ({ title }, sheet, part) => {
    const key = `${tight(title)}#${tight(sheet)}#${part}`;
    const row = known.get(key) ?? (last += 1);
    known.set(key, row);
    return { sheet: layout.sheet, row, column: layout.columns.value ?? 4 };
  };
}

/** As a formula names it. */
export function helperReference(at: CellAddress): string {
  return `${quoteSheet(at.sheet)}!${absoluteA1(at)}`;
}

/** Writes the parts; lines of parts that no formula names any more are emptied. Entries: what a person typed over one. */
export function planHelpers(
  snapshot: Snapshot,
  layout: PaperLayout,
  sheet: string,
  helpers: readonly HelperCell[],
): Ledger {
  const sheets = new Set(snapshot.sheets.map(({ name }) => tight(name)));
  const paper = paperOf(snapshot, sheet);
  const used = new Set(helpers.map(({ at }) => at.row));
  const stale = (paper === null ? [] : locateHelperLines(paper)).filter(
    // Those of another form in the workbook are its own.
    ({ row, of }) => !used.has(row) && (of === tight(sheet) || !sheets.has(of)),
  );
  const edits: Edit[] = [];
  const expects: Expectation[] = [];
  const put = (row: number, name: PaperColumn, content: CellContent): void => {
    const at = cellIn(layout, row, name);
    if (at === null) return;
    const holds = contentOf(snapshotCell(snapshot, at));
    if (sameContent(holds, content)) return;
    const look = name === "value" ? {} : { wrap: true };
    edits.push({ kind: "cell", at, content, look, reason: "公式过长，分几格写入评分底稿" });
    expects.push({ at, holds });
  };
  for (const { title, sheet: of, part, at, formula } of helpers) {
    put(at.row, "indicator", { value: title });
    put(at.row, "item", { value: helperLabel(of, part) });
    put(at.row, "value", { formula });
  }
  for (const { row } of stale) {
    for (const name of ["indicator", "item", "value"] as const) put(row, name, { value: null });
  }
  return { edits, expects, entries: helpers.flatMap((helper) => replaced(snapshot, helper)) };
}

function replaced(
  snapshot: Snapshot,
  { title, sheet, part, at, formula }: HelperCell,
): readonly TouchedCell[] {
  const before = contentOf(snapshotCell(snapshot, at));
  const typed = "value" in before && before.value !== null && before.value !== "";
  return typed
    ? [{ role: "fact", at, name: `${title} ${helperLabel(sheet, part)}`, before, ours: { formula } }]
    : [];
}
