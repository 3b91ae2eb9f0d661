import { describe, expect, it } from "vitest";
import type { NoForm } from "../../src/form/form";
import { readForms } from "../../src/form/readForms";
import type { SheetSnapshot, Snapshot } from "../../src/workbook/snapshot";
import { gridSheet, workbookOf } from "../support/grid";
import { sampleSnapshot } from "../support/sampleSnapshot";
import { formOf } from "./formOf";

function refused(snapshot: Snapshot, sheetName?: string): NoForm {
  const { main, noForm } = readForms(snapshot, sheetName);
  if (noForm === null) throw new Error(`read ${main.sheet}`);
  return noForm;
}

const city = await sampleSnapshot("samples/city-2023-blank.xlsx");
const table = [
  ["三级指标", "分值", "评分标准", "得分"],
  ["结转结余率", 2, "≤10%得2分", 2],
];
const titled = (name: string, ...title: readonly string[]): SheetSnapshot =>
  gridSheet([...title.map((text) => [text]), ...table], { name });

describe("不是自评表的工作簿", () => {
  it("工资表：四个标题都没有", () => {
    const payroll = gridSheet(
      [
        ["姓名", "基本工资", "绩效工资", "扣款", "实发"],
        ["甲", 5000, 800, 0, 5800],
      ],
      { name: "工资" },
    );
    expect(refused(workbookOf([payroll]))).toEqual({
      wanted: ["三级指标", "分值", "评分标准", "得分/自评分"],
      sheets: [
        {
          sheet: "工资",
          found: [],
          missing: ["三级指标", "分值", "评分标准", "得分/自评分"],
          reason: "缺少“三级指标”“分值”“评分标准”“得分/自评分”。",
        },
      ],
      why: "工作簿中没有找到绩效自评表：表头应有“三级指标”“分值”“评分标准”“得分/自评分”四个标题（有“年度目标值”的可以没有“评分标准”，分值可以写在指标名称里）。各工作表都没有这些标题。请打开含“部门整体支出绩效自评表”或“项目支出绩效自评表”的工作簿后再试。",
    });
  });

  it("四个标题都有，但还有目标值、完成值：是附表", () => {
    const annex = gridSheet(
      [
        ["三级指标", "分值", "评分标准", "年度目标值", "实际完成值", "得分"],
        ["人数", 10, "按完成率", 5, 5, 10],
      ],
      { name: "附表" },
    );
    expect(refused(workbookOf([annex])).why).toMatch(/“附表”的表头有“年度目标值”“实际完成值”/u);
  });

  it("标题散在不同的行，不拼成一张表", () => {
    const rows = ["三级指标", "分值", "评分标准", "得分"].flatMap((title) => [
      [title],
      [null],
      ["甲"],
      ["乙"],
    ]);
    const answer = refused(workbookOf([gridSheet(rows)]));
    expect(answer.sheets[0]?.missing).toHaveLength(3);
  });

  it("员工考核表只有“指标”，没有一、二、三级指标", () => {
    const staff = gridSheet(
      [
        ["指标", "分值", "评分标准", "得分"],
        ["出勤", 10, "全勤", 10],
      ],
      { name: "考核" },
    );
    expect(refused(workbookOf([staff])).why).toMatch(/“考核”缺少“三级指标”/u);
  });

  it("上方别的表里有“项目名称”，不影响下面的自评表", () => {
    const book = workbookOf([titled("Sheet1", "项目名称", "甲工程", "部门整体支出绩效自评表")]);
    expect(formOf(book).indicators).toHaveLength(1);
  });

  it.each([
    [
      "没有说是谁的考核，指标、目标、完成、权重、得分都有",
      [
        ["考核指标", "目标值", "完成值", "权重", "得分"],
        ["销售额", "100万元", "90万元", 60, 54],
      ],
    ],
    [
      "预算表",
      [
        ["项目", "年初预算数", "全年预算数", "全年执行数", "执行率"],
        ["办公费", 10, 10, 9.5, "95%"],
      ],
    ],
    [
      "指标清单没有分值",
      [
        ["一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "得分"],
        ["产出指标", "数量指标", "培训人数", "≥100人", "102人", null],
      ],
    ],
    [
      "有得分的时间安排",
      [
        ["时间", "指标内容", "完成情况", "分值", "得分"],
        ["3月", "报送自评表", "已完成", 10, 10],
      ],
    ],
    [
      "问卷",
      [
        ["序号", "评价指标", "评价标准", "分值", "评分"],
        [1, "服务态度", "非常满意10分，满意8分，一般6分", 10, 8],
      ],
    ],
    [
      "项目支出预算表，有项目名称、执行率和得分",
      [
        ["2024年项目支出预算表"],
        ["项目名称", "智慧校园"],
        ["序号", "项目名称", "年初预算数", "全年预算数", "全年执行数", "执行率", "得分"],
        [1, "办公费", 10, 10, 9.5, "95%", 9.5],
      ],
    ],
    [
      "指标清单，有评分标准和得分，没有分值",
      [
        ["绩效指标清单"],
        ["一级指标", "二级指标", "三级指标", "评分标准", "得分"],
        ["产出指标", "数量指标", "培训人数", "达到目标得满分", null],
      ],
    ],
    [
      "自评工作时间安排表，分三级，有分值和得分",
      [
        ["绩效自评工作时间安排表"],
        ["一级任务", "二级任务", "三级任务", "时间要求", "完成情况", "分值", "得分"],
        ["准备", "布置", "发文", "3月底前", "已完成", 10, 10],
        ["合计", null, null, null, null, 10, 10],
      ],
    ],
    [
      "满意度调查问卷，有分值、评分标准和得分",
      [
        ["项目绩效满意度调查问卷"],
        ["评价指标", "评价内容", "分值", "评分标准", "得分"],
        ["师资", "讲课水平", 10, "好得10分，中得8分，差得5分", 9],
      ],
    ],
    [
      "绩效目标申报表",
      [
        ["项目支出绩效目标申报表"],
        ["一级指标", "二级指标", "三级指标", "指标值", "分值"],
        ["产出指标", "数量指标", "培训人数", "≥100人", 10],
      ],
    ],
    [
      "绩效监控表",
      [
        ["项目支出绩效监控表"],
        ["一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分"],
        ["产出指标", "数量指标", "培训人数", "≥100人", "50人", 10, 5],
      ],
    ],
  ])("%s", (name, grid) => {
    const { sheets } = refused(workbookOf([gridSheet(grid, { name })]));
    expect(sheets[0]?.reason).toMatch(/^(?:缺少“|没有印分值|的表头有“)/u);
  });

  it("有表头没有指标", () => {
    expect(refused(workbookOf([gridSheet([["三级指标", "分值", "评分标准", "得分"]])])).why).toMatch(
      /下面没有带分值的三级指标/u,
    );
  });

  it("空工作簿、没有工作表", () => {
    expect(refused(workbookOf([gridSheet([])])).why).toMatch(/^工作簿是空的/u);
    expect(refused(workbookOf([])).why).toMatch(/^工作簿是空的/u);
  });

  it("评分底稿永远不是自评表", () => {
    expect(refused(workbookOf([titled("评分底稿")])).why).not.toMatch(/评分底稿/u);
    expect(refused(workbookOf([titled("底稿", "内部使用，不随表报送")])).wanted).toHaveLength(4);
  });

  it("最接近的工作表排在最前", () => {
    const near = gridSheet([["三级指标", "分值", "评分标准"]], { name: "近" });
    const far = gridSheet([["姓名"]], { name: "远" });
    expect(refused(workbookOf([far, near])).sheets.map((s) => s.sheet)).toEqual(["近", "远"]);
  });
});

describe("指定工作表", () => {
  it("附表、通报表不是自评表；没有的表名说清楚", () => {
    expect(refused(city, "部门整体支出绩效指标完成情况表").why).toMatch(/年度目标值/u);
    expect(refused(city, "专项资金绩效指标完成情况表").sheets).toHaveLength(1);
    expect(refused(city, "预算执行通报").sheets[0]?.found).toEqual([]);
    expect(refused(city, "没有").why).toBe("工作簿中没有名为“没有”的工作表，请核对工作表名称。");
  });

  it("两张都是自评表：默认取标题写明整体支出的，指定时取指定的", () => {
    const book = workbookOf([titled("草稿"), titled("正式", "部门整体支出绩效自评表")]);
    const form = formOf(book);
    expect(form.sheet).toBe("正式");
    expect(form.remarks.map((r) => [r.at.sheet, r.text])).toEqual([
      ["草稿", "工作表“草稿”也是自评表，另行计分；这里是“正式”。"],
    ]);
    expect(formOf(book, "草稿").sheet).toBe("草稿");
  });

  it("内容相当时取前面的一张；隐藏的让位于可见的，没有别的才读隐藏的并提示", () => {
    const hidden: SheetSnapshot = { ...titled("甲"), visibility: "hidden" };
    expect(formOf(workbookOf([titled("乙"), titled("丙")])).sheet).toBe("乙");
    expect(formOf(workbookOf([hidden, titled("乙")])).sheet).toBe("乙");
    expect(formOf(workbookOf([hidden])).remarks[0]?.text).toMatch(/隐藏状态/u);
  });
});

describe("标题说是别的评分表", () => {
  const grid = (title: string) => workbookOf([titled("表", title)]);

  it.each(["乡镇年度目标考核评分表", "食堂卫生检查评分表（2023年）", "政府采购评标打分表", "干部民主测评表"])(
    "“%s”不是自评表",
    (title) => {
      expect(refused(grid(title)).why).toContain("考核、检查一类的评分表");
    },
  );

  it.each(["部门整体支出绩效考核评分表", "2023年度绩效自评表", "专项资金绩效考评表", "指标评分表"])(
    "“%s”照常读",
    (title) => {
      expect(formOf(grid(title)).indicators).toHaveLength(1);
    },
  );
});
