import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { areaA1, contains, isWithin, overlap, parseA1 } from "../../src/workbook/cell";
import { extended, isSingle, nextWithin, rangeArea, wholeMerges } from "../../src/workbench/cellRange";
import { layOutSheet } from "../../src/workbench/layOutSheet";
import { moveActive } from "../../src/workbench/moveActive";
import { gridSheet } from "../support/grid";

const sheet = gridSheet(
  [
    ["甲", "乙", null, "丙", null, "丁"],
    ["1", null, null, null, null, null],
    ["2", null, null, null, null, null],
    [null, null, null, null, null, null],
    ["3", "合", null, null, null, null],
    ["4", null, null, null, null, null],
  ],
  { merges: ["B5:C6"] },
);
const ground = { sheet, layout: layOutSheet(sheet, undefined) };
const at = (name: string) => parseA1(name) ?? { row: 0, column: 0 };
const whole = (name: string) => ({ ...at(name), sheet: sheet.name });

describe("Ctrl 与方向键：Excel 的边", () => {
  test.each([
    ["A1", "ArrowRight", "B1"],
    ["B1", "ArrowRight", "D1"],
    ["D1", "ArrowRight", "F1"],
    ["F1", "ArrowLeft", "D1"],
    ["A1", "ArrowDown", "A3"],
    ["A3", "ArrowDown", "A5"],
    ["A6", "ArrowDown", "A18"],
    ["A18", "ArrowUp", "A6"],
    ["E1", "ArrowLeft", "D1"],
    // A merged area is one filled cell.
    ["B1", "ArrowDown", "B5"],
    ["A5", "ArrowRight", "B5"],
    ["A1", "ArrowUp", "A1"],
  ])("%s %s → %s", (from, key, to) => {
    expect(moveActive(ground, whole(from), key, true)).toEqual(whole(to));
  });
  test("Home、End、Ctrl+Home、Ctrl+End", () => {
    expect(moveActive(ground, whole("D5"), "Home", false)).toEqual(whole("A5"));
    expect(moveActive(ground, whole("A1"), "End", false)).toEqual(whole("F1"));
    expect(moveActive(ground, whole("D5"), "Home", true)).toEqual(whole("A1"));
    expect(moveActive(ground, whole("A1"), "End", true)).toEqual(whole("F6"));
  });
});

describe("选区", () => {
  const shift = (from: string, ...keys: readonly string[]) => {
    const range = keys.reduce(
      (before, key) => extended(ground, before, key.replace("^", ""), key.startsWith("^")) ?? before,
      { anchor: at(from), focus: at(from) },
    );
    return areaA1(rangeArea(sheet.merges, range));
  };
  test("Shift 与方向键一格一格伸缩，合并单元格整个进出", () => {
    expect(shift("A4", "ArrowRight")).toBe("A4:B4");
    expect(shift("A4", "ArrowRight", "ArrowDown")).toBe("A4:C6");
    expect(shift("A4", "ArrowRight", "ArrowDown", "ArrowUp")).toBe("A4:B4");
    expect(shift("A4", "ArrowRight", "ArrowDown", "ArrowDown")).toBe("A4:C7");
    expect(shift("D5", "ArrowLeft")).toBe("B5:D6");
    expect(shift("D5", "ArrowLeft", "ArrowLeft")).toBe("A5:D6");
    expect(shift("A1", "^ArrowDown")).toBe("A1:A3");
    expect(shift("B2", "^End")).toBe("B2:F6");
    expect(shift("B2", "^Home")).toBe("A1:B2");
  });
  test("选区里 Tab 按行走，回车按列走，到头回到开头，合并单元格只走一次", () => {
    const area = { top: 4, left: 1, bottom: 6, right: 3 };
    const walk = (by: "row" | "column", forward: boolean) => {
      const seen = ["A4"];
      for (
        let place = at("A4");
        seen.length < 8;
        seen.push(
          areaA1({ ...area, top: place.row, left: place.column, bottom: place.row, right: place.column }),
        )
      )
        // prettier-ignore
        place = nextWithin(ground.layout, area, place, by, forward);
      return seen.join(" ");
    };
    expect(walk("row", true)).toBe("A4 B4 C4 A5 B5 A6 A4 B4");
    expect(walk("column", true)).toBe("A4 A5 A6 B4 B5 C4 A4 A5");
    expect(walk("row", false)).toBe("A4 A6 B5 A5 C4 B4 A4 A6");
  });
  test("一格、一个合并单元格才是单个", () => {
    expect(isSingle(sheet.merges, { top: 1, left: 1, bottom: 1, right: 1 })).toBe(true);
    expect(isSingle(sheet.merges, { top: 5, left: 2, bottom: 6, right: 3 })).toBe(true);
    expect(isSingle(sheet.merges, { top: 5, left: 2, bottom: 6, right: 4 })).toBe(false);
  });
  test("任何合并、任何选区：不切开合并，选中的都在里面", () => {
    const place = fc.record({ row: fc.integer({ min: 1, max: 12 }), column: fc.integer({ min: 1, max: 8 }) });
    const merge = fc
      .tuple(place, fc.nat({ max: 3 }), fc.nat({ max: 3 }))
      .map(([{ row, column }, down, right]) => ({
        top: row,
        left: column,
        bottom: row + down,
        right: column + right,
      }));
    const merges = fc
      .array(merge, { maxLength: 8 })
      .map((all) => all.filter((one, n) => !all.slice(0, n).some((other) => overlap(one, other))));
    fc.assert(
      fc.property(merges, place, place, (apart, anchor, focus) => {
        const area = rangeArea(apart, { anchor, focus });
        expect(contains(area, anchor) && contains(area, focus)).toBe(true);
        expect(apart.every((one) => !overlap(one, area) || isWithin(one, area))).toBe(true);
        expect(wholeMerges(apart, area)).toEqual(area);
      }),
    );
  });
});
