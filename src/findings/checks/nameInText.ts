import { inCell, type Check } from "../finding";
import { listedTargets } from "../listedTargets";

/** Indicators that are called differently in the text and in the annex: one finding for all of them. */
export const nameInText: Check = {
  id: "nameInText",
  title: "文字里的指标名称与附表一致",
  severity: "提示",
  find: (context) => {
    const different = listedTargets(context).flatMap((one) =>
      one.row === null || one.sameName ? [] : { ...one, row: one.row },
    );
    const [first] = different;
    if (first === undefined) return [];
    const pairs = different.slice(0, 6).map(({ name, row }) => `“${name}”（附表“${row.row.name.value}”）`);
    return {
      at: first.passage.at,
      other: inCell(first.row.row.name.at),
      subject: first.passage.label,
      essence: different.map(({ name, row }) => `${name}=${row.row.name.value}`).join("、"),
      what: `${first.passage.label}有${different.length}个指标的名称与附表不同：${pairs.join("、")}${different.length > pairs.length ? "等" : ""}。`,
      why: "名称不同，审核时难以对应。",
      todo: "请统一为批复的指标名称。",
    };
  },
};
