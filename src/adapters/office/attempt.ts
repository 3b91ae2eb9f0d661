import type { CellContent, Edit } from "../../workbook/edit";
import type { WrittenCell, WrittenRecord } from "./bookSteps";
import { excelErrorCode, excelErrorLocation, excelTraces, refusedWhole } from "./excelProblem";
import { placeKey, sheetOf } from "./planNeeds";
import type { PlanSteps } from "./planSteps";

/** How far a plan got that failed while it was written. */
export interface Attempt {
  readonly steps: PlanSteps;
  /** So many of the steps were certainly done. */
  readonly done: number;
  /** No step from this one on was begun; where nothing is told, all that were sent may have been. */
  readonly end: number;
  /** The host refused to add a sheet: one of that name is somebody else's. */
  readonly addFailed: boolean;
}

/** `sent`: the steps of the requests that came through before the one that failed. */
export function attemptOf(steps: PlanSteps, sent: number, error: unknown): Attempt {
  const addFailed = excelErrorLocation(error) === "WorksheetCollection.add";
  const last = excelTraces(error).at(-1);
  const all = steps.steps.length;
  const upTo = (done: number, end: number): Attempt => ({
    steps,
    done: Math.min(done, all),
    end: Math.min(end, all),
    addFailed,
  });
  if (last !== undefined) return upTo(sent + Number(last), sent + Number(last) + 1);
  if (refusedWhole(error)) return upTo(sent, sent);
  if (excelErrorCode(error) === "ResponsePayloadSizeLimitExceeded") return upTo(all, all);
  const adding = steps.steps.findIndex((each, at) => at >= sent && each.edits?.[0]?.kind === "addSheet");
  return addFailed && adding >= 0 ? upTo(adding, adding + 1) : upTo(sent, all);
}

/** What of the plan was done, or begun and perhaps not ended. */
export interface Reached {
  /** Nothing else was begun. */
  readonly sure: readonly Edit[];
  /** Perhaps begun: nothing tells. */
  readonly doubtful: readonly Edit[];
  /** Sheet → place → contents that were written there, and whether that is sure. */
  readonly cells: ReadonlyMap<string, ReadonlyMap<string, Writing>>;
  readonly records: readonly WrittenRecord[];
}

export interface Writing {
  readonly contents: CellContent[];
  isSure: boolean;
}

export function reachedBy({ steps, done, end }: Attempt): Reached {
  const sureEnd = end === done + 1 ? end : done;
  const begun = steps.steps.slice(0, end);
  const sure = new Set(begun.slice(0, sureEnd).flatMap(({ edits }) => edits ?? []));
  const doubtful = new Set(begun.slice(sureEnd).flatMap(({ edits }) => edits ?? []));
  const cells = new Map<string, Map<string, Writing>>();
  begun.forEach((each, at) => {
    const sheet = sheetOf(each.edits?.[0] ?? noEdit);
    if (sheet === null || each.cells === undefined) return;
    const known = cells.get(sheet) ?? new Map<string, Writing>();
    cells.set(sheet, known);
    for (const cell of each.cells) addWriting(known, cell, at < sureEnd);
  });
  return {
    sure: Array.from(sure),
    doubtful: Array.from(doubtful).filter((edit) => !sure.has(edit)),
    cells,
    records: begun.slice(0, sureEnd).flatMap(({ record }) => record ?? []),
  };
}

const noEdit: Edit = { kind: "record", key: "restore", json: null };

function addWriting(known: Map<string, Writing>, cell: WrittenCell, isSure: boolean): void {
  const writing = known.get(placeKey(cell)) ?? { contents: [], isSure: false };
  if (cell.content !== undefined) writing.contents.push(cell.content);
  writing.isSure ||= isSure;
  known.set(placeKey(cell), writing);
}

/** The id of an added sheet; null where the host did not tell it any more. */
export function addedId({ steps }: Attempt, name: string): string | null {
  return toldId(steps.added.get(name));
}

/** A proxy raises where what was asked for was not answered. */
export function toldId(proxy: { readonly id: string } | null | undefined): string | null {
  try {
    return proxy?.id ?? null;
  } catch {
    return null;
  }
}

/** Whether adding this sheet was certainly done. */
export function isAdded({ steps, done }: Attempt, name: string): boolean {
  return steps.steps.slice(0, done).some(({ edits }) => {
    const [edit] = edits ?? [];
    return edit?.kind === "addSheet" && edit.sheet === name;
  });
}
