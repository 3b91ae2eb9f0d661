import { isPlainObject, plainObject, type PlainObject } from "../workbook/json";
import { keptValue } from "../workbook/records";
import type { Snapshot } from "../workbook/snapshot";
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

/** The choices kept for the form on a sheet; whatever is damaged or unknown counts as not chosen. */
export function keptChoices(snapshot: Snapshot, sheet: string): KeptChoices {
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
