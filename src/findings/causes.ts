import { severities, type Finding } from "./finding";

/** What several findings come from: they are shown as one, because they are mended as one. */
interface Cause {
  /** Stable, ASCII: `group` of `--json`. */
  readonly id: string;
  /** Chinese, as the list prints it. */
  readonly title: string;
  /** Ids of the checks that find it. */
  readonly checks: string;
}

/** Every check stands in exactly one of them (held by a test). */
export const causes: readonly Cause[] = [
  {
    id: "scores",
    title: "填报得分与评分标准不一致",
    checks: "scoreAgainstRule scoreRange scoreMissing hiddenLoss annexScore annexOverachieved missedGoal",
  },
  {
    id: "sums",
    title: "分值、合计或等级不对",
    checks: "weightSum scoreSum gradeTick templateWeight numberAsText",
  },
  {
    id: "figuresDiffer",
    title: "同一个数在表、附表和报告里不一致",
    checks:
      "reportScores figureTwice goalInText targetInText statedScore executionRate rateAgainstFigures sourcesDiffer tenThousandTimes",
  },
  {
    id: "lossUnexplained",
    title: "扣分没有写清原因和措施",
    checks: "lossWithoutReason lossCause reasonElsewhere metWithReason annexShortfall",
  },
  {
    id: "wordsAgainstScore",
    title: "文字说的情况与得分不符",
    checks:
      "fullMarksWithLoss problemsAgainstFullMarks claimAllMet auditFinding lateDates notApplicableReason procurementApplies subordinateUnits approximateNearBound boundCrossed monthsDoubt readingDoubt allFullMarks",
  },
  {
    id: "thinBasis",
    title: "评分依据过于简单",
    checks: "basisBlank basisWithoutFigure halfAnswered noDocument ruleCopied sameSentence copiedSentence",
  },
  { id: "evidence", title: "佐证材料没有写明", checks: "evidenceBlank" },
  {
    id: "budget",
    title: "预算金额对不上",
    checks: "budgetTotal budgetLevels specialFundBlock fundRate fundSum fundCost spentAboveBudget",
  },
  {
    id: "goals",
    title: "绩效目标和完成值填写不规范",
    checks:
      "annexAbsent annexBlank annexCount annexActualRepeats annexUnit annexRate annexAdjusted rateUnderQuantity duplicateIndicator satisfactionSurvey targetDropped farAbove goalDoubt goalYear approvedGoals targetBelowLastYear",
  },
  {
    id: "template",
    title: "与下发的模板不同",
    checks: "templateStandard groupPlace templateSlips headBlank placeholderLeft",
  },
  {
    id: "wording",
    title: "文字笔误和叫法不一",
    checks:
      "textCutOff wrongYear otherDepartment disclosureYear doubledMarks wordTwice nameInText decimalsMixed privateNumbers",
  },
];

const causeOf = new Map(
  causes.flatMap((cause) => cause.checks.split(" ").map((check) => [check, cause] as const)),
);
const other: Cause = { id: "other", title: "其他", checks: "" };

/** The cause of a finding; "other" for a check that stands in none. */
export function groupOf({ check }: Pick<Finding, "check">): Cause {
  return causeOf.get(check) ?? other;
}

/** Findings of one cause, in their order. */
export interface FindingGroup {
  readonly id: string;
  readonly title: string;
  /** The gravest among them. */
  readonly severity: Finding["severity"];
  readonly findings: readonly Finding[];
}

/** The findings by their cause; the gravest groups first, then as the causes are listed. */
export function groupFindings(findings: readonly Finding[]): readonly FindingGroup[] {
  const rank = (severity: Finding["severity"]): number => severities.indexOf(severity);
  return [...causes, other]
    .flatMap(({ id, title }): FindingGroup | [] => {
      const own = findings.filter((finding) => groupOf(finding).id === id);
      const [gravest] = [...own].sort((one, two) => rank(one.severity) - rank(two.severity));
      return gravest === undefined ? [] : { id, title, severity: gravest.severity, findings: own };
    })
    .sort((one, two) => rank(one.severity) - rank(two.severity));
}
