import type { LastLine } from "../compareLast";
import { formName, whose } from "../desk";
import type { KeptSheet } from "../previousBook";
import type { PlannedSheet } from "./tableSheet";

/** 与上年对比: indicator by indicator, with the sentences that were taken over. */
export function lastPlan(lines: readonly LastLine[], kept: KeptSheet | null): PlannedSheet<LastLine> {
  const points = { format: "0.00", align: "right", width: 10 } as const;
  return {
    name: "与上年对比",
    table: "与上年对比",
    title: "与上年对比",
    note: "同一部门、同一项目（名称前的年度不计）、同名的指标。变化＝本年自评得分率−上年自评得分率；沿用的话是与上年一字不差的评分依据。",
    rows: lines,
    keyOf: ({ key }) => key,
    frozenColumns: 4,
    paper: "A3",
    tab: "FF00B0F0",
    kept,
    columns: [
      { key: "number", title: "表号", width: 6, align: "center", cell: ({ form }) => form.number },
      { key: "department", title: "部门", width: 18, cell: ({ form }) => whose(form) },
      { key: "name", title: "项目（表）", width: 20, cell: ({ form }) => formName(form) },
      { key: "indicator", title: "三级指标", width: 24, cell: ({ indicator }) => indicator },
      { key: "lastTarget", title: "上年目标值", width: 14, cell: ({ last }) => last?.target ?? "" },
      { key: "target", title: "本年目标值", width: 14, cell: ({ now }) => now?.target ?? "" },
      { key: "lastActual", title: "上年完成值", width: 14, cell: ({ last }) => last?.actual ?? "" },
      { key: "actual", title: "本年完成值", width: 14, cell: ({ now }) => now?.actual ?? "" },
      { key: "lastWeight", title: "上年分值", ...points, cell: ({ last }) => last?.weight ?? null },
      { key: "weight", title: "本年分值", ...points, cell: ({ now }) => now?.weight ?? null },
      { key: "lastSelf", title: "上年自评", ...points, cell: ({ last }) => last?.self ?? null },
      { key: "self", title: "本年自评", ...points, cell: ({ now }) => now?.self ?? null },
      {
        key: "change",
        title: "得分率变化",
        width: 11,
        format: "+0.0%;-0.0%;0.0%",
        align: "right",
        cell: ({ change }) => change,
      },
      { key: "rise", title: "升降", width: 9, align: "center", cell: ({ state }) => state },
      { key: "reused", title: "沿用上年的话", width: 50, cell: ({ reused }) => reused },
      { key: "remark", title: "核实情况", width: 24, isPeople: true, cell: () => null },
    ],
    marks: (area) => [
      {
        kind: "highlight",
        area: area("rise"),
        formula: `$N${area("rise").top}="下降"`,
        color: "FFF8CBAD",
      },
      {
        kind: "highlight",
        area: area("rise"),
        formula: `$N${area("rise").top}="上升"`,
        color: "FFC6E0B4",
      },
    ],
  };
}
