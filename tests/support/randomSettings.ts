import fc from "fast-check";
import { guangzhou2023 } from "../../src/editions/guangzhou2023/edition";
import { defaultSettings, settingSpecs, type Settings } from "../../src/editions/settings";

/** The options of a setting of the 2023 edition. */
export function optionsOf(name: string): readonly string[] {
  return Object.keys(settingSpecs(guangzhou2023)[name]?.options ?? {});
}

/** Any of the options of these settings, the others by default. */
export function randomSettings(...names: readonly string[]): fc.Arbitrary<Settings> {
  const chosen = Object.fromEntries(names.map((name) => [name, fc.constantFrom(...optionsOf(name))]));
  const defaults = defaultSettings(guangzhou2023);
  return fc.record(chosen).map((options) => ({ ...defaults, ...options }));
}
