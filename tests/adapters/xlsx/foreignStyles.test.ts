import { describe, expect, it } from "vitest";
import { readStyles } from "../../../src/adapters/xlsx/readStyles";
import { trimStyles } from "../../../src/adapters/xlsx/trimStyles";
import type { Edit } from "../../../src/workbook/edit";
import { attribute, childrenOf, childOf } from "../../../src/adapters/xlsx/xmlElement";
import { parseXml } from "../../../src/adapters/xlsx/xmlTree";
import { applied, cellEdit, cellOf, opened, partText } from "./openParts";
import { richWorkbook } from "./richWorkbook";

const form = "自评表 1";
const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const mc = "http://schemas.openxmlformats.org/markup-compatibility/2006";
const x14 = "http://schemas.microsoft.com/office/spreadsheetml/2009/9/main";
const spaces = `xmlns="${main}" xmlns:mc="${mc}" xmlns:x14="${x14}" xmlns:new="urn:future"`;

const font = (name: string): string => `<font><sz val="10.5"/><name val="${name}"/></font>`;
const fill = (color: string): string =>
  `<fill><patternFill patternType="solid"><fgColor rgb="FF${color}"/></patternFill></fill>`;
const xf = (more = ""): string => `<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"${more}/>`;
const choose = (requires: string, choice: string, fallback: string): string =>
  `<mc:AlternateContent><mc:Choice Requires="${requires}">${choice}</mc:Choice><mc:Fallback>${fallback}</mc:Fallback></mc:AlternateContent>`;
const none = `<fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>`;
const lists = {
  fonts: `<fonts count="1">${font("仿宋")}</fonts>`,
  fills: `<fills count="2">${none}</fills>`,
  borders: `<borders count="1"><border/></borders>`,
  base: `<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>`,
  xfs: `<cellXfs count="2">${xf()}${xf(' applyAlignment="1"')}</cellXfs>`,
  dxfs: `<dxfs count="1"><dxf><font><b/></font></dxf></dxfs>`,
};
const sheetOf = (change: Partial<typeof lists> = {}, tag = "styleSheet"): string =>
  `<${tag} ${spaces}>${Object.values({ ...lists, ...change }).join("")}</${tag}>`;

/** Six cells with the styles 0 to 4 and none, a column with 2, a rule with the conditional look 0. */
const cells = [0, 1, 2, 3, 4].map(
  (style) => `<c r="${"ABCDE".charAt(style)}1" s="${style}"><v>${style}</v></c>`,
);
const worksheet = `<worksheet xmlns="${main}"><cols><col min="8" max="8" width="9" style="2"/></cols><sheetData><row r="1">${cells.join("")}<c r="F1"><v>5</v></c></row></sheetData><conditionalFormatting sqref="A1"><cfRule type="expression" dxfId="0" priority="1"><formula>A1&gt;1</formula></cfRule></conditionalFormatting></worksheet>`;

function book(styles: string | null): Uint8Array {
  const types = partText(richWorkbook(), "[Content_Types].xml");
  const rels = partText(richWorkbook(), "xl/_rels/workbook.xml.rels");
  return richWorkbook({
    parts: {
      "xl/worksheets/sheet1.xml": worksheet,
      "xl/styles.xml": styles,
      ...(styles === null
        ? {
            "[Content_Types].xml": types.replace(/<Override PartName="\/xl\/styles.xml"[^>]*>/, ""),
            "xl/_rels/workbook.xml.rels": rels.replace(/<Relationship [^>]*\/styles"[^>]*>/, ""),
          }
        : {}),
    },
  });
}

/** Everything that others count into: our own look, number format and highlight. */
const ours: readonly Edit[] = [
  { ...cellEdit(form, "A3", { value: 1 }), look: { role: "heading", format: "0.000" } } as Edit,
  { ...cellEdit(form, "B3", { value: 1 }), look: { role: "input" } } as Edit,
  {
    kind: "highlight",
    sheet: form,
    area: { top: 1, left: 2, bottom: 1, right: 2 },
    formula: "B1>9",
    role: "finding",
  },
];

const plainLook = (bytes: Uint8Array) => {
  const outcome = readStyles(bytes);
  if (!outcome.ok) throw new Error(outcome.problem.what);
  const sheet = outcome.value.get(form);
  return {
    cells: ["A1", "B1", "C1", "D1", "E1", "F1"].map((at) => {
      const look = sheet?.cells.get(1)?.get(at.charCodeAt(0) - 64);
      return look === undefined ? null : look;
    }),
    column: sheet?.columns.get(8) ?? null,
    rule: sheet?.conditional.find(({ formula }) => formula === "A1>1")?.fill ?? null,
  };
};

const bare = (look: unknown): unknown =>
  look ?? { fill: null, format: undefined, horizontal: "general", wrap: false, bold: false };

function seen(bytes: Uint8Array): unknown {
  const { cells: looks, column, rule } = plainLook(bytes);
  const short = (look: (typeof looks)[number]): unknown =>
    look === null
      ? bare(null)
      : {
          fill: look.fill,
          format: look.format,
          horizontal: look.horizontal,
          wrap: look.wrap,
          bold: look.font.bold,
        };
  return { looks: looks.map(short), column: short(column), rule };
}

const variants: readonly (readonly [string, string | null])[] = [
  ["没有样式部分", null],
  ["空的样式表", `<styleSheet xmlns="${main}"/>`],
  ["空的样式表，带前缀", `<x:styleSheet xmlns:x="${main}"></x:styleSheet>`],
  ["只有 extLst", `<styleSheet xmlns="${main}"><extLst><ext uri="{A}"/></extLst></styleSheet>`],
  ["没有 cellXfs", sheetOf({ xfs: "" })],
  ["空的 cellXfs", sheetOf({ xfs: '<cellXfs count="0"/>' })],
  ["cellXfs 不够", sheetOf()],
  ["没有字体", sheetOf({ fonts: "" })],
  ["没有填充", sheetOf({ fills: "" })],
  [
    "只有一个填充",
    sheetOf({ fills: `<fills count="1">${none.slice(0, none.indexOf("</fill>") + 7)}</fills>` }),
  ],
  ["没有边框", sheetOf({ borders: "<borders/>" })],
  ["字体、填充、边框都没有", sheetOf({ fonts: "", fills: "", borders: "", base: "" })],
  [
    "字体指到没有的号",
    sheetOf({ xfs: `<cellXfs>${xf()}${xf().replace('fontId="0"', 'fontId="1"')}</cellXfs>` }),
  ],
  [
    "填充指到没有的号",
    sheetOf({ xfs: `<cellXfs>${xf()}${xf().replace('fillId="0"', 'fillId="2"')}</cellXfs>` }),
  ],
  ["没有条件格式的样式", sheetOf({ dxfs: "" })],
  ["个数写错", sheetOf({ xfs: lists.xfs.replace('"2"', '"7"'), dxfs: lists.dxfs.replace('"1"', '"9"') })],
  [
    "不写个数",
    sheetOf({ xfs: lists.xfs.replace(' count="2"', ""), fonts: lists.fonts.replace(' count="1"', "") }),
  ],
  ["后面有 extLst", sheetOf({ dxfs: `${lists.dxfs}<extLst><ext uri="{A}"/></extLst>` })],
  ["整个字体表二选一", sheetOf({ fonts: choose("x14", lists.fonts, lists.fonts) })],
  [
    "整个格式表二选一，长短不同",
    sheetOf({ xfs: choose("x14", `<cellXfs>${xf()}${xf()}${xf()}</cellXfs>`, lists.xfs) }),
  ],
  [
    "字体表里二选一",
    sheetOf({ fonts: `<fonts>${choose("x14", font("黑体"), font("宋体"))}${font("仿宋")}</fonts>` }),
  ],
  [
    "条件样式表里二选一",
    sheetOf({ dxfs: `<dxfs>${choose("new", "<dxf/>", "<dxf><font><b/></font></dxf>")}</dxfs>` }),
  ],
];

describe("样式表各式各样，写进我们的样式以后，别人的单元格外观不变", () => {
  it.each(variants)("%s", async (_, styles) => {
    const bytes = book(styles);
    const before = seen(bytes);
    const workbook = opened(bytes);
    await applied(workbook, ours);
    const saved = workbook.save();
    expect(seen(saved)).toEqual(before);
    expect(cellOf(opened(saved), form, "A3")).toEqual({ value: 1, format: "0.000" });
    expectSound(partText(saved, "xl/styles.xml"));
    const own = plainLook2(saved);
    expect(own).toEqual([
      ["#f2f2f2", true],
      ["#eaf4ea", false],
    ]);
    // 撤去以后，别人的外观仍不变。
    await applied(workbook, [
      cellEdit(form, "A3", { value: null }),
      cellEdit(form, "B3", { value: null }),
      {
        kind: "removeHighlight",
        sheet: form,
        area: { top: 1, left: 2, bottom: 1, right: 2 },
        formula: "B1>9",
      },
    ]);
    const trimmed = trimStyles(workbook.save());
    expect(trimmed.ok && seen(trimmed.value)).toEqual(before);
  });

  function plainLook2(bytes: Uint8Array): unknown {
    const outcome = readStyles(bytes);
    const row = outcome.ok ? outcome.value.get(form)?.cells.get(3) : undefined;
    return [1, 2].map((column) => [row?.get(column)?.fill, row?.get(column)?.font.bold]);
  }

  /** Every number that a style points at is there, and every list says how long it is. */
  function expectSound(text: string): void {
    const { root } = parseXml(text, "styles");
    if (text.includes("AlternateContent")) return;
    const items = (list: string) =>
      childOf(root, list)?.children.filter((each) => typeof each !== "string") ?? [];
    for (const list of ["fonts", "fills", "borders", "cellStyleXfs", "cellXfs"]) {
      expect(items(list).length, list).toBeGreaterThan(0);
      const count = attribute(childOf(root, list), "count");
      if (count !== undefined && list !== "cellStyleXfs") expect(Number(count), list).toBeGreaterThan(0);
    }
    for (const each of childrenOf(childOf(root, "cellXfs"), "xf").slice(-2)) {
      for (const [id, list] of [
        ["fontId", "fonts"],
        ["fillId", "fills"],
        ["borderId", "borders"],
      ] as const) {
        expect(Number(attribute(each, id)), id).toBeLessThan(items(list).length);
      }
    }
  }
});

describe("二选一的样式照 Excel 选的数", () => {
  const red = sheetOf({
    fills: `<fills>${none}${choose("x14", fill("FF0000"), fill("00FF00"))}${fill("0000FF")}</fills>`,
    xfs: `<cellXfs>${xf()}${xf().replace('fillId="0"', 'fillId="3"')}${choose("x14 new", xf().repeat(2), xf().replace('fillId="0"', 'fillId="2"'))}${xf(' quotePrefix="1"').replace('fillId="0"', 'fillId="3"')}</cellXfs>`,
  });

  it("认得的取 Choice，有一个不认得的取 Fallback，号不错位", async () => {
    const bytes = book(red);
    const fills = plainLook(bytes).cells.map((look) => look?.fill ?? null);
    expect(fills).toEqual([null, "#0000ff", "#ff0000", "#0000ff", null, null]);
    const workbook = opened(bytes);
    await applied(workbook, ours);
    expect(plainLook(workbook.save()).cells.map((look) => look?.fill ?? null)).toEqual(fills);
  });

  it.each([
    ["x14", "Choice"],
    ["x14 x14", "Choice"],
    ["new", "Fallback"],
    ["x14 new", "Fallback"],
    ["没有声明", "Fallback"],
    ["", "Fallback"],
  ])("Requires=“%s”取 %s", (requires, taken) => {
    const bytes = book(
      sheetOf({
        fills: `<fills>${none}${choose(requires, fill("FF0000"), fill("00FF00"))}</fills>`,
        xfs: `<cellXfs>${xf().replace('fillId="0"', 'fillId="2"')}</cellXfs>`,
      }),
    );
    expect(plainLook(bytes).cells[0]?.fill).toBe(taken === "Choice" ? "#ff0000" : "#00ff00");
  });

  it("各种前缀声明在哪里都认得", () => {
    const own = `<m:AlternateContent xmlns:m="${mc}"><m:Choice xmlns:q="${x14}" Requires="q">${fill("FF0000")}</m:Choice></m:AlternateContent>`;
    const bytes = book(
      sheetOf({
        fills: `<fills>${none}${own}</fills>`,
        xfs: `<cellXfs>${xf().replace('fillId="0"', 'fillId="2"')}</cellXfs>`,
      }),
    );
    expect(plainLook(bytes).cells[0]?.fill).toBe("#ff0000");
  });
});

describe("没有样式的 Strict 文件", () => {
  it("新的样式部分用它自己的命名空间", async () => {
    const rels = partText(richWorkbook({ strict: true }), "xl/_rels/workbook.xml.rels");
    const bytes = richWorkbook({
      strict: true,
      parts: {
        "xl/styles.xml": null,
        "xl/_rels/workbook.xml.rels": rels.replace(/<Relationship [^>]*\/styles"[^>]*>/, ""),
      },
    });
    const workbook = opened(bytes);
    await applied(workbook, [{ ...cellEdit(form, "D9", { value: 1 }), look: { format: "0.000" } } as Edit]);
    expect(partText(workbook.save(), "xl/styles.xml")).toContain(
      "http://purl.oclc.org/ooxml/spreadsheetml/main",
    );
  });
});

describe("单元格格式多到 Excel 的上限", () => {
  // Excel 最多 65,490 种：还差一种时放得下，再多就不写；不用新格式的照写。
  const full = (count: number): Uint8Array => {
    const many = xf() + "<xf/>".repeat(count - 1);
    return book(sheetOf({ xfs: `<cellXfs count="${count}">${many}</cellXfs>` }));
  };
  const dressed = { ...cellEdit(form, "A1", { value: 1 }), look: { format: "0.000" } } as Edit;

  it.each([
    [65_489, dressed, true],
    [65_490, dressed, false],
    [65_490, cellEdit(form, "A1", { value: 1 }), true],
  ])("有 %i 种", async (count, edit, written) => {
    const bytes = full(count);
    const workbook = opened(bytes);
    const outcome = await workbook.apply({ edits: [edit], expects: [] });
    expect(outcome.ok ? "" : outcome.problem.what).toBe(
      written ? "" : "这个工作簿的单元格格式太多，放不下新的格式，文件没有改动。",
    );
    if (!written) expect(workbook.save()).toEqual(bytes);
  });
});
