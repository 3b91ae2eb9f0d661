import { describe, expect, it } from "vitest";
import { crossForms } from "../../src/review/crossForms";
import { layDesk } from "../../src/review/desk";
import { deskProject, honestProjects, recordsOf, type DeskProject } from "../support/reviewFiles";

const honest = recordsOf(honestProjects(20));

/** What is found where these stand among twenty honest forms: kind and the departments. */
function found(
  ...planted: readonly DeskProject[]
): readonly (readonly [kind: string, departments: string])[] {
  const files = planted.map((form, index): [string, Uint8Array] => [`另${index}.xlsx`, deskProject(form)]);
  const desk = layDesk([...honest, ...recordsOf(new Map(files))]);
  return crossForms(desk).map(({ kind, forms }) => [
    kind,
    forms
      .map(({ form }) => form.department)
      .sort()
      .join("、"),
  ]);
}

const scores = [9.5, 30, 20, 30, 9] as const;
const rows = (row: number, text: string): readonly string[] =>
  Array.from({ length: 5 }, (_, index) => (index === row ? text : ""));

describe("横向比对", () => {
  it("各写各的，没有线索", () => {
    expect(found()).toEqual([]);
    expect(
      found(
        {
          department: "甲局",
          scores,
          reasons: rows(1, "全年组织培训12期，培训学员1347人次，比计划多47人次。"),
        },
        {
          department: "乙局",
          scores,
          reasons: rows(1, "全年组织培训15期，培训学员1582人次，比计划多82人次。"),
        },
      ),
    ).toEqual([]);
  });

  it.each([
    ["写着数的一句", "全年组织培训12期，培训学员1347人次，比计划多47人次。"],
    [
      "没有数的一长句",
      "因上半年场地维修延后开班，下半年增加班次并与职业院校合作补齐了全部培训任务，没有影响年度目标。",
    ],
  ])("两个部门照抄%s，找出来，别的表不牵连", (_, text) => {
    const planted = ["甲局", "乙局"].map((department) => ({ department, scores, reasons: rows(1, text) }));
    expect(found(...planted)).toEqual([["同一句话", "乙局、甲局"]]);
  });

  it.each([
    ["短话谁都会写", "按计划完成。"],
    ["只有百分之百的一句", "按时完成全部发放任务，发放率100%。"],
    ["引同一个文件", "根据云财绩〔2024〕12号文件要求开展培训，培训学员按时到课，考核合格以后发给证书。"],
  ])("%s，不算照抄", (_, text) => {
    const planted = ["甲局", "乙局"].map((department) => ({ department, scores, reasons: rows(2, text) }));
    expect(found(...planted)).toEqual([]);
  });

  it("同一个部门的两个项目写同样的话，不算；五个以上部门都这样写的，是统一下发的话，不算", () => {
    const text = "全年组织培训12期，培训学员1347人次，比计划多47人次。";
    const same = ["甲项目", "乙项目"].map((project) => ({
      department: "甲局",
      project,
      scores,
      reasons: rows(1, text),
    }));
    expect(found(...same)).toEqual([]);
    const many = Array.from({ length: 7 }, (_, index) => ({
      department: `丁${index}局`,
      scores,
      reasons: rows(1, text),
    }));
    expect(found(...many)).toEqual([]);
  });

  it("两个部门用同一份佐证材料，找出来；各用各的、引同一个文件的，不算", () => {
    const withPaper = (text: string) => (department: string) => ({
      department,
      scores,
      papers: rows(4, text),
    });
    const same = withPaper("2024年11月学员满意度调查汇总表（样本312份）");
    expect(found(same("甲局"), same("乙局"))).toEqual([["同一份佐证材料", "乙局、甲局"]]);
    const [one, other] = [withPaper("满意度调查表2024年11月"), withPaper("满意度调查表2024年12月")];
    expect(found(one("甲局"), other("乙局"))).toEqual([]);
    const handed = withPaper("云财绩〔2024〕12号文件、部门决算报表、验收报告");
    expect(found(handed("甲局"), handed("乙局"))).toEqual([]);
  });

  it("两个部门同一项指标的大数一样，找出来；整数、位数少的，不算", () => {
    const trained = (text: string) => (department: string) => ({ department, scores, trained: text });
    const [big, round] = [trained("1347826人"), trained("1350000人")];
    expect(found(big("甲局"), big("乙局"))).toEqual([["同一个数", "乙局、甲局"]]);
    expect(found(round("甲局"), round("乙局"))).toEqual([]);
  });

  it("全是满分，找出来；有一项没有满分、有一项没有填的，不算", () => {
    expect(found({ department: "甲局", scores: [10, 30, 20, 30, 10], spent: 200 })).toEqual([
      ["全是满分", "甲局"],
    ]);
    expect(found({ department: "甲局", scores: [10, 30, 20, 29, 10], spent: 200 })).toEqual([]);
    expect(found({ department: "甲局", scores: [10, 30, 20, null, 10], spent: 200 })).toEqual([]);
  });

  it("钱没花完而全部完成，找出来；没有全部完成的、花得差不多的，不算", () => {
    const full = [3, 30, 20, 30, 10] as const;
    expect(found({ department: "甲局", scores: full, spent: 60 })).toContainEqual([
      "钱没花完，全部完成",
      "甲局",
    ]);
    const part = found({ department: "甲局", scores: [3, 20, 20, 30, 10], spent: 60 });
    expect(part.filter(([kind]) => kind === "钱没花完，全部完成")).toEqual([]);
    const most = found({ department: "甲局", scores: full, spent: 170 });
    expect(most.filter(([kind]) => kind === "钱没花完，全部完成")).toEqual([]);
  });

  it("执行率与二十个部门差得远的，找出来", () => {
    expect(found({ department: "甲局", scores: [3, 20, 20, 30, 10], spent: 60 })).toEqual([
      ["偏离同类", "甲局"],
    ]);
  });

  it("记录换个先后，线索一样", () => {
    const text = "全年组织培训12期，培训学员1347人次，比计划多47人次。";
    const files = ["甲局", "乙局"].map((department): [string, Uint8Array] => [
      `${department}.xlsx`,
      deskProject({ department, scores, reasons: rows(1, text) }),
    ]);
    const records = [...honest, ...recordsOf(new Map(files))];
    const keys = (all: typeof records) => crossForms(layDesk(all)).map(({ key }) => key);
    expect(keys([...records].reverse())).toEqual(keys(records));
  });
});
