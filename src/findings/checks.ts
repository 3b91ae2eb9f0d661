import { allFullMarks } from "./checks/allFullMarks";
import { annexAbsent } from "./checks/annexAbsent";
import { annexActualRepeats } from "./checks/annexActualRepeats";
import { annexAdjusted } from "./checks/annexAdjusted";
import { annexBlank } from "./checks/annexBlank";
import { annexCount } from "./checks/annexCount";
import { annexOverachieved } from "./checks/annexOverachieved";
import { annexRate } from "./checks/annexRate";
import { annexScore } from "./checks/annexScore";
import { annexShortfall } from "./checks/annexShortfall";
import { annexUnit } from "./checks/annexUnit";
import { approvedGoals } from "./checks/approvedGoals";
import { approximateNearBound } from "./checks/approximateNearBound";
import { auditFinding } from "./checks/auditFinding";
import { basisBlank } from "./checks/basisBlank";
import { basisWithoutFigure } from "./checks/basisWithoutFigure";
import { boundCrossed } from "./checks/boundCrossed";
import { budgetLevels } from "./checks/budgetLevels";
import { budgetTotal } from "./checks/budgetTotal";
import { claimAllMet } from "./checks/claimAllMet";
import { copiedSentence } from "./checks/copiedSentence";
import { decimalsMixed } from "./checks/decimalsMixed";
import { disclosureYear } from "./checks/disclosureYear";
import { doubledMarks } from "./checks/doubledMarks";
import { duplicateIndicator } from "./checks/duplicateIndicator";
import { evidenceBlank } from "./checks/evidenceBlank";
import { executionRate } from "./checks/executionRate";
import { farAbove } from "./checks/farAbove";
import { figureTwice } from "./checks/figureTwice";
import { fullMarksWithLoss } from "./checks/fullMarksWithLoss";
import { fundCost } from "./checks/fundCost";
import { fundRate } from "./checks/fundRate";
import { fundSum } from "./checks/fundSum";
import { goalDoubt } from "./checks/goalDoubt";
import { goalInText } from "./checks/goalInText";
import { goalYear } from "./checks/goalYear";
import { gradeTick } from "./checks/gradeTick";
import { groupPlace } from "./checks/groupPlace";
import { halfAnswered } from "./checks/halfAnswered";
import { headBlank } from "./checks/headBlank";
import { hiddenLoss } from "./checks/hiddenLoss";
import { lateDates } from "./checks/lateDates";
import { lossCause } from "./checks/lossCause";
import { lossWithoutReason } from "./checks/lossWithoutReason";
import { metWithReason } from "./checks/metWithReason";
import { missedGoal } from "./checks/missedGoal";
import { monthsDoubt } from "./checks/monthsDoubt";
import { nameInText } from "./checks/nameInText";
import { noDocument } from "./checks/noDocument";
import { notApplicableReason } from "./checks/notApplicableReason";
import { numberAsText } from "./checks/numberAsText";
import { otherDepartment } from "./checks/otherDepartment";
import { placeholderLeft } from "./checks/placeholderLeft";
import { privateNumbers } from "./checks/privateNumbers";
import { problemsAgainstFullMarks } from "./checks/problemsAgainstFullMarks";
import { procurementApplies } from "./checks/procurementApplies";
import { rateAgainstFigures } from "./checks/rateAgainstFigures";
import { rateUnderQuantity } from "./checks/rateUnderQuantity";
import { readingDoubt } from "./checks/readingDoubt";
import { reasonElsewhere } from "./checks/reasonElsewhere";
import { reportScores } from "./checks/reportScores";
import { ruleCopied } from "./checks/ruleCopied";
import { sameSentence } from "./checks/sameSentence";
import { satisfactionSurvey } from "./checks/satisfactionSurvey";
import { scoreAgainstRule } from "./checks/scoreAgainstRule";
import { scoreMissing } from "./checks/scoreMissing";
import { scoreRange } from "./checks/scoreRange";
import { scoreSum } from "./checks/scoreSum";
import { sourcesDiffer } from "./checks/sourcesDiffer";
import { specialFundBlock } from "./checks/specialFundBlock";
import { spentAboveBudget } from "./checks/spentAboveBudget";
import { statedScore } from "./checks/statedScore";
import { subordinateUnits } from "./checks/subordinateUnits";
import { targetBelowLastYear } from "./checks/targetBelowLastYear";
import { targetDropped } from "./checks/targetDropped";
import { targetInText } from "./checks/targetInText";
import { templateSlips } from "./checks/templateSlips";
import { templateStandard } from "./checks/templateStandard";
import { templateWeight } from "./checks/templateWeight";
import { tenThousandTimes } from "./checks/tenThousandTimes";
import { textCutOff } from "./checks/textCutOff";
import { weightSum } from "./checks/weightSum";
import { wordTwice } from "./checks/wordTwice";
import { wrongYear } from "./checks/wrongYear";
import type { Check } from "./finding";

/** Every check of 报送前自查, in the order of the printed list. Written by `npm run docs`: new files come last. */
export const checks: readonly Check[] = [
  weightSum,
  scoreSum,
  scoreRange,
  scoreAgainstRule,
  gradeTick,
  hiddenLoss,
  decimalsMixed,
  lossWithoutReason,
  lossCause,
  reasonElsewhere,
  fullMarksWithLoss,
  statedScore,
  basisBlank,
  basisWithoutFigure,
  halfAnswered,
  sameSentence,
  noDocument,
  wrongYear,
  otherDepartment,
  disclosureYear,
  notApplicableReason,
  textCutOff,
  evidenceBlank,
  annexAbsent,
  annexBlank,
  annexCount,
  annexActualRepeats,
  annexUnit,
  annexRate,
  annexScore,
  annexOverachieved,
  annexAdjusted,
  rateUnderQuantity,
  duplicateIndicator,
  satisfactionSurvey,
  budgetTotal,
  budgetLevels,
  executionRate,
  tenThousandTimes,
  monthsDoubt,
  approximateNearBound,
  targetInText,
  targetDropped,
  nameInText,
  figureTwice,
  wordTwice,
  claimAllMet,
  reportScores,
  problemsAgainstFullMarks,
  auditFinding,
  procurementApplies,
  specialFundBlock,
  subordinateUnits,
  templateStandard,
  templateWeight,
  groupPlace,
  templateSlips,
  privateNumbers,
  doubledMarks,
  readingDoubt,
  sourcesDiffer,
  farAbove,
  fundRate,
  fundSum,
  goalDoubt,
  goalInText,
  goalYear,
  metWithReason,
  missedGoal,
  scoreMissing,
  fundCost,
  headBlank,
  lateDates,
  rateAgainstFigures,
  approvedGoals,
  targetBelowLastYear,
  allFullMarks,
  copiedSentence,
  numberAsText,
  annexShortfall,
  spentAboveBudget,
  boundCrossed,
  ruleCopied,
  placeholderLeft,
];
