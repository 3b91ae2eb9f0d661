import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { SheetSnapshot, Snapshot } from "../../src/workbook/snapshot";
import { linesSheet, withAnnexes } from "../support/annexSheets";
import { card, rowOf } from "../support/cards";
import { shippedFacts } from "../support/factsFile";
import { sampleSnapshot } from "../support/sampleSnapshot";

const city = await sampleSnapshot("samples/city-2023-blank.xlsx");
const given = shippedFacts("samples/city-2023.facts.json");
const heading = "一级指标|二级指标|三级指标|年度目标值|实际完成值|得分";

function department(lines: string, head = heading): Snapshot {
  return withAnnexes(city, [linesSheet("附表", `部门整体支出绩效指标完成情况表\n${head}\n${lines}`)]);
}

function special(lines: string, head = heading): Snapshot {
  return withAnnexes(city, [linesSheet("专项附表", `专项资金绩效指标完成情况表\n${head}\n${lines}`)]);
}

describe("附表的得分", () => {
  it("有分值列的按分值，没有的平均，加起来正好是本指标分值", () => {
    const weighed = department(
      "产出指标|数量指标|甲|6|100人|50人|\n|数量指标|乙|4|10场|10场|",
      "一级指标|二级指标|三级指标|分值|年度目标值|实际完成值|得分",
    );
    expect(rowOf(card(weighed), 14).points).toBe(4);
    const nine = Array.from({ length: 9 }, (_, index) => `产出指标|数量指标|第${index}项|10个|10个|`).join(
      "\n",
    );
    expect(rowOf(card(department(nine)), 14).points).toBe(10);
  });

  it("附表按100分编的，折算成本指标分值", () => {
    const row = rowOf(
      card(
        special(
          "产出指标|数量指标|甲|60|100人|80人|\n效益指标|社会效益|乙|40|90%|92%|",
          "一级指标|二级指标|三级指标|分值|年度目标值|实际完成值|得分",
        ),
      ),
      17,
    );
    expect(row.points).toBeCloseTo(20 - 60 * 0.2 * 0.2, 10);
    expect(row.remarks.join()).toContain("合计100分，按本指标20分折算");
    expect(row.annexRows[0]).toMatchObject({ annexWeight: 60, annexPoints: 48, weight: 12 });
  });

  it.each<readonly [string, string, string, number | null]>([
    ["59.99%不得分", "10000人", "5999人", 0],
    ["60%按比例", "100人", "60人", 6],
    ["150%满分", "3.3万人", "4.95万人", 10],
    ["高于150%得一半", "3.3万人", "4.951万人", 5],
    ["不高于的达标满分，超额完成不减半", "不高于5%", "1%", 10],
    ["不高于的未达标按目标÷实际", "≤8次", "10次", 8],
    ["0对0满分", "≤0起", "0起", 10],
    ["已完成不是数，要问", "100人", "已完成", null],
    ["没有目标值，待补充", "", "97%", null],
    ["没有完成值，待补充", "95%", "-", null],
  ])("%s", (_, target, actual, points) => {
    const row = rowOf(card(department(`产出指标|数量指标|甲|${target}|${actual}|`)), 14);
    expect(row.points).toBe(points);
    if (points === null) expect(row.questions.map(({ factId }) => factId)).not.toEqual([]);
  });

  it("一行没有目标值是待补充，不是0分；未申报整体绩效目标才是0分", () => {
    const snapshot = department("产出指标|数量指标|甲||97%|\n|数量指标|乙|10场|10场|");
    const row = rowOf(card(snapshot), 14);
    expect(row).toMatchObject({ outcome: "missing", points: null });
    expect(row.questions.map(({ factId }) => factId)).toEqual(["annex:output/甲.target"]);
    expect(rowOf(card(snapshot, new Map([["output.filed", { value: "否" }]])), 14).points).toBe(0);
    const answered = new Map([["annex:output/甲.target", { value: "95%" }]]);
    expect(rowOf(card(snapshot, answered), 14).points).toBe(10);
  });

  it("读得不准的先问，答了按答的算", () => {
    const snapshot = department("产出指标|数量指标|培训情况|100人|线上80人，线下50人|");
    const row = rowOf(card(snapshot), 14);
    expect(row.points).toBeNull();
    expect(row.reason).toContain("以哪个为准");
    const answered = new Map([["annex:output/培训情况.actual", { value: 90 }]]);
    expect(rowOf(card(snapshot, answered), 14).points).toBe(9);
  });

  it("读准了的，人也可以改正", () => {
    const snapshot = department("产出指标|数量指标|甲|100人|100人|");
    const corrected = new Map([["annex:output/甲.actual", { value: "80人" }]]);
    expect(rowOf(card(snapshot, corrected), 14).points).toBe(8);
  });

  it("档内比例不在档里，要改", () => {
    const snapshot = department("效益指标|社会效益|甲|显著改善|明显改善|");
    const judged = (tier: string, share: number) =>
      rowOf(
        card(
          snapshot,
          new Map<string, { value: string | number }>([
            ["annex:benefit/甲.tier", { value: tier }],
            ["annex:benefit/甲.share", { value: share }],
            ["annex:benefit/甲.basis", { value: "问卷" }],
          ]),
        ),
        15,
      );
    expect(judged("部分达成", 0.7).points).toBe(7);
    expect(judged("部分达成", 0.8)).toMatchObject({ points: null });
    expect(judged("部分达成", 0.8).reason).toContain("60%（含）到80%（不含）");
  });

  it("同名指标各有各的编号", () => {
    const row = rowOf(card(department("产出指标|数量指标|甲||1%|\n|数量指标|甲||2%|")), 14);
    expect(row.questions.map(({ factId }) => factId)).toEqual([
      "annex:output/甲.target",
      "annex:output/甲#2.target",
    ]);
  });

  it("附表一项也没填完成值的，仍按汇总完成率暂计", () => {
    const snapshot = department("产出指标|数量指标|甲|100人||\n|数量指标|乙|10场||");
    const row = rowOf(card(snapshot, new Map([["output.summaryRate", { value: 0.9657 }]])), 14);
    expect(row).toMatchObject({ points: 9.657, annexRows: [] });
  });

  it("几个专项：没有金额平均，有金额加权，设置为平均时不看金额", () => {
    const block = (fund: string, actual: string) =>
      `专项资金绩效指标完成情况表\n专项资金名称：${fund}\n${heading}\n产出指标|数量指标|${fund}甲|100人|${actual}|\n`;
    const snapshot = withAnnexes(city, [
      linesSheet("专项", `${block("就业", "100人")}\n${block("人才", "80人")}`),
    ]);
    const amounts = new Map([
      ["annex:special1.amount", { value: 300 }],
      ["annex:special2.amount", { value: 100 }],
    ]);
    expect(rowOf(card(snapshot), 17).points).toBeCloseTo(18, 10);
    expect(rowOf(card(snapshot, amounts), 17).points).toBeCloseTo(19, 10);
    const equal = card(snapshot, amounts, { settings: { specialFundMix: "equal" } });
    expect(rowOf(equal, 17).points).toBeCloseTo(18, 10);
  });

  it.each([
    ["passLine", "fails", "100人", "60人", 0],
    ["atMostMissed", "zero", "≤8次", "10次", 0],
    ["approximateTarget", "tenPercent", "约100人", "92人", 10],
  ] as const)("设置%s=%s", (name, value, target, actual, points) => {
    const snapshot = department(`产出指标|数量指标|甲|${target}|${actual}|`);
    const row = rowOf(card(snapshot, new Map(), { settings: { [name]: value } }), 14);
    expect(row.points).toBe(points);
    if (points < 10) expect(row.settingLoss?.setting).toBe(name);
  });
});

describe("附表挪了位置，得分不变", () => {
  const expected = card(city, given).rows.map(({ points }) => points);

  it("整表下移右移，工作表改名", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 40 }),
        fc.integer({ min: 0, max: 20 }),
        fc.string({ minLength: 1, maxLength: 8 }).map((text) => `附表${text.replace(/[\s整体专项]/gu, "")}`),
        (down, right, name) => {
          const [form, bulletin, ...annexes] = city.sheets;
          if (form === undefined || bulletin === undefined) throw new Error("no form");
          const moved = annexes.map((sheet, index) =>
            shifted({ ...sheet, name: `${name}${index}` }, down, right),
          );
          const result = card({ ...city, sheets: [form, bulletin, ...moved] }, given);
          expect(result.rows.map(({ points }) => points)).toEqual(expected);
        },
      ),
      { numRuns: 8 },
    );
  });

  it("各行得分总在0和分值之间，合计不超过本指标分值", () => {
    const figures = fc.constantFrom(
      "100人",
      "≥95%",
      "不高于5%",
      "约20人",
      "80%",
      "0次",
      "",
      "已完成",
      "3.3万人",
      "优",
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(figures, figures), { minLength: 1, maxLength: 6 }), (pairs) => {
        const lines = pairs.map(
          ([target, actual], index) => `产出指标|数量指标|第${index}项|${target}|${actual}|`,
        );
        const row = rowOf(card(department(lines.join("\n"))), 14);
        for (const one of row.annexRows) {
          if (one.points === null || one.weight === null) continue;
          expect(one.points).toBeGreaterThanOrEqual(0);
          expect(one.points).toBeLessThanOrEqual(one.weight + 1e-9);
        }
        if (row.points !== null) expect(row.points).toBeLessThanOrEqual(10);
      }),
      { numRuns: 60 },
    );
  });
});

/** The sheet with everything on it further down and to the right. */
function shifted(sheet: SheetSnapshot, down: number, right: number): SheetSnapshot {
  const rows = new Map(
    Array.from(sheet.rows, ([row, cells]) => [
      row + down,
      new Map(Array.from(cells, ([column, cell]) => [column + right, cell])),
    ]),
  );
  const merges = sheet.merges.map(({ top, left, bottom, right: end }) => ({
    top: top + down,
    left: left + right,
    bottom: bottom + down,
    right: end + right,
  }));
  return { ...sheet, rows, merges, printArea: null };
}
