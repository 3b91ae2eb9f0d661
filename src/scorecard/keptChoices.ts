import { readSettings, type Settings } from "../rules/settings";
import type { Snapshot } from "../workbook/snapshot";

/** What a person chose for this workbook, as it was kept there. */
export interface KeptChoices {
  readonly settings: Settings;
  /** Id of the edition; null: the form chooses. */
  readonly edition: string | null;
}

/** The choices kept in the workbook; whatever is damaged or unknown in the record counts as not chosen. */
export function keptChoices(snapshot: Snapshot, over: Partial<Settings> = {}): KeptChoices {
  const kept = keptObject(snapshot.records.get("settings"));
  const { edition } = kept;
  return {
    settings: readSettings({ ...kept, ...over }),
    edition: typeof edition === "string" && edition !== "" ? edition : null,
  };
}

function keptObject(json: string | undefined): Readonly<Record<string, unknown>> {
  try {
    const kept: unknown = JSON.parse(json ?? "{}");
    return typeof kept === "object" && kept !== null ? (kept as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
