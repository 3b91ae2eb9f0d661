import { readSettings, type Settings } from "../rules/settings";
import { plainObject } from "../workbook/json";
import { keptValue } from "../workbook/records";
import type { Snapshot } from "../workbook/snapshot";

/** What a person chose for a form, as it was kept in its workbook. */
export interface KeptChoices {
  readonly settings: Settings;
  /** Id of the edition; null: the form chooses. */
  readonly edition: string | null;
}

/** The choices kept for the form on a sheet; whatever is damaged or unknown counts as not chosen. */
export function keptChoices(snapshot: Snapshot, sheet: string, over: Partial<Settings> = {}): KeptChoices {
  const edition = keptValue(snapshot, "edition", sheet);
  return {
    settings: readSettings({ ...plainObject(keptValue(snapshot, "settings", sheet)), ...over }),
    edition: typeof edition === "string" && edition !== "" ? edition : null,
  };
}
