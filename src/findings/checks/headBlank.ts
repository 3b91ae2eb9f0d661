import { snapshotCell } from "../../workbook/snapshot";
import { inCell, type Check } from "../finding";
import { headTitles } from "../headTitles";

/** What a form of a project wants, and what one of a whole department. */
const wanted = {
  project: {
    project: "项目名称",
    department: "主管部门",
    goal: "年度总体目标",
    goalResult: "年度总体目标的完成情况",
  },
  department: {
    department: "部门名称",
    unitCount: "单位数",
    goal: "年度整体绩效目标",
    goalResult: "整体绩效目标完成情况",
  },
} as const;

/** A title of the head block with nothing behind it. */
export const headBlank: Check = {
  id: "headBlank",
  title: "表头的名称、年度、目标等各栏都填了",
  severity: "待核实",
  find: (context) => {
    const { form } = context;
    const titles: Readonly<Record<string, string>> =
      form.kind === "project" ? wanted.project : form.kind === "department" ? wanted.department : {};
    const labels = headTitles(context);
    return (["project", "department", "unitCount", "goal", "goalResult"] as const).flatMap((key) => {
      const title = labels.find(({ label }) => label === key);
      const name = titles[key];
      if (title === undefined || name === undefined || form.head[key] !== null) return [];
      // 三个 is no number that was read, but is no blank.
      if (key === "unitCount" && snapshotCell(context.snapshot, title.at)?.value != null) return [];
      return {
        at: inCell(title.at),
        subject: name,
        essence: "没有填写",
        what: `“${name}”没有填写。`,
        why: "表头不完整的，财政部门会退回补填。",
        todo: "请填写。",
      };
    });
  },
};
