import { isPlainObject, plainObject, type PlainObject } from "../workbook/json";
import { originalOf } from "../workbook/copiedSheet";
import { keptValue, type KeptChanges } from "../workbook/records";
import type { Snapshot } from "../workbook/snapshot";
import { keptDrafts } from "./keptDrafts";
import type { RuleChoices } from "./bindRows";
import type { RuleChoice, RuleUse } from "./chooseRule";

/** What a person chose for a form, as it was kept in its workbook. */
interface KeptChoices {
  /** As kept: which names and values there are is the edition's to say. */
  readonly settings: PlainObject;
  /** Id of the edition; null: the form chooses. */
  readonly edition: string | null;
  /** Which rule counts for single rows, by their keys. */
  readonly rules: RuleChoices;
}

/**
 * The choices kept for the form on a sheet; whatever is damaged or unknown counts as not chosen. Those of a copied
 * form are its original's until it has its own: it shows points that rest on them.
 */
export function keptChoices(snapshot: Snapshot, sheet: string): KeptChoices {
  return readChoices(snapshot, originalChosen(snapshot, sheet) ?? sheet);
}

/** What a copied form takes over as its own from its original, once anything of it is kept; null: it is no copy. */
export function copiedChoices(snapshot: Snapshot, sheet: string): KeptChanges | null {
  if (originalOf(snapshot, sheet) === null) return null;
  const { settings, edition, rules } = keptChoices(snapshot, sheet);
  const chosen = (one: object): object | null => (Object.keys(one).length === 0 ? null : one);
  return {
    settings: chosen(settings),
    edition,
    rules: chosen(rules),
    basis: chosen(keptDrafts(snapshot, sheet)),
  };
}

/** The original of a copy for which nothing was chosen yet. */
function originalChosen(snapshot: Snapshot, sheet: string): string | null {
  const isOwn = choiceKeys.some((key) => keptValue(snapshot, key, sheet) !== null);
  return isOwn ? null : (originalOf(snapshot, sheet)?.sheet ?? null);
}

const choiceKeys = ["settings", "edition", "rules"] as const;

function readChoices(snapshot: Snapshot, sheet: string): KeptChoices {
  const edition = keptValue(snapshot, "edition", sheet);
  return {
    settings: plainObject(keptValue(snapshot, "settings", sheet)),
    rules: Object.fromEntries(
      Object.entries(plainObject(keptValue(snapshot, "rules", sheet))).flatMap(([key, value]) => {
        const choice = readRuleChoice(value);
        return choice === null ? [] : [[key, choice] as const];
      }),
    ),
    edition: typeof edition === "string" && edition !== "" ? edition : null,
  };
}

/** null: no choice of a rule. */
function readRuleChoice(value: unknown): RuleChoice | null {
  const { clause, use } = plainObject(value);
  const known = readUse(use);
  return typeof clause === "string" && known !== null ? { clause, use: known } : null;
}

function readUse(use: unknown): RuleUse | null {
  if (use === "sheet" || use === "edition" || use === "judged") return use;
  const words = isPlainObject(use) ? use["words"] : undefined;
  return typeof words === "string" && words.trim() !== "" ? { words } : null;
}
