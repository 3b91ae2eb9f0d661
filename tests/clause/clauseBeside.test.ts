import { describe, expect, test } from "vitest";
import { tryItem } from "../../src/app/tryItem";
import { readClause } from "../../src/clause/readClause";

/*
 * Words that stand beside a rule and change whom or what it holds of: read, or the clause is asked about.
 */

function readingOf(clause: string, weight: number): string {
  const read = readClause(clause, { indicator: "管理情况", weight });
  return read.state === "read" ? read.criterion.kind : read.state;
}

/** Points when its one question is answered so. */
function pointsOf(clause: string, weight: number, value: number, unit: string): number | null {
  const read = readClause(clause, { indicator: "管理情况", weight });
  const label = read.state === "read" ? (read.asks[0]?.label ?? "") : "";
  const item = tryItem({ id: "1", indicator: "管理情况", weight, clause, answers: [{ label, value, unit }] });
  return "points" in item && item.sure ? item.points : null;
}

describe("旁边的话改变了规则：要问", () => {
  test.each([
    ["未按规定程序采购的，每发现1起扣0.5分，每项扣分不超过0.5分，扣完为止。", 3],
    ["每发现一处扣1分，单项最多扣2分，扣完为止。", 4],
    ["每季度召开会议不少于2次得5分，每少1次扣0.5分，扣完为止。", 5],
    ["未按规定采购的（偏远地区按80%执行），每发现1起扣0.5分，扣完为止。", 3],
    ["未按规定采购的，再按1.1的系数调整，每发现1起扣0.5分，扣完为止。", 3],
    ["按要求编制目标（漏一项减10%）的得满分，否则不得分。", 3],
    ["成效明显得8分，缺少证明的降档，成效一般得4分，成效较差得0分。", 8],
    ["支出率≥90%的（经审批的除外），得4分；<90%的，得2分。", 4],
    ["本项为反向指标。得分=预算执行率×分值。", 4],
    ["由评价组按实际情况掌握：执行率≥90%得4分；<90%得2分。", 4],
    ["预算调整率=0得满分，每超1%扣0.5分，扣完为止。", 5],
  ])("“%s”", (clause, weight) => {
    expect(readingOf(clause, weight)).toBe("unread");
  });
});

describe("相近而不改变规则的照旧读得全", () => {
  test.each([
    ["未按规定程序采购的，每发现1起扣0.5分，该项最多扣2分。", 3, "deduct"],
    ["全年召开会议不少于2次得5分，每少1次扣0.5分，扣完为止。", 5, "stepped"],
    ["预算调整率（绝对值）≤5%得满分，每超1%扣0.5分，扣完为止。", 5, "stepped"],
    ["预算调整率（不含政策性追加）≤5%，得4分；>5%，得2分。", 4, "bands"],
  ])("“%s”", (clause, weight, kind) => {
    expect(readingOf(clause, weight)).toBe(kind);
  });
});

describe("“以下”的界归谁，看每步的范围怎样写", () => {
  test.each([
    ["覆盖率≥95%得5分；80%（含）-95%，每低1个百分点扣0.2分；80%以下不得分。", 5, 80, 2],
    ["办结率100%得4分；90%≤办结率<100%，每低1个百分点扣0.2分；90%以下不得分。", 4, 90, 2],
    ["结余率≤10%得4分；10%-20%（含20%），每超1个百分点扣0.2分；20%以上不得分。", 4, 20, 2],
    ["覆盖率≥95%得5分；80%（含）-95%，每低1个百分点扣0.2分；80%以下不得分。", 5, 79.9, 0],
  ])("“%s”满分%d，%d%%得%d分", (clause, weight, value, points) => {
    expect(pointsOf(clause, weight, value, "%")).toBeCloseTo(points, 9);
  });
});

describe("没有写明方向的数，越少越好的不当作“不低于”", () => {
  test.each([
    "5个工作日办结的得5分，否则不得分。",
    "差错率1%得满分，否则不得分。",
    "单位成本100元得5分，否则不得分。",
  ])("“%s”问是否做到", (clause) => {
    const read = readClause(clause, { indicator: "管理情况", weight: 5 });
    expect(read.state === "read" ? read.asks.map(({ kind }) => kind) : []).toEqual(["answer"]);
  });

  test("“100%公开得满分”是不低于", () => {
    const read = readClause("按要求100%公开得满分，否则不得分。", { indicator: "管理情况", weight: 5 });
    expect(read.state === "read" ? read.asks.map(({ kind }) => kind) : []).toContain("rate");
  });
});
