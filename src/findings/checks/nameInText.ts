import { inCell, type Check, type CheckExample } from "../finding";
import { listedTargets } from "../listedTargets";

/** Indicators that are called differently in the text and in the annex: one finding for all of them. */
export const nameInText: Check = {
  id: "nameInText",
  title: "文字里的指标名称与附表一致",
  severity: "提示",
  find: (context) => {
    const different = listedTargets(context).flatMap((one) =>
      one.row === null || one.sameName ? [] : [{ ...one, row: one.row }],
    );
    const [first] = different;
    if (first === undefined) return [];
    const pairs = different.slice(0, 6).map(({ name, row }) => `“${name}”（附表“${row.row.name.value}”）`);
    return [
      {
        at: first.passage.at,
        other: inCell(first.row.row.name.at),
        subject: first.passage.label,
        essence: different.map(({ name }) => name).join("、"),
        what: `${first.passage.label}有${different.length}个指标的名称与附表不同：${pairs.join("、")}${different.length > pairs.length ? "等" : ""}。`,
        why: "名称不同，审核时难以对应。",
        todo: "请统一为批复的指标名称。",
      },
    ];
  },
};

export const examples: readonly CheckExample[] = [
  {
    title: "多写了一个“人”字",
    book: {
      annex: [{ name: "发放科研项目资助人数", target: "435人", actual: "490人" }],
      report: "数量指标1个，为发放科研项目资助人人数435人。",
    },
    finds: 1,
  },
  {
    title: "名称相同",
    book: {
      annex: [{ name: "发放科研项目资助人数", target: "435人", actual: "490人" }],
      report: "数量指标1个，为发放科研项目资助人数435人。",
    },
    finds: 0,
  },
];
