import type { Problem } from "../workbook/port";

/* Formulas of ours that show #NAME?: Excel has lost them, or our functions are not loaded. */

export function sayNoResults(count: number): string {
  return `有${count}个得分公式显示#NAME?，没有得数`;
}

export const whyNoResults =
  "文件可能在没有安装本插件的电脑上打开过，或者本插件的函数还没有加载。修复只重写这些公式，不改其他内容。";

/** They were written again, and show it still. */
export function stillNoResults(count: number): Problem {
  return {
    code: "unexpected",
    what: `公式已重写，仍${sayNoResults(count)}`,
    why: "Excel 还没有加载本插件的函数",
    todo: "请稍候再看；仍没有得数的，关闭工作簿重新打开，或在“转换／报送”里转为普通公式。",
  };
}
