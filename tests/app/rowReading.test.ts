import { describe, expect, it } from "vitest";
import { rowReading } from "../../src/app/rowReading";
import { sayRule } from "../../src/app/sayTrial";
import { tryValues } from "../../src/app/tryValues";
import { guangzhou2023 } from "../../src/editions/guangzhou2023/edition";
import { gridSheet, workbookOf } from "../support/grid";
import { evaluated } from "../support/scored";

const head = ["一级指标", "二级指标", "三级指标", "分值", "指标解释", "评分标准", "得分", "评分依据"];
const stepped = "预算完成率达到100%的得满分，每低1%扣1分，扣完为止。";
const overhead = guangzhou2023.rows.find(({ id }) => id === "overhead");

/** A row as the card shows it, its values tried as they stand in the form, and what the row itself has. */
function tried(
  [name, weight, definition, standard, basis]: readonly [string, number, string | null, string, string],
  settings: Readonly<Record<string, string>> = {},
  given: Readonly<Record<string, number>> | null = null,
) {
  const line = ["管理效率", "二级", name, weight, definition, standard, null, basis];
  const book = workbookOf([gridSheet([["部门整体支出绩效自评表"], head, line], { name: "自评表" })]);
  const { scorecard } = evaluated(book, { settings });
  const [row] = scorecard.rows;
  const card = row === undefined ? null : rowReading(row, scorecard);
  if (row === undefined || card?.reading.state !== "read") throw new Error("没有读懂");
  const { reading, options } = card;
  const known = row.facts.flatMap(({ spec, value }) => (value === null ? [] : [[spec.key, value] as const]));
  const values = new Map(given === null ? known : Object.entries(given));
  return {
    asked: reading.asks.map(({ label }) => label),
    rule: sayRule(reading, options).join("\n"),
    result: tryValues(reading, values, weight, options),
    row,
  };
}

describe("规则卡的读法就是这一行的读法", () => {
  it("指标解释里的公式也读：问的与这一行一样", () => {
    const { asked, row } = tried([
      "预算完成率",
      8,
      "预算完成率=（预算完成数/预算数）×100%。",
      stepped,
      "预算完成率98.5%",
    ]);
    expect(asked).toEqual(row.facts.map(({ spec }) => spec.label));
    expect(asked).toContain("预算完成数");
  });

  it.each([
    ["没有选", {}, 7, "不足一步的部分：按“满一步才扣”；也可以读作“不足一步按一步扣”"],
    [
      "选了",
      { "clause:row:预算完成率.begunStep": "ceiling" },
      6,
      "不足一步的部分：按“不足一步按一步扣”；也可以读作“满一步才扣”",
    ],
    ["别的行选了", { "clause:row:别的.begunStep": "ceiling" }, 7, "按“满一步才扣”"],
  ])("没有写明的，按这一行的设置试：%s", (_title, settings, points, words) => {
    const { rule, result, row } = tried(["预算完成率", 8, null, stepped, "预算完成率98.5%"], settings);
    expect(result).toMatchObject({ points });
    expect(row.points).toBe(points);
    expect(rule).toContain(words);
  });

  it.each([
    ["floor", 1.5],
    ["ceiling", 1],
  ])("版本的原文：按版本的口径试（%s）", (overheadRounding, points) => {
    const clause = overhead?.clause ?? "";
    const { result, row } = tried(
      ["公用经费控制率", 2, null, clause, "公用经费控制率7%"],
      { overheadRounding },
      { 公用经费控制率: 0.07 },
    );
    expect(row.settingNames).toEqual({ begunStep: "overheadRounding" });
    expect(row.points).toBe(points);
    expect(result).toMatchObject({ points });
  });
});
