import { styleItems } from "./styleLists";
import { attribute, count } from "./xmlElement";
import type { XmlDocument, XmlElement } from "./xmlTree";

const yearMonth = 'yyyy"年"m"月"';
const monthDay = 'm"月"d"日"';
const hourMinute = '上午/下午h"时"mm"分"';
const hourSecond = '上午/下午h"时"mm"分"ss"秒"';

/** The codes that a file does not spell out; 27 to 36 and 50 to 58 as in Chinese Excel. */
const builtIn: Readonly<Record<number, string>> = {
  1: "0",
  2: "0.00",
  3: "#,##0",
  4: "#,##0.00",
  9: "0%",
  10: "0.00%",
  11: "0.00E+00",
  12: "# ?/?",
  13: "# ??/??",
  14: "m/d/yyyy",
  15: "d-mmm-yy",
  16: "d-mmm",
  17: "mmm-yy",
  18: "h:mm AM/PM",
  19: "h:mm:ss AM/PM",
  20: "h:mm",
  21: "h:mm:ss",
  22: "m/d/yyyy h:mm",
  27: yearMonth,
  28: monthDay,
  29: monthDay,
  30: "m-d-yy",
  31: 'yyyy"年"m"月"d"日"',
  32: 'h"时"mm"分"',
  33: 'h"时"mm"分"ss"秒"',
  34: hourMinute,
  35: hourSecond,
  36: yearMonth,
  37: "#,##0_);(#,##0)",
  38: "#,##0_);[Red](#,##0)",
  39: "#,##0.00_);(#,##0.00)",
  40: "#,##0.00_);[Red](#,##0.00)",
  41: '_(* #,##0_);_(* (#,##0);_(* "-"_);_(@_)',
  42: '_($* #,##0_);_($* (#,##0);_($* "-"_);_(@_)',
  43: '_(* #,##0.00_);_(* (#,##0.00);_(* "-"??_);_(@_)',
  44: '_($* #,##0.00_);_($* (#,##0.00);_($* "-"??_);_(@_)',
  45: "mm:ss",
  46: "[h]:mm:ss",
  47: "mmss.0",
  48: "##0.0E+0",
  49: "@",
  50: yearMonth,
  51: monthDay,
  52: yearMonth,
  53: monthDay,
  54: monthDay,
  55: hourMinute,
  56: hourSecond,
  57: yearMonth,
  58: monthDay,
};

/** The number format code by style index; undefined for General. */
export function readNumberFormats(document: XmlDocument | undefined): readonly (string | undefined)[] {
  if (document === undefined) return [];
  const code = formatCodes(document.root);
  return styleItems(document.root, "cellXfs").map((xf) => {
    const format = code(count(xf, "numFmtId") ?? 0);
    return format === "General" ? undefined : format;
  });
}

/** From numFmtId to code, with the file's own codes first. */
export function formatCodes(styleSheet: XmlElement): (id: number) => string {
  const own = new Map<number, string>();
  for (const each of styleItems(styleSheet, "numFmts")) {
    own.set(count(each, "numFmtId") ?? -1, attribute(each, "formatCode") ?? "General");
  }
  return (id) => own.get(id) ?? builtIn[id] ?? "General";
}

/** The number of a code that needs no entry in the file. Only codes that mean the same in every language. */
export function builtInFormat(code: string): number | undefined {
  if (code === "General") return 0;
  const found = Object.entries(builtIn).find(([id, each]) => each === code && !isLocal(Number(id)));
  return found === undefined ? undefined : Number(found[0]);
}

function isLocal(id: number): boolean {
  return id === 14 || id === 22 || (id >= 27 && id <= 44) || id >= 50;
}
