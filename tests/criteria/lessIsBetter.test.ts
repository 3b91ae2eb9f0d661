import { describe, expect, it } from "vitest";
import { isEitherWay, isLessBetter } from "../../src/criteria/lessIsBetter";

describe("越少越好的事", () => {
  it.each([
    "贫困发生率",
    "PM2.5平均浓度",
    "诉求重复率",
    "存量违建",
    "拖欠工资人数",
    "信访总量",
    "逾期未整改点位",
    "资助学生因贫退学率",
    "居民消费价格控制率",
    "交通拥堵指数",
    "道路维护费",
  ])("%s", (name) => {
    expect(isLessBetter(name)).toBe(true);
  });

  it.each([
    "投诉办结率",
    "存量违建拆除数",
    "黑臭水体治理条数",
    "贫困人口脱贫人数",
    "疫情监测点数",
    "事故伤员救助人数",
    "返贫监测覆盖率",
    "违法案件查处数",
    "培训人数",
    "销售收入",
    "群众满意度",
    "发放手册数",
    "新建公厕数",
    "病床使用率",
    "危房改造户数",
    "结余资金收回数",
  ])("%s不是", (name) => {
    expect(isLessBetter(name)).toBe(false);
  });

  it("用量可能是越少越好，也可能是投用", () => {
    expect(["化肥使用量", "用水量", "疾病检出率"].map(isEitherWay)).toEqual([true, true, true]);
    expect(["疾病检出率", "发病率", "患病率"].map(isLessBetter)).toEqual([false, true, true]);
    expect(["化肥使用量下降率", "预算支出率"].map(isEitherWay)).toEqual([false, false]);
  });
});
