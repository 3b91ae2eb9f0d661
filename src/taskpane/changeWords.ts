import type { Change } from "../app/planChange";
import type { PaneIntent } from "./paneEvent";

/** What is said while a change is on its way. */
export const changeWords: Readonly<Record<Change["kind"], string>> = {
  score: "正在计算得分",
  restore: "正在恢复原表",
  askRestore: "正在核对原表",
  answer: "正在写入评分底稿",
  confirm: "正在写入评分底稿",
  adopt: "正在写入计算得分",
  setting: "正在保存设置",
  edition: "正在更换评分标准",
  rules: "正在更换计分依据",
  importRules: "正在导入计分规则",
  keep: "正在保存",
  convert: "正在转换公式",
  markFindings: "正在标出问题",
  clearFindingMarks: "正在清除标记",
  exportFindings: "正在导出清单",
  mendFindings: "正在改正",
  unmend: "正在撤销改正",
  writeBasis: "正在写入评分依据",
  dismissFinding: "正在保存核实说明",
};

/** The same for what is done with every form of the workbook. */
export const bookWords = {
  scoreAll: "正在计算全部自评表",
  readLedger: "正在读取台账",
  fillLedger: "正在填入台账的金额",
} as const;

export function isChange(intent: PaneIntent): intent is Change {
  return intent.kind in changeWords;
}
