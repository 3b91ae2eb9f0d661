import { normalizeName } from "../../form/normalizeName";
import { inCell, type Check, type CheckExample, type Found } from "../finding";

export const groupPlace: Check = {
  id: "groupPlace",
  title: "指标列在评分标准规定的二级指标下",
  severity: "待核实",
  find: ({ rows, form }) => {
    const present = new Set(
      form.groups.filter(({ level }) => level === 2).map(({ name }) => normalizeName(name)),
    );
    return rows.flatMap(({ card, rubricRow }): readonly Found[] => {
      if (rubricRow === null || card.level2 === "") return [];
      const right = normalizeName(rubricRow.level2);
      if (normalizeName(card.level2) === right || !present.has(right)) return [];
      return [
        {
          at: inCell(card.nameAt),
          subject: card.indicator,
          essence: `${card.level2}≠${rubricRow.level2}`,
          what: `“${card.indicator}”列在“${card.level2}”下，评分标准列在“${rubricRow.level2}”下。`,
          why: "列错了组，两个二级指标的分值和得分合计都不对。",
          todo: `请移到“${rubricRow.level2}”下，并核对两组的合计。`,
        },
      ];
    });
  },
};

export const examples: readonly CheckExample[] = [
  {
    title: "“固定资产利用率”列在“运行成本”下",
    book: { rows: [{ id: "assetCompliance" }, { id: "assetUse", level2: "运行成本" }, { id: "overhead" }] },
    finds: 1,
  },
  {
    title: "列在“资产管理”下",
    book: { rows: [{ id: "assetCompliance" }, { id: "assetUse" }, { id: "overhead" }] },
    finds: 0,
  },
  {
    title: "表里没有“资产管理”，分组另有规定",
    book: { rows: [{ id: "assetUse", level2: "运行成本" }] },
    finds: 0,
  },
];
