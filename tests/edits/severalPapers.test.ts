import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { planFact } from "../../src/edits/planFact";
import { planBuiltIn, planValues } from "../../src/edits/planConvert";
import { planEdition, planSettings } from "../../src/edits/planKept";
import { planRestore } from "../../src/edits/planRestore";
import { planScoring } from "../../src/edits/planScoring";
import { paperNameOf, paperOf } from "../../src/facts/paperOf";
import { functionTable } from "../../src/functions/functionTable";
import { keptChoices } from "../../src/scorecard/keptChoices";
import { findSheet, type SheetSnapshot, type Snapshot } from "../../src/workbook/snapshot";
import { opened } from "../adapters/xlsx/openParts";
import { copySheet, deleteSheet, renameSheet } from "../support/asExcelWould";
import { shippedFacts } from "../support/factsFile";
import { applyPlan } from "../support/memoryWorkbook";
import { sampleSnapshot } from "../support/sampleSnapshot";
import { evaluated, recalculated, scored } from "../support/scored";

const form = "部门整体支出绩效自评表";
const other = "下属单位自评表";
const paper = "评分底稿";
const otherPaper = `评分底稿（${other}）`;
const key = "procurementPolicy.actual";
const given = shippedFacts("samples/nansha-2023.facts.json");
let blank: Snapshot;
/** Both scored, the first one first. */
let both: Snapshot;

const score = (snapshot: Snapshot, sheet: string): Snapshot =>
  scored(snapshot, { sheet, overwrite: "all" }).after;
const answer = (snapshot: Snapshot, sheet: string, value: number): Snapshot =>
  recalculated(applyPlan(snapshot, planFact(evaluated(snapshot, { sheet }), [{ factId: key, value }])));
const actual = (snapshot: Snapshot, sheet: string) => evaluated(snapshot, { sheet }).facts.get(key)?.value;
const restored = (snapshot: Snapshot, sheet: string): Snapshot =>
  applyPlan(snapshot, planRestore(evaluated(snapshot, { sheet }), { also: new Set(["sheet"]) }).plan);
const names = (snapshot: Snapshot): readonly string[] => snapshot.sheets.map(({ name }) => name);
const paperNames = (snapshot: Snapshot, ...sheets: readonly string[]) =>
  sheets.map((sheet) => paperOf(snapshot, sheet)?.sheet.name ?? null);

const set = (snapshot: Snapshot, sheet: string, change: Readonly<Record<string, string>>): Snapshot =>
  applyPlan(snapshot, planSettings(evaluated(snapshot, { sheet }), change));

/** What a person sees of a sheet; formulas with what they show. */
function seen(snapshot: Snapshot, name: string): unknown {
  const sheet = findSheet(snapshot, name);
  return sheet === undefined ? null : { rows: sheet.rows, marks: sheet.conditionalFormats };
}

function looksAt(sheet: SheetSnapshot | undefined, name: string): number {
  return Array.from(sheet?.rows.values() ?? []).flatMap((cells) =>
    Array.from(cells.values()).filter(({ formula }) => formula?.includes(`'${name}'!`) === true),
  ).length;
}

beforeAll(async () => {
  const one = await sampleSnapshot("samples/nansha-2023.xlsx");
  const [sheet] = one.sheets;
  if (sheet === undefined) throw new Error("no sheet");
  blank = { ...one, sheets: [sheet, { ...sheet, name: other }] };
  both = score(score(blank, form), other);
});

describe("一张表一张底稿", () => {
  it("第一张叫评分底稿，以后的带上表名；公式各指各的", () => {
    expect(names(both)).toEqual([form, other, paper, otherPaper]);
    expect(paperNames(both, form, other)).toEqual([paper, otherPaper]);
    expect(looksAt(findSheet(both, other), paper)).toBe(0);
    expect(looksAt(findSheet(both, other), otherPaper)).toBeGreaterThan(20);
    expect(JSON.stringify(Array.from(findSheet(both, otherPaper)?.rows ?? []))).not.toContain("表2·");
  });

  it.each([
    ["表名", "评分底稿（表名）"],
    ["一".repeat(25), `评分底稿（${"一".repeat(25)}）`],
    ["一".repeat(26), `评分底稿（${"一".repeat(24)}…）`],
    ["😀".repeat(15), `评分底稿（${"😀".repeat(11)}…）`],
  ])("%s：%s，最长31个字", (sheet, name) => {
    expect(paperNameOf(sheet)).toBe(name);
    expect(paperNameOf(sheet).length).toBeLessThanOrEqual(31);
    expect(paperNameOf(sheet, 12).length).toBeLessThanOrEqual(31);
  });

  it("那个名称已有别的表：加数字", () => {
    const taken = {
      ...blank,
      sheets: [...blank.sheets, { ...blank.sheets[0], name: otherPaper, rows: new Map() } as SheetSnapshot],
    };
    expect(names(score(score(taken, form), other))).toContain(`评分底稿（${other}2）`);
  });

  it("改一张的数，只有那一张的得分变", () => {
    const changed = answer(both, other, 500);
    expect([actual(changed, form), actual(changed, other)]).toEqual([1177.22, 500]);
    expect(seen(changed, form)).toEqual(seen(both, form));
    expect(seen(changed, paper)).toEqual(seen(both, paper));
    expect(seen(changed, other)).not.toEqual(seen(both, other));
  });

  it.each<[string, (snapshot: Snapshot) => Snapshot, readonly [string, string]]>([
    [
      "底稿都改了名",
      (now) => renameSheet(renameSheet(now, paper, "甲稿"), otherPaper, "乙稿"),
      ["甲稿", "乙稿"],
    ],
    ["底稿互换了位置", (now) => ({ ...now, sheets: [...now.sheets].reverse() }), [paper, otherPaper]],
    ["记录丢失", (now) => ({ ...now, records: new Map() }), [paper, otherPaper]],
  ])("%s：仍是各自的底稿", (_, change, expected) => {
    const now = change(answer(both, other, 500));
    expect(paperNames(now, form, other)).toEqual(expected);
    expect([actual(now, form), actual(now, other)]).toEqual([1177.22, 500]);
  });

  it("两张都转为数值：按记录认；再计算还是写在自己的底稿里", () => {
    const values = [form, other].reduce((now, sheet) => {
      const plain = recalculated(applyPlan(now, planBuiltIn(evaluated(now, { sheet, given }))));
      return applyPlan(plain, planValues(evaluated(plain, { sheet })));
    }, both);
    expect(paperNames(values, form, other)).toEqual([paper, otherPaper]);
    const again = score(values, other);
    expect(names(again)).toEqual(names(both));
    expect(seen(again, form)).toEqual(seen(values, form));
  });

  it("删掉一张表：它的底稿还是它的，没有评过的第三张不拿它的数", () => {
    const third = {
      ...both,
      sheets: [...both.sheets, { ...(blank.sheets[0] as SheetSnapshot), name: "第三张" }],
    };
    const left = deleteSheet(answer(third, form, 777), form);
    expect(paperNames(left, "第三张", other)).toEqual([null, otherPaper]);
    expect(actual(left, "第三张")).toBe(actual(blank, form));
    const after = score(left, "第三张");
    expect(paperNames(after, "第三张", other)).toEqual(["评分底稿（第三张）", otherPaper]);
    expect(seen(after, other)).toEqual(seen(left, other));
    expect(seen(after, paper)).toEqual(seen(left, paper));
  });

  it("恢复一张：它和它的底稿回去，另一张和它的底稿一格不动", () => {
    const changed = answer(both, other, 500);
    const first = restored(changed, form);
    expect(names(first)).toEqual([form, other, otherPaper]);
    expect(seen(first, form)).toEqual(seen(blank, form));
    for (const name of [other, otherPaper]) expect(seen(first, name)).toEqual(seen(changed, name));
    const last = restored(first, other);
    expect([names(last), last.records.size]).toEqual([[form, other], 0]);
    expect(seen(last, other)).toEqual(seen(blank, other));
  });

  it("底稿里有填的数、恢复时留着：再计算还是那一张，别的表不拿", () => {
    const typed = answer(score(blank, other), other, 500);
    const { plan } = planRestore(evaluated(typed, { sheet: other }), { leave: new Set(["sheet"]) });
    const kept = applyPlan(typed, plan);
    expect(paperNames(kept, form, other)).toEqual([null, paper]);
    expect([actual(kept, form), actual(kept, other)]).toEqual([1177.22, 500]);
  });
});

describe("以前评过的工作簿：两张表合用一张底稿", () => {
  const before = (): Snapshot =>
    opened(new Uint8Array(readFileSync("tests/odd/before/two-forms.xlsx")), {
      functions: functionTable,
    }).snapshot();

  it("带记号的行仍是第二张的；再计算不变，也不搬家", () => {
    const shared = before();
    expect(paperNames(shared, form, other)).toEqual([paper, paper]);
    expect([actual(shared, form), actual(shared, other)]).toEqual([777, 500]);
    const again = score(score(shared, other), form);
    expect(names(again)).toEqual([form, other, paper]);
    expect([actual(again, form), actual(again, other)]).toEqual([777, 500]);
  });

  it("记录丢失：按公式指着的行认", () => {
    const lost = { ...before(), records: new Map() };
    expect([actual(lost, form), actual(lost, other)]).toEqual([777, 500]);
  });

  it.each([
    [form, other, 500],
    [other, form, 777],
  ])("恢复“%s”：底稿留给“%s”，数不变；再恢复，底稿收回", (one, another, value) => {
    const shared = before();
    const first = restored(shared, one);
    expect(names(first)).toEqual([form, other, paper]);
    expect(seen(first, one)).toEqual(seen(blank, one));
    expect(seen(first, another)).toEqual(seen(shared, another));
    expect(actual(first, another)).toBe(value);
    const last = restored(first, another);
    expect([names(last), last.records.size]).toEqual([[form, other], 0]);
  });
});

describe("复制的评过分的表", () => {
  let copied: Snapshot;
  beforeAll(() => {
    copied = copySheet(score(answer(score(blank, form), form, 777), form), form, "副本");
  });

  it("认作副本，没有底稿，不拿原表的数", () => {
    expect(evaluated(copied, { sheet: "副本" }).copyOf).toBe(form);
    expect(evaluated(copied, { sheet: form }).copyOf).toBeNull();
    expect(evaluated(copied, { sheet: other }).copyOf).toBeNull();
    expect(paperNames(copied, form, "副本")).toEqual([paper, null]);
    expect([actual(copied, form), actual(copied, "副本")]).toEqual([777, 1177.22]);
  });

  it("作为新表计算：公式指着自己的新底稿，原表一格不动；改一张不动另一张", () => {
    const after = score(copied, "副本");
    expect(evaluated(after, { sheet: "副本" }).copyOf).toBeNull();
    expect(paperNames(after, form, "副本")).toEqual([paper, "评分底稿（副本）"]);
    expect(looksAt(findSheet(after, "副本"), paper)).toBe(0);
    for (const name of [form, paper]) expect(seen(after, name)).toEqual(seen(copied, name));
    const changed = answer(after, "副本", 300);
    expect([actual(changed, form), actual(changed, "副本")]).toEqual([777, 300]);
    expect(seen(changed, form)).toEqual(seen(copied, form));
    const back = restored(changed, "副本");
    expect(seen(back, "副本")).toEqual(seen(blank, form));
    expect(names(back)).not.toContain("评分底稿（副本）");
  });

  it("设置、版本和人工设定的规则照原表的；作为新表计算后是它自己的，两边互不相干", () => {
    const chosen = set(set(copied, form, { reasonsIn: "basis" }), form, { decimals: "one" });
    const named = applyPlan(chosen, planEdition(evaluated(chosen, { sheet: form }), "guangzhou-2023"));
    const settings = { reasonsIn: "basis", decimals: "one" };
    expect(keptChoices(named, "副本")).toMatchObject({ settings, edition: "guangzhou-2023" });
    const after = score(named, "副本");
    expect(keptChoices(after, "副本")).toMatchObject({ settings, edition: "guangzhou-2023" });
    const changed = set(after, form, { decimals: "three" });
    expect(keptChoices(changed, "副本")).toMatchObject({ settings });
    expect(keptChoices(set(changed, "副本", { reasonsIn: "column" }), form)).toEqual(
      keptChoices(changed, form),
    );
    const defaults = set(set(chosen, "副本", { reasonsIn: "column" }), "副本", { decimals: "auto" });
    // Before it is scored, too: what was put back to the default is not the original's again.
    expect(keptChoices(defaults, "副本").settings).toEqual({});
    expect(keptChoices(score(defaults, "副本"), "副本").settings).toEqual({});
    expect(keptChoices(defaults, form).settings).toEqual(settings);
  });

  it("先答一个问题也行：写进它自己的底稿，仍是副本", () => {
    const answered = answer(copied, "副本", 300);
    expect(evaluated(answered, { sheet: "副本" }).copyOf).toBe(form);
    expect([actual(answered, form), actual(answered, "副本")]).toEqual([777, 300]);
    const after = score(answered, "副本");
    expect([actual(after, form), actual(after, "副本")]).toEqual([777, 300]);
    expect(names(after).filter((name) => name.startsWith(paper))).toEqual([paper, "评分底稿（副本）"]);
  });

  it("不管它：原表恢复时底稿留着，副本照旧显示，仍是副本；副本也恢复，底稿收回", () => {
    const first = restored(copied, form);
    expect(names(first)).toContain(paper);
    expect(seen(first, form)).toEqual(seen(blank, form));
    expect(seen(first, "副本")).toEqual(seen(copied, "副本"));
    expect(evaluated(first, { sheet: "副本" }).copyOf).toBe(form);
    expect(paperNames(first, form, "副本")).toEqual([paper, null]);
    const again = score(first, form);
    expect(actual(again, form)).toBe(777);
    expect(seen(again, "副本")).toEqual(seen(copied, "副本"));
    const last = restored(first, "副本");
    expect([names(last), last.records.size]).toEqual([[form, "副本", other], 0]);
  });

  it("原表删了：副本接过它的底稿和记录", () => {
    const left = deleteSheet(copied, form);
    expect(evaluated(left, { sheet: "副本" }).copyOf).toBeNull();
    expect(actual(left, "副本")).toBe(777);
  });

  it("连底稿一起复制的，是一张独立的表", () => {
    const withPaper = copySheet(copied, paper, "评分底稿 (2)");
    const own = {
      ...withPaper,
      sheets: withPaper.sheets.map((sheet) =>
        sheet.name === "副本" ? pointedAt(sheet, "评分底稿 (2)") : sheet,
      ),
    };
    expect(evaluated(own, { sheet: "副本" }).copyOf).toBeNull();
    expect(paperNames(own, form, "副本")).toEqual([paper, "评分底稿 (2)"]);
    const changed = answer(own, "副本", 300);
    expect([actual(changed, form), actual(changed, "副本")]).toEqual([777, 300]);
  });

  it("记录丢失：名称带(2)的是副本", () => {
    const lost = { ...renameSheet(copied, "副本", `${form} (2)`), records: new Map() };
    expect(evaluated(lost, { sheet: `${form} (2)` }).copyOf).toBe(form);
    expect(evaluated(lost, { sheet: form }).copyOf).toBeNull();
  });

  it("同一份计划两次，结果相同", () => {
    const after = score(copied, "副本");
    const again = planScoring(evaluated(after, { sheet: "副本" }), { overwrite: "all" });
    expect(again.edits.filter(({ kind }) => kind === "record" || kind === "addSheet")).toEqual([]);
  });
});

function pointedAt(sheet: SheetSnapshot, name: string): SheetSnapshot {
  const rows = new Map(
    Array.from(sheet.rows, ([row, cells]) => [
      row,
      new Map(
        Array.from(cells, ([column, cell]) => [
          column,
          cell.formula === undefined
            ? cell
            : { ...cell, formula: cell.formula.replaceAll(`'${paper}'!`, `'${name}'!`) },
        ]),
      ),
    ]),
  );
  return { ...sheet, rows };
}
