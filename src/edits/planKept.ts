import { defaultSettings, readSettings, type SettingName } from "../editions/settings";
import type { Case } from "../scorecard/case";
import type { RuleChoice } from "../scorecard/chooseRule";
import { copiedChoices, keptChoices } from "../scorecard/keptChoices";
import type { EditPlan } from "../workbook/edit";
import { isNewer, keepValues, refusedPlan, type KeptChanges } from "../workbook/records";
import { keptReviewed, readReviewed } from "../findings/reviewed";

/**
 * Keeps a person's choices in the workbook; only what is not the default, so that an untouched one stays untouched. What
 * nothing asks for now (the clause was edited) is kept as it is, for when it does again.
 */
export function planSettings(formCase: Case, change: Readonly<Record<SettingName, string>>): EditPlan {
  const { snapshot, sheet, ambiguities } = formCase;
  const kept = keptChoices(snapshot, sheet).settings;
  const next = readSettings({ ...kept, ...change }, { ambiguities });
  const standard = defaultSettings({ ambiguities });
  const asleep = Object.entries(kept).filter(([name]) => !Object.hasOwn(standard, name));
  const awake = Object.entries(next).filter(([name, value]) => value !== standard[name]);
  const chosen = [...asleep, ...awake];
  const settings = chosen.length === 0 ? null : Object.fromEntries(chosen);
  return planChoices(formCase, { settings });
}

/** Keeps the edition that a person named; null: the form chooses. */
export function planEdition(formCase: Case, edition: string | null): EditPlan {
  return planChoices(formCase, { edition });
}

/** Keeps which rules a person wants for single rows, by the rows' keys; null: the sheet and the edition decide. */
export function planRuleChoices(
  formCase: Case,
  choices: Readonly<Record<string, RuleChoice | null>>,
): EditPlan {
  const { snapshot, sheet } = formCase;
  const rules = new Map(Object.entries(keptChoices(snapshot, sheet).rules));
  for (const [key, choice] of Object.entries(choices)) {
    if (choice === null) rules.delete(key);
    else rules.set(key, choice);
  }
  const kept = rules.size === 0 ? null : Object.fromEntries(rules);
  return planChoices(formCase, { rules: kept });
}

/** A copy that has a choice of its own has all of them from then on: not chosen is a choice, too. */
function planChoices(
  { snapshot, sheet }: Case,
  changes: Pick<KeptChanges, "settings" | "edition" | "rules">,
): EditPlan {
  if (isNewer(snapshot)) return refusedPlan;
  const copied = copiedChoices(snapshot, sheet);
  const { settings, edition, rules } = { ...copied, ...changes };
  const all = { settings: settings ?? {}, edition: edition ?? "", rules: rules ?? {} };
  return { edits: keepValues(snapshot, sheet, copied === null ? changes : all), expects: [] };
}

const longestNote = 500;

/**
 * Marks a finding 已核实，不处理, or (note null) takes the mark off. Kept in the workbook under the finding's key, which
 * holds no address: rows may be inserted, sheets renamed.
 */
export function planReviewed({ snapshot, sheet }: Case, key: string, note: string | null): EditPlan {
  if (isNewer(snapshot)) return refusedPlan;
  const reviewed = new Map(readReviewed(snapshot, sheet));
  if (note === null) reviewed.delete(key);
  else reviewed.set(key, note.trim().slice(0, longestNote));
  return { edits: keepValues(snapshot, sheet, { reviewed: keptReviewed(reviewed) }), expects: [] };
}
