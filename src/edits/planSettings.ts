import { defaultSettings, readSettings, settingNames, type Settings } from "../rules/settings";
import type { Case } from "../scorecard/case";
import { keptChoices, type KeptChoices } from "../scorecard/keptChoices";
import type { EditPlan } from "../workbook/edit";

/** Keeps a person's choices in the workbook; only what is not the default, so that an untouched one stays untouched. */
export function planSettings(
  { snapshot }: Case,
  change: Partial<Settings>,
  over: Partial<Pick<KeptChoices, "edition">> = {},
): EditPlan {
  const kept = keptChoices(snapshot);
  const settings = readSettings({ ...kept.settings, ...change });
  const { edition } = { ...kept, ...over };
  const chosen: Readonly<Record<string, string>> = Object.fromEntries([
    ...settingNames
      .filter((name) => settings[name] !== defaultSettings[name])
      .map((name) => [name, settings[name]] as const),
    ...(edition === null ? [] : [["edition", edition] as const]),
  ]);
  const json = Object.keys(chosen).length === 0 ? null : JSON.stringify(chosen);
  if (json === (snapshot.records.get("settings") ?? null)) return { edits: [], expects: [] };
  return { edits: [{ kind: "record", key: "settings", json }], expects: [] };
}
