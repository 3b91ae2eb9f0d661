import type { NewCell, NewColumn, NewContent, NewSheet } from "../../workbook/newBook";
import { formName, whose } from "../desk";
import { criteriaTitles, type FocusCriteria, type FocusEntry } from "../focusList";
import { focusName } from "../previousBook";
import { focusReason } from "./focusReason";
import { criteriaColumn, criterion } from "./poolSheet";
import { columnArea, headRow, type PlannedSheet } from "./tableSheet";

/** Longer lists are looked up in 名单底表. */
const mostListed = 300;

/** 建议重点复核名单: the criteria beside it may be changed, and the list follows. */
export function focusSheet(pool: PlannedSheet<FocusEntry>, criteria: FocusCriteria): NewSheet {
  const listed = [...pool.rows]
    .filter(({ place }) => place !== null)
    .sort((left, right) => (left.place ?? 0) - (right.place ?? 0));
  const columns: readonly NewColumn[] = [
    { title: "次序", width: 6, align: "center" },
    { title: "表号", width: 7, align: "center" },
    { title: "部门", width: 24 },
    { title: "项目（表）", width: 28 },
    { title: "预算金额（万元）", width: 14, format: "#,##0.00", align: "right" },
    { title: "疑点分", width: 9, format: "0.00", align: "right" },
    { title: "综合位次", width: 9, format: "0.000", align: "right" },
    { title: "建议理由", width: 64 },
  ];
  const rows = Array.from({ length: Math.min(mostListed, pool.rows.length) }, (_, index) =>
    listRow(pool, index + 1, index < criteria.total ? (listed[index] ?? null) : null, criteria),
  );
  return {
    name: focusName,
    cells: [
      { row: 1, column: 1, content: "建议重点复核名单", look: { as: "title" } },
      {
        row: 2,
        column: 1,
        content:
          "按金额、疑点、随机抽取三项的位次加权排序，每个部门有名额。右边黄色的格可以改，名单随公式重排；逐表的算法见“名单底表”。",
        look: { as: "note" },
      },
      ...criteriaCells(criteria),
    ],
    table: { name: "重点复核名单", top: headRow, columns, rows },
    widths: [...columns.map(({ width }) => width), 3, 22, 12, 44],
    frozen: { rows: headRow, columns: 0 },
    marks: [],
    charts: [],
    repeated: headRow,
    printedColumns: criteriaColumn + 2,
    paper: "A3",
    tab: "FF7030A0",
  };
}

function listRow(
  pool: PlannedSheet<FocusEntry>,
  place: number,
  entry: FocusEntry | null,
  criteria: FocusCriteria,
): readonly NewContent[] {
  const row = headRow + place;
  const found = `IF(A${row}>${criterion("total")},"",IFERROR(INDEX(${columnArea(pool, "number")},MATCH(A${row},${columnArea(pool, "place")},0)),""))`;
  const taken = (key: string, result: string | number | null): NewContent => {
    const cell = `INDEX(${columnArea(pool, key)},MATCH(B${row},${columnArea(pool, "number")},0))`;
    return { formula: `IF(B${row}="","",IF(${cell}="","",${cell}))`, result: result ?? "" };
  };
  return [
    place,
    { formula: found, result: entry?.form.number ?? "" },
    taken("department", entry === null ? "" : whose(entry.form)),
    taken("name", entry === null ? "" : formName(entry.form)),
    taken("amount", entry?.form.amount ?? ""),
    taken("doubt", entry?.doubt ?? ""),
    taken("weighed", entry?.weighed ?? ""),
    taken("reason", entry === null ? "" : focusReason(entry, criteria)),
  ];
}

function criteriaCells(criteria: FocusCriteria): readonly NewCell[] {
  const heads = ["标准（可以改）", "值", "说明"].map((content, index): NewCell => ({
    row: headRow,
    column: criteriaColumn + index,
    content,
    look: { as: "total", align: "center" },
  }));
  const lines = criteriaTitles.flatMap(([name, title, note], index): readonly NewCell[] => {
    const row = headRow + 1 + index;
    return [
      { row, column: criteriaColumn, content: title, look: { as: "label" } },
      { row, column: criteriaColumn + 1, content: criteria[name], look: { as: "input", align: "right" } },
      { row, column: criteriaColumn + 2, content: note, look: { as: "label" } },
    ];
  });
  return [...heads, ...lines];
}
