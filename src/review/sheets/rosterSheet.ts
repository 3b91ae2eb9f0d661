import type { KeptSheet } from "../previousBook";
import type { RosterLine } from "../roster";
import type { PlannedSheet } from "./tableSheet";

/** 报送情况: who was to hand in what, and what came. */
export function rosterPlan(lines: readonly RosterLine[], kept: KeptSheet | null): PlannedSheet<RosterLine> {
  const day = { format: "yyyy-mm-dd", align: "center", width: 13 } as const;
  const count = { format: "0", align: "center", width: 9, total: "sum" } as const;
  const is = (state: RosterLine["state"]) => (line: RosterLine) => (line.state === state ? 1 : null);
  return {
    name: "报送情况",
    table: "报送情况",
    title: "报送情况",
    note: "应报名单与读出的自评表按部门、项目名称对上。逾期按名单里的截止日期和报送日期；同一年度有两张以上的为重复；名单里没有的列在最后。",
    rows: lines,
    keyOf: ({ key }) => key,
    frozenColumns: 2,
    paper: "A4",
    tab: "FF548235",
    kept,
    columns: [
      { key: "department", title: "部门", width: 26, cell: ({ department }) => department },
      {
        key: "project",
        title: "项目",
        width: 28,
        cell: ({ project }) => (project === "" ? "（部门整体）" : project),
      },
      { key: "due", title: "截止日期", ...day, cell: ({ due }) => due },
      { key: "arrived", title: "报送日期", ...day, cell: ({ arrived }) => arrived },
      { key: "rosterState", title: "状态", width: 11, align: "center", cell: ({ state }) => state },
      { key: "wanted", title: "应报", ...count, cell: ({ state }) => (state === "名单外" ? null : 1) },
      {
        key: "came",
        title: "已报",
        ...count,
        cell: ({ state, forms }) => (state === "名单外" || forms.length === 0 ? null : 1),
      },
      { key: "late", title: "逾期", ...count, cell: ({ state }) => (state.startsWith("逾期") ? 1 : null) },
      { key: "twice", title: "重复", ...count, cell: is("重复") },
      {
        key: "missing",
        title: "未报",
        ...count,
        cell: ({ state }) => (state === "未报" || state === "逾期未报" ? 1 : null),
      },
      {
        key: "forms",
        title: "对应的表（表号、文件）",
        width: 40,
        cell: ({ forms }) => forms.map(({ number, file }) => `${number} ${file}`).join("；"),
      },
      { key: "remark", title: "催报情况", width: 22, isPeople: true, cell: () => null },
    ],
    marks: (area) => [
      {
        kind: "highlight",
        area: area("rosterState"),
        formula: `OR($E${area("rosterState").top}="未报",$E${area("rosterState").top}="逾期未报")`,
        color: "FFF8CBAD",
      },
    ],
  };
}
