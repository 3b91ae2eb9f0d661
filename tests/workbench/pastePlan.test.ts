import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { areaA1, parseArea } from "../../src/workbook/cell";
import type { Edit } from "../../src/workbook/edit";
import { readClipboardText } from "../../src/workbook/clipboardText";
import type { SheetSnapshot } from "../../src/workbook/snapshot";
import { clipboardHtml, clipboardText, copyCells } from "../../src/workbench/copyCells";
import { planClear, planFill, planPaste, type ClipboardGrid } from "../../src/workbench/pastePlan";
import { gridSheet } from "../support/grid";

const area = (name: string) => parseArea(name) ?? { top: 0, left: 0, bottom: 0, right: 0 };
const textGrid = (text: string): ClipboardGrid =>
  readClipboardText(text).map((line) => line.map((cell) => ({ text: cell })));

/** "A1=10 B1='甲'": what is written where, formulas with "=". */
function written(edits: readonly Edit[]): string {
  return edits
    .flatMap((edit) => {
      if (edit.kind !== "cell") return [];
      const { row, column } = edit.at;
      const content =
        "formula" in edit.content ? `=${edit.content.formula}` : JSON.stringify(edit.content.value);
      const look = edit.look?.format === undefined ? "" : `[${edit.look.format}]`;
      return [`${areaA1({ top: row, left: column, bottom: row, right: column })}:${content}${look}`];
    })
    .join(" ");
}

function paste(sheet: SheetSnapshot, grid: ClipboardGrid, into: string): string {
  const outcome = planPaste(sheet, grid, area(into));
  return outcome.ok ? written(outcome.value.edits) : outcome.problem.why;
}

describe("粘贴", () => {
  const sheet = gridSheet(
    [
      ["甲", "乙", "丙"],
      [1, 2, 3],
    ],
    { merges: ["A5:C6"] },
  );

  test("数、百分数、文字照打字的办法读；空格子清空", () => {
    expect(paste(sheet, textGrid("1,045.73\t99.83%\t10 分\r\n\t甲\t\r\n"), "A1")).toBe(
      'A1:1045.73 B1:0.9983[0.00%] C1:"10 分" A2:null B2:"甲" C2:null',
    );
  });
  test("格内有换行的，只进一格，后面的不串行", () => {
    expect(paste(sheet, textGrid('"一\n二"\t3\r\n四\t5\r\n'), "A1")).toBe('A1:"一\\n二" B1:3 A2:"四" B2:5');
  });
  test("外来的“=…”是文字，不运行", () => {
    expect(paste(sheet, textGrid('=HYPERLINK("http://x")\t =1+1\t=cmd|x'), "A1")).toBe(
      'A1:"=HYPERLINK(\\"http://x\\")" B1:" =1+1" C1:"=cmd|x"',
    );
  });
  test("一格填满选区，整块按倍数重复，放不成倍数的从左上角起", () => {
    expect(paste(sheet, textGrid("7"), "A1:B2")).toBe("A1:7 B1:7 A2:7 B2:7");
    expect(paste(sheet, textGrid("7\t8"), "A1:B2")).toBe("A1:7 B1:8 A2:7 B2:8");
    expect(paste(sheet, textGrid("7\t8"), "A1:C1")).toBe("A1:7 B1:8");
  });
  test("合并单元格：写进第一格；要落在盖住的格子里的，一格也不写，说明是哪一格", () => {
    expect(paste(sheet, textGrid("7"), "A5:C6")).toBe("A5:7");
    expect(paste(sheet, textGrid("7\t\t"), "A5:C6")).toBe("A5:7");
    expect(paste(sheet, textGrid("7\r\n8\r\n"), "A5:C6")).toBe(
      "“8”要写进 A6，它在合并单元格 A5:C6 里，写进去看不见。",
    );
    expect(paste(sheet, [[{ text: "标题" }, null, null]], "A1")).toBe('A1:"标题"');
  });
  test("别的程序给了全部小数的，按全部小数写；写作文字的还是文字", () => {
    const cells = [
      { text: "9.66", exact: 9.657 },
      { text: "99.83%", exact: 0.99831 },
      { text: "¥1,045.73", exact: 1045.7349 },
      { text: "(5.0)", exact: -5 },
      { text: "2023/2/10", exact: 44967 },
      { text: "####", exact: 1234567 },
      { text: "001", isText: true as const },
    ];
    expect(paste(sheet, [cells], "A1")).toBe(
      'A1:9.657 B1:0.99831[0.00%] C1:1045.7349["¥"#,##0.00] D1:-5 E1:"2023/2/10" F1:1234567 G1:"001"',
    );
  });
  test("十六位以上的数字不丢末尾的数", () => {
    expect(paste(sheet, textGrid("440106199901011234"), "A1")).toBe('A1:"440106199901011234"');
  });
  test("“￥1,200.00”是数，写作文字的“￥5”还是文字", () => {
    expect(paste(sheet, textGrid("￥1,200.00\t-¥3"), "A1")).toBe('A1:1200["¥"#,##0.00] B1:-3["¥"#,##0]');
    expect(paste(sheet, [[{ text: "￥5", isText: true }]], "A1")).toBe('A1:"￥5"');
  });
  test("什么都没有，一格也不写，说明没有文字；空白的一格清空", () => {
    expect(paste(sheet, [], "A1:B2")).toContain("没有文字");
    expect(paste(sheet, [[]], "A1")).toContain("没有文字");
    expect(paste(sheet, textGrid("\r\n"), "A1")).toBe("A1:null");
  });
  test("出了表的边，一格也不写", () => {
    expect(paste(sheet, textGrid("1\t2"), "XFD1")).toContain("放不下");
  });
});

describe("在工作台里复制再粘贴", () => {
  const sheet = gridSheet(
    [
      [1, "=A1*2", "001"],
      [0.5, "=$A$1+A2", "=合计"],
      [null, true, ""],
    ],
    {
      merges: ["A4:B4"],
    },
  );
  test("公式跟着位置走，绝对引用不动，文字不变成数", () => {
    expect(paste(sheet, copyCells(sheet, area("A1:C2")), "D5")).toBe(
      'D5:1[General] E5:==D5*2[General] F5:"001" D6:0.5[General] E6:==$A$1+D6[General] F6:==合计[General]'.replaceAll(
        "[General]",
        "[General]",
      ),
    );
  });
  test("剪切的公式看原来的格子", () => {
    expect(paste(sheet, copyCells(sheet, area("B1:B1"), true), "D5")).toContain("D5:==A1*2");
  });
  test("向下填充：第一行填到下面各行；只选一格，填上面一格的", () => {
    const fill = (name: string, by: "down" | "right") =>
      written(planFill(sheet, area(name), by, (one) => copyCells(sheet, one))).replaceAll("[General]", "");
    expect(fill("A1:B3", "down")).toBe("A2:1 B2:==A2*2 A3:1 B3:==A3*2");
    expect(fill("B3", "down")).toBe("B3:==$A$1+A3");
    expect(fill("A1:B1", "right")).toBe("B1:1");
    expect(fill("A1", "down")).toBe("");
    // The covered part of A4:B4 is passed over.
    expect(fill("A3:B4", "down")).toBe("A4:null");
  });
  test("清除选区：只清有内容的格子", () => {
    expect(written(planClear(sheet, area("A1:B3"), "清除"))).toBe("A1:null B1:null A2:null B2:null B3:null");
  });
  test("复制出去的 HTML：合并、全部小数、换行、文字格式、符号", () => {
    const source = gridSheet(
      [
        ["<甲>&\n乙", null, 0.123456789],
        [null, null, "=A1"],
      ],
      { merges: ["A1:B2"] },
    );
    const all = area("A1:C2");
    const html = clipboardHtml(copyCells(source, all), source.merges, all, "id1");
    expect(html).toContain(`<table data-jx-copy="id1"><tr><td rowspan="2" colspan="2"`);
    expect(html).toContain(`&lt;甲&gt;&amp;<br style="mso-data-placement:same-cell">乙</td>`);
    expect(html).toContain(`<td x:num="0.123456789" sdval="0.123456789">0.123456789</td></tr><tr>`);
  });

  test("任何内容：复制成文字再粘贴到空表，看到的一样", () => {
    const value = fc.oneof(
      fc.constant(null),
      fc.integer({ min: -999, max: 999 }),
      fc.string({ unit: fc.constantFrom("甲", '"', "\n", "\t", "=", "'", "a", " ") }),
    );
    const grid = fc
      .integer({ min: 1, max: 4 })
      .chain((width) =>
        fc.array(fc.array(value, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 5 }),
      );
    fc.assert(
      fc.property(grid, (rows) => {
        const source = valuesSheet(rows);
        const all = { top: 1, left: 1, bottom: rows.length, right: rows[0]?.length ?? 1 };
        const outcome = planPaste(gridSheet([]), textGrid(clipboardText(copyCells(source, all))), all);
        if (!outcome.ok) throw new Error(outcome.problem.why);
        expect(outcome.value.edits.map((edit) => (edit.kind === "cell" ? edit.content : null))).toEqual(
          rows.flat().map((one) => ({ value: typeof one === "string" && one.trim() === "" ? null : one })),
        );
      }),
    );
  });
});

/** Values only: a text that begins with "=" is a text. */
function valuesSheet(rows: readonly (readonly (string | number | null)[])[]): SheetSnapshot {
  const cells = rows.map((line, y) => {
    const filled = line.flatMap((value, x) => (value === null ? [] : [[x + 1, { value }] as const]));
    return [y + 1, new Map(filled)] as const;
  });
  return { ...gridSheet([]), rows: new Map(cells) };
}
