import type { Arguments, FunctionResult } from "./argument";
import {
  evaluateCompletionscore,
  evaluateGrade,
  evaluateRatescore,
  evaluateStepscore,
  evaluateTierscore,
} from "./scaleFunctions";
import { evaluateBandscore } from "./bandFunction";
import { evaluateClausescore } from "./clauseFunction";
import { evaluateCheckscore, evaluateDeductscore, evaluateMeetscore } from "./listFunctions";
import {
  evaluateCarryover,
  evaluateCompletion,
  evaluateControlrate,
  evaluateExecrate,
} from "./rateFunctions";

/** Takes plain arguments (a value, or the rows of a range; null for blank and for omitted). Never throws. */
export type Evaluate = (args: Arguments) => FunctionResult;

/** Our functions by name, without the namespace: what Excel, the formula engine and the tests call. */
export const functionTable = {
  EXECRATE: evaluateExecrate,
  COMPLETION: evaluateCompletion,
  COMPLETIONSCORE: evaluateCompletionscore,
  TIERSCORE: evaluateTierscore,
  RATESCORE: evaluateRatescore,
  CARRYOVER: evaluateCarryover,
  CONTROLRATE: evaluateControlrate,
  BANDSCORE: evaluateBandscore,
  STEPSCORE: evaluateStepscore,
  DEDUCTSCORE: evaluateDeductscore,
  CHECKSCORE: evaluateCheckscore,
  MEETSCORE: evaluateMeetscore,
  GRADE: evaluateGrade,
  CLAUSESCORE: evaluateClausescore,
} as const satisfies Readonly<Record<string, Evaluate>>;

export type FunctionName = keyof typeof functionTable;
