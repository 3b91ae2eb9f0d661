import type { CSSProperties } from "react";
import type { BorderSide, CellStyle } from "../adapters/xlsx/cellStyle";
import { type CellValue, type ConditionalFormat, valueAt, type SheetSnapshot } from "../workbook/snapshot";
import type { SheetStyles } from "../adapters/xlsx/readStyles";
import { isFindingMark, isOwnHighlight, requiredCells, weightOfHighlight } from "../edits/ownMarks";
import { tidy } from "../quantity/tidy";

/** How one cell is drawn: the box with its lines and fill, and the text within it. */
interface CellLookCss {
  readonly box: CSSProperties;
  readonly text: CSSProperties;
}

const fontAlias: Readonly<Record<string, string>> = {
  宋体: `"宋体", SimSun, "Noto Serif CJK SC", serif`,
  仿宋: `"仿宋", FangSong, "Noto Serif CJK SC", serif`,
  仿宋_GB2312: `"仿宋_GB2312", "仿宋", FangSong, "Noto Serif CJK SC", serif`,
  楷体: `"楷体", KaiTi, "Noto Serif CJK SC", serif`,
  黑体: `"黑体", SimHei, "Noto Sans CJK SC", sans-serif`,
  微软雅黑: `"微软雅黑", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif`,
};

export function cellLook(
  style: CellStyle | undefined,
  value: CellValue,
  highlight: string | null,
  zoom: number,
): CellLookCss {
  const box: CSSProperties = {
    backgroundColor: highlight ?? style?.fill ?? undefined,
    borderTop: line(style?.borders.top),
    borderRight: line(style?.borders.right),
    borderBottom: line(style?.borders.bottom),
    borderLeft: line(style?.borders.left),
  };
  if (style === undefined)
    return { box, text: { fontSize: 14.7 * zoom, justifyContent: align("general", value) } };
  const { font } = style;
  const text: CSSProperties = {
    fontFamily: fontAlias[font.name] ?? `"${font.name.replace(/["\\;]/gu, "")}", sans-serif`,
    fontSize: (font.size / 72) * 96 * zoom,
    fontWeight: font.bold ? 700 : 400,
    fontStyle: font.italic ? "italic" : undefined,
    textDecoration: [font.underline && "underline", font.strike && "line-through"].filter(Boolean).join(" "),
    // The sheet is paper: white, whatever the theme of the page.
    color: font.color ?? "#000000",
    whiteSpace: style.wrap ? "pre-wrap" : "pre",
    justifyContent: align(style.horizontal, value),
    textAlign: textAlign(style.horizontal, value),
    alignItems: { top: "flex-start", center: "center", bottom: "flex-end" }[style.vertical],
    paddingLeft: style.indent > 0 ? style.indent * 9 * zoom : undefined,
    ...(style.rotation === 255 ? { writingMode: "vertical-rl", textOrientation: "upright" } : {}),
  };
  return { box, text };
}

function align(horizontal: string, value: CellValue): string {
  return { left: "flex-start", center: "center", right: "flex-end" }[textAlign(horizontal, value)];
}

function textAlign(horizontal: string, value: CellValue): "left" | "center" | "right" {
  if (horizontal === "center" || horizontal === "centerContinuous") return "center";
  if (horizontal === "right") return "right";
  if (horizontal !== "general") return "left";
  return typeof value === "number" ? "right" : typeof value === "boolean" ? "center" : "left";
}

const widths: Readonly<Record<string, number>> = { medium: 2, mediumDashed: 2, thick: 3, double: 3 };

function line(side: BorderSide | null | undefined): string | undefined {
  if (side === null || side === undefined) return undefined;
  const kind =
    side.style === "double"
      ? "double"
      : /dash/iu.test(side.style)
        ? "dashed"
        : /dot|hair/iu.test(side.style)
          ? "dotted"
          : "solid";
  return `${widths[side.style] ?? 1}px ${kind} ${side.color ?? "#000000"}`;
}

/** How our own marks are drawn in a cell. */
export interface CellMark {
  readonly fill: string;
  readonly shapes: readonly ("deduction" | "finding")[];
  /** What they say to whoever does not see them. */
  readonly words: readonly string[];
}

/** The cells that our marks point at now, by "row:column": 扣分, and those of 在表中标出. */
export function markedCells(
  sheet: SheetSnapshot,
  styles: SheetStyles | undefined,
): ReadonlyMap<string, CellMark> {
  const marked = new Map<string, CellMark>();
  for (const look of styles?.conditional ?? []) {
    const { fill: own } = look;
    if (own !== null)
      for (const { row, column } of requiredCells(sheet, look)) {
        const isBlank = valueAt(sheet, row, column) === null;
        marked.set(`${row}:${column}`, { fill: own, shapes: [], words: [isBlank ? "须填写" : "须改正"] });
      }
    const isFinding = isFindingMark(look);
    if (look.fill === null || !(isFinding || deducts(sheet, look))) continue;
    const key = `${look.area.top}:${look.area.left}`;
    const [shape, word] = isFinding ? (["finding", "自查问题"] as const) : (["deduction", "扣分"] as const);
    const { fill, shapes, words } = marked.get(key) ?? { fill: look.fill, shapes: [], words: [] };
    if (shapes.some((one) => one === shape)) continue;
    // A deduction counts for more than what was found.
    marked.set(key, {
      fill: isFinding ? fill : look.fill,
      shapes: [...shapes, shape],
      words: [...words, word],
    });
  }
  return marked;
}

function deducts(sheet: SheetSnapshot, mark: ConditionalFormat): boolean {
  if (!isOwnHighlight(mark)) return false;
  const weight = weightOfHighlight(sheet, mark.formula);
  const value = valueAt(sheet, mark.area.top, mark.area.left);
  return typeof value === "number" && weight !== null && tidy(value - weight) < -5e-10;
}
