import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { planBuiltIn, planValues } from "../../src/edits/planConvert";
import { deductionCondition, weightOfHighlight } from "../../src/edits/ownMarks";
import { planRestore } from "../../src/edits/planRestore";
import { planStripped } from "../../src/edits/planSubmission";
import { planScoring } from "../../src/edits/planScoring";
import { readRestoreRecord } from "../../src/edits/copiedForm";
import { findFindings } from "../../src/findings/findFindings";
import { tidy } from "../../src/quantity/tidy";
import { isOwnReason } from "../../src/scorecard/ownFormulas";
import { a1, parseA1, type CellAddress } from "../../src/workbook/cell";
import {
  findSheet,
  snapshotCell,
  type CellValue,
  type ConditionalFormat,
  type Snapshot,
} from "../../src/workbook/snapshot";
import { evaluateFormulas } from "../support/evaluateFormula";
import { shippedFacts } from "../support/factsFile";
import { applyPlan, setCell } from "../support/memoryWorkbook";
import { sampleSnapshot } from "../support/sampleSnapshot";
import { evaluated, recalculated, scored } from "../support/scored";

const form = "部门整体支出绩效自评表";
const paper = "评分底稿";
const names = ["nansha", "city"] as const;
type Name = (typeof names)[number];
const given = {
  nansha: shippedFacts("samples/nansha-2023.facts.json"),
  city: shippedFacts("samples/city-2023.facts.json"),
};
const blank = {} as Record<Name, Snapshot>;

beforeAll(async () => {
  for (const name of names) blank[name] = await sampleSnapshot(`samples/${name}-2023-blank.xlsx`);
});

const dialects = ["addin", "builtIn"] as const;
const lives = names.flatMap((name) => dialects.map((dialect) => [name, dialect] as const));

const shown = (snapshot: Snapshot, at: CellAddress): CellValue => snapshotCell(snapshot, at)?.value ?? null;

interface ScoreLine {
  readonly at: CellAddress;
  readonly weight: number;
  readonly score: CellValue;
  readonly said: string;
  readonly marked: boolean;
}

/** The blanks of 评分底稿 that are asked for have a mark of their own. */
const isOfScore = (format: ConditionalFormat): boolean => !format.formula.includes("ISBLANK");

/** Every score of ours with its mark and with what stands beside it, in the form and in annexes. */
function lines(snapshot: Snapshot): readonly ScoreLine[] {
  const reasons = readRestoreRecord(snapshot, form).cells.filter(({ role }) => role === "reason");
  return snapshot.sheets.flatMap((sheet) => {
    const marks = sheet.conditionalFormats.filter(isOfScore).map(({ area, formula }) => {
      const at = { sheet: sheet.name, row: area.top, column: area.left };
      return { at, formula, weight: weightOfHighlight(sheet, formula) ?? NaN };
    });
    const cells = Object.fromEntries(
      marks.flatMap(({ at, formula }) => {
        const named = Array.from(formula.matchAll(/[A-Z]+\d+/gu), ([cell]) => parseA1(cell) ?? at);
        return named.map((one) => [a1(one), shown(snapshot, { ...one, sheet: sheet.name })]);
      }),
    );
    const results = evaluateFormulas(
      marks.map(({ formula }) => formula),
      cells,
    );
    return marks.map(({ at, weight }, index): ScoreLine => {
      const beside = reasons.filter((one) => one.at.sheet === at.sheet && one.at.row === at.row);
      expect(beside).toHaveLength(1);
      const said = beside.map((one) => shown(snapshot, one.at) ?? "").join("");
      return { at, weight, score: shown(snapshot, at), said, marked: results[index] === true };
    });
  });
}

/** A score below the weight is marked and says why; full marks show nothing; anything else is not passed over. */
function expectFollowed(snapshot: Snapshot): void {
  for (const { at, weight, score, said, marked } of lines(snapshot)) {
    const lost = typeof score === "number" && tidy(weight - score) > 1e-9;
    const full = typeof score === "number" && !lost;
    // 转为普通公式 notes beside full marks, too, which figures of words it holds.
    const saysWhy = said !== "" && !said.startsWith("普通公式中写入的是");
    expect([a1(at), score, marked, saysWhy]).toEqual([a1(at), score, lost, !full]);
  }
}

/** 数值 cells of 评分底稿 that a person fills in. */
function figures(snapshot: Snapshot): readonly CellAddress[] {
  return Array.from(findSheet(snapshot, paper)?.rows ?? []).flatMap(([row, cells]) =>
    row > 3 && typeof cells.get(4)?.value === "number" ? [{ sheet: paper, row, column: 4 }] : [],
  );
}

describe("底稿的数改了，底色和说明当时就跟上", () => {
  it.each(lives)("%s（%s）：满分的不显示，扣分的有理由", (name, dialect) => {
    const { after, result } = scored(blank[name], { given: given[name], dialect });
    expectFollowed(after);
    const annexRows = result.scorecard.rows.flatMap((row) => row.annexRows);
    expect(lines(after)).toHaveLength(result.scorecard.rows.length + annexRows.length);
  });

  it.each(lives)("%s（%s）：随便改哪些数，没有一处扣分不声不响", (name, dialect) => {
    const { after } = scored(blank[name], { given: given[name], dialect });
    const cells = figures(after);
    expect(cells.length).toBeGreaterThan(20);
    const values = fc.oneof(
      fc.constantFrom<CellValue>(null, 0, 0.5, 1, 3, 0.05, 100000, "不详", "否"),
      fc.double({ min: 0, max: 2, noNaN: true }),
    );
    const changes = fc.array(fc.tuple(fc.constantFrom(...cells), values), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(changes, (all) => {
        const changed = all.reduce((from, [at, value]) => setCell(from, at, { value }), after);
        expectFollowed(recalculated(changed));
      }),
      { numRuns: 12 },
    );
  });

  it.each(lives)("%s（%s）：分值改了，底色和说明同样跟上；再算、恢复都认得", (name, dialect) => {
    const { after, result } = scored(blank[name], { given: given[name], dialect });
    const weights = result.scorecard.rows.map(({ weightAt }) => weightAt);
    expect(weights.every((at) => typeof shown(after, at) === "number")).toBe(true);
    const changed = recalculated(
      weights.reduce(
        (from, at, index) => setCell(from, at, { value: Number(shown(from, at)) + (index % 3) - 1 }),
        after,
      ),
    );
    expectFollowed(changed);
    const again = scored(changed, { dialect }).after;
    expectFollowed(again);
    const back = applyPlan(again, planRestore(evaluated(again), { also: new Set(["sheet"]) }).plan);
    expect(back.sheets.flatMap(({ conditionalFormats }) => conditionalFormats)).toEqual([]);
  });

  it("分值成了文字：没有底色，也不说扣了多少", () => {
    const { after, result } = scored(blank.nansha, { given: given.nansha });
    for (const value of ["五分", null]) {
      const changed = recalculated(
        result.scorecard.rows.reduce((from, { weightAt }) => setCell(from, weightAt, { value }), after),
      );
      const own = lines(changed).filter(({ at }) => at.sheet === form);
      expect(own.filter(({ marked, said }) => marked || /差|扣/u.test(said))).toEqual([]);
    }
  });

  it("以前写的说明和底色，重新计算时换成跟着分值走的", () => {
    const { after } = scored(blank.nansha, { given: given.nansha });
    const old = {
      ...after,
      sheets: after.sheets.map((sheet) => ({
        ...sheet,
        conditionalFormats: sheet.conditionalFormats.map((format) => {
          const { area, formula } = format;
          if (!isOfScore(format)) return format;
          const at = { sheet: sheet.name, row: area.top, column: area.left };
          return { area, formula: deductionCondition(at, weightOfHighlight(sheet, formula) ?? 0) };
        }),
      })),
    };
    const marks = ({ sheets }: Snapshot) => new Set(sheets.flatMap((one) => one.conditionalFormats));
    expect(marks(old)).not.toEqual(marks(after));
    expect(marks(scored(old).after)).toEqual(marks(after));
  });

  it("重新计算得分以后写明原因；再算一次什么也不改", () => {
    const { after } = scored(blank.nansha, { given: given.nansha });
    const [count, whole] = figures(after).filter(({ row }) =>
      /合同/u.test(String(shown(after, { sheet: paper, row, column: 2 }))),
    );
    if (count === undefined || whole === undefined) throw new Error("no contracts");
    const changed = recalculated(setCell(after, count, { value: 0 }));
    const [line] = lines(changed).filter(({ said }) => said.startsWith("得分低于分值，差"));
    expect(line?.said).toMatch(/^得分低于分值，差[\d.]+分，请重新计算得分以写明原因$/u);
    const again = scored(changed).after;
    expect(lines(again).some(({ said }) => said.startsWith("得分低于分值"))).toBe(false);
    expect(lines(again).find(({ at }) => a1(at) === a1(line?.at ?? at))?.said).toMatch(/适用“.*扣.*分。$/u);
    expect(scored(again).plan.edits).toEqual([]);
  });
});

describe("备着的说明", () => {
  it("全部满分的表也有，都不显示；格子没有外观，行高照旧自己定", () => {
    const full = new Map(given.nansha).set("benefit.summaryRate", { value: "100%" });
    const { plan, after, result } = scored(blank.nansha, { given: full });
    expect(result.scorecard.total).toBe(100);
    expect(lines(after).map(({ said }) => said)).toEqual(Array<string>(28).fill(""));
    const looks = plan.edits.flatMap((edit) =>
      edit.kind === "cell" && "formula" in edit.content && isOwnReason(edit.content.formula)
        ? [edit.look]
        : [],
    );
    expect(looks).toEqual(Array(28).fill(undefined));
  });

  it("放进评分依据的只有扣分和待补充的；满分行空着的评分依据留给填写的人", () => {
    const empty = [31, 33].reduce(
      (from, row) => setCell(from, { sheet: form, row, column: 10 }, { value: null }),
      blank.city,
    );
    const settings = { reasonsIn: "basis" } as const;
    const { after } = scored(empty, { given: given.city, settings });
    const standing = (row: number, column: number) =>
      isOwnReason(snapshotCell(after, { sheet: form, row, column })?.formula);
    expect([standing(31, 10), standing(31, 12)]).toEqual([true, false]);
    expect([standing(33, 10), standing(33, 12)]).toEqual([false, true]);
    expectFollowed(after);
  });

  it("有人在那里写了字，就不占", () => {
    const noted = setCell(blank.nansha, { sheet: form, row: 13, column: 12 }, { value: "扣分说明" });
    const at = { sheet: form, row: 16, column: 12 };
    const { after } = scored(setCell(noted, at, { value: "找王科长要数" }), { given: given.nansha });
    expect(snapshotCell(after, at)).toMatchObject({ value: "找王科长要数" });
  });

  it.each(["ready", "builtIn", "values"] as const)(
    "自查当它是空的；恢复原表、报送版里都没有了（%s）",
    (as) => {
      const first = scored(blank.city, { given: given.city }).after;
      const plain = as === "ready" ? first : recalculated(applyPlan(first, planBuiltIn(evaluated(first))));
      const after = as === "values" ? recalculated(applyPlan(plain, planValues(evaluated(plain)))) : plain;
      expectFollowed(after);
      const elsewhere = findFindings(evaluated(after)).filter((finding) =>
        JSON.stringify(finding).includes("得分低于分值"),
      );
      expect(elsewhere).toEqual([]);
      const ours = (snapshot: Snapshot) =>
        snapshot.sheets.flatMap((sheet) => [
          ...sheet.conditionalFormats,
          ...Array.from(sheet.rows.values()).flatMap((cells) =>
            Array.from(cells.values()).filter(({ formula }) => isOwnReason(formula)),
          ),
        ]);
      expect(ours(after).length).toBeGreaterThan(100);
      const back = applyPlan(after, planRestore(evaluated(after), { also: new Set(["sheet"]) }).plan);
      expect(ours(back)).toEqual(ours(blank.city));
      expect(ours(applyPlan(after, planStripped(evaluated(after))))).toEqual(ours(blank.city));
    },
  );

  it("转为数值以后，改了得分照样提示", () => {
    const first = scored(blank.nansha, { given: given.nansha }).after;
    const plain = recalculated(applyPlan(first, planBuiltIn(evaluated(first))));
    const values = recalculated(applyPlan(plain, planValues(evaluated(plain))));
    const typed = recalculated(setCell(values, { sheet: form, row: 16, column: 9 }, { value: 1 }));
    expect(shown(typed, { sheet: form, row: 16, column: 12 })).toMatch(/^得分低于分值，差[\d.]+分，/u);
  });

  it("记录丢了也认得", () => {
    const { after } = scored(blank.nansha, { given: given.nansha });
    const lost = { ...after, records: new Map() };
    const again = applyPlan(lost, planScoring(evaluated(lost)));
    const back = applyPlan(again, planRestore(evaluated(again), { also: new Set(["sheet"]) }).plan);
    const texts = JSON.stringify(findSheet(back, form)?.rows.get(16)?.get(12) ?? null);
    expect(texts).not.toContain("得分");
  });
});
