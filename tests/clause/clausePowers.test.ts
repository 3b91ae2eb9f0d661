import { describe, expect, it } from "vitest";
import { tryItem } from "../../src/app/tryItem";

const item = { id: "units", indicator: "绿化", weight: 5 };
const points = (clause: string, label: string, value: number, unit: string): unknown =>
  tryItem({ ...item, clause, answers: [{ label, value, unit }] });

describe("单位里的平方、立方和字母", () => {
  it.each(["㎡", "m²", "m2", "平方米"])("面积以%s计：每少10的扣1分", (unit) => {
    const clause = `新增绿化面积达到100${unit}得满分，每少10${unit}扣1分，扣完为止。`;
    expect(points(clause, "新增绿化面积", 80, "平方米")).toMatchObject({ points: 3, sure: true });
  });

  it.each([
    ["运输里程达到10km得满分，每少1km扣1分", "运输里程", 8000, "m", 3],
    ["运输里程达到10km得满分，每少1km扣1分", "运输里程", 8, "公里", 3],
    ["运输垃圾达到10t得满分，每少1t扣1分", "运输垃圾", 8000, "kg", 3],
  ] as const)("%s：%s%d%s", (clause, label, value, unit, wanted) => {
    expect(points(clause, label, value, unit)).toMatchObject({ points: wanted, sure: true });
  });

  it.each([
    ["办理时长不超过2h得满分，每超0.5h扣1分", "办理时长", 180, "min"],
    ["停机时间不超过90min得满分，每超10min扣1分", "停机时间", 2, "h"],
    ["发放宣传品达到100件得满分，每少10件扣1分", "发放宣传品", 80, "人"],
    ["发放宣传品达到100件得满分，每少10件扣1分", "发放宣传品", 80, "h"],
  ] as const)("%s：%s%d%s单位不合，不用", (clause, label, value, unit) => {
    expect(points(clause, label, value, unit)).toMatchObject({ points: null, sure: false });
  });
});
