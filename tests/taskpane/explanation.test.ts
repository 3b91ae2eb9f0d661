import { describe, expect, test } from "vitest";
import { evaluated } from "../support/scored";
import type { ScorecardRow } from "../../src/scorecard/scorecard";
import { layOutScale, measuredLabel } from "../../src/taskpane/layOutScale";
import { markClause } from "../../src/taskpane/ClauseText";
import { nextBetter, type Scale } from "../../src/taskpane/nextBetter";
import { sampleSnapshot } from "../support/sampleSnapshot";

describe("标出适用的条文", () => {
  const standard = "2.合同签订及时率=…\n合同签订及时率=100%，得3分；\n90%≤合同签订及时率＜100%， 得2分；";
  test("全半角、空格、换行不同也能找到，标的是表内原文", () => {
    const runs = markClause(standard, "90%≤合同签订及时率<100%，得2分");
    expect(runs?.filter((run) => run.marked).map((run) => run.text)).toEqual([
      "90%≤合同签订及时率＜100%， 得2分",
    ]);
    expect(runs?.map((run) => run.text).join("")).toBe(standard);
  });
  test("找不到就不标，不猜", () => {
    expect(markClause(standard, "80%≤合同签订及时率<90%，得1分")).toBeNull();
    expect(markClause(standard, "")).toBeNull();
  });
});

const signing: Scale = {
  value: 0.95,
  unit: "%",
  branches: [
    { clause: "=100%，得3分", applies: false, from: 1, to: 1, points: 3 },
    { clause: "90%≤…<100%，得2分", applies: true, from: 0.9, to: 1, points: 2 },
    { clause: "80%≤…<90%，得1分", applies: false, from: 0.8, to: 0.9, points: 1 },
    { clause: "<80%，不得分", applies: false, from: null, to: 0.8, points: 0 },
  ],
};
const carryover: Scale = {
  value: 0.2205,
  unit: "%",
  branches: [
    { clause: "≤10%，得2分", applies: false, from: null, to: 0.1, points: 2 },
    { clause: "10%＜…≤20%，得1分", applies: false, from: 0.1, to: 0.2, points: 1 },
    { clause: "20%＜…≤30%，得0.5分", applies: true, from: 0.2, to: 0.3, points: 0.5 },
    { clause: "＞30%，得0分", applies: false, from: 0.3, to: null, points: 0 },
  ],
};

describe("离下一档还差多少", () => {
  test("越高越好：达到100%可得3分，还差5个百分点", () => {
    expect(nextBetter(signing, 2, "合同签订及时率")).toBe("合同签订及时率达到100%可得3分，还差5个百分点");
  });
  test("越低越好：先说最近的一档", () => {
    expect(nextBetter(carryover, 0.5, "结转结余率")).toBe("结转结余率降到20%可得1分，还差2.05个百分点");
  });
  test("已是最好的一档，不再提示", () => {
    expect(nextBetter({ ...signing, value: 1 }, 3, "合同签订及时率")).toBeNull();
  });
  test("按比例的一档之上是满分", () => {
    const completion: Scale = {
      value: 0.9657,
      unit: "%",
      branches: [
        { clause: "60%以下不得分", applies: false, from: null, to: 0.6, points: 0 },
        { clause: "60%-100%按比例", applies: true, from: 0.6, to: 1, points: null },
        { clause: "100-150%得满分", applies: false, from: 1, to: 1.5, points: 10 },
        { clause: "高于150%得一半分", applies: false, from: 1.5, to: null, points: 5 },
      ],
    };
    expect(nextBetter(completion, 9.657, "完成率")).toBe("完成率达到100%可得10分，还差3.43个百分点");
    expect(nextBetter({ ...completion, value: 6.85 }, 5, "完成率")).toBe(
      "完成率降到150%可得10分，还差535个百分点",
    );
  });
});

describe("说出所测的指标，不是行名", () => {
  test.each([
    ["samples/city-2023-blank.xlsx", 31, "合同签订及时率"],
    ["samples/city-2023-blank.xlsx", 40, "公用经费控制率"],
    ["samples/city-2023-blank.xlsx", 39, "固定资产利用率"],
  ] as const)("%s 第%i行：%s", async (file, row, label) => {
    expect(measuredLabel(await rowOf(file, row))).toBe(label);
  });

  test("采购合同签订时效性：合同签订及时率达到100%可得3分，还差5个百分点", async () => {
    const row = await rowOf("samples/city-2023-blank.xlsx", 31);
    if (row.result.outcome !== "scored" || row.result.scale === undefined) throw new Error("no scale");
    expect(nextBetter(row.result.scale, row.result.points, measuredLabel(row))).toBe(
      "合同签订及时率达到100%可得3分，还差5个百分点",
    );
  });
});

async function rowOf(file: string, row: number): Promise<ScorecardRow> {
  const evaluation = evaluated(await sampleSnapshot(file));
  const found = evaluation.scorecard.rows.find((one) => one.row === row);
  if (found === undefined) throw new Error(`no row ${row}`);
  return found;
}

describe("画出得分档次", () => {
  test("从低到高排列，数值落在适用的一档里", () => {
    const layout = layOutScale(signing);
    expect(layout.branches.map((branch) => branch.points)).toEqual([0, 1, 2, 3]);
    expect(layout.value).toBeCloseTo(0.625);
    expect(layout.bounds.map((bound) => bound.value)).toEqual([0.8, 0.9, 1]);
  });
});
