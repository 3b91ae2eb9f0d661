import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readClause } from "../../src/clause/readClause";
import { labelsOf } from "../../src/clause/readLabelled";
import { criterionRule } from "../../src/criteria/criterionRule";
import type { Rule } from "../../src/criteria/rule";
import { printsBands } from "../../src/scorecard/bandsCell";
import { printedClauses, type PrintedClause } from "../support/printedClauses";
import { givenFor } from "../support/randomFacts";
import {
  formulaShows,
  paperOf,
  scoreOf,
  shownBy,
  writtenFormula,
  type TrialOptions,
} from "../support/ruleTrial";

/** The rule of a clause that its row follows, by its own words where they are enough. */
function ruleOf({ indicator, weight, clause }: PrintedClause): {
  readonly rule: Rule;
  readonly isPrinted: boolean;
} {
  const reading = readClause(clause, { indicator, weight });
  if (reading.state !== "read") throw new Error(`没有读懂：${clause}`);
  const labels = printsBands(clause, reading.criterion) ? null : labelsOf(clause, weight, reading);
  return { rule: criterionRule(reading.criterion, reading.asks, "", labels), isPrinted: labels !== null };
}

function written(
  printed: PrintedClause,
  options: Partial<TrialOptions> = {},
  dialect: "addin" | "builtIn" = "addin",
) {
  const { rule } = ruleOf(printed);
  const { weight, clause } = printed;
  const text = writtenFormula(rule, paperOf(rule, {}).cells, dialect, {
    weight,
    standard: clause,
    ...options,
  });
  return text.replaceAll("'评分底稿'!", "").replaceAll("$", "");
}

const listed: PrintedClause = {
  indicator: "管理制度健全性",
  weight: 4,
  clause: "1.制度健全（2分）；\n2.每发现1处未执行扣0.5分，扣完为止（2分）。",
};
const gated: PrintedClause = {
  indicator: "资金使用合规性",
  weight: 4,
  clause: "每发现1项不合规扣0.5分，扣完为止；存在截留、挪用情况的，本项得0分。",
};
const below: PrintedClause = {
  indicator: "预算完成率",
  weight: 8,
  clause: "达到100%得满分，每低1%扣0.5分，扣完为止。",
};

describe("按评分标准的文字写的公式", () => {
  test.each<readonly [title: string, printed: PrintedClause, formula: string]>([
    [
      "分项，没有一个函数算得出",
      listed,
      'IF(COUNT(D5)+COUNTA(D4)<2,"",JX.CLAUSESCORE(H1,F1,"制度健全",D4,"未执行",D5))',
    ],
    [
      "每低1%扣分",
      below,
      'IF(OR(COUNTA(D4)=0,OR(N(D4)<0,N(D4)>10)),"",JX.CLAUSESCORE(H1,F1,"预算完成率",D4))',
    ],
    [
      "不一定要填的，空白不当成0",
      gated,
      'IF(IF(AND(D4<>"是",D4<>"否"),TRUE,IF(D4="是",FALSE,COUNT(D5)=0)),"",JX.CLAUSESCORE(H1,F1,"存在截留、挪用",IF(D4="","",D4),"不合规",IF(D5="","",D5)))',
    ],
  ])("%s", (_, printed, formula) => {
    expect(written(printed)).toBe(formula);
  });

  test.each<readonly [title: string, printed: PrintedClause, function_: string]>([
    [
      "分档",
      { indicator: "满意度", weight: 5, clause: "≥95%，得5分；≥80%，得3分；低于80%不得分。" },
      "BANDSCORE",
    ],
    [
      "超出扣分",
      { indicator: "控制率", weight: 6, clause: "100%以下（含）计6分，每超出1%扣1分，扣完为止。" },
      "STEPSCORE",
    ],
    [
      "每项扣分",
      { indicator: "合规性", weight: 4, clause: "每发现1项不合规扣0.5分，扣完为止。" },
      "DEDUCTSCORE",
    ],
    ["比率", { indicator: "到位率", weight: 4, clause: "得分=到位率×分值。" }, "RATESCORE"],
    [
      "几个是、否",
      { indicator: "健全性", weight: 3, clause: "①有制度，2分；②得到执行，1分。" },
      "CHECKSCORE",
    ],
    ["一个是、否", { indicator: "报送", weight: 2, clause: "按时报送的，得满分，否则不得分。" }, "MEETSCORE"],
  ])("%s：有合用的函数，照旧用它", (_, printed, name) => {
    expect(written(printed)).toContain(`JX.${name}(`);
    expect(written(printed)).not.toContain("CLAUSESCORE");
  });

  test("普通公式、没有评分标准单元格的，从规则写", () => {
    expect(written(listed, {}, "builtIn")).not.toContain("JX.");
    expect(written(listed, { standard: null })).not.toContain("CLAUSESCORE");
  });

  test("由设置决定的，从规则写", () => {
    expect(written(below, { settings: { beginStep: "?" } })).toContain("CLAUSESCORE");
    const reading = readClause(below.clause, below);
    const settings = Object.entries(reading.state === "read" ? reading.settings : {});
    expect(settings).not.toEqual([]);
    for (const [name, { options }] of settings) {
      const [first = "", ...others] = Object.keys(options);
      expect(written(below, { settings: { [name]: first } })).toContain("CLAUSESCORE");
      for (const other of others)
        expect(written(below, { settings: { [name]: other } })).not.toContain("CLAUSESCORE");
    }
  });

  test("由指标解释决定的，从规则写", () => {
    const { indicator, weight, clause } = below;
    const reading = readClause(clause, {
      indicator,
      weight,
      definition: "预算完成率=预算完成数/预算数×100%。",
    });
    if (reading.state !== "read") throw new Error("没有读懂");
    expect(reading.asks.length).toBeGreaterThan(1);
    expect(labelsOf(clause, weight, reading)).toBeNull();
  });

  test("标签里的引号写成两个，长的分成几段", () => {
    const long = `每发现1处${"“甲”乙".repeat(120)}扣0.5分，扣完为止；存在挪用的，本项得0分。`;
    const rule = criterionRule(
      {
        kind: "gate",
        gates: [],
        then: {
          kind: "linear",
          measure: { of: "fact", key: "a" },
          offset: 0,
          slope: 1,
          of: "points",
          clause: "",
        },
      },
      [{ key: "a", label: "", kind: "count", unit: "处", source: "", question: "" }],
      "",
      { a: `"${long}` },
    );
    const formula = writtenFormula(rule, paperOf(rule, {}).cells, "addin", { weight: 3, standard: long });
    const literals = formula.match(/"(?:[^"]|"")*"/gu) ?? [];
    expect(literals.length).toBeGreaterThan(2);
    for (const literal of literals) expect(literal.length).toBeLessThanOrEqual(257);
    expect(
      literals
        .slice(1)
        .map((one) => one.slice(1, -1).replaceAll('""', '"'))
        .join(""),
    ).toBe(`"${long}`);
  });
});

describe("与规则一致", () => {
  const all = printedClauses.flatMap((printed) => {
    const { indicator, weight, clause } = printed;
    if (readClause(clause, { indicator, weight }).state !== "read") return [];
    const { rule, isPrinted } = ruleOf(printed);
    return isPrinted ? [{ ...printed, rule }] : [];
  });

  test("够多", () => {
    expect(all.length).toBeGreaterThan(printedClauses.length / 2);
  });

  test.each(all)("$indicator：随便填什么，公式显示的与规则相同", ({ weight, clause, rule }) => {
    fc.assert(
      fc.property(givenFor(rule), (given) => {
        const options = { weight, standard: clause };
        const points = shownBy(scoreOf(rule, given, options), weight);
        for (const dialect of ["addin", "builtIn"] as const) {
          const shown = formulaShows(rule, given, dialect, options);
          if (points !== null) expect(shown).toBeCloseTo(points, 11);
          else
            expect(
              shown === null || shown === "" || (typeof shown === "string" && shown.startsWith("#")),
            ).toBe(true);
        }
      }),
      { numRuns: 40 },
    );
  });
});
