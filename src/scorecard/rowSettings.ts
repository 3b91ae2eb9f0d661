import type { ClauseReading } from "../clause/clauseReading";
import type { Ambiguity } from "../criteria/choices";
import type { Criterion } from "../criteria/criterion";
import type { Edition, EditionRow } from "../editions/edition";
import type { SettingName } from "../editions/settings";

type Open = Pick<Extract<ClauseReading, { state: "read" }>, "criterion" | "settings">;

/** What a printed text leaves open is a setting of its row, by a name that no edition can have. */
export function withRowNames({ criterion, settings }: Open, key: string): Open {
  const own = (name: string): string => (Object.hasOwn(settings, name) ? rowSetting(key, name) : name);
  const named = JSON.stringify(criterion, (property, value: unknown) =>
    property === "setting" && typeof value === "string" ? own(value) : value,
  );
  const entries = Object.entries(settings).map(([name, one]) => [own(name), one] as const);
  return { criterion: JSON.parse(named) as Criterion, settings: Object.fromEntries(entries) };
}

function rowSetting(key: string, name: string): SettingName {
  return `clause:${key}.${name}`;
}

/** What a clause leaves open, by the name in the clause: the setting that decides it. */
export function settingNames(
  settings: Readonly<Record<SettingName, Ambiguity>>,
  key: string,
  edition: Edition | null,
  row: EditionRow | null,
): Readonly<Record<string, SettingName>> {
  const known = Object.entries(row?.clauseKeys ?? {}).filter(
    (entry): entry is [string, string] =>
      typeof entry[1] === "string" && Object.hasOwn(edition?.ambiguities ?? {}, entry[1]),
  );
  const own = Object.keys(settings).map((name) => [name.slice(rowSetting(key, "").length), name] as const);
  return Object.fromEntries([...known, ...own]);
}
