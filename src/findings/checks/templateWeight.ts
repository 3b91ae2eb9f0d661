import { tidy } from "../../quantity/tidy";
import { sayPoints } from "../../scorecard/formatPoints";
import { inCell, type Check } from "../finding";

export const templateWeight: Check = {
  id: "templateWeight",
  title: "各项分值与财政部门下发的版本一致",
  severity: "待核实",
  find: ({ rows, edition: { specialFund } }) => {
    const special = rows.some(({ editionRow }) => editionRow?.level2 === specialFund?.level2);
    return rows.flatMap(({ card, editionRow }) => {
      if (editionRow === null || card.weight === null) return [];
      // Without the rows of 专项资金 their 分 move to others.
      const moved = special ? undefined : specialFund?.weights[editionRow.id];
      const known = tidy(card.weight) === tidy(editionRow.weight) || card.weight === moved;
      if (known) return [];
      return {
        at: inCell(card.weightAt),
        subject: card.indicator,
        essence: `${card.weight}≠${editionRow.weight}`,
        what: `“${card.indicator}”的分值为${sayPoints(card.weight)}分，下发版本为${sayPoints(editionRow.weight)}分。`,
        why: "分值由财政部门统一规定，得分按本表所印的分值计算。",
        todo: "请核对模板；确有新规定的，注明依据。",
      };
    });
  },
};
