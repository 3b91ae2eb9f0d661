import { formName, type Desk, type DeskForm, whose } from "../desk";
import type { KeptSheet } from "../previousBook";
import { columnArea, type PlannedSheet } from "./tableSheet";

/** Lines to begin with; more are added below. */
const blankLines = 30;

/** 沟通记录: all of it is people's. */
export function talksPlan(kept: KeptSheet | null): PlannedSheet<number> {
  const column = (key: string, title: string, width: number) => ({
    key,
    title,
    width,
    isPeople: true as const,
    cell: () => null,
  });
  return {
    name: "沟通记录",
    table: "沟通记录",
    title: "沟通记录",
    note: "与单位的电话、会议、往来函件，一次一行；下面可以接着加行，“记录号”一栏不要填。",
    rows: Array.from({ length: blankLines }, (_, index) => index + 1),
    keyOf: (line) => `沟通|${line}`,
    frozenColumns: 0,
    paper: "A4",
    tab: "FFBF9000",
    kept,
    columns: [
      { ...column("date", "日期", 13), format: "yyyy-mm-dd", align: "center" },
      column("department", "部门", 24),
      column("name", "项目（表）", 24),
      { ...column("way", "沟通方式", 11), choices: ["电话", "会议", "函件", "现场", "即时通讯"] },
      column("contact", "对方联系人", 14),
      column("said", "沟通内容", 46),
      column("answer", "单位意见", 34),
      column("outcome", "处理结果", 28),
      column("by", "记录人", 11),
    ],
  };
}

/** 结果应用与公开: what became of each form's result, with the day and the address where it was published. */
export function usePlan(
  { forms }: Desk,
  summary: PlannedSheet<DeskForm>,
  kept: KeptSheet | null,
): PlannedSheet<DeskForm> {
  const people = { isPeople: true as const, cell: () => null };
  const taken = (key: string, number: string): string =>
    `IFERROR(INDEX(${columnArea(summary, key)},MATCH(${number},${columnArea(summary, "number")},0)),"")`;
  const shown = (key: string) => (form: DeskForm, row: number) => {
    const content = summary.columns.find((column) => column.key === key)?.cell(form, { row, ref: () => "" });
    return typeof content === "object" && content !== null && "result" in content ? content.result : "";
  };
  return {
    name: "结果应用与公开",
    table: "结果应用与公开",
    title: "结果应用与公开",
    note: "最终得分、最终等级取自“汇总”，还有未定项的先空着。应用方式、公开的日期和链接由人填写。",
    rows: forms,
    keyOf: ({ key }) => key,
    frozenColumns: 3,
    paper: "A4",
    tab: "FFBF9000",
    kept,
    columns: [
      { key: "number", title: "表号", width: 6, align: "center", cell: ({ number }) => number },
      { key: "department", title: "部门", width: 24, cell: whose },
      { key: "name", title: "项目（表）", width: 26, cell: (form) => formName(form) },
      {
        key: "final",
        title: "最终得分",
        width: 10,
        format: "0.00",
        align: "right",
        // While something is open there is nothing to publish.
        cell: (form, { ref, row }) => ({
          formula: `IF(${ref("grade")}="未定","",${taken("final", ref("number"))})`,
          result: shown("finalGrade")(form, row) === "未定" ? "" : shown("final")(form, row),
        }),
      },
      {
        key: "grade",
        title: "最终等级",
        width: 9,
        align: "center",
        cell: (form, { ref, row }) => ({
          formula: taken("finalGrade", ref("number")),
          result: shown("finalGrade")(form, row),
        }),
      },
      {
        key: "use",
        title: "结果应用",
        width: 16,
        choices: ["与预算安排挂钩", "调整支出政策", "督促整改", "通报", "其他"],
        ...people,
      },
      { key: "detail", title: "应用说明", width: 40, ...people },
      { key: "date", title: "公开日期", width: 13, format: "yyyy-mm-dd", align: "center", ...people },
      { key: "address", title: "公开链接", width: 40, ...people },
      { key: "remark", title: "备注", width: 20, ...people },
    ],
  };
}
