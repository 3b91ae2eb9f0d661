import type { Style } from "@cj-tech-master/excelts";
import type { NewContent, NewLook, NewTable } from "../../workbook/newBook";

export function isLink(content: NewContent): content is Extract<NewContent, { readonly to: unknown }> {
  return typeof content === "object" && content !== null && "to" in content;
}

const thin = { style: "thin", color: { argb: "FFBFBFBF" } } as const;
const border = { top: thin, left: thin, bottom: thin, right: thin };
const base = { name: "宋体", size: 10 } as const;
export const linkFont = { ...base, color: { argb: "FF1F4E9E" }, underline: true } as const;

function filled(color: string): Style["fill"] {
  return { type: "pattern", pattern: "solid", fgColor: { argb: color } };
}

export const head: Partial<Style> = {
  font: { ...base, bold: true, color: { argb: "FFFFFFFF" } },
  fill: filled("FF1F4E79"),
  border,
  alignment: { horizontal: "center", vertical: "middle", wrapText: true },
};
/** What people fill in is told from the rest at a glance. */
export const peopleHead: Partial<Style> = { ...head, fill: filled("FF7F6000") };

const looks: Readonly<Record<NonNullable<NewLook["as"]>, Partial<Style>>> = {
  title: { font: { name: "黑体", size: 16, bold: true }, alignment: { vertical: "middle" } },
  note: { font: { ...base, color: { argb: "FF595959" } }, alignment: { vertical: "middle" } },
  label: { font: { ...base, bold: true }, fill: filled("FFF2F2F2"), border },
  input: { font: { ...base, color: { argb: "FF0000C0" } }, fill: filled("FFFFF2CC"), border },
  people: { font: base, fill: filled("FFFFFBEC"), border },
  own: { font: base },
  total: { font: { ...base, bold: true }, fill: filled("FFDDEBF7"), border },
};

export function styleOf({ as, format, align }: NewLook, content: NewContent): Partial<Style> {
  const own: Partial<Style> = as === undefined ? { font: base, border } : looks[as];
  const isFree = as === "title" || as === "note";
  return {
    ...own,
    ...(isLink(content) ? { font: linkFont } : {}),
    ...(format === undefined ? {} : { numFmt: format }),
    alignment: {
      vertical: "middle",
      horizontal: align ?? "left",
      wrapText: !isFree,
      ...(isFree || align === "center" ? {} : { indent: 1 }),
      ...own.alignment,
    },
  };
}

/** Not every product works out the height that wrapped words need: 1 line 18 points, at most what Excel takes. */
export function heightOf(row: readonly NewContent[], columns: NewTable["columns"]): number {
  const lines = columns.map(({ width, isHidden }, index) =>
    isHidden === true ? 1 : linesOf(row[index] ?? null, width),
  );
  return Math.min(409, 5 + 13 * Math.max(1, ...lines));
}

function linesOf(content: NewContent, width: number): number {
  const text = shownText(content);
  // Chinese characters are two wide; some room is lost at the ends of lines.
  const most = Math.max(1, width - 3);
  return text.split("\n").reduce((sum, line) => sum + Math.max(1, Math.ceil(wideLength(line) / most)), 0);
}

function shownText(content: NewContent): string {
  if (content === null || typeof content === "number") return "";
  if (typeof content === "string") return content;
  const text = isLink(content) ? content.text : content.result;
  return typeof text === "string" ? text : "";
}

function wideLength(text: string): number {
  return text.length + text.replace(/[\u0020-\u2e7f]+/gu, "").length;
}
