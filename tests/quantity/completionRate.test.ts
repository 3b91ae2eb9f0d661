import { describe, expect, it } from "vitest";
import { completionRate } from "../../src/criteria/completionRate";
import { tidy } from "../../src/quantity/tidy";
import { readCases } from "../support/readCases";

/** 年度目标值 | 实际完成值 | what the rate is: a fraction, "定性" or "缺"; "?" behind it when it has to be asked. */
type Row = readonly [
  target: string | number | null,
  actual: string | number | null,
  expected: string,
  name?: string,
];

function shown(row: Row): string {
  const result = completionRate(row[0], row[1], row[3]);
  if (result.outcome === "qualitative") return "定性";
  if (result.outcome === "missing") return "缺";
  return `${result.rate}${result.certainty === "unsure" ? "?" : ""}`;
}

const tables = readCases("completionRates") as Readonly<Record<string, readonly Row[]>>;

describe.each(Object.entries(tables))("完成率：%s", (_title, rows) => {
  it.each(rows.map((row) => ({ row, target: row[0], actual: row[1], rate: row[2] })))(
    "目标“$target”，实际“$actual” → $rate",
    ({ row, rate }) => {
      expect(shown(row)).toBe(rate);
    },
  );
});

// What JSON cannot write.
it.each([
  [Number.NaN, 5],
  [5, Number.POSITIVE_INFINITY],
])("完成率：目标%s，实际%s → 缺", (target, actual) => {
  expect(shown([target, actual, "缺"])).toBe("缺");
});

describe("完成率的说明", () => {
  const remarksOf = (target: string, actual: string): string => {
    return completionRate(target, actual).remarks.join("；");
  };

  it("表中至少150对目标值和实际完成值", () => {
    expect(Object.values(tables).flat().length).toBeGreaterThanOrEqual(150);
  });

  it("人与人次不同：提示核实口径", () => {
    expect(remarksOf("≥4万人次", "5万人")).toBe("单位不一致：目标值为“人次”，实际完成值为“人”，请核实口径");
    expect(remarksOf("≥4万人", "5万名")).toBe("");
  });

  it("实际值照写“95%以上”：提示没有实测数值", () => {
    expect(remarksOf("95%以上", "已完成95%以上")).toContain("没有实测数值");
    expect(remarksOf("95%以上", "95%")).toBe("");
  });

  it("约数：提示按该数计算", () => {
    expect(remarksOf("约20人", "13人")).toBe("目标值“约20人”是约数，按该数计算");
  });

  it("每一部分各自封顶，另列各部分的完成率", () => {
    const result = completionRate("培训5场，覆盖200人", "培训4场，覆盖300人");
    expect(result).toMatchObject({ outcome: "rate", kind: "parts", met: false, rate: 0.9 });
    expect(result.outcome === "rate" && result.parts.map((part) => part.rate)).toEqual([0.8, 1.5]);
  });

  it("拿不准的要问：问题里写明原文", () => {
    const result = completionRate("95%", 97);
    expect(result.outcome === "rate" && result.question).toBe(
      "请确认：实际完成值“97”没有写单位，是否与“%”同一单位？",
    );
  });

  it.each([
    "限10件",
    "额度10件",
    "天花板10件",
    "10件限额",
    "10件最高",
    "10件警戒线",
    "10件为顶",
    "10件为度",
    "10件止",
    "10件封口",
    "10件内完成",
  ])("没有符号的目标旁边限定的词没有读懂：%s", (target) => {
    const result = completionRate(target, "12件");
    expect(result.outcome === "rate" && result.question).toMatch(/中的“.+”怎样理解/u);
  });

  it.each([
    ["10件（≤）", "12件", "atMost"],
    ["10件[≤]", "12件", "atMost"],
    ["10件↓", "12件", "atMost"],
    ["10件以里", "12件", "atMost"],
    ["10件（≥）", "12件", "atLeast"],
    ["10件↑", "12件", "atLeast"],
    ["全年完成10件", "12件", "atLeast"],
    ["开展10场次", "12场次", "atLeast"],
    ["不少于10人", "12人", "atLeast"],
    ["10件内部文件", "12件内部文件", "atLeast"],
    ["最高限价项目10个", "最高限价项目12个", "atLeast"],
    ["限10件", "10件", "atLeast"],
  ])("%s，%s：%s，不问", (target, actual, kind) => {
    expect(completionRate(target, actual)).toMatchObject({ outcome: "rate", kind, certainty: "sure" });
  });

  it("不能计算的说明缺什么", () => {
    expect(completionRate("", "5个")).toMatchObject({ missing: "target", reason: "没有年度目标值，请填写" });
    expect(completionRate("5个", "—")).toMatchObject({ missing: "actual" });
    expect(completionRate("0起", "0起")).toMatchObject({ missing: "quantity" });
  });

  it("不高于类标明是否达到目标，供“未达标不得分”的口径使用", () => {
    expect(completionRate("≤10次", "12.5次")).toMatchObject({ kind: "atMost", met: false });
    expect(completionRate("≤10次", "10次")).toMatchObject({ kind: "atMost", met: true });
  });

  it("四舍到12位有效数字后再比较", () => {
    expect(4.95 / 3.3).not.toBe(1.5);
    expect(tidy(4.95 / 3.3)).toBe(1.5);
    expect(tidy(Number.NaN)).toBeNaN();
    expect(tidy(Infinity)).toBe(Infinity);
    expect(Object.is(tidy(-0), 0)).toBe(true);
  });
});

/** Whether a pair has to be asked about. */
const openOf = (target: string, actual: string): boolean => {
  const result = completionRate(target, actual);
  return result.outcome !== "rate" || result.certainty !== "sure";
};

describe("括号里的另一个数", () => {
  it.each([
    ["≥10个", "10个（验收7个）"],
    ["≥100人", "100人（实到80人）"],
    ["≥100座", "100座（正常使用80座）"],
    ["≥10个", "10(7)个"],
    ["≤10件", "9（19）件"],
    ["≥90%", "92%（复测85%）"],
    ["≥90%（中期调整为95%）", "92%"],
    ["≥90%（批复数95%）", "92%"],
  ])("目标“%s”，实际“%s”：要问", (target, actual) => {
    expect(openOf(target, actual)).toBe(true);
  });

  it.each([
    ["≥10个", "12个（验收11个）"],
    ["≥28场", "28场（线上20场、线下8场）"],
    ["≥100人", "195人（上年188人）"],
    ["≤10件", "9件（上年12件）"],
    ["≥90%（上年85%）", "92%"],
    ["≥90%（批复数90%）", "92%"],
    ["≥330天", "327天（较上年少5天）"],
  ])("目标“%s”，实际“%s”：不改变完成与否，或说的是别的，不问", (target, actual) => {
    expect(openOf(target, actual)).toBe(false);
  });
});

describe("目标值里数以外的要求", () => {
  it.each([
    ["≥50处并验收合格", "50处"],
    ["≤10件且无重大投诉", "8件"],
    ["≥95%，且无返工", "96%"],
    ["≥50处，全部验收合格", "50处"],
    ["≥50处并验收合格", "50处，验收中"],
    ["≥50处，全部验收合格", "50处，验收工作已启动"],
    ["≥50处，全部验收合格", "50处，部分验收合格"],
    ["≥50处，全部验收合格", "50处，30处验收合格"],
    ["≥50处且资料齐全", "50处，资料整理中"],
    ["≥50处并投入使用", "50处，即将投入使用"],
    ["≥95%，且无返工", "96%，返工2处"],
  ])("目标“%s”，实际“%s”：没有说到，要问", (target, actual) => {
    expect(openOf(target, actual)).toBe(true);
  });

  it.each([
    ["≥50处且质量合格", "50处，质量合格"],
    ["≥50处并通过验收", "50处，均已通过验收"],
    ["≥50处并投入使用", "50处均已投入使用"],
    ["≥50处，全部验收合格", "50处，全部合格"],
    ["≥95%，且无返工", "96%，未发生返工"],
    ["≥100人（含）", "100人"],
    ["≥28场，每季度7场", "28场，每季度7场"],
  ])("目标“%s”，实际“%s”：说到了，不问", (target, actual) => {
    expect(openOf(target, actual)).toBe(false);
  });
});
