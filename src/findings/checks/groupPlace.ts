import { normalizeName } from "../../form/normalizeName";
import { inCell, type Check } from "../finding";

export const groupPlace: Check = {
  id: "groupPlace",
  title: "指标列在评分标准规定的二级指标下",
  severity: "待核实",
  find: ({ rows, form }) => {
    const present = new Set(
      form.groups.filter(({ level }) => level === 2).map(({ name }) => normalizeName(name)),
    );
    return rows.flatMap(({ card, editionRow }) => {
      if (editionRow === null || card.level2 === "") return [];
      const right = normalizeName(editionRow.level2);
      if (normalizeName(card.level2) === right || !present.has(right)) return [];
      return {
        at: inCell(card.nameAt),
        subject: card.indicator,
        essence: `${card.level2}≠${editionRow.level2}`,
        what: `“${card.indicator}”列在“${card.level2}”下，评分标准列在“${editionRow.level2}”下。`,
        why: "列错了组，两个二级指标的分值和得分合计都不对。",
        todo: `请移到“${editionRow.level2}”下，并核对两组的合计。`,
      };
    });
  },
};
