import { defaultSettings, settingNames, type Settings } from "../rules/settings";
import { settingsOf } from "../scorecard/evaluate";
import type { EditPlan } from "../workbook/edit";
import { isNewer, keepValues, refusedPlan } from "../workbook/records";
import type { Snapshot } from "../workbook/snapshot";

/** Keeps the user's choices in the workbook; only what is not the default, so that an untouched one stays untouched. */
export function planSettings(snapshot: Snapshot, sheet: string, change: Partial<Settings>): EditPlan {
  if (isNewer(snapshot)) return refusedPlan;
  const next = settingsOf(snapshot, sheet, change);
  const chosen = settingNames.filter((name) => next[name] !== defaultSettings[name]);
  const settings = chosen.length === 0 ? null : Object.fromEntries(chosen.map((name) => [name, next[name]]));
  return { edits: keepValues(snapshot, sheet, { settings }), expects: [] };
}
