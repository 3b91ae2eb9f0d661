import type { AnnexRow } from "../form/annex";
import type { AnnexAnswerKey } from "../criteria/annexRow";
import type { CriterionLevel } from "../criteria/criterion";
import type { FactSpec } from "../criteria/fact";
import { tierNames } from "../criteria/kinds/levels";
import { percentWords } from "../criteria/words";

const figureSource = "绩效目标批复表；业务统计";

/**
 * What 评分底稿 may ask about a row of an annex, by key. Keys are kept in files: never rename one.
 * @param levels Those that a person picks from where the row has no figure.
 */
export function annexRowSpecs(
  { name, target, actual }: AnnexRow,
  levels: readonly CriterionLevel[],
): readonly (FactSpec & { readonly key: AnnexAnswerKey })[] {
  const names = levels.map((level) => level.name);
  const usual = names.join() === tierNames({}).join();
  const which = `${names.slice(0, -1).join("、")}还是${names.at(-1) ?? ""}`;
  const common = { unit: "", source: figureSource };
  return [
    {
      ...common,
      key: "target",
      label: "年度目标值",
      kind: "figure",
      question: `“${name.value}”的年度目标值是多少（${said(target.content)}）？请填一个数值，可带单位和“≥”“≤”。`,
    },
    {
      ...common,
      key: "actual",
      label: "实际完成值",
      kind: "figure",
      question: `“${name.value}”的实际完成值是多少（${said(actual.content)}）？请填一个数值，可带单位。`,
    },
    {
      ...common,
      key: "tier",
      label: `档次（${names.join("／")}）`,
      kind: "tier",
      source: "评定人；满意度问卷",
      question: `“${name.value}”是定性指标：${which}${usual ? "年度指标" : ""}？`,
      ...(usual ? {} : { choices: names }),
    },
    {
      ...common,
      key: "share",
      label: "档内比例",
      kind: "rate",
      unit: "%",
      source: "评定人",
      question: `“${name.value}”按百分之多少计分？${levels.map(stretchOf).join("，")}。`,
    },
    {
      ...common,
      key: "basis",
      label: "书面依据",
      kind: "text",
      source: "满意度问卷；总结材料",
      question: `“${name.value}”评定的书面依据是什么？`,
    },
  ];
}

/** 部分达成60%-80%（不含） */
function stretchOf({ name, from, to, toIncluded }: CriterionLevel): string {
  if (from === to) return `${name}${percentWords(to)}`;
  if (from === 0 && !toIncluded) return `${name}${percentWords(to)}以下`;
  return `${name}${percentWords(from)}-${percentWords(to)}${toIncluded ? "" : "（不含）"}`;
}

function said(content: string | number | null): string {
  return content === null ? "附表未填" : `附表写“${String(content).slice(0, 60)}”`;
}

/** Of several funds, the money of each; without it they count equally. */
export function fundSpecs(label: string): readonly FactSpec[] {
  return [
    {
      key: "amount",
      label: "专项金额",
      kind: "amount",
      unit: "万元",
      source: "下达文件",
      question: `“${label}”安排了多少万元？不填的，各专项平均计分。`,
      standIn: true,
    },
  ];
}
