import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ProjectLedger } from "../../src/ledger/ledger";
import { readLedger } from "../../src/ledger/readLedger";
import type { CellSnapshot, CellValue, SheetSnapshot } from "../../src/workbook/snapshot";
import { gridSheet, workbookOf } from "../support/grid";
import { projectForm, projectList } from "../support/fundForms";

function read(...sheets: readonly SheetSnapshot[]): ProjectLedger {
  const ledger = readLedger(workbookOf(sheets));
  if ("why" in ledger) throw new Error(ledger.why);
  return ledger;
}

/** "4401 甲：initial 850元 2023, …" */
const lines = ({ rows }: ProjectLedger): readonly string[] =>
  rows.map(({ code, name, figures }) => {
    const all = figures.flatMap(({ kind, source, year, amount }) => {
      if (amount.kind === "blank") return [];
      const value = amount.kind === "number" ? `${amount.value}${amount.unit ?? "？"}` : amount.why;
      return [[kind, source, value, year].filter((one) => one !== "" && one !== null).join(" ")];
    });
    return `${code} ${name}：${all.join("，")}`;
  });

describe("读台账", () => {
  it("表头在前几行，列的次序和叫法不拘；年度和单位在标题里", () => {
    const grid: readonly (readonly CellValue[])[] = [
      ["某局2023年度项目支出执行情况表"],
      [null, null, "金额单位：万元"],
      [],
      ["全年支出数", "序号", "调整后预算数", "项目名称", "年初预算数", "项目代码"],
      [779, 1, 820, "校舍维修", 850, "4401"],
    ];
    expect(lines(read(gridSheet(grid)))).toEqual([
      "4401 校舍维修：executed 779万元 2023，annual 820万元 2023，initial 850万元 2023",
    ]);
  });

  it("两级表头，分资金来源；单位写在表头里；打印日期不是年度", () => {
    const grid: readonly (readonly CellValue[])[] = [
      ["项目台账", null, "打印日期：2024年3月15日"],
      ["项目编码", "项目名称", "全年预算数（元）", null, null, "全年执行数（万元）"],
      [null, null, "合计", "财政拨款", "上年结转", null],
      ["4401", "甲", 300, 200, 100, 0.03],
    ];
    const sheet = gridSheet(grid, { merges: ["A2:A3", "B2:B3", "C2:E2", "F2:F3"] });
    expect(lines(read(sheet))).toEqual([
      "4401 甲：annual 300元，annual 财政拨款 200元，annual 上年结转 100元，executed 0.03万元",
    ]);
  });

  it("表名像资金来源的，不是两级表头", () => {
    const grid: readonly (readonly CellValue[])[] = [
      ["2023年度省级财政专项资金"],
      ["项目编码", "项目名称", "全年预算数（元）"],
      ["4401", "甲", 300],
    ];
    expect(lines(read(gridSheet(grid, { merges: ["A1:C1"] })))).toEqual(["4401 甲：annual 300元 2023"]);
    expect(lines(read(gridSheet(grid)))).toEqual(["4401 甲：annual 300元 2023"]);
  });

  it("一个项目几行，每行一个资金来源", () => {
    const header = ["项目编码", "项目名称", "资金来源", "全年预算数"];
    const grid = [header, ["1", "甲", "合计", 3], [null, null, "财政拨款", 2], [null, null, "其他资金", 1]];
    const sheet = gridSheet(grid, { merges: ["A2:A4", "B2:B4"] });
    expect(lines(read(sheet))).toEqual([
      "1 甲：annual 3？",
      "1 甲：annual 财政拨款 2？",
      "1 甲：annual 其他资金 1？",
    ]);
  });

  it("合计行、重复的表头、没有名称的行不是项目，逐条说明", () => {
    const header = ["项目编码", "项目名称", "年初预算数", "全年预算数", "全年执行数"];
    const ledger = read(
      projectList([
        ["1", "甲", 1, 1, 1],
        header,
        ["2", "乙", 2, 2, 2],
        ["合计", null, 3, 3, 3],
        [null, null, 9],
      ]),
    );
    expect(ledger.rows.map(({ name }) => name)).toEqual(["甲", "乙"]);
    expect(ledger.notes).toEqual([
      "台账“项目清单”第7行是合计行，没有当作项目。",
      "台账“项目清单”第8行没有项目编码和名称，没有用。",
    ]);
  });

  const cells: readonly (readonly [string, CellSnapshot, string])[] = [
    ["数", { value: 12.5 }, "12.5元"],
    ["文字里的数", { value: "１,234.50" }, "1234.5元"],
    ["自带单位", { value: "12万元" }, "12万元"],
    ["有结果的公式", { value: 7, formula: "=A1" }, "7元"],
    [
      "没有结果的公式",
      { value: null, formula: "=A1" },
      "是没有结果的公式，请用 Excel 或 WPS 打开台账保存一次",
    ],
    ["错误值", { value: "#REF!" }, "是错误值#REF!"],
    ["横线", { value: "—" }, "“—”不是一个数"],
    ["大写", { value: "四十五万" }, "“四十五万”不是一个数"],
    ["负数", { value: -3 }, "-3是负数"],
    ["百分数", { value: 0.5, format: "0%" }, "是日期或百分数，不是金额"],
    ["日期", { value: 45000, format: "yyyy-mm-dd" }, "是日期或百分数，不是金额"],
    ["像公式的文字", { value: '=HYPERLINK("http://x","1")' }, '“=HYPERLINK("http://x”不是一个数'],
    ["逻辑值", { value: true }, "“true”不是一个数"],
  ];
  it.each(cells)("金额：%s", (_, cell, wanted) => {
    const sheet = projectList([["1", "甲", null, null, 1]]);
    const rows = new Map(sheet.rows).set(4, new Map(sheet.rows.get(4)).set(3, cell));
    expect(lines(read({ ...sheet, rows }))).toEqual([`1 甲：initial ${wanted} 2023，executed 1元 2023`]);
  });

  it("几个项目合并的金额不是其中一个的", () => {
    const sheet = projectList([
      ["1", "甲", 5, 5, 5],
      ["2", "乙", null, 6, 6],
    ]);
    expect(lines(read({ ...sheet, merges: [{ top: 4, left: 3, bottom: 5, right: 3 }] }))).toEqual([
      "1 甲：initial 是几个项目或几列合并的单元格 2023，annual 5元 2023，executed 5元 2023",
      "2 乙：initial 是几个项目或几列合并的单元格 2023，annual 6元 2023，executed 6元 2023",
    ]);
  });

  it.each([
    ["文字", { value: " ４４01-a " }, "4401-A", false],
    ["数", { value: 4401 }, "4401", false],
    ["前面补零的数", { value: 41, format: "000000" }, "000041", false],
    ["超过15位的数", { value: 4.4010000001e20 }, "", true],
    ["写成科学计数的", { value: "4.401E+20" }, "", true],
  ] as const)("编码：%s", (_, cell, code, isCodeLost) => {
    const sheet = projectList([["1", "甲", 1, 1, 1]]);
    const rows = new Map(sheet.rows).set(4, new Map(sheet.rows.get(4)).set(1, cell));
    expect(read({ ...sheet, rows }).rows).toMatchObject([{ code, isCodeLost }]);
  });

  it.each([
    ["自评表", projectForm(), "没有找到表头"],
    ["空表", gridSheet([]), "没有找到表头"],
    [
      "没有金额的清单",
      gridSheet([
        ["项目编码", "项目名称"],
        ["1", "甲"],
      ]),
      "没有找到表头",
    ],
    ["只有表头", projectList([]), "表头下面没有项目"],
    [
      "两列名称",
      gridSheet([
        ["项目名称", "项目名称", "全年预算数"],
        ["甲", "乙", 1],
      ]),
      "有几列项目名称",
    ],
    ["超长", projectList([...Array.from({ length: 20_001 }, () => ["1", "甲", 1, 1, 1])]), "超过20000行"],
  ])("%s：不是台账，说明原因", (_, sheet, why) => {
    const ledger = readLedger(workbookOf([sheet]));
    expect("why" in ledger ? ledger.why : "读成了台账").toContain(why);
  });

  it("5000行、到处是合并单元格和公式，读得完", () => {
    const rows = Array.from({ length: 5000 }, (_, n) => [`${n}`, `项目${n}`, `=A${n}`, n, n]);
    const merges = Array.from({ length: 2000 }, (_, n) => `F${n * 2 + 4}:G${n * 2 + 5}`);
    const sheet = { ...projectList(rows), merges: gridSheet([], { merges }).merges };
    expect(read(sheet).rows).toHaveLength(5000);
  });

  it("什么样的格子都读得完，不出错", () => {
    const value = fc.oneof(
      fc.constantFrom<CellValue>(
        "项目编码",
        "项目名称",
        "全年预算数",
        "财政拨款",
        "合计",
        "=A1",
        null,
        true,
        1e300,
      ),
      fc.string(),
      fc.double(),
    );
    fc.assert(
      fc.property(fc.array(fc.array(value, { maxLength: 6 }), { maxLength: 8 }), (grid) => {
        const ledger = readLedger(workbookOf([gridSheet(grid, { merges: ["A1:B2", "C2:C9"] })]));
        expect("why" in ledger ? ledger.why : ledger.rows).not.toHaveLength(0);
      }),
    );
  });
});
