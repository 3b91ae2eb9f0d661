import { plainObject, type PlainObject } from "../workbook/json";
import { keptValue } from "../workbook/records";
import type { Snapshot } from "../workbook/snapshot";
import type { RuleChoices } from "./bindRows";
import { ruleChoices, type RuleChoice } from "./chooseRule";

/** What a person chose for a form, as it was kept in its workbook. */
interface KeptChoices {
  /** As kept: which names and values there are is the edition's to say. */
  readonly settings: PlainObject;
  /** Id of the edition; null: the form chooses. */
  readonly edition: string | null;
  /** Which rule counts for single rows, by their keys. */
  readonly rules: RuleChoices;
}

/** The choices kept for the form on a sheet; whatever is damaged or unknown counts as not chosen. */
export function keptChoices(snapshot: Snapshot, sheet: string): KeptChoices {
  const edition = keptValue(snapshot, "edition", sheet);
  return {
    settings: plainObject(keptValue(snapshot, "settings", sheet)),
    rules: Object.fromEntries(
      Object.entries(plainObject(keptValue(snapshot, "rules", sheet))).filter(
        (entry): entry is [string, RuleChoice] => (ruleChoices as readonly unknown[]).includes(entry[1]),
      ),
    ),
    edition: typeof edition === "string" && edition !== "" ? edition : null,
  };
}
