import { defaultSettings, readSettings, settingNames, type Settings } from "../rules/settings";
import { settingsOf } from "../scorecard/evaluate";
import type { EditPlan } from "../workbook/edit";
import type { Snapshot } from "../workbook/snapshot";

/** Keeps the user's choices in the workbook; only what is not the default, so that an untouched one stays untouched. */
export function planSettings(snapshot: Snapshot, change: Partial<Settings>): EditPlan {
  const next = readSettings({ ...settingsOf(snapshot), ...change });
  const chosen = settingNames.filter((name) => next[name] !== defaultSettings[name]);
  const json =
    chosen.length === 0 ? null : JSON.stringify(Object.fromEntries(chosen.map((name) => [name, next[name]])));
  if (json === (snapshot.records.get("settings") ?? null)) return { edits: [], expects: [] };
  return { edits: [{ kind: "record", key: "settings", json }], expects: [] };
}
