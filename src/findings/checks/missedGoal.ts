import { sumOf, tidy } from "../../quantity/tidy";
import { sayPoints } from "../../scorecard/formatPoints";
import { inCell, type Check, type CheckedRow, type FindingContext, type Found } from "../finding";
import { goalsOf } from "../goals";
import { isNil } from "../passages";

/** Words of less than a target that asks for all of it. */
const lesser = /^(?:基本|较|部分|有所|初步|一般|逐步|尚|有待|不|未|良|中|差|合格)/u;

/** A goal that was missed, or never measured, and a score as if it had been reached; or no word about why. */
export const missedGoal: Check = {
  id: "missedGoal",
  title: "没有完成目标的指标没有按满分填报，并写了偏差原因",
  severity: "待核实",
  find: (context) => {
    const goals = goalsOf(context);
    return goals.flatMap(({ row, name, goal, missed, reading }): readonly Found[] => {
      const { card, basis, lost } = row;
      const base = { at: inCell(card.at), other: inCell(goal.actual.at), subject: name };
      const full = isFullScore(row, context);
      if (goal.actual.content === null && card.typed !== null && card.typed > 0)
        return [
          {
            ...base,
            essence: `没有实际完成值，${card.typed}`,
            severity: "须更正",
            what: `“${name}”没有实际完成值，填报${sayPoints(card.typed)}分。`,
            why: "没有完成值就没有得分的依据。",
            todo: "请填写实际统计的完成值，再计算得分。",
          },
        ];
      const [wanted, done] = [goal.target, goal.actual].map(({ content }) => String(content ?? "").trim());
      const weaker =
        reading.outcome === "qualitative" &&
        done !== wanted &&
        lesser.test(done ?? "") &&
        !lesser.test(wanted ?? "");
      const short =
        typeof missed === "string"
          ? missed
          : weaker
            ? `实际为“${done ?? ""}”，目标为“${wanted ?? ""}”`
            : null;
      if (short === null) return [];
      const found: Found[] = [];
      // What the rule gives is told by the check of typed scores.
      if (full !== null && card.compared !== "differs")
        found.push({
          ...base,
          essence: `${short}，${full}`,
          what: `“${name}”没有完成目标（${short}），${full}。`,
          why: "没有达到目标的指标不能得满分，应按完成的程度计分。",
          todo: "请核对实际完成值；确实没有完成的，按评分办法扣分并说明原因。",
        });
      // A loss without a word is told by its own check.
      if (basis !== null && isNil(basis) && !lost)
        found.push({
          ...row.atBasis,
          essence: `${short}，空白`,
          what: `“${name}”没有完成目标（${short}），没有写偏差原因。`,
          why: "没有完成的指标须逐项说明偏差原因和改进措施。",
          todo: "请在这一格写明原因和改进措施。",
        });
      return found;
    });
  },
};

/** Full marks by its own weight, or by that of its group: all rows below it together have all of it. */
function isFullScore({ card, full, indicator }: CheckedRow, { form, rows }: FindingContext): string | null {
  if (card.typed === null) return null;
  if (card.weight !== null) return full ? `填报满分${sayPoints(card.typed)}分` : null;
  const group = form.groups.find(
    ({ weight, rows: members }) => weight?.value != null && members.includes(indicator.row),
  );
  const scores = rows
    .filter((one) => group?.rows.includes(one.indicator.row) === true)
    .map((one) => one.card.typed ?? 0);
  if (group?.weight?.value == null || tidy(sumOf(scores)) < tidy(group.weight.value)) return null;
  return `“${group.name}”下各项得分合计${sayPoints(sumOf(scores))}分，已是满分${sayPoints(group.weight.value)}分`;
}
