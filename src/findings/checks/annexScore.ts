import { tidy } from "../../quantity/tidy";
import type { AnnexScoring } from "../../criteria/criterion";
import { percentWords } from "../../criteria/words";
import { sayPoints } from "../../scorecard/formatPoints";
import { inCell, type Check, type CheckedAnnexRow, type FindingContext, type Found } from "../finding";

/** A typed score of an annex row against the clause's branches; far above the target has a check of its own. */
export const annexScore: Check = {
  id: "annexScore",
  title: "附表各项得分符合完成率分档",
  severity: "须更正",
  find: (context) => [...byOwnWeight(context), ...byEvenShare(context)],
};

function byOwnWeight({ annexRows }: FindingContext): readonly Found[] {
  return annexRows.flatMap((checked) => {
    const { row, name, completion, scoring } = checked;
    const typed = row.score?.typed ?? null;
    const share = shareOf(checked);
    const weight = row.weight?.of === "own" ? row.weight.points.value : null;
    if (row.score === null || typed === null || weight === null || share === null || scoring === null)
      return [];
    const right = tidy(share * weight);
    if (Math.abs(right - typed) < 0.0051 || completion.outcome !== "rate") return [];
    return {
      at: inCell(row.score.at),
      other: inCell(row.actual.at),
      subject: name,
      essence: `${typed}≠${right}`,
      severity: completion.certainty === "sure" && completion.kind !== "approx" ? "须更正" : "待核实",
      what: `“${name}”填${sayPoints(typed)}分，完成率${percentWords(completion.rate)}，按评分标准为${sayPoints(right, 4)}分。`,
      why: branchesOf(scoring),
      todo: `请核对目标值和实际完成值；无误的，改为${sayPoints(right, 4)}分。`,
    };
  });
}

/** No weights are printed: a row has the share of its group that the form gives it, where at least half of the scores typed
 * there are on that scale. */
function byEvenShare({ rows, annexRows }: FindingContext): readonly Found[] {
  return rows.flatMap(({ card }) => {
    // A wrong sum of the form is told there: what comes of it is not told again.
    if (card.compared === "differs") return [];
    const typed = card.annexRows.flatMap((one) => {
      const { typed: said, points, scoreAt } = one;
      const isTold = said !== null && points !== null && scoreAt !== null && one.rate !== null;
      return isTold ? [{ ...one, said, points, scoreAt, rate: one.rate, off: Math.abs(said - points) }] : [];
    });
    const differing = typed.filter(({ off }) => off >= 0.0051);
    if (typed.length < 2 || differing.length * 2 > typed.length) return [];
    return differing.flatMap(({ name, nameAt, said, points, rate, scoreAt, actual }): readonly Found[] => {
      const checked = annexRows.find(
        ({ row }) => row.name.at.sheet === nameAt.sheet && row.row === nameAt.row,
      );
      if (checked?.scoring == null || checked.row.weight !== null || shareOf(checked) === null) return [];
      const right = sayPoints(points, 4);
      return [
        {
          at: inCell(scoreAt),
          other: inCell(actual.at),
          subject: name,
          essence: `${said}≠${points}`,
          severity: "待核实",
          what: `“${name}”填${sayPoints(said)}分，完成率${percentWords(rate)}，按评分标准和这一组各项平均分摊的分值为${right}分。`,
          why: branchesOf(checked.scoring),
          todo: `请核对这一项的分值、目标值和实际完成值；无误的，改为${right}分。`,
        },
      ];
    });
  });
}

function branchesOf({ scale, passLine, over }: AnnexScoring): string {
  if (scale === "linear") return "得分按完成率比例，100%封顶。";
  const [low, high] = [percentWords(passLine), percentWords(over)];
  return `完成率${low}以下不得分，${low}至100%按比例，100%至${high}得满分。`;
}

/** null where the clause leaves it open (60 % exactly, a missed at-most target) or another check speaks. */
function shareOf({ completion, scoring }: CheckedAnnexRow): number | null {
  if (completion.outcome !== "rate" || completion.kind === "parts" || scoring === null) return null;
  const { rate, kind } = completion;
  if (kind === "atMost") return completion.met ? 1 : null;
  if (scoring.scale === "linear") return Math.min(1, rate);
  if (rate > scoring.over || rate === scoring.passLine) return null;
  if (rate >= 1) return 1;
  return rate > scoring.passLine ? rate : 0;
}
