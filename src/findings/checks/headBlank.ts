import { headLabel } from "../../form/headLabels";
import { textOf } from "../../form/sheetView";
import { findSheet } from "../../workbook/snapshot";
import { inCell, type Check } from "../finding";

const wanted = {
  project: "项目名称",
  department: "主管部门",
  goal: "年度总体目标",
  goalResult: "年度总体目标的完成情况",
} as const;

/** A title of the head block of a project's form with nothing behind it. */
export const headBlank: Check = {
  id: "headBlank",
  title: "项目名称、主管部门、年度总体目标和完成情况都填了",
  severity: "待核实",
  find: ({ snapshot, form }) => {
    const rows = form.kind === "project" ? findSheet(snapshot, form.sheet)?.rows : undefined;
    const { top } = form.area;
    const labels = Array.from(
      { length: Math.max(0, form.headerRow - top) },
      (_, index) => top + index,
    ).flatMap((row) =>
      Array.from(rows?.get(row) ?? [], ([column, { value }]) => {
        return { at: { sheet: form.sheet, row, column }, label: headLabel(textOf(value)) };
      }),
    );
    return (Object.keys(wanted) as (keyof typeof wanted)[]).flatMap((key) => {
      const title = labels.find(({ label }) => label === key);
      if (title === undefined || form.head[key] !== null) return [];
      return {
        at: inCell(title.at),
        subject: wanted[key],
        essence: "没有填写",
        what: `“${wanted[key]}”没有填写。`,
        why: "表头不完整的，财政部门会退回补填。",
        todo: "请填写。",
      };
    });
  },
};
