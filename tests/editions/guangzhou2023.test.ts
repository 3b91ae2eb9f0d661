import { describe, expect, test } from "vitest";
import { guangzhou2023 } from "../../src/editions/guangzhou2023/edition";
import { readClause } from "../../src/clause/readClause";
import { sameBands } from "../../src/criteria/bandTable";
import { bandTable } from "../../src/criteria/kinds/bands";
import cases from "../cases/guangzhou2023.json";
import { editionRow } from "../support/editionRow";
import { sampleSnapshot } from "../support/sampleSnapshot";

/** Every object in the data, with the objects in it. */
function objectsIn(data: unknown): readonly Readonly<Record<string, unknown>>[] {
  if (typeof data !== "object" || data === null) return [];
  return [data as Record<string, unknown>, ...Object.values(data).flatMap(objectsIn)];
}

/** Fields of a criterion that name facts of the row. */
const keyFields = [
  ["key", "part", "standIn", "series", "first", "count", "actual", "limit", "whole"],
  ["filed", "summary", "exempt", "judged", "counts", "total"],
].flat();

function keysIn(criterion: unknown): readonly string[] {
  return objectsIn(criterion).flatMap((one) => [
    ...keyFields.flatMap((field) => one[field] ?? []),
    ...(one["of"] === "days" ? [one["from"], one["to"]] : []),
  ]) as readonly string[];
}

describe("广州市2023年版是数据", () => {
  test("存成文件再读回来，一字不差", () => {
    expect(JSON.parse(JSON.stringify(guangzhou2023))).toStrictEqual(guangzhou2023);
  });

  test("28行共100分，编号不重复，等级从高到低", () => {
    expect(guangzhou2023.rows).toHaveLength(28);
    expect(guangzhou2023.rows.reduce((sum, row) => sum + row.weight, 0)).toBe(guangzhou2023.total);
    expect(new Set(guangzhou2023.rows.map((row) => row.id)).size).toBe(28);
    expect(guangzhou2023.grades.map(({ from }) => from)).toEqual([90, 80, 60, 0]);
  });

  test("计分、短语和通报只用本行的数据项，每个数据项都有用处", () => {
    for (const { id, criterion, asks, words, bulletin } of guangzhou2023.rows) {
      const asked = asks.map(({ key }) => key);
      const used = keysIn([
        criterion.kind === "judgement" ? { ...criterion, clauses: {} } : criterion,
        bulletin ?? null,
      ]);
      const known = used.filter((key) => typeof key === "string");
      expect([id, new Set(known)]).toEqual([id, new Set(asked)]);
      expect([id, words.filter(({ key }) => !asked.includes(key))]).toEqual([id, []]);
    }
  });

  test("每个口径选择都是本版列出的，选项同名，且都用到", () => {
    const choices = objectsIn(guangzhou2023.rows).filter((one) => typeof one["setting"] === "string");
    for (const { setting, options } of choices) {
      const ambiguity = guangzhou2023.ambiguities[String(setting)];
      expect(Object.keys(options as object)).toEqual(Object.keys(ambiguity?.options ?? {}));
    }
    expect(new Set(choices.map(({ setting }) => setting))).toEqual(
      new Set(Object.keys(guangzhou2023.ambiguities)),
    );
  });

  test("分档与评分标准的文字一致", () => {
    const banded = guangzhou2023.rows.filter(({ criterion }) => criterion.kind === "bands");
    expect(banded.map(({ id }) => id)).toEqual(["carryover", "contractSigning", "assetUse"]);
    for (const { id, clause, criterion } of banded) {
      const reading = readClause(clause, { indicator: "", weight: null });
      const printed =
        reading.state === "read" && reading.criterion.kind === "bands" ? reading.criterion : null;
      const [own, read] = [criterion, printed].map((one) => (one?.kind === "bands" ? bandTable(one) : null));
      expect([id, !!own && !!read && sameBands(own, read)]).toEqual([id, true]);
    }
  });

  test("例子只用本行的数据项和口径，每行至少三个", () => {
    for (const { row, facts, ...one } of cases) {
      const asked = editionRow(row).asks.map(({ key }) => key);
      expect(Object.keys(facts).filter((key) => !asked.includes(key))).toEqual([]);
      const settings = "settings" in one ? Object.keys(one.settings) : [];
      expect(settings.filter((name) => !(name in guangzhou2023.ambiguities))).toEqual([]);
    }
    for (const { id } of guangzhou2023.rows) {
      expect([id, cases.filter(({ row }) => row === id).length >= 3]).toEqual([id, true]);
    }
  });

  test("履职效能与管理效率各50分；名称与别名不混淆", () => {
    const weightOf = (level1: string): number =>
      guangzhou2023.rows.filter((row) => row.level1 === level1).reduce((sum, row) => sum + row.weight, 0);
    expect(weightOf("履职效能")).toBe(50);
    expect(weightOf("管理效率")).toBe(50);
    expect(guangzhou2023.rows.map((row) => row.number)).toEqual(
      Array.from({ length: 28 }, (_, index) => index + 1),
    );
    const names = guangzhou2023.rows.flatMap((row) => [row.part === 1 ? row.name : "", ...row.aliases]);
    const used = names.filter((name) => name !== "");
    expect(new Set(used).size).toBe(used.length);
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
