import { describe, expect, it } from "vitest";
import { makeSubmission } from "../../src/app/makeSubmission";
import type { Criterion } from "../../src/criteria/criterion";
import type { FactSpec } from "../../src/criteria/fact";
import type { Edition, EditionRow } from "../../src/editions/edition";
import { planBuiltIn, planValues } from "../../src/edits/planConvert";
import { planRestore } from "../../src/edits/planRestore";
import { planScoring } from "../../src/edits/planScoring";
import { fitsIntoCell } from "../../src/workbook/formulaLimits";
import type { GivenFacts } from "../../src/facts/gatherFacts";
import type { CaseOptions } from "../../src/scorecard/case";
import {
  snapshotCell,
  type CellSnapshot,
  type SheetSnapshot,
  type Snapshot,
} from "../../src/workbook/snapshot";
import { opened } from "../adapters/xlsx/openParts";
import { gridSheet, workbookOf } from "../support/grid";
import { libreOfficeXlsx } from "../support/libreOffice";
import { applyPlan, setCell } from "../support/memoryWorkbook";
import { evaluated, recalculated, scored } from "../support/scored";
import { workbookBytes } from "../support/workbookBytes";

/*
 * Compositions too long, or too deep, for one cell: their parts stand in cells of 评分底稿.
 */

const rates = Array.from({ length: 40 }, (_, index) => `rate${index + 1}`);
const counts = Array.from({ length: 40 }, (_, index) => `count${index + 1}`);

function bands(key: string, name: string): Criterion {
  const stretch = (from: number | null, to: number | null, share: number) => ({
    from,
    fromIncluded: from !== null,
    to,
    toIncluded: false,
    then: { share },
    clause: `${name}在${from ?? 0}至${to ?? 1}，得${share}`,
  });
  return {
    kind: "bands",
    measure: { of: "fact", key },
    percent: true,
    bands: [
      stretch(null, 0.6, 0),
      stretch(0.6, 0.7, 0.25),
      stretch(0.7, 0.8, 0.5),
      stretch(0.8, 0.9, 0.75),
      stretch(0.9, null, 1),
    ],
  };
}

function gated(key: string, then: Criterion, gives: { atMost: number } | "nothing"): Criterion {
  const { when, ...gate } = {
    when: {
      of: "within",
      measure: { of: "fact", key },
      interval: { from: 3, fromIncluded: false, to: null, toIncluded: false },
    },
    clause: `${key}超过3项的，${gives === "nothing" ? "不得分" : "最多得1分"}`,
  } as const;
  const common = { when, ...gate };
  const one = gives === "nothing" ? { ...common, gives } : { ...common, gives };
  return { kind: "gate", gates: [one], then };
}

function partsOf(of: readonly Criterion[]): Criterion {
  return {
    kind: "parts",
    parts: of.map((criterion) => ({ share: 1, criterion })),
    kept: { clause: "各项均达到" },
  };
}

/** 40 parts, each a gate before bands. */
const long = partsOf(
  rates.map((key, index) => gated(counts[index] ?? "", bands(key, `第${index + 1}项比率`), { atMost: 0.2 })),
);
/** Parts within bands within parts, and so on, 24 times. */
const deep = rates
  .slice(0, 24)
  .reduce<Criterion>(
    (inner, key, index) => gated(counts[index] ?? "", partsOf([bands(key, key), inner]), "nothing"),
    bands("rate40", "最里面的比率"),
  );

const asks: readonly FactSpec[] = [
  ...rates.map((key) => ask("rate", key, "%")),
  ...counts.map((key) => ask("count", key, "项")),
];

function ask(kind: FactSpec["kind"], key: string, unit: string): FactSpec {
  return { key, label: `数据${key}`, kind, unit, source: "", question: `${key}是多少？` };
}

function row(id: string, number: number, name: string, criterion: Criterion): EditionRow {
  const clause = `${name}按各项完成情况计分，完成60%以下的不得分`;
  return {
    id,
    number,
    name,
    criterion,
    asks,
    clause,
    level1: "履职",
    level2: "完成情况",
    aliases: [],
    part: 1,
    weight: 25,
    words: [],
  };
}

const edition: Edition = {
  id: "long-2024",
  title: "某地部门整体支出绩效自评评分标准（2024年度）",
  shortTitle: "某地2024年版",
  total: 50,
  grades: [],
  ambiguities: {},
  rows: [row("long", 1, "重点工作完成", long), row("deep", 2, "专项任务推进", deep)],
};

const blank = workbookOf([form("自评表")]);

function form(name: string, weight = 25): SheetSnapshot {
  return gridSheet(
    [
      ["部门整体支出绩效自评表"],
      ["一级指标", "二级指标", "三级指标", "分值", "评分标准", "自评分", "评分依据"],
      ...edition.rows.map((one) => [one.level1, one.level2, one.name, weight, one.clause, null, null]),
      ["总分", null, null, null, null, null],
    ],
    { name },
  );
}

/** Rates from 55 % upwards, a few counts above 3. */
function given(shift = 0): GivenFacts {
  const facts = ["long", "deep"].flatMap((id) => [
    ...rates.map((key, index) => [`${id}.${key}`, 0.55 + ((index * 7 + shift) % 45) / 100] as const),
    ...counts.map((key, index) => [`${id}.${key}`, (index + shift) % (id === "long" ? 6 : 4)] as const),
  ]);
  return new Map(facts.map(([id, value]) => [id, { value }]));
}

function options(shift = 0): CaseOptions {
  return { editions: [edition], given: given(shift) };
}

const sheet = "自评表";
const scoreColumn = 6;
const rowOf = { long: 3, deep: 4 } as const;

function cellOf(snapshot: Snapshot, name: keyof typeof rowOf): CellSnapshot | undefined {
  return snapshotCell(snapshot, { sheet, row: rowOf[name], column: scoreColumn });
}

function helperRows(snapshot: Snapshot, name = "评分底稿"): readonly number[] {
  const paper = snapshot.sheets.find((sheet) => sheet.name === name);
  return Array.from(paper?.rows ?? []).flatMap(([number, cells]) =>
    String(cells.get(2)?.value ?? "").startsWith("计算过程") ? [number] : [],
  );
}

function formulas(snapshot: Snapshot): readonly string[] {
  return snapshot.sheets.flatMap(({ rows }) =>
    Array.from(rows.values()).flatMap((cells) =>
      Array.from(cells.values()).flatMap(({ formula }) => formula ?? []),
    ),
  );
}

function pointsOf(snapshot: Snapshot, shift = 0): readonly (number | null)[] {
  return evaluated(snapshot, options(shift)).scorecard.rows.map(({ points }) => points);
}

function shown(snapshot: Snapshot): readonly unknown[] {
  return (["long", "deep"] as const).map((name) => cellOf(snapshot, name)?.value);
}

describe("公式过长或嵌套过深：各部分写入评分底稿", () => {
  const { after, result } = scored(blank, options());

  it("得分与按标准计算的相同，每个公式都放得下，每个部分一行", () => {
    const [long, deep] = pointsOf(blank);
    expect(shown(after)).toEqual([expect.closeTo(long ?? -1, 9), expect.closeTo(deep ?? -1, 9)]);
    expect(helperRows(after).length).toBeGreaterThan(40);
    expect(formulas(after).every(fitsIntoCell)).toBe(true);
    expect(result.scorecard.rows.slice(0, 2).every(({ points }) => points !== null && points > 0)).toBe(true);
  });

  it("再算一次什么都不变；数据改了跟着变，缺一个数就都空着", () => {
    expect(planScoring(evaluated(after, { editions: [edition] })).edits).toEqual([]);
    for (const shift of [1, 2, 3, 17]) {
      const again = scored(after, options(shift)).after;
      const [long, deep] = pointsOf(blank, shift);
      expect(shown(again)).toEqual([expect.closeTo(long ?? -1, 9), expect.closeTo(deep ?? -1, 9)]);
      expect(helperRows(again)).toEqual(helperRows(after));
    }
    const open = recalculated(setCell(after, factAt(after, "数据rate7"), { value: null }));
    expect(shown(open)).toEqual([null, cellOf(after, "deep")?.value]);
  });

  it("转为普通公式、转为数值，得分不变", () => {
    const plain = recalculated(applyPlan(after, planBuiltIn(evaluated(after, { editions: [edition] }))));
    expect(formulas(plain).filter((one) => one.includes("JX."))).toEqual([]);
    expect(formulas(plain).every(fitsIntoCell)).toBe(true);
    expect(shown(plain)).toEqual(shown(after).map((value) => expect.closeTo(Number(value), 9) as unknown));
    const values = recalculated(applyPlan(plain, planValues(evaluated(plain, { editions: [edition] }))));
    expect(shown(values)).toEqual(shown(after).map((value) => expect.closeTo(Number(value), 9) as unknown));
  });

  it("恢复原表：底稿里只有公式和摘来的数时一起删除，原表不变", () => {
    const bare = scored(blank, { editions: [edition] }).after;
    expect(helperRows(bare).length).toBeGreaterThan(40);
    const { plan, asks } = planRestore(evaluated(bare, { editions: [edition] }));
    expect(asks).toEqual([]);
    const back = applyPlan(bare, plan);
    expect(back.sheets.map(({ name }) => name)).toEqual([sheet]);
    expect(formulas(back)).toEqual(formulas(blank));
  });

  it("恢复原表：转为普通公式的也一起删除；有人改了一部分的公式，先问", () => {
    const bare = scored(blank, { editions: [edition] }).after;
    const asksOf = (book: Snapshot) =>
      planRestore(evaluated(book, { editions: [edition] })).asks.map(({ id }) => id);
    const plain = recalculated(applyPlan(bare, planBuiltIn(evaluated(bare, { editions: [edition] }))));
    expect(asksOf(plain)).toEqual([]);
    const at = { sheet: "评分底稿", row: helperRows(bare)[0] ?? 0, column: 4 };
    for (const book of [bare, plain]) {
      expect(asksOf(setCell(book, at, { value: 0, formula: "=0" }))).toEqual(["sheet"]);
    }
  });

  it("有人改了某一部分：改的数留在记录里，公式重新写上", () => {
    const row = helperRows(after)[0] ?? 0;
    const typed = setCell(after, { sheet: "评分底稿", row, column: 4 }, { value: 12345 });
    const again = scored(typed, { editions: [edition] });
    expect(shown(again.after)).toEqual(shown(after));
    const kept = JSON.stringify(Array.from(again.after.records.values()));
    expect(kept).toContain("12345");
  });

  it("一个工作簿里两张表分值不同：各有各的过程，互不覆盖", () => {
    const both = workbookOf([form("自评表"), form("乙", 10)]);
    const first = scored(both, { ...options(), sheet: "自评表" }).after;
    const second = scored(first, { ...options(), sheet: "乙" }).after;
    const again = scored(second, { ...options(), sheet: "自评表" }).after;
    for (const book of [second, again]) expect(shown(book)).toEqual(shown(after));
    expect(helperRows(again)).toEqual(helperRows(after));
    // The longer name of its paper makes longer formulas, and perhaps more parts.
    expect(helperRows(again, "评分底稿（乙）").length).toBeGreaterThanOrEqual(helperRows(after).length);
    const { plan } = planRestore(evaluated(again, { editions: [edition], sheet: "乙" }));
    const one = recalculated(applyPlan(again, plan));
    expect(shown(one)).toEqual(shown(after));
    expect(one.sheets.map(({ name }) => name)).toContain("评分底稿");
  });

  it("报送版写明这两行是数值", async () => {
    const made = await makeSubmission(workbookBytes(blank), {
      ...options(),
      freeze: "builtIn",
      checked: true,
    });
    if (!made.ok || made.value.kind !== "made") throw new Error(JSON.stringify(made));
    const copy = opened(made.value.bytes).snapshot();
    expect(cellOf(copy, "long")?.formula).toBeUndefined();
    expect(shown(copy)).toEqual(shown(after).map((value) => expect.closeTo(Number(value), 9) as unknown));
    const note = made.value.notes.find((one) => one.includes("是数值"));
    expect(note).toContain("“重点工作完成”“专项任务推进”");
    expect(copy.sheets.map(({ name }) => name)).toEqual([sheet]);
  });

  it("LibreOffice 从头重算普通公式，得分相同", async () => {
    const plain = applyPlan(after, planBuiltIn(evaluated(after, { editions: [edition] })));
    const calc = opened(await libreOfficeXlsx(workbookBytes(plain))).snapshot();
    expect(shown(calc)).toEqual(shown(after).map((value) => expect.closeTo(Number(value), 9) as unknown));
  });
});

/** 数值 of the first line with this 数据项. */
function factAt(snapshot: Snapshot, label: string): { sheet: string; row: number; column: number } {
  const paper = snapshot.sheets.find(({ name }) => name === "评分底稿");
  const found = Array.from(paper?.rows ?? []).find(([, cells]) => cells.get(2)?.value === label);
  return { sheet: "评分底稿", row: found?.[0] ?? 0, column: 4 };
}
