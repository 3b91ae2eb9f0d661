import { describe, expect, test } from "vitest";
import { factSpecs } from "../../src/rubric/factSpecs";
import { guangzhou2023 } from "../../src/editions/guangzhou2023/edition";
import { sampleSnapshot } from "../support/sampleSnapshot";

describe("广州市2023年度评分标准", () => {
  test("28行，满分100分，履职效能与管理效率各50分", () => {
    const weightOf = (level1: string): number =>
      guangzhou2023.rows.filter((row) => row.level1 === level1).reduce((sum, row) => sum + row.weight, 0);
    expect(guangzhou2023.rows.map((row) => row.number)).toEqual(
      Array.from({ length: 28 }, (_, index) => index + 1),
    );
    expect(weightOf("履职效能")).toBe(50);
    expect(weightOf("管理效率")).toBe(50);
  });

  test("每行都有数据项，编号不重复，名称与别名不混淆", () => {
    expect(guangzhou2023.rows.map((row) => row.id)).toEqual(Object.keys(factSpecs));
    const names = guangzhou2023.rows.flatMap((row) => [row.part === 1 ? row.name : "", ...row.aliases]);
    const used = names.filter((name) => name !== "");
    expect(new Set(used).size).toBe(used.length);
    for (const row of guangzhou2023.rows) {
      expect(row.rule.facts).toBe(factSpecs[row.id as keyof typeof factSpecs]);
    }
  });

  test("评分标准、名称和分值与南沙区的表一字不差", async () => {
    const sheet = (await sampleSnapshot("samples/nansha-2023.xlsx")).sheets[0];
    const text = (row: number, column: number): unknown => sheet?.rows.get(row)?.get(column)?.value;
    guangzhou2023.rows.forEach((row, index) => {
      expect(String(text(14 + index, 8)).trim()).toBe(row.clause);
      expect(text(14 + index, 6)).toBe(row.weight);
      if (row.part === 1) expect(text(14 + index, 5)).toBe(row.name);
    });
  });
});
