import { hundredGrades } from "../../criteria/grade";
import type { Area } from "../../workbook/cell";
import type { NewCell, NewChart, NewContent, NewSheet } from "../../workbook/newBook";
import type { DeskForm } from "../desk";
import { columnArea, headRow, type PlannedSheet } from "./tableSheet";

const spreadName = "等级分布";

const series = [
  ["自评", "self", "selfGrade"],
  ["测算", "points", "grade"],
  ["最终", "final", "finalGrade"],
] as const;

/** From which score on, 分; the last one has no end. */
const bins = [0, 60, 70, 80, 90, 95, 100] as const;

/** 等级分布: how many forms have which grade, and which score, by themselves and after the review. */
export function spreadSheet(summary: PlannedSheet<DeskForm>): NewSheet {
  const grades = [...hundredGrades.map(({ grade }) => grade), "未定"];
  const first = headRow + 1;
  const rows = grades.map((grade, index): readonly NewContent[] => [
    grade,
    ...series.flatMap(([, , key]) => {
      const area = columnArea(summary, key);
      const own = resultsOf(summary, key);
      const count = own.filter((one) => one === grade).length;
      return [
        { formula: `COUNTIF(${area},$A${first + index})`, result: count },
        {
          formula: `IFERROR(COUNTIF(${area},$A${first + index})/COUNTA(${columnArea(summary, "number")}),0)`,
          result: Number((count / Math.max(1, own.length)).toPrecision(12)),
        },
      ];
    }),
  ]);
  const top = headRow + rows.length + 3;
  return {
    name: spreadName,
    cells: [
      { row: 1, column: 1, content: "等级分布", look: { as: "title" } },
      {
        row: 2,
        column: 1,
        content:
          "自评等级以勾选的为准；测算有待补充、最终有未定项的记“未定”，不计入得分分布。张数随“汇总”变化。",
        look: { as: "note" },
      },
      ...binCells(summary, top),
    ],
    table: {
      name: "等级分布表",
      top: headRow,
      columns: [
        { title: "等级", width: 16, align: "center" },
        ...series.flatMap(([name]) => [
          { title: `${name}（张）`, width: 13, format: "0", align: "center" as const },
          { title: `${name}占比`, width: 13, format: "0.0%", align: "center" as const },
        ]),
      ],
      rows,
    },
    frozen: { rows: headRow, columns: 1 },
    marks: [],
    charts: [
      spreadChart(rows.length, { top: headRow - 1, left: 9, bottom: headRow + 17, right: 18 }),
      scoreChart(top, { top: headRow + 19, left: 9, bottom: headRow + 37, right: 18 }),
    ],
    repeated: headRow,
    paper: "A4",
    tab: "FF2E75B6",
  };
}

/** How many forms have which grade: stands on 汇总, too. */
export function spreadChart(grades: number, area: Area): NewChart {
  const first = headRow + 1;
  const column = (left: number): Area => ({ top: first, left, bottom: first + grades - 1, right: left });
  return {
    title: "等级分布（张）",
    area,
    sheet: spreadName,
    axis: "张",
    categories: column(1),
    series: series.map(([name], index) => ({ name, values: column(2 + 2 * index) })),
  };
}

function scoreChart(top: number, area: Area): NewChart {
  const column = (left: number): Area => ({ top: top + 1, left, bottom: top + bins.length, right: left });
  return {
    title: "得分分布（张）",
    area,
    sheet: spreadName,
    axis: "张",
    categories: column(1),
    series: series.map(([name], index) => ({ name, values: column(2 + 2 * index) })),
  };
}

function binCells(summary: PlannedSheet<DeskForm>, top: number): readonly NewCell[] {
  const heads = ["得分", ...series.map(([name]) => `${name}（张）`)].map((content, index): NewCell => ({
    row: top,
    column: Math.max(1, 2 * index),
    content,
    look: { as: "total", align: "center" },
  }));
  const lines = bins.flatMap((from, index): readonly NewCell[] => {
    const to = bins[index + 1] ?? null;
    const row = top + 1 + index;
    const label = to === null ? `${from}分` : `${from}—${to}分（不含）`;
    return [
      { row, column: 1, content: label, look: { as: "label", align: "center" } },
      ...series.map(([, key, gradeKey], at): NewCell => {
        const [area, known] = [columnArea(summary, key), columnArea(summary, gradeKey)];
        const grades = resultsOf(summary, gradeKey);
        // What is open has no score yet, whatever the rest of it comes to.
        const numbers = resultsOf(summary, key).filter(
          (value, own) => typeof value === "number" && grades[own] !== "未定",
        );
        const result = numbers.filter((value) => isIn(value, from, to)).length;
        const upper = to === null ? "" : `,${area},"<${to}"`;
        return {
          row,
          column: 2 + 2 * at,
          content: { formula: `COUNTIFS(${known},"<>未定",${area},">=${from}"${upper})`, result },
          look: { align: "center", format: "0" },
        };
      }),
    ];
  });
  return [...heads, ...lines];
}

function isIn(value: string | number | null, from: number, to: number | null): boolean {
  return typeof value === "number" && value >= from && (to === null || value < to);
}

/** What a column of the plan comes to, row by row. */
function resultsOf(
  { rows, columns }: PlannedSheet<DeskForm>,
  key: string,
): readonly (string | number | null)[] {
  const column = columns.find((one) => one.key === key);
  return rows.map((one, index) => {
    const content = column?.cell(one, { row: headRow + 1 + index, ref: () => "" }) ?? null;
    if (typeof content !== "object" || content === null) return content;
    return "result" in content ? content.result : content.text;
  });
}
