import { performanceFacts } from "./performanceFacts";
import { budgetFacts } from "./budgetFacts";
import { managementFacts } from "./managementFacts";
import { procurementFacts } from "./procurementFacts";
import { assetFacts } from "./assetFacts";
import { costFacts } from "./costFacts";

/**
 * The facts of each row (working paper, column 数据项). Row ids and keys are kept in people's workbooks and in facts
 * files: add, never rename. The names of sources come from practice; they are data, easy to edit.
 */
export const factSpecs = {
  ...performanceFacts,
  ...budgetFacts,
  ...managementFacts,
  ...procurementFacts,
  ...assetFacts,
  ...costFacts,
} as const;

export type RubricRowId = keyof typeof factSpecs;
