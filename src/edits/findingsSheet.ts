import { groupFindings } from "../findings/causes";
import type { Finding, Place } from "../findings/finding";
import { a1 } from "../workbook/cell";
import { usedSize, valueAt, type SheetSnapshot } from "../workbook/snapshot";

export const listName = "自查问题清单";
export const listTitle = "自查问题清单（内部使用，不随表报送）";

/** Column titles with their widths in characters. */
export const listColumns: readonly (readonly [title: string, width: number])[] = [
  ["序号", 6],
  ["级别", 8],
  ["类别", 22],
  ["位置", 26],
  ["涉及内容", 26],
  ["问题", 60],
  ["为什么", 40],
  ["怎么办", 44],
  ["对照", 26],
  ["处理", 24],
];
export const listHeadRow = 3;

/** The list as rows of text by cause, heading first: the same for the sheet and for the clipboard. */
export function findingLines(findings: readonly Finding[]): readonly (readonly (string | number)[])[] {
  const rows = groupFindings(findings)
    .flatMap((group) => group.findings.map((finding) => ({ ...finding, group: group.title })))
    .map((finding, index) => [
      index + 1,
      finding.severity,
      finding.group,
      sayPlace(finding.at),
      finding.subject,
      finding.what,
      finding.why,
      finding.todo,
      finding.other === null ? "" : sayPlace(finding.other),
      finding.dismissed === null
        ? ""
        : `已核实，不处理${finding.dismissed === "" ? "" : `：${finding.dismissed}`}`,
    ]);
  return [listColumns.map(([title]) => title), ...rows];
}

/** The list for the clipboard: lines of cells parted by tabs, as a spreadsheet and a document take it. */
export function findingsText(findings: readonly Finding[]): string {
  return findingLines(findings)
    .map((line) => line.map((value) => String(value).replace(/[\t\r\n]+/gu, " ")).join("\t"))
    .join("\n");
}

/** "部门整体支出绩效自评表!I16", "自评报告!第120行". */
export function sayPlace(place: Place): string {
  return place.kind === "report" ? `自评报告!第${place.line}行` : `${place.at.sheet}!${a1(place.at)}`;
}

/** 须更正2个，待核实5个，提示1个 */
export function countLine(findings: readonly Finding[]): string {
  const open = findings.filter(({ dismissed }) => dismissed === null);
  const counts = (["须更正", "待核实", "提示"] as const).map(
    (severity) => `${severity}${open.filter((finding) => finding.severity === severity).length}项`,
  );
  const done = findings.length - open.length;
  return counts.join("，") + (done > 0 ? `；已核实、不处理${done}项` : "");
}

/** Made by us, and nobody has written beside it since. */
export function isFindingsSheet(sheet: SheetSnapshot): boolean {
  return sheet.name.startsWith(listName) && valueAt(sheet, 1, 1) === listTitle;
}

/** Every column that is used has a title of ours; a list of an earlier version has fewer of them. */
export function isUntouchedList(sheet: SheetSnapshot): boolean {
  const titles: readonly unknown[] = listColumns.map(([title]) => title);
  const used = Array.from({ length: usedSize(sheet).columns }, (_, index) => index + 1);
  return (
    isFindingsSheet(sheet) && used.every((column) => titles.includes(valueAt(sheet, listHeadRow, column)))
  );
}
