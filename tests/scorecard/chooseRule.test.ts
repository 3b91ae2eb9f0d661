import { describe, expect, test } from "vitest";
import { guangzhou2023 } from "../../src/editions/guangzhou2023/edition";
import type { Rule } from "../../src/criteria/rule";
import type { Indicator } from "../../src/form/form";
import { chooseRule, type RowRule } from "../../src/scorecard/chooseRule";
import { editionRow } from "../support/editionRow";
import { formulaShows, paperOf, scoreOf, writtenFormula, type Given } from "../support/ruleTrial";

const line = { key: "row:某指标", name: "某指标" };

/** The row of a form as its sheet prints it. */
function printed(
  name: string,
  weight: number,
  standard: string,
  definition: string | null = null,
): Indicator {
  const cited = <T>(value: T, column: number) => ({ value, at: { sheet: "表", row: 1, column } });
  return {
    ...{ row: 1, level1: "", level2: "", part: 1, basis: null, evidence: null, goal: null },
    name: cited(name, 1),
    weight: cited(weight, 2),
    standard: cited(standard, 3),
    definition: definition === null ? null : cited(definition, 4),
    selfScore: { at: { sheet: "表", row: 1, column: 5 }, typed: null, text: "", formula: null },
  };
}

function written({ rule, readsCell }: RowRule, { weight, standard }: Indicator): string {
  const options = { weight: weight.value ?? 0, standard: readsCell() ? (standard?.value ?? null) : null };
  const text = writtenFormula(rule, paperOf(rule, {}).cells, "addin", options);
  return text.replaceAll("'评分底稿'!", "").replaceAll("$", "");
}

const deducting = "差异在5%以内的，不扣分；5%-10%之间的，扣2分；10%以上的，扣5分。";
const full = "满意度≥90%，得满分；80%≤满意度＜90%，得一半分；满意度＜80%，不得分。";
const fixed = "满意度≥90%，得5分；80%≤满意度＜90%，得3分；满意度＜80%，不得分。";
const below = "达到100%得满分，每低1%扣0.5分，扣完为止。";

describe("表中评分标准读懂的行，公式怎样引用它", () => {
  test.each<readonly [title: string, indicator: Indicator, formula: string]>([
    ["分档：各档的分都写明", printed("满意度", 5, fixed), "JX.BANDSCORE(D4,H1)"],
    ["分档：有的得分要知道分值", printed("满意度", 5, full), 'JX.CLAUSESCORE(H1,F1,"满意度",D4)'],
    ["分档扣分", printed("自评差异", 5, deducting), 'JX.CLAUSESCORE(H1,F1,"差异",D4)'],
    ["没有写名称的，用指标名称", printed("预算完成率", 8, below), 'JX.CLAUSESCORE(H1,F1,"预算完成率",D4)'],
  ])("%s", (_, indicator, formula) => {
    expect(written(chooseRule(indicator, null, null, null, line), indicator)).toContain(formula);
  });

  test("由指标解释决定的，不引用", () => {
    const indicator = printed("预算完成率", 8, below, "预算完成率=预算完成数/预算数×100%。");
    const row = chooseRule(indicator, null, null, null, line);
    expect(row.readsCell()).toBe(false);
    expect(written(row, indicator)).not.toContain("H1");
  });
});

describe("与2023年版同名的行", () => {
  const carryover = editionRow("carryover");
  const choose = (standard: string): RowRule =>
    chooseRule(printed(carryover.name, 2, standard), carryover, guangzhou2023, null, line);
  const rate = (rule: Rule): Given => ({ [rule.facts[0]?.key ?? ""]: { value: 0.08 } });

  test("分档不同，按表中文字计算，并说明", () => {
    const standard =
      "1.结余结转率≤5%的，得2分；\n2.5%＜结余结转率≤20%的，得1分；\n3.结余结转率＞20%的，得0分。";
    const { rule, remarks } = choose(standard);
    expect(scoreOf(rule, rate(rule), { weight: 2 })).toMatchObject({ points: 1 });
    expect(remarks.join("")).toContain("2023年版不同");
    for (const dialect of ["addin", "builtIn"] as const)
      expect(formulaShows(rule, rate(rule), dialect, { weight: 2, standard })).toBe(1);
  });

  test("没有读懂，由人评定", () => {
    const { rule } = choose("视结转结余情况评分。");
    expect(scoreOf(rule, rate(rule), { weight: 2 })).toMatchObject({ outcome: "judgement" });
  });
});
