import { describe, expect, it } from "vitest";
import type { Annex } from "../../src/form/annex";
import { readAnnexes } from "../../src/form/readAnnexes";
import { a1 } from "../../src/workbook/cell";
import type { SheetSnapshot, Snapshot } from "../../src/workbook/snapshot";
import { linesSheet, withAnnexes } from "../support/annexSheets";
import { sampleSnapshot } from "../support/sampleSnapshot";
import { formOf } from "./formOf";

const city = await sampleSnapshot("samples/city-2023-blank.xlsx");

function annexesOf(snapshot: Snapshot): readonly Annex[] {
  return readAnnexes(snapshot, formOf(snapshot));
}

function read(...sheets: readonly SheetSnapshot[]): readonly Annex[] {
  return annexesOf(withAnnexes(city, sheets));
}

/** Rows as "产出 数量指标 指标: 目标 / 实际 (分值)". */
function said(annex: Annex | undefined): readonly string[] {
  return (annex?.rows ?? []).map(({ group, level2, name, target, actual, weight }) => {
    const printed = weight === null ? "" : ` (${String(weight.points.value)})`;
    return `${group ?? "?"} ${level2} ${name.value}: ${String(target.content)} / ${String(actual.content)}${printed}`;
  });
}

describe("市级表的两张附表", () => {
  const [department, special] = annexesOf(city);

  it("按标题和列找到，整体32行，专项22行", () => {
    expect(department).toMatchObject({
      kind: "department",
      headerRow: 5,
      sheet: "部门整体支出绩效指标完成情况表",
    });
    expect(special).toMatchObject({ kind: "specialFund", headerRow: 5, sheet: "专项资金绩效指标完成情况表" });
    expect(department?.rows).toHaveLength(32);
    expect(special?.rows).toHaveLength(22);
    expect(annexesOf(city)).toHaveLength(2);
  });

  it("产出和效益由分组文字区分", () => {
    const count = (annex: Annex | undefined, group: string) =>
      annex?.rows.filter((row) => row.group === group).length;
    expect([count(department, "output"), count(department, "benefit")]).toEqual([23, 9]);
    expect([count(special, "output"), count(special, "benefit")]).toEqual([15, 7]);
  });

  it("分组标签里的“分值10”是这一组的分值", () => {
    expect(special?.rows[0]?.weight).toMatchObject({ of: "level1", points: { value: 10 } });
    expect(special?.rows[0]?.level1).toBe("产出指标");
    expect(department?.rows[0]?.weight).toBeNull();
  });

  it("完成率、得分、未完成原因各在哪一格", () => {
    const row = department?.rows[0];
    expect(row?.rateAt === null || row === undefined ? "" : a1(row.rateAt)).toBe("G6");
    expect(row?.score?.at).toMatchObject({ row: 6, column: 8 });
    expect(row?.shortfall?.at).toMatchObject({ row: 6, column: 9 });
  });
});

describe("各种版式", () => {
  it("带分值列，三级指标前有层级，留空的层级沿用上一行", () => {
    const [annex] = read(
      linesSheet(
        "附表1",
        `部门整体支出绩效指标完成情况表
        一级指标|二级指标|三级指标|分值|年初目标值|实际完成值|完成率|得分|未完成原因
        产出指标|数量指标|培训人数|6|≥100人|120人
        ||活动场次|4|12场|10场
        |质量指标|合格率|5|95%|97%
        效益指标|社会效益|就业率|10|90%|92%`,
      ),
    );
    expect(said(annex)).toEqual([
      "output 数量指标 培训人数: ≥100人 / 120人 (6)",
      "output 数量指标 活动场次: 12场 / 10场 (4)",
      "output 质量指标 合格率: 95% / 97% (5)",
      "benefit 社会效益 就业率: 90% / 92% (10)",
    ]);
  });

  it("指标性质和度量单位各占一列，与数值拼起来读", () => {
    const [annex] = read(
      linesSheet(
        "完成情况",
        `部门整体绩效目标完成情况表
        一级指标|二级指标|指标名称|指标性质|指标值|度量单位|完成值|权重|得分|未完成原因分析
        产出指标|数量指标|培训人次|≥|300|人次|321|20
        |成本指标|人均成本|≤|2|万元|1.8|10
        |质量指标|合格率|≥|95|%|97|10
        效益指标|社会效益|居民满意|定性|优|无|优|10
        |经济效益|投诉率|反向|5|%|2|10`,
      ),
    );
    expect(said(annex)).toEqual([
      "output 数量指标 培训人次: ≥300人次 / 321人次 (20)",
      "output 成本指标 人均成本: ≤2万元 / 1.8万元 (10)",
      "output 质量指标 合格率: ≥95% / 97% (10)",
      "benefit 社会效益 居民满意: 优 / 优 (10)",
      "benefit 经济效益 投诉率: ≤5% / 2% (10)",
    ]);
    expect(annex?.rows.map(({ qualitative }) => qualitative)).toEqual([false, false, false, true, false]);
    expect(annex?.rows[0]?.target.from).toMatchObject({
      kind: "joined",
      parts: [{ column: 4 }, { column: 5 }, { column: 6 }],
    });
    expect(annex?.rows[4]?.target.from).toMatchObject({
      kind: "joined",
      parts: ["≤", { column: 5 }, { column: 6 }],
    });
  });

  it("目标写在“预期实现值：”后面的一句话里", () => {
    const [annex] = read(
      linesSheet(
        "表2",
        `部门整体绩效目标完成情况
        分类|指标项|指标内容及年度预期实现值|2023 年 完成情况
        数量指标|就业人数|指标解释：新增就业。预期实现值：28 万人。|33.01 万人
        |创业数|指标解释：创业人数，预期实现: 3.3 万人|4.94 万人
        满意度|学生满意率|问卷，预期实现值：96%或以上|97.61%`,
      ),
    );
    expect(said(annex)).toEqual(
      [
        "output  就业人数: 28 万人。 / 33.01 万人",
        "output  创业数: 3.3 万人 / 4.94 万人",
        "benefit  学生满意率: 96%或以上 / 97.61%",
      ].map((line) => line.replace(": 3.3", ":  3.3")),
    );
    expect(annex?.rows[0]?.target.from).toEqual({ kind: "behind", marker: "预期实现值：" });
  });

  it("年初目标值和调整后目标值并存，两行表头；有调整的用调整后", () => {
    const [annex] = read(
      linesSheet(
        "附表",
        `部门整体支出绩效指标完成情况表
        一级指标|二级指标|三级指标|年度目标值||实际完成值|得分
        |||年初|调整后
        产出指标|数量指标|培训人数|100人|80人|80人
        效益指标|社会效益|就业率|90%||92%`,
        { merges: ["A2:A3", "B2:B3", "C2:C3", "D2:E2", "F2:F3", "G2:G3"] },
      ),
    );
    expect(said(annex)).toEqual([
      "output 数量指标 培训人数: 80人 / 80人",
      "benefit 社会效益 就业率: 90% / 92%",
    ]);
    expect(annex?.rows.map(({ initialTarget }) => initialTarget?.value ?? null)).toEqual(["100人", null]);
  });

  it("“绩效指标及年度目标值”合并两列，指标分类合并两列", () => {
    const [annex] = read(
      linesSheet(
        "专项附表",
        `就业专项资金绩效目标完成情况表
        指标分类||绩效指标及年度目标值||年度实现值
        产出指标(分值10)|数量指标|岗位补贴人数|4万人以上|4.5万人
        效益指标（10分）|社会效益|指导服务|≥60场|60场`,
        { merges: ["A2:B2", "C2:D2"] },
      ),
    );
    expect(annex).toMatchObject({ kind: "specialFund", fund: "就业专项资金" });
    expect(said(annex)).toEqual([
      "output 数量指标 岗位补贴人数: 4万人以上 / 4.5万人 (10)",
      "benefit 社会效益 指导服务: ≥60场 / 60场 (10)",
    ]);
  });

  it("分页重复表头和层级，小计和空行不算指标", () => {
    const [annex, ...others] = read(
      linesSheet(
        "附表",
        `部门整体支出绩效指标完成情况表
        一级指标|二级指标|三级指标|年度目标值|实际完成值|得分
        产出指标|数量指标|培训人数|100人|120人
        小计

        一级指标|二级指标|三级指标|年度目标值|实际完成值|得分
        产出指标|数量指标|活动场次|12场|10场
        效益指标|社会效益|就业率|90%|92%
        合计
        注：以上数据由业务科室提供`,
      ),
    );
    expect(others).toEqual([]);
    expect(annex?.rows.map(({ name }) => name.value)).toEqual(["培训人数", "活动场次", "就业率"]);
    expect(annex?.area).toEqual({ top: 2, left: 1, bottom: 8, right: 6 });
  });

  it("层级向下合并，一行里没有目标值也是指标", () => {
    const [annex] = read(
      linesSheet(
        "附表",
        `部门整体支出绩效指标完成情况表
        一级指标|二级指标|三级指标|年度目标值|实际完成值
        产出指标|数量指标|培训人数|100人|120人
        |||12场|10场
        ||合格率||97%`,
        { merges: ["A3:A5", "B3:B5"] },
      ),
    );
    expect(said(annex)).toEqual([
      "output 数量指标 培训人数: 100人 / 120人",
      "output 数量指标 培训人数: 12场 / 10场",
      "output 数量指标 合格率: null / 97%",
    ]);
  });

  it("几个专项资金，各有一张表，同在一个工作表", () => {
    const annexes = read(
      linesSheet(
        "专项",
        `专项资金绩效指标完成情况表
        专项资金名称：就业专项
        一级指标|二级指标|三级指标|年度目标值|实际完成值|得分
        产出指标|数量指标|补贴人数|100人|100人
        效益指标|社会效益|就业率|90%|92%

        专项资金绩效指标完成情况表
        专项资金名称：人才专项
        一级指标|二级指标|三级指标|年度目标值|实际完成值|得分
        产出指标|数量指标|引进人数|20人|13人`,
      ),
    );
    expect(annexes.map(({ fund, rows }) => [fund, rows.length])).toEqual([
      ["就业专项", 2],
      ["人才专项", 1],
    ]);
  });

  it("附表接在自评表下面也找得到，自评表自己不算", () => {
    const [form] = city.sheets;
    if (form === undefined) throw new Error("no form");
    const below = linesSheet(
      "x",
      `部门整体支出绩效指标完成情况表
      一级指标|二级指标|三级指标|年度目标值|实际完成值|完成率|得分
      产出指标|数量指标|培训人数|100人|120人`,
      { top: 48 },
    );
    const joined: SheetSnapshot = { ...form, rows: new Map([...form.rows, ...below.rows]) };
    const annexes = annexesOf({ ...city, sheets: [joined] });
    expect(annexes.map(({ headerRow, rows }) => [headerRow, rows.length])).toEqual([[49, 1]]);
  });

  it.each([
    ["项目支出绩效自评表", "项目支出绩效自评表"],
    ["评分底稿", "内部使用，不随表报送"],
  ])("%s不是附表", (name, title) => {
    const sheet = linesSheet(
      name,
      `${title}
      一级指标|二级指标|三级指标|年度指标值|实际完成值|得分
      产出指标|数量指标|培训人数|100人|120人`,
    );
    expect(read(sheet)).toEqual([]);
  });

  it("没有名字的目标表是部门的；已有一张写明的，就不是", () => {
    const plain = linesSheet(
      "Sheet3",
      `三级指标|目标值|完成值
      数量指标：培训人数|100人|120人`,
    );
    expect(read(plain).map(({ kind }) => kind)).toEqual(["department"]);
    expect(annexesOf({ ...city, sheets: [...city.sheets, plain] })).toHaveLength(2);
  });

  it("同样的附表有两张，只读第一张，并说明", () => {
    const [, , department] = city.sheets;
    if (department === undefined) throw new Error("no annex");
    const annexes = read(department, { ...department, name: "附表（上年）" });
    expect(annexes).toHaveLength(1);
    expect(annexes[0]?.remarks.map(({ text }) => text).join()).toContain("还有一张相同的附表");
  });
});
