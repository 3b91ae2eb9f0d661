import { describe, expect, it } from "vitest";
import { tryItem } from "../../src/app/tryItem";

/** 未按时报送的扣1分 says what one costs; of two the text leaves open whether each costs it. */
describe("没有写“每”的扣分", () => {
  const shape = { id: "flat", indicator: "报送情况", weight: 6 };
  const clauses = [
    ["未按时报送的，扣1分；数据有误的，每处扣0.5分", "未按时报送"],
    ["按时报送的得6分，未按时报送的扣2分", "未按时报送"],
    ["未建立内部控制制度的扣2分，发现问题的每项扣1分", "未建立内部控制制度"],
  ] as const;
  const points = (clause: string, flat: string, count: number): unknown => {
    const answers = [
      { label: flat, value: count },
      { label: "数据有误", value: 0 },
      { label: "发现问题", value: 0 },
    ].filter(({ label }) => clause.includes(label));
    return tryItem({ ...shape, clause, answers });
  };

  it.each(clauses)("%s：一次照扣，没有的不扣，两次的问", (clause, flat) => {
    const cut = Number(/扣(\d)分/u.exec(clause)?.[1]);
    expect(points(clause, flat, 0)).toMatchObject({ points: 6, sure: true });
    expect(points(clause, flat, 1)).toMatchObject({ points: 6 - cut, sure: true });
    expect(points(clause, flat, 2)).toMatchObject({ points: null, sure: false });
  });
});
