import type { LevelGroup } from "../../form/form";
import { sumOf, tidy } from "../../quantity/tidy";
import { sayPoints } from "../../scorecard/formatPoints";
import { inCell, type Check, type CheckedRow, type Found } from "../finding";

export const scoreRange: Check = {
  id: "scoreRange",
  title: "得分不高于分值，不低于0分",
  severity: "须更正",
  find: ({ rows, form }) => [
    ...rows.flatMap(({ card }) => {
      const { typed, weight } = card;
      if (typed === null) return [];
      const above = weight !== null && tidy(typed) > tidy(weight);
      if (!above && typed >= 0) return [];
      return {
        at: inCell(card.at),
        subject: card.indicator,
        essence: above ? `${typed}>${weight}` : String(typed),
        what: above
          ? `“${card.indicator}”填报${sayPoints(typed)}分，高于分值${sayPoints(weight)}分。`
          : `“${card.indicator}”填报${sayPoints(typed)}分，低于0分。`,
        why: "每项得分在0分与分值之间，扣分扣完为止。",
        todo: "请核对这一项的得分。",
      };
    }),
    ...form.groups.flatMap((group) => groupAbove(group, rows)),
  ],
};

/** Where only the group prints a weight, its rows together cannot have more. */
function groupAbove(
  { name, weight, rows: members }: LevelGroup,
  rows: readonly CheckedRow[],
): readonly Found[] {
  const below = rows.filter(({ indicator }) => members.includes(indicator.row));
  const [first] = below;
  if (first === undefined || weight?.value == null || !below.every(({ card }) => card.weight === null))
    return [];
  const sum = sumOf(below.map(({ card }) => card.typed ?? 0));
  if (tidy(sum) <= tidy(weight.value)) return [];
  return [
    {
      at: inCell(first.card.at),
      other: inCell(weight.at),
      subject: name,
      essence: `${sum}>${weight.value}`,
      what: `“${name}”下各项得分合计${sayPoints(sum)}分，高于分值${sayPoints(weight.value)}分。`,
      why: "一组指标的得分之和不能高于这一组的分值。",
      todo: "请核对这一组各项的得分。",
    },
  ];
}
