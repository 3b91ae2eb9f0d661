import { kindWords } from "../../app/sayForm";
import { gradeOf, hundredGrades } from "../../criteria/grade";
import { tidy } from "../../quantity/tidy";
import { formName, type Desk, type DeskForm, type DeskRow, whose } from "../desk";
import type { KeptSheet } from "../previousBook";
import { finalPoints } from "./differenceSheet";
import { columnArea, firstRows, type PlannedSheet } from "./tableSheet";

interface Besides {
  readonly differences: PlannedSheet<DeskRow>;
  /** Where the findings of a form begin in 问题清单; absent: it has none. */
  readonly findingRows: ReadonlyMap<number, number>;
  readonly kept: KeptSheet | null;
}

/** 汇总: one form a row, who asks for most more than the data give first. */
export function summaryPlan(
  { forms }: Desk,
  { differences, findingRows, kept }: Besides,
): PlannedSheet<DeskForm> {
  const points = { format: "0.00", align: "right", width: 10 } as const;
  const differenceRows = firstRows(differences, ({ form }) => form.number);
  const count = { format: "0", align: "center", width: 8 } as const;
  const center = { align: "center", width: 8 } as const;
  const ofForm = (key: string, number: string, more = ""): string =>
    `SUMIFS(${columnArea(differences, key)},${columnArea(differences, "number")},${number}${more})`;
  return {
    name: "汇总",
    table: "汇总表",
    title: "绩效自评复核汇总表",
    note: "一张自评表一行，按差异从大到小。差异只比较自评、测算都有得分的指标；待补充分是依据不足、尚未测算的分值，其中的得分既不当0分也不当满分。",
    rows: forms,
    keyOf: ({ key }) => key,
    frozenColumns: 3,
    paper: "A3",
    tab: "FF1F4E79",
    kept,
    columns: [
      { key: "number", title: "表号", width: 6, align: "center", cell: ({ number }) => number },
      { key: "department", title: "部门", width: 22, cell: whose, total: "count" },
      {
        key: "name",
        title: "项目（表）",
        width: 24,
        cell: (form) => link(formName(form), "差异表", differenceRows.get(form.number) ?? null),
      },
      { key: "kind", title: "类别", width: 10, align: "center", cell: ({ formKind }) => kindWords[formKind] },
      { key: "year", title: "年度", ...center, cell: ({ year }) => year },
      { key: "self", title: "自评总分", ...points, total: "average", cell: ({ self }) => self },
      {
        key: "points",
        title: "测算总分",
        ...points,
        cell: (form, { ref }) => ({ formula: ofForm("points", ref("number")), result: form.points }),
      },
      {
        key: "difference",
        title: "差异",
        ...points,
        total: "sum",
        cell: (form, { ref }) => ({
          formula: `ROUND(${ofForm("difference", ref("number"))},10)`,
          result: form.difference,
        }),
      },
      { key: "open", title: "待补充分", ...points, total: "sum", cell: ({ open }) => open },
      { key: "selfGrade", title: "自评等级", ...center, cell: ({ selfGrade }) => selfGrade },
      { key: "grade", title: "测算等级", ...center, cell: ({ grade }) => (grade === "" ? "未定" : grade) },
      {
        key: "mustFix",
        title: "须更正",
        ...count,
        total: "sum",
        cell: (form) => findingsLink(form, form.mustFix, findingRows),
      },
      { key: "toVerify", title: "待核实", ...count, total: "sum", cell: ({ toVerify }) => toVerify },
      {
        key: "rate",
        title: "执行率",
        width: 10,
        format: "0.00%",
        align: "right",
        total: "average",
        cell: ({ executionRate }) => executionRate,
      },
      {
        key: "amount",
        title: "预算金额（万元）",
        width: 14,
        format: "#,##0.00",
        align: "right",
        total: "sum",
        cell: ({ amount }) => amount,
      },
      {
        key: "final",
        title: "最终得分",
        ...points,
        cell: (form, { ref }) => ({
          formula: ofForm("final", ref("number")),
          result: finalTotal(form, differences),
        }),
      },
      {
        key: "undecided",
        title: "未定分值",
        ...points,
        total: "sum",
        cell: (form, { ref }) => ({
          formula: `ROUND(${ofForm("weight", ref("number"))}-${ofForm("weight", ref("number"), `,${columnArea(differences, "final")},">=0"`)},10)`,
          result: undecided(form, differences),
        }),
      },
      {
        key: "openRows",
        title: "未定项数",
        ...count,
        total: "sum",
        cell: (form, { ref }) => {
          const own = `${columnArea(differences, "number")},${ref("number")}`;
          const decided = `COUNTIFS(${own},${columnArea(differences, "final")},">=0")`;
          return { formula: `COUNTIFS(${own})-${decided}`, result: openRows(form, differences) };
        },
      },
      {
        key: "finalGrade",
        title: "最终等级",
        ...center,
        cell: (form, { ref }) => {
          const [total, open] = [ref("final"), ref("openRows")];
          const grades = hundredGrades.reduceRight(
            (rest, { grade, from }) =>
              rest === "" ? `"${grade}"` : `IF(${total}>=${from},"${grade}",${rest})`,
            "",
          );
          const isOpen = openRows(form, differences) > 0 || form.weight !== 100;
          const result = isOpen ? "未定" : (gradeOf(finalTotal(form, differences), hundredGrades) ?? "");
          return {
            formula: `IF(OR(${open}>0,${ofForm("weight", ref("number"))}<>100),"未定",${grades})`,
            result,
          };
        },
      },
      { key: "report", title: "自评报告", width: 18, cell: ({ report }) => report ?? "" },
      { key: "file", title: "文件", width: 28, cell: ({ file }) => file },
      { key: "sheet", title: "工作表", width: 16, cell: ({ sheet }) => sheet },
      { key: "remark", title: "复核结论", width: 24, isPeople: true, cell: () => null },
    ],
    marks: (area) => [
      { kind: "bar", area: area("self"), color: "FF9DC3E6", from: 0, to: 100 },
      { kind: "bar", area: area("points"), color: "FFA9D18E", from: 0, to: 100 },
      { kind: "bar", area: area("difference"), color: "FFF4B183", from: null, to: null },
      { kind: "bar", area: area("rate"), color: "FFD9D9D9", from: 0, to: 1 },
    ],
  };
}

function link(text: string, sheet: string, row: number | null) {
  return row === null ? text : { text, to: { sheet, row, column: 1 } };
}

/** A number is no link: what is clicked on stands beside it. */
function findingsLink({ number }: DeskForm, count: number, rows: ReadonlyMap<number, number>) {
  const row = rows.get(number);
  return row === undefined ? count : { formula: `HYPERLINK("#'问题清单'!A${row}",${count})`, result: count };
}

function finalTotal({ rows }: DeskForm, { kept = null }: PlannedSheet<DeskRow>): number {
  return tidy(rows.reduce((sum, row) => sum + (finalPoints(row, kept) ?? 0), 0));
}

function openRows({ rows }: DeskForm, { kept = null }: PlannedSheet<DeskRow>): number {
  return rows.filter((row) => finalPoints(row, kept) === null).length;
}

function undecided({ rows }: DeskForm, { kept = null }: PlannedSheet<DeskRow>): number {
  const open = rows.filter((row) => finalPoints(row, kept) === null);
  return tidy(open.reduce((sum, { weight }) => sum + (weight ?? 0), 0));
}
