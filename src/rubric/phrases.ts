import type { Phrase } from "../rules/phrase";
import { assetPhrases } from "./assetPhrases";
import { budgetPhrases } from "./budgetPhrases";
import { costPhrases } from "./costPhrases";
import { effectPhrases } from "./effectPhrases";
import { managementPhrases } from "./managementPhrases";
import { procurementPhrases } from "./procurementPhrases";

/**
 * Words in 评分依据 that may be taken as facts, for all rows of the edition. Each phrase is tried only in the
 * 评分依据 of its own row: one sentence never answers a sub-question that it does not name.
 */
export const phrases: readonly Phrase[] = [
  ...effectPhrases,
  ...budgetPhrases,
  ...managementPhrases,
  ...procurementPhrases,
  ...assetPhrases,
  ...costPhrases,
];
