import { defaultSettings, readSettings, type SettingName } from "../editions/settings";
import type { Case } from "../scorecard/case";
import { keptChoices } from "../scorecard/keptChoices";
import type { EditPlan } from "../workbook/edit";
import { isNewer, keepValues, refusedPlan } from "../workbook/records";

/** Keeps a person's choices in the workbook; only what is not the default, so that an untouched one stays untouched. */
export function planSettings(
  { snapshot, sheet, edition }: Case,
  change: Readonly<Record<SettingName, string>>,
): EditPlan {
  if (isNewer(snapshot)) return refusedPlan;
  const next = readSettings({ ...keptChoices(snapshot, sheet).settings, ...change }, edition);
  const standard = defaultSettings(edition);
  const chosen = Object.entries(next).filter(([name, value]) => value !== standard[name]);
  const settings = chosen.length === 0 ? null : Object.fromEntries(chosen);
  return { edits: keepValues(snapshot, sheet, { settings }), expects: [] };
}

/** Keeps the edition that a person named; null: the form chooses. */
export function planEdition({ snapshot, sheet }: Case, edition: string | null): EditPlan {
  if (isNewer(snapshot)) return refusedPlan;
  return { edits: keepValues(snapshot, sheet, { edition }), expects: [] };
}
