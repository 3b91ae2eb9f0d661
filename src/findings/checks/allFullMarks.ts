import { inCell, type Check } from "../finding";

/** Fewer rows may well be full together. */
const fewest = 8;

/** Not a row below full marks: reviewers then read every row. */
export const allFullMarks: Check = {
  id: "allFullMarks",
  title: "不是每项指标都填报满分",
  severity: "提示",
  find: ({ form, rows }) => {
    const scored = rows.filter(({ card }) => card.weight !== null && card.weight > 0);
    if (scored.length < fewest || !scored.every(({ full, card }) => full && card.typed !== null)) return [];
    const at = form.total?.score.at ?? scored[0]?.card.at;
    if (at === undefined) return [];
    return {
      at: inCell(at),
      subject: "总分",
      essence: `${scored.length}项都是满分`,
      what: `${scored.length}项指标都填报满分。`,
      why: "每项都是满分的表，财政部门会逐项核对依据。",
      todo: "请逐项核对评分依据和佐证材料；确实都达到的不必改。",
    };
  },
};
