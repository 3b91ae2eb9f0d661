import type { Argument, FunctionResult } from "./argument";
import {
  evaluateBandscore,
  evaluateCompletionscore,
  evaluateGrade,
  evaluateRatescore,
  evaluateStepscore,
  evaluateTierscore,
} from "./scaleFunctions";
import { evaluateCheckscore, evaluateDeductscore, evaluateMeetscore } from "./listFunctions";
import {
  evaluateCarryover,
  evaluateCompletion,
  evaluateControlrate,
  evaluateExecrate,
} from "./rateFunctions";

/** Takes plain arguments (a value, or the rows of a range; null for blank and for omitted). Never throws. */
export type Evaluate = (args: readonly Argument[]) => FunctionResult;

/** Our functions by name, without the namespace: what Excel, the formula engine and the tests call. */
export const functionTable = {
  EXECRATE: ([rates, months]) => evaluateExecrate(rates, months),
  COMPLETION: ([target, actual]) => evaluateCompletion(target, actual),
  COMPLETIONSCORE: ([rate, weight]) => evaluateCompletionscore(rate, weight),
  TIERSCORE: ([tier, share, weight]) => evaluateTierscore(tier, share, weight),
  RATESCORE: ([rate, weight]) => evaluateRatescore(rate, weight),
  CARRYOVER: (args) => evaluateCarryover(...args),
  CONTROLRATE: ([actual, budget]) => evaluateControlrate(actual, budget),
  BANDSCORE: ([value, bands]) => evaluateBandscore(value, bands),
  STEPSCORE: ([value, weight, step, points, from, rounding]) =>
    evaluateStepscore(value, weight, step, points, from, rounding),
  DEDUCTSCORE: ([weight, ...pairs]) => evaluateDeductscore(weight, ...pairs),
  CHECKSCORE: ([weight, answers, shares]) => evaluateCheckscore(weight, answers, shares),
  MEETSCORE: ([met, weight]) => evaluateMeetscore(met, weight),
  GRADE: ([total]) => evaluateGrade(total),
} as const satisfies Readonly<Record<string, Evaluate>>;

export type FunctionName = keyof typeof functionTable;
