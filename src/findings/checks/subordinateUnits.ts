import { statedFigures } from "../../words/statedFigures";
import { inCell, type Check } from "../finding";
import { sentencesOf } from "../passages";

/** Units below the department: 下属单位, 所属二级预算单位, 下设的事业单位. */
const units =
  "(?:所属|下属|直属|局属|下设|下级|二级|基层|独立核算|法人|预算|事业|行政|的|其他){1,4}(?:单位|机构)";
const below = new RegExp(units, "u");
/** Behind it nothing may be said of them: “没有下属单位逾期报送” is of units that are there. */
const ends = "(?=$|[，。；、,;）)]|(?:情况|情形)|(?:因此|所以|故))";
const none = [
  `(?:没有|无|不存在|不涉及|[不未没]有?设(?:有|立|置)?|[未不](?=下设)|暂无|并无)${units}${ends}`,
  `${units}(?:[^，。；,;]{0,8})不涉及`,
  `(?:仅|只)(?:有|含|包括|设|为)?[局委办部门机关厅院]{0,3}本级(?:[1一][个家])?(?:预算)?(?:单位)?${ends}`,
  `(?:仅|只)(?:有|为|设)?[1一][个家](?:独立核算)?(?:预算|法人)?单位${ends}`,
].map((pattern) => new RegExp(pattern, "u"));

export const subordinateUnits: Check = {
  id: "subordinateUnits",
  title: "单位数大于1时，下属单位的绩效工作不写“不涉及”",
  severity: "待核实",
  find: ({ form, rows }) => {
    const count = form.head.unitCount;
    if (count === null || count.value <= 1) return [];
    return rows.flatMap(({ card, indicator, basis, ruleRow }) => {
      const fact = card.facts.find(({ spec }) => spec.key === ruleRow?.subordinates);
      if (!saysNone(basis ?? "") && fact?.value !== "不涉及") return [];
      return {
        at: inCell(indicator.basis?.at ?? card.at),
        other: inCell(count.at),
        subject: card.indicator,
        essence: String(count.value),
        what: `单位数填${count.value}，“${card.indicator}”却按没有下属单位处理。`,
        why: "有下属单位的，须组织下属单位开展单位整体支出绩效自评。",
        todo: "请核对单位数，或写明下属单位的绩效工作。",
      };
    });
  },
};

/** The words say that there are no units below, or count none. */
function saysNone(basis: string): boolean {
  const text = basis.normalize("NFKC").replace(/[^\S\n]+/gu, "");
  if (sentencesOf(text).some((sentence) => none.some((pattern) => pattern.test(sentence)))) return true;
  if (!below.test(text)) return false;
  return statedFigures(text).some(
    ({ value, unit, label, counted }) =>
      value === 0 &&
      ["个", "家"].includes(unit) &&
      (new RegExp(`${units}[^,，]{0,3}$`, "u").test(label) || new RegExp(`^${units}$`, "u").test(counted)),
  );
}
