import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { tryItem } from "../../src/app/tryItem";

interface Tried {
  readonly kind: string;
  readonly points: number | null;
  readonly labels: readonly string[];
  readonly units: readonly string[];
}

function tried(clause: string, answers: readonly (readonly [string, number | string, string])[]): Tried {
  const given = answers.map(([label, value, unit]) => ({ label, value, unit }));
  const item = tryItem({ id: "1", indicator: "产出数量", weight: 5, clause, answers: given });
  if (!("questions" in item)) throw new Error(JSON.stringify(item));
  const { kind, points, questions } = item;
  return {
    kind,
    points,
    labels: questions.map(({ label }) => label),
    units: questions.map(({ unit }) => unit),
  };
}

/** What is measured or counted, by whatever unit: known ones and some that nobody has listed. */
const units = [
  "平方米", "公里", "米", "亩", "公顷", "吨", "公斤", "升", "秒", "度", "分贝", "株", "卷", "GB", "元", "万元", "亿元", "元/吨", "元/平方米", "元/人",
  "位", "册", "孔", "樘", "标段", "罐", "kVA",
] as const; // prettier-ignore

describe("步长的单位，写什么就读什么", () => {
  const within = ["不超过", "不高于", "控制在"] as const;
  const beyond = ["每超", "每超过", "每高于标准", "每增加"] as const;
  test("上限：每超多少扣多少", () => {
    const cases = fc.record({
      unit: fc.constantFrom(...units),
      word: fc.constantFrom(...within),
      step: fc.constantFrom(...beyond),
      bound: fc.integer({ min: 20, max: 90 }),
      size: fc.integer({ min: 2, max: 9 }),
      over: fc.integer({ min: 0, max: 60 }),
      end: fc.constantFrom("", "，扣完为止"),
    });
    fc.assert(
      fc.property(cases, ({ unit, word, step, bound, size, over, end }) => {
        const clause = `单项用量${word}${bound}${unit}得5分，${step}${size}${unit}扣1分${end}。`;
        const { kind, points } = tried(clause, [["单项用量", bound + over, unit]]);
        expect([clause, kind, points]).toEqual([
          clause,
          "stepped",
          Math.max(0, 5 - Math.floor(over / size + 1e-9)),
        ]);
      }),
      { numRuns: 400 },
    );
  });

  test("下限：每少多少扣多少", () => {
    const cases = fc.record({
      unit: fc.constantFrom(...units),
      word: fc.constantFrom("达到", "不少于", "不低于"),
      step: fc.constantFrom("每少", "每少完成", "每减少", "每低"),
      size: fc.integer({ min: 2, max: 9 }),
      short: fc.integer({ min: 0, max: 60 }),
    });
    fc.assert(
      fc.property(cases, ({ unit, word, step, size, short }) => {
        const clause = `完成总量${word}100${unit}得5分，${step}${size}${unit}扣1分，扣完为止。`;
        const { points } = tried(clause, [["完成总量", 100 - short, unit]]);
        expect([clause, points]).toEqual([clause, Math.max(0, 5 - Math.floor(short / size + 1e-9))]);
      }),
      { numRuns: 400 },
    );
  });

  test.each<readonly [string, readonly [string, number | string, string][], number]>([
    ["按期完成得5分，每推迟一周扣1分，扣完为止。", [["推迟", 2, "周"]], 3],
    ["按期完成得5分，每推迟一旬扣1分。", [["推迟", 2, "旬"]], 3],
    ["按期完成得满分，每延迟一季度扣20%权重分，扣完为止。", [["延迟", 1, "季度"]], 4],
    ["在规定时间内完成得5分，每延期半年扣2分。", [["延期", 1, "年"]], 1],
    ["按期完成得5分，每推迟半个月扣1分，扣完为止。", [["推迟", 1, "个月"]], 3],
    ["按期完成得5分，逾期每天扣1分，扣完为止。", [["逾期", 2, "天"]], 3],
    ["人均面积不超过9平方米得5分，超出部分每平方米扣1分。", [["人均面积", 11, "平方米"]], 3],
    [
      "人均培训成本不高于550元/天得5分，每高于标准10元扣0.5分，扣完为止。",
      [["人均培训成本", 570, "元/天"]],
      4,
    ],
    ["补贴标准不超过200元/人得5分，每超过10元扣1分，扣完为止。", [["补贴标准", 220, "元/人"]], 3],
    ["绿化面积达到100公顷得5分，每少10公顷扣1分，低于70公顷不得分。", [["绿化面积", 69, "公顷"]], 0],
    ["超过预算的，每超1万元扣0.5分，扣完为止；未超过预算得满分。", [["超过预算", 3, "万元"]], 3.5],
    ["每超支1万元扣0.5分，扣完为止。", [["超支", 2, "万元"]], 4],
    ["招商引资到位资金达到5亿元得5分，每少1亿元扣1分，扣完为止。", [["到位资金", 20000, "万元"]], 2],
    ["达到5亿元得5分，每少5000万元扣1分。", [["额", 4, "亿元"]], 3],
    ["完成10公里道路改造得5分，每少完成1公里扣0.5分，扣完为止。", [["完成道路改造", 8, "公里"]], 4],
    ["每缺1卷档案扣1分，扣完为止。", [["缺", 2, "卷"]], 3],
  ])("“%s”", (clause, answers, points) => {
    expect(tried(clause, answers).points).toBe(points);
  });

  test.each([
    "档案齐全得5分，每年未移交的扣1分。",
    "上座率达标得5分，每低一成扣1分。",
    "空气质量优良天数比例达到90%得5分，每少1天扣0.1分。",
  ])("“%s”读不准就不当成档次", (clause) => {
    expect(tried(clause, []).kind).toBe("unread");
  });

  test("“每”多少扣多少，不会成为可选的档次", () => {
    const bits = fc.constantFrom("超", "少", "推迟", "缺", "延误", "", "高于市场价");
    const sizes = fc.constantFrom(
      "一周",
      "1个批次",
      "10℃",
      "半个月",
      "一成",
      "5位",
      "10元",
      "一档",
      "3处",
      "1%",
      "2级",
      "一次",
      "一个",
    );
    const heads = fc.constantFrom(
      "资料齐全得5分",
      "按期完成得5分",
      "用量不超过100方得5分",
      "优秀得5分，良好得3分",
      "价格不高于市场价得5分",
    );
    fc.assert(
      fc.property(heads, bits, sizes, fc.constantFrom("", "，扣完为止"), (head, word, size, end) => {
        const clause = `${head}，每${word}${size}扣1分${end}。`;
        const { kind, labels } = tried(clause, []);
        expect([clause, kind]).not.toEqual([clause, "levels"]);
        expect(labels.join("").includes("每")).toBe(false);
      }),
      { numRuns: 400 },
    );
  });
});

describe("答的单位与问的不同", () => {
  const clause = "绿化面积≥900平方米得5分，每少100平方米扣0.5分，扣完为止。";
  const answered = (value: number, unit: string): number | null => {
    const answers = [{ label: "绿化面积", value, unit }];
    const item = tryItem({ id: "1", indicator: "绿化面积", weight: 5, clause, answers });
    return "points" in item && item.sure ? item.points : null;
  };

  test.each([
    [900, "平方米", 5],
    [700, "平方米", 4],
    [1.05, "亩", 4],
    [900, "亩", 5],
  ])("%s%s", (value, unit, points) => {
    expect(answered(value, unit)).toBe(points);
  });

  test.each(["公里", "吨", "个", "万元"])("900%s不采用", (unit) => {
    expect(answered(900, unit)).toBeNull();
  });
});
