import { makeChange, type Made } from "../app/makeChange";
import { scoreAll } from "../app/scoreAll";
import type { DeskChange } from "./desk";
import type { LedgerIntent, PaneNews } from "./paneEvent";

type Port = Parameters<typeof makeChange>[0];
type Options = Parameters<typeof makeChange>[2];
type ReadLedger = Extract<LedgerIntent, { readonly kind: "readLedger" }>;

/** A change of the form that is shown, or of all forms of the workbook. */
export async function makeAny(
  port: Port,
  wanted: Exclude<DeskChange, ReadLedger>,
  options: Options,
): Promise<Made> {
  if (wanted.kind === "scoreAll") return scoreAll(port, options);
  if (wanted.kind !== "fillLedger") return makeChange(port, wanted, options);
  // Rarely wanted: fetched when it is.
  const { fillLedger } = await import("../app/fillLedger");
  return fillLedger(port, wanted.preview, new Set(wanted.leave), options);
}

/** What a list would fill in: nothing is written. */
export async function readLedger(port: Port, { source }: ReadLedger, options: Options): Promise<PaneNews> {
  const { previewLedger } = await import("../app/fillLedger");
  const read = await previewLedger(port, source, options);
  return read.ok ? { kind: "ledgerRead", preview: read.value } : { kind: "failed", problem: read.problem };
}
