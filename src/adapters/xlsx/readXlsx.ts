import { succeed, type Outcome } from "../../workbook/port";
import type { Snapshot } from "../../workbook/snapshot";
import { readSnapshot } from "./readSnapshot";
import { attempt } from "./refusals";
import { openPackage } from "./xlsxPackage";

/** What stands in an .xlsx file that is only read: nothing that writes or works formulas out is brought along. */
export function readXlsx(bytes: Uint8Array): Outcome<Snapshot> {
  return attempt(() => succeed(readSnapshot(openPackage(bytes.slice()))));
}
