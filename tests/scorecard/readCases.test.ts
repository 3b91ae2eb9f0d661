import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import type { GivenFacts } from "../../src/facts/gatherFacts";
import { readCases } from "../../src/scorecard/case";
import type { Scorecard } from "../../src/scorecard/scorecard";
import type { Snapshot } from "../../src/workbook/snapshot";
import { shippedFacts } from "../support/factsFile";
import {
  behindOtherSheets,
  brokenNames,
  extraColumns,
  fullWidthNumbers,
  movedForm,
  numbersAsText,
  repeatedHeader,
  retitledForm,
  secondPartNamed,
  shortForm,
  unmergedLevels,
  unrelatedRows,
} from "../support/formVariants";
import { gridSheet, workbookOf } from "../support/grid";
import { setCell } from "../support/memoryWorkbook";
import { sampleSnapshot } from "../support/sampleSnapshot";
import { evaluated } from "../support/scored";

const form = "部门整体支出绩效自评表";
let nansha: Snapshot;
let published: Snapshot;
let city: Snapshot;
const nanshaFacts = shippedFacts("samples/nansha-2023.facts.json");
const cityFacts = shippedFacts("samples/city-2023.facts.json");

beforeAll(async () => {
  nansha = await sampleSnapshot("samples/nansha-2023-blank.xlsx");
  published = await sampleSnapshot("samples/nansha-2023.xlsx");
  city = await sampleSnapshot("samples/city-2023-blank.xlsx");
});

const card = (snapshot: Snapshot, given?: GivenFacts): Scorecard =>
  evaluated(snapshot, given === undefined ? {} : { given }).scorecard;
const level = (scorecard: Scorecard, name: string) => scorecard.levels.find((one) => one.name === name);
const rowOf = (scorecard: Scorecard, row: number) => {
  const found = scorecard.rows.find((one) => one.row === row);
  if (found === undefined) throw new Error(`no row ${row}`);
  return found;
};

describe("南沙区空白表，全部问题都已回答", () => {
  it("总分99.657，显示两位，优", () => {
    const scorecard = card(nansha, nanshaFacts);
    expect(scorecard).toMatchObject({
      total: 99.657,
      openPoints: 0,
      unconfirmed: 0,
      grade: "优",
      decimals: 2,
    });
    expect(scorecard).toMatchObject({ provisional: false, hidden: null, remarks: [] });
    expect(level(scorecard, "履职效能")).toMatchObject({ points: 49.657, weight: 50, open: 0 });
    expect(level(scorecard, "管理效率")).toMatchObject({ points: 50, weight: 50, open: 0 });
  });

  it("各层合计只计一次，每行的扣分有一句话", () => {
    const scorecard = card(nansha, nanshaFacts);
    expect(scorecard.levels.filter((one) => one.name === "管理效率")).toHaveLength(1);
    const losing = scorecard.rows.filter((row) => row.reason !== "");
    expect(losing.map((row) => row.row)).toEqual([15]);
    expect(losing[0]?.reason).toMatch(/96\.57%.*扣0\.34分。$/u);
    expect(losing[0]?.deduction).toBe(0.343);
  });

  it("不涉及的行得满分，理由在结果里", () => {
    expect(rowOf(card(nansha, nanshaFacts), 19)).toMatchObject({
      outcome: "notApplicable",
      points: 3,
      reason: "",
    });
  });
});

describe("南沙区空白表，什么都没有回答", () => {
  it("表里的话说到哪里算到哪里，其余待补充，没有等级", () => {
    const scorecard = card(nansha);
    expect(scorecard).toMatchObject({ total: null, grade: null, provisional: true });
    expect(scorecard.points + scorecard.openPoints).toBeCloseTo(99.657, 9);
    expect(rowOf(scorecard, 16)).toMatchObject({ outcome: "missing", points: null });
    expect(rowOf(scorecard, 16).reason).toMatch(/^待补充：/u);
    expect(rowOf(scorecard, 16).questions.map((question) => question.factId)).toContain(
      "budgetExecution.rates",
    );
  });

  it("只有月份和专项数字：其余待补充的行都列出来，没有等级", () => {
    const some = new Map(
      Array.from(nanshaFacts).filter(([id]) =>
        /^(?:budgetExecution|specialResult|specialExecution)\./u.test(id),
      ),
    );
    const scorecard = card(nansha, some);
    expect(level(scorecard, "履职效能")).toMatchObject({ points: 49.657, open: 0 });
    expect(scorecard.grade).toBeNull();
    const open = scorecard.rows.filter((row) => row.points === null);
    expect(open.length).toBeGreaterThan(5);
    expect(open.every((row) => row.reason !== "" && row.questions.length > 0)).toBe(true);
  });
});

describe("南沙区公布的表", () => {
  it("每一个填报得分都与计算得分比较", () => {
    const scorecard = card(published, nanshaFacts);
    expect(scorecard.rows.map((row) => row.compared)).toEqual(scorecard.rows.map(() => "same"));
    expect(rowOf(scorecard, 15)).toMatchObject({ typed: 9.66, points: 9.657, compared: "same" });
    expect(scorecard).toMatchObject({ typedTotal: { value: 99.66 }, totalCompared: "same" });
  });

  it("没有依据可算的，不比较，也不当作一致", () => {
    expect(rowOf(card(published), 16)).toMatchObject({ typed: 5, points: null, compared: null });
  });
});

describe("市级表和它的事实文件", () => {
  it("支出率4.99915，专项支出率4.999，显示三位", () => {
    const scorecard = card(city, cityFacts);
    expect(rowOf(scorecard, 16).points).toBe(4.99915);
    expect(rowOf(scorecard, 18).points).toBe(4.999);
    expect(scorecard.decimals).toBe(3);
  });

  it("合同签订得2分，合同备案得0分，管理效率48分，都有理由", () => {
    const scorecard = card(city, cityFacts);
    expect(rowOf(scorecard, 31)).toMatchObject({ points: 2, deduction: 1 });
    expect(rowOf(scorecard, 31).reason).toBe(
      "合同签订及时率95%，适用“90%≤合同签订及时率＜100%，得2分”，扣1分。",
    );
    expect(rowOf(scorecard, 32)).toMatchObject({ points: 0, deduction: 1 });
    expect(rowOf(scorecard, 32).reason).toMatch(/扣1分。$/u);
    expect(level(scorecard, "管理效率")).toMatchObject({ points: 48, open: 0 });
    expect(scorecard.unconfirmed).toBe(0);
  });

  it("定性指标未评定的两行仍未完成，总分和等级不下结论", () => {
    const untiered = new Map(Array.from(cityFacts).filter(([id]) => !id.startsWith("annex:")));
    const scorecard = card(city, untiered);
    expect(scorecard).toMatchObject({ openPoints: 30, total: null, grade: null });
  });
});

describe("同一张表换个样子，得分不变", () => {
  const points = (snapshot: Snapshot) => card(snapshot, nanshaFacts).rows.map((row) => row.points);
  const variants: readonly (readonly [string, (from: Snapshot) => Snapshot])[] = [
    ["下移右移", (from) => movedForm(from, 7, 4)],
    ["换标题", (from) => retitledForm(from, { weight: "标准分", selfScore: "自评得分", basis: "扣分原因" })],
    ["层级不合并、留空", (from) => unmergedLevels(from, "blank")],
    ["层级每行重复", (from) => unmergedLevels(from, "repeated")],
    ["中间重复表头", (from) => repeatedHeader(from, [22, 33])],
    ["全角数字带单位", fullWidthNumbers],
    ["数字存成文本", numbersAsText],
    ["名称折行", brokenNames],
    ["多出几列", extraColumns],
    ["夹着两万行无关内容", (from) => unrelatedRows(from, 20_000, "below")],
    [
      "前面有别的工作表",
      (from) => behindOtherSheets(from, [gridSheet([["工资"]], { name: "工资表" })], "表一"),
    ],
    ["第二部分另有名称", (from) => secondPartNamed(from, "采购意向公开时限")],
    ["只有四列的简表", shortForm],
  ];

  it.each(variants)("%s", (_, vary) => {
    expect(points(vary(nansha))).toEqual(points(nansha));
  });

  it("移到任何位置都一样", () => {
    const expected = points(nansha);
    const place = fc.tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 30 }));
    fc.assert(
      fc.property(place, ([rows, columns]) => {
        expect(points(movedForm(nansha, rows, columns))).toEqual(expected);
      }),
      { numRuns: 8 },
    );
  });
});

describe("表与评分标准有出入", () => {
  const at = (row: number, column: number) => ({ sheet: form, row, column });

  it("以本表分值为准，出入只作提示", () => {
    const changed = setCell(nansha, at(38, 6), { value: 4 });
    const row = rowOf(card(changed, nanshaFacts), 38);
    expect(row.points).toBe(4);
    expect(row.remarks).toContain("本表分值4分，评分标准原分值2分，按本表分值计算。");
  });

  it("没有专项效能的表（20／20／10）照样计分", () => {
    const without = [17, 18].reduce(
      (from, row) =>
        [5, 6, 7, 8].reduce((one, column) => setCell(one, at(row, column), { value: null }), from),
      [14, 15].reduce(
        (from, row) => setCell(from, at(row, 6), { value: 20 }),
        setCell(nansha, at(16, 6), { value: 10 }),
      ),
    );
    const given = new Map(Array.from(nanshaFacts).filter(([id]) => !id.startsWith("special")));
    const scorecard = card(without, given);
    expect(scorecard.rows).toHaveLength(26);
    expect(scorecard.total).toBe(20 + 20 * 0.9657 + 10 + 50);
    expect(scorecard.remarks.filter((remark) => remark.includes("在本表中没有找到"))).toHaveLength(2);
  });

  it("分值读不出来的行待补充，绝不悄悄套用标准分值", () => {
    const changed = setCell(nansha, at(38, 6), { value: "见附件" });
    const scorecard = card(changed, nanshaFacts);
    expect(rowOf(scorecard, 38)).toMatchObject({ outcome: "missing", points: null, weight: null });
    expect(rowOf(scorecard, 38).questions[0]?.question).toContain("分值");
    expect(scorecard).toMatchObject({ total: null, grade: null });
  });

  it("标准里没有的指标由人评定；给了分和理由才算", () => {
    const changed = setCell(setCell(nansha, at(38, 5), { value: "党建工作" }), at(38, 8), { value: null });
    const open = rowOf(card(changed, nanshaFacts), 38);
    expect(open).toMatchObject({ outcome: "judgement", editionRowId: null });
    expect(open.questions.map((question) => question.factId)).toEqual(["row:党建工作.judged"]);
    const judged = new Map(nanshaFacts).set("row:党建工作.judged", { value: 1.5, reason: "缺一次学习记录" });
    const row = rowOf(card(changed, judged), 38);
    expect(row).toMatchObject({ outcome: "scored", points: 1.5, deduction: 0.5 });
    expect(row.reason).toContain("缺一次学习记录");
  });

  it("没有自评表的工作簿得到说明，不猜", () => {
    const result = readCases(
      workbookOf([
        gridSheet([
          ["姓名", "工资"],
          ["张三", 1],
        ]),
      ]),
    );
    expect(result).toHaveProperty("noForm.why");
  });
});

describe("得分卡是一份普通数据", () => {
  it("存成JSON再读回来，一字不差", () => {
    for (const scorecard of [card(nansha), card(nansha, nanshaFacts), card(city, cityFacts)]) {
      expect(JSON.parse(JSON.stringify(scorecard))).toEqual(scorecard);
    }
  });
});

describe("设置", () => {
  it("工作簿里记的设置生效，坏的记录当作没有", () => {
    const kept = (json: string): Snapshot => ({ ...city, records: new Map([["settings", json]]) });
    expect(card(kept('{"decimals":"two"}'), cityFacts)).toMatchObject({ decimals: 2 });
    expect(card(kept('{"decimals":"two"}'), cityFacts).hidden).toContain("4.99915分，显示为5.00分");
    expect(card(kept("{坏"), cityFacts).decimals).toBe(3);
    expect(card(kept("[1]"), cityFacts).decimals).toBe(3);
  });

  it("手工填的数字胜过摘自评分依据的概括", () => {
    const given = new Map([
      ["carryover.closing", { value: 1500 }],
      ["carryover.opening", { value: 0 }],
      ["carryover.general", { value: 10000 }],
      ["carryover.fund", { value: 0 }],
    ]);
    expect(rowOf(card(nansha), 20)).toMatchObject({ points: 2, unconfirmed: 1 });
    expect(rowOf(card(nansha, given), 20)).toMatchObject({ points: 1, unconfirmed: 0 });
  });
});
