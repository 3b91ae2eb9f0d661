import type { EditPlan } from "../../workbook/edit";
import { impossibleEdit } from "../../workbook/planLimits";
import type { FunctionTable } from "../../workbook/port";
import { fail, succeed, type Outcome, type WorkbookPort } from "../../workbook/port";
import { newerRecords } from "../../workbook/records";
import { bySheet, cellKey, type CellAddress } from "../../workbook/cell";
import { snapshotCell, type Snapshot } from "../../workbook/snapshot";
import { applyPlan, writablePlan } from "./applyPlan";
import { readSnapshot } from "./readSnapshot";
import { attempt } from "./refusals";
import { openPackage, type XlsxPackage } from "./xlsxPackage";
import type { Deflater } from "./zipArchive";

/** A workbook file in memory. Nothing reaches the disk: save() gives the bytes. */
export interface XlsxWorkbook extends Required<WorkbookPort> {
  readonly snapshot: () => Snapshot;
  /** The same bytes as were opened while nothing has been changed. */
  readonly save: () => Uint8Array;
  /** Every formula whose result is not known here since something was changed, by sheet and place: Excel works it out. */
  readonly notWorkedOut: () => readonly CellAddress[];
}

export interface XlsxOptions {
  /** Our custom functions, to work out cached values with; without them JX formulas keep what they showed. */
  readonly functions?: FunctionTable;
  /** Absent: one that runs anywhere. */
  readonly deflater?: Deflater;
}

/** Opens the bytes of an .xlsx file; everything it cannot or must not read is a Problem, never an exception. */
export function openXlsx(bytes: Uint8Array, options: XlsxOptions = {}): Outcome<XlsxWorkbook> {
  return attempt(() => {
    const opened = openPackage(bytes.slice(), options.deflater);
    return succeed(workbookOf({ opened, snapshot: readSnapshot(opened) }, options));
  });
}

/** What the workbook is now: replaced as a whole, or not at all. */
interface State {
  readonly opened: XlsxPackage;
  readonly snapshot: Snapshot;
}

function workbookOf(first: State, { functions }: XlsxOptions): XlsxWorkbook {
  let now = first;
  const notWorkedOut = new Map<string, CellAddress>();
  const apply = (plan: EditPlan): Outcome<null> => {
    if (plan.refused !== undefined) return fail(newerRecords);
    const impossible = impossibleEdit(plan);
    if (impossible !== null) return fail(impossible);
    return attempt(() => {
      const { notes, left, ...next } = applyPlan(now.opened, now.snapshot, plan, functions);
      now = next;
      for (const at of left) notWorkedOut.set(cellKey(at), at);
      return succeed(null, notes);
    });
  };
  return {
    snapshot: () => now.snapshot,
    save: () => now.opened.bytes(),
    notWorkedOut: () => {
      const places = Array.from(notWorkedOut.values());
      return bySheet(
        places.filter((at) => snapshotCell(now.snapshot, at)?.formula !== undefined),
        now.snapshot.sheets.map(({ name }) => name),
      );
    },
    read: () => Promise.resolve(succeed(now.snapshot)),
    apply: (plan) => Promise.resolve(apply(plan)),
    writable: (plan) => Promise.resolve(attempt(() => succeed(writablePlan(now.opened, now.snapshot, plan)))),
  };
}
