import { beforeAll, describe, expect, it } from "vitest";
import { convertedTo, planBuiltIn, planValues } from "../../src/edits/planConvert";
import { planFindingMarks, planFindingsSheet } from "../../src/edits/planFindings";
import { planRestore } from "../../src/edits/planRestore";
import { planScoring } from "../../src/edits/planScoring";
import { planStripped, planSubmission } from "../../src/edits/planSubmission";
import { readRestoreRecord } from "../../src/edits/copiedForm";
import { submissionStops } from "../../src/edits/submissionStops";
import { valueFormat } from "../../src/edits/scoreFormat";
import { findFindings } from "../../src/findings/findFindings";
import { isOwnReason } from "../../src/scorecard/ownFormulas";
import { formatAt, snapshotCell, type CellValue, type Snapshot } from "../../src/workbook/snapshot";
import { insertRows } from "../support/asExcelWould";
import { shippedFacts } from "../support/factsFile";
import { applyPlan, setCell } from "../support/memoryWorkbook";
import { sampleSnapshot } from "../support/sampleSnapshot";
import { evaluated, recalculated, scored } from "../support/scored";

const form = "部门整体支出绩效自评表";
const samples = {
  city: "samples/city-2023-blank.xlsx",
  nansha: "samples/nansha-2023-blank.xlsx",
} as const;
const facts = {
  city: shippedFacts("samples/city-2023.facts.json"),
  nansha: shippedFacts("samples/nansha-2023.facts.json"),
};
const blank = {} as Record<keyof typeof samples, Snapshot>;

beforeAll(async () => {
  blank.city = await sampleSnapshot(samples.city);
  blank.nansha = await sampleSnapshot(samples.nansha);
});

const names = ["city", "nansha"] as const;

function written(name: keyof typeof samples): Snapshot {
  return scored(blank[name], { given: facts[name] }).after;
}

function inBuiltIn(snapshot: Snapshot): Snapshot {
  return recalculated(applyPlan(snapshot, planBuiltIn(evaluated(snapshot))));
}

function inValues(snapshot: Snapshot): Snapshot {
  const plain = inBuiltIn(snapshot);
  return recalculated(applyPlan(plain, planValues(evaluated(plain))));
}

interface Standing {
  readonly at: string;
  readonly value: CellValue;
  readonly formula: string | undefined;
}

/** Every result of ours: where it stands and what it shows. */
function results(snapshot: Snapshot): readonly Standing[] {
  return readRestoreRecord(snapshot, form)
    .cells.filter(({ role }) => role !== "reason" && role !== "heading" && role !== "fact")
    .map(({ at }) => {
      const cell = snapshotCell(snapshot, at);
      const place = `${at.sheet}!${at.row},${at.column}`;
      return { at: place, value: cell?.value ?? null, formula: cell?.formula };
    });
}

function shows(list: readonly Standing[]): ReadonlyMap<string, CellValue> {
  return new Map(
    list.map(({ at, value }) => [at, typeof value === "number" ? Number(value.toFixed(9)) : value]),
  );
}

describe("转为普通公式", () => {
  it.each(names)("%s：每个得分、完成率、总分都不变，公式里没有本工具的函数，仍随数据变化", (name) => {
    const before = written(name);
    const after = inBuiltIn(before);
    expect(results(after).length).toBeGreaterThan(28);
    expect(shows(results(after))).toEqual(shows(results(before)));
    for (const { formula } of results(after)) {
      expect(formula).toMatch(/^=/u);
      expect(formula).not.toMatch(/JX\.|_xldudf_/u);
    }
    expect(convertedTo(before, form)).toBeNull();
    expect(convertedTo(after, form)).toBe("builtIn");
  });

  it("数据改了，普通公式照样重算", () => {
    const after = inBuiltIn(written("nansha"));
    const { scorecard } = evaluated(after);
    const fact = scorecard.rows.flatMap((row) => row.facts).find(({ id }) => id === "contractSigning.inTime");
    expect(fact?.at).toBeDefined();
    if (fact?.at == null) throw new Error("no such fact");
    const changed = recalculated(setCell(after, fact.at, { value: 1 }));
    const again = evaluated(changed).scorecard.rows.find(({ facts: own }) =>
      own.some(({ id }) => id === fact.id),
    );
    expect(again?.points).not.toBeNull();
    const cell = again === undefined ? undefined : snapshotCell(changed, again.at);
    expect(cell?.value).toBe(again?.points);
    expect(again?.points).toBeLessThan(again?.weight ?? 0);
  });

  it("用文字写的分值、分档、目标值：公式里是读得的数，扣分说明里写明", () => {
    const texts = setCell(written("nansha"), { sheet: form, row: 22, column: 6 }, { value: "2 分" });
    const after = recalculated(applyPlan(texts, planBuiltIn(evaluated(texts))));
    const reasons = readRestoreRecord(after, form).cells.filter(({ role }) => role === "reason");
    const said = reasons.map(({ at }) => String(snapshotCell(after, at)?.value)).join("\n");
    expect(said).toContain("分值“2 分”");
    expect(said).toContain("评分标准的分档");
    const city = inBuiltIn(written("city"));
    const cityReasons = readRestoreRecord(city, form).cells.filter(
      ({ role, at }) => role === "reason" && at.sheet === form,
    );
    expect(cityReasons.map(({ at }) => String(snapshotCell(city, at)?.value)).join("\n")).toContain(
      "附表的“",
    );
  });

  it("用文字写的范围（≤8%）：普通公式得同样的分，改成数字后自己算", () => {
    const given = new Map([["carryover.rate", { value: "≤8%" }]]);
    const before = scored(blank.nansha, { given }).after;
    const after = inBuiltIn(before);
    const row = evaluated(after).scorecard.rows.find(({ editionRowId }) => editionRowId === "carryover");
    if (row === undefined) throw new Error("no such row");
    expect(row.points).toBe(2);
    expect(snapshotCell(after, row.at)?.value).toBe(2);
    const at = row.facts.find(({ id }) => id === "carryover.rate")?.at;
    if (at == null) throw new Error("no such fact");
    const changed = recalculated(setCell(after, at, { value: 0.15 }));
    expect(snapshotCell(changed, row.at)?.value).toBe(1);
  });

  it("再转一次什么也不改；恢复原表与原来一样", () => {
    for (const name of names) {
      const after = inBuiltIn(written(name));
      expect(planBuiltIn(evaluated(after)).edits).toEqual([]);
      const back = applyPlan(after, planRestore(evaluated(after), { also: new Set(["sheet"]) }).plan);
      expect(everyCell(back)).toEqual(everyCell(blank[name]));
    }
  });
});

function everyCell(snapshot: Snapshot): unknown {
  return snapshot.sheets.map(({ name, rows, conditionalFormats, printArea }) => ({
    name,
    printArea,
    conditionalFormats,
    rows: Array.from(rows, ([row, cells]) => [row, Array.from(cells)]),
  }));
}

describe("转为数值", () => {
  it.each(names)("%s：数不变，没有公式，小数位数不掩盖扣分", (name) => {
    const before = written(name);
    const after = inValues(before);
    expect(shows(results(after))).toEqual(shows(results(before)));
    expect(results(after).filter(({ formula }) => formula !== undefined)).toEqual([]);
    expect(convertedTo(after, form)).toBe("values");
  });

  it("插入了行也恢复得回来，原来的内容一个不差", () => {
    const after = inValues(written("nansha"));
    const moved = insertRows(after, form, 10, 2);
    const { plan, asks } = planRestore(evaluated(moved), { also: new Set(["sheet"]) });
    expect(asks).toEqual([]);
    expect(everyCell(applyPlan(moved, plan))).toEqual(everyCell(insertRows(blank.nansha, form, 10, 2)));
  });

  it("重新计算得分又变回公式", () => {
    const after = inValues(written("nansha"));
    const again = recalculated(applyPlan(after, planScoring(evaluated(after))));
    expect(convertedTo(again, form)).toBeNull();
    expect(shows(results(again))).toEqual(shows(results(after)));
  });

  it("还没有得分的格保留普通公式，数据填了就有分", () => {
    const after = inValues(scored(blank.nansha).after);
    const open = results(after).filter(({ value }) => value === null);
    expect(open.length).toBeGreaterThan(10);
    for (const { formula } of open) expect(formula).not.toMatch(/JX\./u);
  });

  it.each([
    ["0.00", 4.99915, 5, "0.000"],
    ["0.00", 4.99999, 5, "0.00000"],
    ["0", 99.6, 100, "0.0"],
    ["0.00", 4.5, 5, null],
    ["0.00", 5, 5, null],
    [undefined, 4.9999999, 5, null],
    ["0.00", 4.999, null, null],
  ])("格式 %s，%d 分（满分 %d）：%s", (own, points, weight, expected) => {
    expect(valueFormat(own, points, weight)).toBe(expected);
  });
});

describe("报送版", () => {
  function submitted(name: keyof typeof samples, freeze: "values" | "builtIn", from?: Snapshot): Snapshot {
    const source = from ?? blank[name];
    const given = from === undefined ? { given: facts[name] } : {};
    const formCase = evaluated(source, given);
    expect(submissionStops(formCase)).toEqual([]);
    const trial = recalculated(applyPlan(source, planBuiltIn(formCase)));
    const clean = applyPlan(source, planStripped(formCase));
    return recalculated(applyPlan(clean, planSubmission(formCase, { clean, scored: trial, freeze })));
  }

  it.each(names)("%s：从评过分的表做出来，与从空白模板做出来一样", (name) => {
    for (const freeze of ["values", "builtIn"] as const) {
      for (const from of [written(name), inBuiltIn(written(name)), inValues(written(name))]) {
        expect(everyCell(submitted(name, freeze, from))).toEqual(everyCell(submitted(name, freeze)));
      }
    }
  });

  it.each(names)("%s：只多了得分、完成率、总分、等级，没有别的", (name) => {
    const copy = submitted(name, "values");
    expect(copy.records.size).toBe(0);
    expect(copy.sheets.map((sheet) => sheet.name)).toEqual(blank[name].sheets.map((sheet) => sheet.name));
    expect(copy.sheets.map((sheet) => sheet.printArea)).toEqual(
      blank[name].sheets.map((sheet) => sheet.printArea),
    );
    const touched = new Set(results(written(name)).map(({ at }) => at));
    for (const sheet of copy.sheets) {
      const own = blank[name].sheets.find((one) => one.name === sheet.name);
      for (const [row, cells] of sheet.rows) {
        for (const [column, cell] of cells) {
          if (touched.has(`${sheet.name}!${row},${column}`)) expect(cell.formula).toBeUndefined();
          else expect(cell).toEqual(own?.rows.get(row)?.get(column));
        }
      }
    }
  });

  it.each(names)("%s：普通公式的报送版，公式只引用本表，得数相同", (name) => {
    const copy = submitted(name, "builtIn");
    const values = submitted(name, "values");
    for (const { at, row, column } of cellsOf(values)) {
      const cell = snapshotCell(copy, { sheet: at, row, column });
      const value = snapshotCell(values, { sheet: at, row, column })?.value;
      if (typeof value === "number") expect(cell?.value).toBeCloseTo(value, 8);
      else expect(cell?.value ?? null).toBe(value ?? null);
      expect(cell?.formula ?? "").not.toMatch(/评分底稿|JX\./u);
    }
    const { scorecard } = evaluated(copy);
    const formulas = scorecard.rows.map((row) => snapshotCell(copy, row.at)?.formula);
    expect(formulas.filter((formula) => formula !== undefined).length).toBe(28);
  });

  function cellsOf(snapshot: Snapshot) {
    return snapshot.sheets.flatMap(({ name, rows }) =>
      Array.from(rows).flatMap(([row, cells]) =>
        Array.from(cells.keys(), (column) => ({ at: name, row, column })),
      ),
    );
  }

  it("扣分的得分不会因小数位数显示成满分", () => {
    const copy = submitted("city", "values");
    const { scorecard } = evaluated(written("city"));
    for (const row of scorecard.rows) {
      const value = Number(snapshotCell(copy, row.at)?.value);
      const format = formatAt(copy, row.at);
      const decimals = /\.(0+)/u.exec(format ?? "")?.[1]?.length;
      if (decimals !== undefined && value < (row.weight ?? 0)) {
        expect(Number(value.toFixed(decimals))).toBeLessThan(row.weight ?? 0);
      }
    }
  });

  it("记录丢了，剩下的扣分说明、公式、底色、评分底稿也清得干净", () => {
    const lost: Snapshot = { ...written("city"), records: new Map() };
    const clean = applyPlan(lost, planStripped(evaluated(lost)));
    expect(clean.sheets.map((sheet) => sheet.name)).toEqual(blank.city.sheets.map((sheet) => sheet.name));
    const left = clean.sheets.flatMap((sheet) =>
      Array.from(sheet.rows.values()).flatMap((cells) => Array.from(cells.values())),
    );
    expect(
      left.filter(({ formula }) => isOwnReason(formula) || /JX\.|评分底稿/u.test(formula ?? "")),
    ).toEqual([]);
    expect(clean.sheets.flatMap((sheet) => sheet.conditionalFormats)).toEqual(
      blank.city.sheets.flatMap((sheet) => sheet.conditionalFormats),
    );
  });

  it("自查问题清单和自查的底色也去掉", () => {
    const source = written("city");
    const found = findFindings(evaluated(source)).filter(({ severity }) => severity !== "提示");
    expect(found.length).toBeGreaterThan(3);
    const listed = applyPlan(source, planFindingsSheet(evaluated(source), found));
    const marked = applyPlan(listed, planFindingMarks(evaluated(listed), found));
    expect(marked.sheets.length).toBe(source.sheets.length + 1);
    expect(everyCell(submitted("city", "values", marked))).toEqual(everyCell(submitted("city", "values")));
  });

  it("有待补充、待确认时列出清单：哪一格、哪一项、要做什么", async () => {
    const published = await sampleSnapshot("samples/nansha-2023.xlsx");
    const formCase = evaluated(published);
    const stops = submissionStops(formCase);
    const open = formCase.scorecard.rows.filter((row) => row.points === null || row.unconfirmed > 0);
    expect(stops.map(({ at }) => at)).toEqual(open.map(({ at }) => at));
    expect(stops.length).toBeGreaterThan(10);
    expect(stops.every(({ todo }) => todo.length > 5)).toBe(true);
    expect(new Set(stops.map(({ state }) => state))).toEqual(new Set(["待补充", "待确认"]));
  });
});
