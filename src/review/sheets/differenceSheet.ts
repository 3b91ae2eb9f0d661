import { formName, type Desk, type DeskRow, whose } from "../desk";
import type { KeptSheet } from "../previousBook";
import type { PlannedSheet } from "./tableSheet";

/** People's columns of 差异表, in their order. */
const reviewColumns = {
  actual: "复核完成值",
  points: "复核得分",
  opinion: "复核意见",
  answer: "单位反馈",
  final: "最终得分",
} as const;

/** 差异表: every indicator of every form, what the form says beside what its data give, and the columns of those who review. */
export function differencePlan({ forms }: Desk, kept: KeptSheet | null): PlannedSheet<DeskRow> {
  const points = { format: "0.00", align: "right", width: 9 } as const;
  return {
    name: "差异表",
    table: "差异表",
    title: "绩效自评复核差异表",
    note: "一项指标一行。差异＝自评得分−测算得分；测算得分空白的，依据不足，尚未测算。黄色各栏由复核人员填写；最终得分没有填的，取复核得分，没有复核得分的取测算得分。",
    rows: forms.flatMap(({ rows }) => rows),
    keyOf: ({ key }) => key,
    frozenColumns: 6,
    paper: "A3",
    tab: "FF2E75B6",
    kept,
    gone: { state: "本次没有" },
    columns: [
      { key: "number", title: "表号", width: 6, align: "center", cell: ({ form }) => form.number },
      { key: "department", title: "部门", width: 14, cell: ({ form }) => whose(form) },
      { key: "project", title: "项目（表）", width: 16, cell: ({ form }) => formName(form) },
      { key: "level1", title: "一级指标", width: 9, cell: ({ level1 }) => level1 },
      { key: "level2", title: "二级指标", width: 11, cell: ({ level2 }) => level2 },
      {
        key: "indicator",
        title: "三级指标",
        width: 22,
        cell: ({ indicator, part }) => (part > 1 ? `${indicator}（${part}）` : indicator),
      },
      { key: "weight", title: "分值", ...points, total: "sum", cell: ({ weight }) => weight },
      { key: "actual", title: "自评完成值", width: 18, cell: ({ actual }) => actual },
      { key: "self", title: "自评得分", ...points, total: "sum", cell: ({ self }) => self },
      { key: "points", title: "测算得分", ...points, total: "sum", cell: ({ points: own }) => own },
      {
        key: "difference",
        title: "差异",
        ...points,
        total: "sum",
        cell: ({ difference }, { ref }) => ({
          formula: `IF(OR(${ref("self")}="",${ref("points")}=""),"",ROUND(${ref("self")}-${ref("points")},10))`,
          result: difference ?? "",
        }),
      },
      { key: "reason", title: "原因", width: 44, cell: ({ reason }) => reason },
      {
        key: "basis",
        title: "依据单元格",
        width: 16,
        cell: ({ basisAt, at }) => (basisAt === "" ? `得分 ${at}` : basisAt),
      },
      { key: "reviewActual", title: reviewColumns.actual, width: 14, isPeople: true, cell: () => null },
      {
        key: "reviewPoints",
        title: reviewColumns.points,
        ...points,
        isPeople: true,
        total: "sum",
        cell: () => null,
      },
      { key: "opinion", title: reviewColumns.opinion, width: 26, isPeople: true, cell: () => null },
      { key: "answer", title: reviewColumns.answer, width: 22, isPeople: true, cell: () => null },
      {
        key: "final",
        title: reviewColumns.final,
        ...points,
        isPeople: true,
        total: "sum",
        cell: ({ key, points: own }, { ref }) => ({
          formula: `IF(${ref("reviewPoints")}<>"",${ref("reviewPoints")},IF(${ref("points")}="","",${ref("points")}))`,
          result: typedPoints(kept, key) ?? own ?? "",
        }),
      },
      { key: "state", title: "整改情况", width: 9, align: "center", cell: (row) => stateOf(row, kept) },
    ],
    marks: (area) => [
      { kind: "bar", area: area("difference"), color: "FFED7D31", from: null, to: null },
      {
        kind: "highlight",
        area: area("points"),
        formula: `AND(A${area("points").top}<>"",J${area("points").top}="")`,
        color: "FFFCE4D6",
      },
    ],
  };
}

/** 最终得分 of a row as its formula gives it; null: neither reviewed nor worked out. */
export function finalPoints({ key, points }: DeskRow, kept: KeptSheet | null): number | null {
  const typed = kept?.rows.get(key)?.get(reviewColumns.final);
  if (typed !== undefined) return typeof typed === "number" ? typed : null;
  return typedPoints(kept, key) ?? points;
}

function typedPoints(kept: KeptSheet | null, key: string): number | null {
  const typed = kept?.rows.get(key)?.get(reviewColumns.points);
  return typeof typed === "number" ? typed : null;
}

/** Against the earlier copy: what differed there, or was spoken of, and is now otherwise, was corrected. */
function stateOf(row: DeskRow, kept: KeptSheet | null): string {
  const before = kept?.rows.get(row.key);
  if (before === undefined) return kept === null ? "" : "新增";
  const isSame = (title: string, now: number | null): boolean => (before.get(title) ?? null) === now;
  const differed = before.get("自评得分") !== before.get("测算得分");
  const isSpokenOf = [reviewColumns.opinion, reviewColumns.points].some((title) => before.has(title));
  if (!isSame("自评得分", row.self) || (before.get("自评完成值") ?? "") !== plainCell(row.actual))
    return "已改";
  return differed || isSpokenOf ? "未改" : "";
}

/** As it is read back: a blank cell holds nothing. */
function plainCell(text: string): string {
  return text.trim() === "" ? "" : text;
}
