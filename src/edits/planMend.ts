import { decimalPlaces } from "../quantity/tidy";
import type { CellFix } from "../findings/finding";
import type { Case } from "../scorecard/case";
import { cellKey, sameAddress, type CellAddress } from "../workbook/cell";
import type { Edit, EditPlan } from "../workbook/edit";
import { isNewer, keepValues, refusedPlan } from "../workbook/records";
import { formatAt, snapshotCell, type Snapshot } from "../workbook/snapshot";
import { contentOf, entryAt, formatBefore, sameContent, writeWanted, type WantedCell } from "./editLedger";
import { locateTouched, type Located } from "./locateTouched";
import { planScoring } from "./planScoring";
import { recordOf } from "./recoveredRecord";
import { keptRestore, type RestoreRecord, type TouchedCell } from "./restoreRecord";
import { scoreFormat } from "./scoreFormat";

/** A cell that was mended, and what takes that back: plain data. */
export interface MendedCell extends CellFix {
  /** The number format that stood there. */
  readonly format: string;
  /** What was known of the cell before; null: nothing of ours was there. */
  readonly entry: TouchedCell | null;
}

/** Writes fixes, with what gives the cells back as they were: 撤销 for these alone, 恢复原表 for everything. */
export function planMend(
  formCase: Case,
  fixes: readonly CellFix[],
): { readonly plan: EditPlan; readonly mended: readonly MendedCell[] } {
  const { snapshot } = formCase;
  if (isNewer(snapshot)) return { plan: refusedPlan, mended: [] };
  const { record, located } = ownCells(formCase);
  const written = writeWanted(
    snapshot,
    located,
    fixes.map((fix) => wantedCell(formCase, located, fix)),
  );
  const entries = new Map(written.entries.map((entry) => [cellKey(entry.at), entry]));
  const before = new Map(located.map(({ touched, at }) => [cellKey(at ?? touched.at), touched]));
  const mended = fixes.map((fix): MendedCell => ({
    ...fix,
    format: formatAt(snapshot, fix.at) ?? "General",
    entry: before.get(cellKey(fix.at)) ?? null,
  }));
  const again = located.map(({ touched, at }) => {
    const place = at ?? touched.at;
    return entries.get(cellKey(place)) ?? { ...touched, at: place };
  });
  const fresh = written.entries.filter(({ at }) => !before.has(cellKey(at)));
  return {
    plan: {
      edits: [...written.edits, ...kept(formCase, record, [...again, ...fresh])],
      expects: written.expects,
    },
    mended,
  };
}

/** 撤销: these cells as they stood, and what was known of them; null where one of them was changed since. */
export function planUnmend(formCase: Case, mended: readonly MendedCell[]): EditPlan | null {
  const { snapshot } = formCase;
  if (isNewer(snapshot)) return refusedPlan;
  const { record, located } = ownCells(formCase);
  const changed = ({ at, after }: MendedCell): boolean =>
    !sameContent(contentOf(snapshotCell(snapshot, at)), { value: after });
  if (mended.some(changed)) return null;
  const back = new Map(mended.map((one) => [cellKey(one.at), one]));
  const cells = located.flatMap(({ touched, at }) => {
    const one = back.get(cellKey(at ?? touched.at));
    return one === undefined ? { ...touched, at: at ?? touched.at } : (one.entry ?? []);
  });
  return {
    edits: [...mended.map((one) => putBack(snapshot, one)), ...kept(formCase, record, cells)],
    expects: mended.map(({ at, after }) => ({ at, holds: { value: after } })),
  };
}

function putBack(snapshot: Snapshot, { at, before, format }: MendedCell): Edit {
  return {
    kind: "cell",
    at,
    content: { value: before },
    reason: "撤销改正",
    ...(format === (formatAt(snapshot, at) ?? "General") ? {} : { look: { format } }),
  };
}

function kept(
  { snapshot, sheet }: Case,
  record: RestoreRecord,
  cells: readonly TouchedCell[],
): readonly Edit[] {
  return keepValues(snapshot, sheet, { restore: keptRestore({ ...record, cells }) });
}

function ownCells(formCase: Case): { readonly record: RestoreRecord; readonly located: readonly Located[] } {
  const record = recordOf(formCase, planScoring);
  return { record, located: locateTouched(formCase.snapshot, record.cells, formCase.sheet) };
}

function wantedCell(formCase: Case, located: readonly Located[], { at, after, label }: CellFix): WantedCell {
  return {
    // What stands as a value of ours (转为数值) stays ours.
    role: entryAt(located, at)?.role ?? "mend",
    name: nameOf(formCase, at),
    at,
    content: { value: after },
    format: typeof after === "number" ? formatOf(formCase, located, at, after) : null,
    reason: label,
  };
}

/** The words that the row is known by. */
function nameOf({ form }: Case, { row }: CellAddress): string {
  return form.indicators.find((one) => one.row === row)?.name.value ?? "总分";
}

/** The cell's own where it shows the number as it is: a text cell would keep it text, a coarse format would hide a loss. */
function formatOf(
  { snapshot, scorecard, form }: Case,
  located: readonly Located[],
  at: CellAddress,
  after: number,
): string | null {
  const own = formatBefore(snapshot, located, at);
  const weight =
    form.total !== null && sameAddress(form.total.score.at, at)
      ? scorecard.weight
      : (scorecard.rows.find((row) => sameAddress(row.at, at))?.weight ?? null);
  const decimals = Math.max(scorecard.decimals, decimalPlaces(after));
  return scoreFormat(own, after, weight, { decimals, fixed: false });
}
