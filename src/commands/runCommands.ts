import type { OfficeWorkbook } from "../adapters/office/officeWorkbook";
import { planRestore } from "../edits/planRestore";
import { planScoring } from "../edits/planScoring";
import { evaluate } from "../scorecard/evaluate";
import { isRestorable } from "../taskpane/planIntent";
import { sayTotal } from "../taskpane/sayTotal";
import type { Problem } from "../workbook/port";
import type { CommandNews } from "./commandNews";

/** 计算得分: reads, scores, writes; repairs formulas that Excel has lost first. */
export async function runScore(workbook: OfficeWorkbook): Promise<CommandNews> {
  const read = await workbook.read();
  if (!read.ok) return failed(read.problem);
  const evaluation = evaluate(read.value);
  if ("noForm" in evaluation) return failed(noForm(evaluation.noForm.why));
  if (workbook.brokenFormulas().length > 0) {
    const repaired = await workbook.repairFormulas();
    if (!repaired.ok) return failed(repaired.problem);
  }
  const { form, scorecard } = evaluation;
  const plan = planScoring(read.value, form, scorecard);
  const applied = await workbook.apply(plan);
  if (!applied.ok) return failed(applied.problem);
  return { kind: "done", text: `已计算得分：${sayTotal(scorecard)}`, notes: applied.notes };
}

/** 恢复原表: takes back what we wrote; nothing is written while there is something to ask. */
export async function runRestore(workbook: OfficeWorkbook): Promise<CommandNews> {
  const read = await workbook.read();
  if (!read.ok) return failed(read.problem);
  if (!isRestorable(read.value)) {
    return { kind: "done", text: "没有需要恢复的内容：本插件没有在这个工作簿中写入得分。", notes: [] };
  }
  const { plan, asks } = planRestore(read.value);
  if (asks.length > 0) return { kind: "restoreAsks" };
  const applied = await workbook.apply(plan);
  if (!applied.ok) return failed(applied.problem);
  return { kind: "done", text: "已恢复原表", notes: applied.notes };
}

function noForm(why: string): Problem {
  return {
    code: "noForm",
    what: "没有找到部门整体支出绩效自评表",
    why,
    todo: "请打开自评表所在的工作簿，再点“计算得分”。",
  };
}

function failed(problem: Problem): CommandNews {
  return { kind: "failed", problem };
}
