import type { IndicatorSummary } from "../indicatorAnalysis";
import type { KeptSheet } from "../previousBook";
import type { PlannedSheet } from "./tableSheet";

/** 指标分析: where points are lost, indicator by indicator. */
export function indicatorPlan(
  summaries: readonly IndicatorSummary[],
  kept: KeptSheet | null,
): PlannedSheet<IndicatorSummary> {
  const rate = { format: "0.0%", align: "right", width: 10 } as const;
  const count = { format: "0", align: "center", width: 8 } as const;
  return {
    name: "指标分析",
    table: "指标分析",
    title: "指标分析",
    note: "同名的指标合在一起，张数多的在前。得分率＝得分÷分值；满分率只算有得分的；失分最多的条款按出现的张数列三条。",
    rows: summaries,
    keyOf: ({ key }) => key,
    frozenColumns: 2,
    paper: "A3",
    tab: "FF00B050",
    kept,
    columns: [
      { key: "name", title: "指标", width: 30, cell: ({ name }) => name },
      { key: "level", title: "上级指标", width: 22, cell: ({ level }) => level },
      { key: "forms", title: "张数", ...count, cell: ({ forms }) => forms },
      {
        key: "weight",
        title: "平均分值",
        format: "0.00",
        align: "right",
        width: 9,
        cell: ({ weight }) => weight,
      },
      { key: "selfRate", title: "自评得分率", ...rate, cell: ({ selfRate }) => selfRate },
      { key: "pointsRate", title: "测算得分率", ...rate, cell: ({ pointsRate }) => pointsRate },
      { key: "full", title: "自评满分率", ...rate, cell: ({ full }) => full },
      { key: "fullPoints", title: "测算满分率", ...rate, cell: ({ fullPoints }) => fullPoints },
      { key: "open", title: "待补充（行）", ...count, cell: ({ open }) => open, total: "sum" },
      { key: "differing", title: "有差异（行）", ...count, cell: ({ differing }) => differing, total: "sum" },
      { key: "losses", title: "失分最多的条款", width: 70, cell: ({ losses }) => losses },
      { key: "remark", title: "分析意见", width: 26, isPeople: true, cell: () => null },
    ],
    marks: (area) => [
      { kind: "bar", area: area("selfRate"), color: "FF9DC3E6", from: 0, to: 1 },
      { kind: "bar", area: area("pointsRate"), color: "FFA9D18E", from: 0, to: 1 },
      { kind: "bar", area: area("full"), color: "FFFFD966", from: 0, to: 1 },
    ],
  };
}
