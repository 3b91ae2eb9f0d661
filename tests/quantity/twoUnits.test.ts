import { describe, expect, it } from "vitest";
import { completionRate } from "../../src/criteria/completionRate";

describe("一个数用两个单位连着写：没有合起来，先问", () => {
  it.each([
    ["≤1.5小时", "1小时40分"],
    ["≤5分钟", "5分30秒"],
    ["≤2个月", "2个月10天"],
    ["≤1年", "1年零2个月"],
    ["≤5天", "5天又3小时"],
    ["≤3元", "3元5角"],
    ["≤5斤", "5斤3两"],
    ["≥3亩", "2亩5分"],
    ["≥10公里", "9公里500"],
    ["≤1米", "1米5"],
    ["≤5°", "5°30′"],
    ["1个季度内", "1个季度零5天"],
  ])("%s对%s", (target, actual) => {
    const rate = completionRate(target, actual, "办理时长");
    expect(rate.outcome === "rate" && rate.certainty === "sure").toBe(false);
  });

  it.each([
    ["≥300人", "2百90人", 29 / 30],
    ["≥2百人", "1百80人", 0.9],
    ["≤2小时", "1小时", 1],
    ["培训10期300人", "10期270人", 0.95],
    ["新建5公里，改建8公里", "改建8公里，新建4公里", 0.9],
  ])("%s对%s：完成率%d", (target, actual, wanted) => {
    const rate = completionRate(target, actual, "数量");
    expect(rate).toMatchObject({ outcome: "rate", certainty: "sure" });
    expect(rate.outcome === "rate" ? rate.rate : null).toBeCloseTo(wanted, 9);
  });
});
