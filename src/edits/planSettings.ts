import { defaultSettings, readSettings, settingNames, type Settings } from "../rules/settings";
import type { Case } from "../scorecard/case";
import { keptChoices } from "../scorecard/keptChoices";
import type { EditPlan } from "../workbook/edit";
import { isNewer, keepValues, refusedPlan } from "../workbook/records";

/** Keeps a person's choices in the workbook; only what is not the default, so that an untouched one stays untouched. */
export function planSettings({ snapshot, sheet }: Case, change: Partial<Settings>): EditPlan {
  if (isNewer(snapshot)) return refusedPlan;
  const next = readSettings({ ...keptChoices(snapshot, sheet).settings, ...change });
  const chosen = settingNames.filter((name) => next[name] !== defaultSettings[name]);
  const settings = chosen.length === 0 ? null : Object.fromEntries(chosen.map((name) => [name, next[name]]));
  return { edits: keepValues(snapshot, sheet, { settings }), expects: [] };
}

/** Keeps the edition that a person named; null: the form chooses. */
export function planEdition({ snapshot, sheet }: Case, edition: string | null): EditPlan {
  if (isNewer(snapshot)) return refusedPlan;
  return { edits: keepValues(snapshot, sheet, { edition }), expects: [] };
}
