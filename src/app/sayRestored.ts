import type { RestoreOutcome } from "../edits/planRestore";
import type { RestoreAsk } from "../edits/restoreRecord";
import type { PaperUser } from "../edits/restorePaper";
import { a1 } from "../workbook/cell";

/** So many are named; of more, the rest is counted. */
const named = 5;

/**
 * What 恢复原表 did, and what it did not: 已恢复原表 alone where everything is as it was before us.
 * @param rules rows whose rule a person had set
 */
export function sayRestored(outcome: RestoreOutcome, rules: number): string {
  const { restored, emptied, unknown, unsure, kept, missing, paper } = outcome;
  const besides = kept.length + missing.length + unsure + unknown.emptied + unknown.unticked + unknown.left;
  const most = besides === 0 ? "已恢复原表" : "已恢复原表，下列各处除外";
  const cells = restored === 0 ? "" : `：${restored}个单元格恢复为计算得分之前的内容`;
  return [
    `${most}${cells}${paper.kind === "deleted" ? `，“${paper.sheet}”已收回` : ""}。`,
    ...(emptied === 0 ? [] : [`复制到别处的得分公式和扣分说明${emptied}处已清除。`]),
    ...sayUnknown(unknown),
    ...(unsure === 0
      ? []
      : [
          `评分记录已丢失，已填的得分、总分和已勾选的等级共${unsure}处，`,
          "连同附表的完成率，分不清是转换时写入的还是手工填写的，原样保留，请逐项核对。",
        ]),
    ...(kept.length === 0
      ? []
      : [`保留计算之后改动过的内容：${list(kept, ({ at }) => (at === null ? "" : a1(at)))}。`]),
    ...(missing.length === 0
      ? []
      : [`没有找到单元格，未能恢复：${list(missing, ({ before }) => `原为“${before}”`)}。`]),
    ...(rules === 0 ? [] : [`人工设定的计分规则${rules}行已取消。`]),
    ...sayPaper(paper),
  ].join("");
}

function sayUnknown({ emptied, unticked, left }: RestoreOutcome["unknown"]): readonly string[] {
  const why = "评分记录已丢失，原来的内容不知道：";
  if (left > 0) return [`${why}${left}处得分、总分、完成率和等级未恢复，保留现在的内容。`];
  const what = [
    ...(emptied === 0 ? [] : [`${emptied}个得分、总分和完成率单元格已清空`]),
    ...(unticked === 0 ? [] : ["评价等级的勾选已去掉"]),
  ];
  return what.length === 0 ? [] : [`${why}${what.join("，")}。`];
}

/** A copy by its name, a person's own formulas by their cells. */
function sayUser({ sheet, cells, isCopy }: PaperUser): string {
  if (isCopy || cells.length === 0) return `“${sheet}”`;
  const more = cells.length > named ? `等${cells.length}格` : "";
  return `“${sheet}”${cells.slice(0, named).map(a1).join("、")}${more}`;
}

function list(asks: readonly RestoreAsk[], beside: (ask: RestoreAsk) => string): string {
  const first = asks.slice(0, named).map((ask) => `${ask.name}（${beside(ask)}）`);
  return first.join("、") + (asks.length > named ? `等${asks.length}处` : "");
}

function sayPaper(paper: RestoreOutcome["paper"]): readonly string[] {
  switch (paper.kind) {
    case "none":
    case "deleted":
      return [];
    case "lost":
      return [`“${paper.sheet}”已不在工作簿中，其中填写的数据没有恢复。`];
    case "typed":
      return [`“${paper.sheet}”里有手工填写的数据，已保留。`];
    case "shared":
      return [`“${paper.by.join("”“")}”还在使用“${paper.sheet}”，已保留。`];
    case "used":
      return [
        `${paper.by.map(sayUser).join("，")}里还有公式引用“${paper.sheet}”，为免出现#REF!，已保留；`,
        `去掉这些公式${paper.by.some(({ isCopy }) => isCopy) ? "（是复制的自评表，请选定它再恢复）" : ""}之后，`,
        "再按一次“恢复原表”即可收回。",
      ];
  }
}
