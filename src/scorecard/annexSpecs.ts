import type { AnnexRow } from "../form/annex";
import type { CriterionLevel } from "../criteria/criterion";
import type { FactSpec } from "../criteria/fact";
import { tierNames } from "../criteria/kinds/levels";
import { percentWords } from "../criteria/words";
import { ask, standIn } from "../editions/describe";

const figureSource = "绩效目标批复表；业务统计";

/**
 * What 评分底稿 may ask about a row of an annex, by key. Keys are kept in files: never rename one.
 * @param levels Those that a person picks from where the row has no figure.
 */
export function annexRowSpecs(
  { name, target, actual }: AnnexRow,
  levels: readonly CriterionLevel[],
  where: "附表" | "表中" = "附表",
): readonly FactSpec[] {
  const names = levels.map((level) => level.name);
  const usual = names.join() === tierNames({}).join();
  const which = `${names.slice(0, -1).join("、")}还是${names.at(-1) ?? ""}`;
  return [
    ask(
      "figure",
      "target",
      "年度目标值",
      figureSource,
      `“${name.value}”的年度目标值是多少（${where}${said(target.content)}）？请填一个数值，可带单位和“≥”“≤”。`,
    ),
    ask(
      "figure",
      "actual",
      "实际完成值",
      figureSource,
      `“${name.value}”的实际完成值是多少（${where}${said(actual.content)}）？请填一个数值，可带单位。`,
    ),
    ask(
      "tier",
      "tier",
      `档次（${names.join("／")}）`,
      "评定人；满意度问卷",
      `“${name.value}”是定性指标：${which}${usual ? "年度指标" : ""}？`,
      usual ? {} : { choices: names },
    ),
    ask(
      "rate",
      "share",
      "档内比例",
      "评定人",
      `“${name.value}”按百分之多少计分？${levels.map(stretchOf).join("，")}。`,
    ),
    ask("text", "basis", "书面依据", "满意度问卷；总结材料", `“${name.value}”评定的书面依据是什么？`),
  ];
}

/** 部分达成60%-80%（不含） */
function stretchOf({ name, from, to, toIncluded }: CriterionLevel): string {
  if (from === to) return `${name}${percentWords(to)}`;
  if (from === 0 && !toIncluded) return `${name}${percentWords(to)}以下`;
  return `${name}${percentWords(from)}-${percentWords(to)}${toIncluded ? "" : "（不含）"}`;
}

function said(content: string | number | null): string {
  return content === null ? "未填" : `写“${String(content).slice(0, 60)}”`;
}

/** Of several funds, the money of each; without it they count equally. */
export function fundSpecs(label: string): readonly FactSpec[] {
  const question = `“${label}”安排了多少万元？不填的，各专项平均计分。`;
  return [ask("amount", "amount", "专项金额", "下达文件", question, standIn)];
}
