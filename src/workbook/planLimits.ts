import { fullA1, lastColumn, lastRow, type Area, type CellAddress } from "./cell";
import type { CellContent, CellLook, Edit, EditPlan } from "./edit";
import { longestFormula } from "./formulaLimits";
import { scanFormula } from "./formulaScan";
import type { Problem } from "./port";

/** What Excel takes at most: characters of a text within a formula, of a format and of a sheet's name; the width of a
 * column. A file that holds more is repaired or not opened. */
const most = { literal: 255, format: 255, name: 31, width: 255 } as const;

/** Characters of one cell: longer words are cut or turned down before they are planned. */
export const longestText = 32_767;

/** Why a plan could not stand in any workbook, whatever it holds; null when nothing speaks against it. */
export function impossibleEdit({ edits, expects }: EditPlan): Problem | null {
  for (const { at } of expects) if (!isCell(at)) return outside(at);
  const added = new Set<string>();
  for (const edit of edits) {
    const found = impossible(edit, added);
    if (found !== null) return found;
  }
  return null;
}

function impossible(edit: Edit, added: Set<string>): Problem | null {
  switch (edit.kind) {
    case "cell":
      if (!isCell(edit.at)) return outside(edit.at);
      return impossibleContent(edit.at, edit.content) ?? impossibleLook(edit.at, edit.look ?? {});
    case "format":
      return isCell(edit.at) ? impossibleLook(edit.at, edit) : outside(edit.at);
    case "addSheet": {
      const key = edit.sheet.toLowerCase();
      if (!isSheetName(edit.sheet)) return badName(edit.sheet);
      if (added.has(key)) return takenName(edit.sheet);
      added.add(key);
      return null;
    }
    case "deleteSheet":
      added.delete(edit.sheet.toLowerCase());
      return null;
    case "columnWidth":
    case "hideColumn": {
      const at = { sheet: edit.sheet, row: 1, column: edit.column };
      if (!isCell(at)) return outside(at);
      const width = edit.kind === "columnWidth" ? edit.width : null;
      return width === null || (width >= 0 && width <= most.width) ? null : badWidth(at, width);
    }
    case "record":
      return null;
    case "layOut":
      return rowOutside(edit.sheet, edit.headRow);
    case "groupRows":
    case "showRows":
      return rowOutside(edit.sheet, edit.first) ?? rowOutside(edit.sheet, edit.last);
    case "printArea":
      return firstOf((edit.areas ?? []).map((area) => impossibleArea(edit.sheet, area)));
    case "mergeCells":
    case "choices":
      return impossibleArea(edit.sheet, edit.area);
    case "highlight":
    case "removeHighlight": {
      const at = { sheet: edit.sheet, row: edit.area.top, column: edit.area.left };
      return impossibleArea(edit.sheet, edit.area) ?? impossibleContent(at, { formula: edit.formula });
    }
  }
}

function impossibleContent(at: CellAddress, content: CellContent): Problem | null {
  if ("formula" in content) {
    if (content.formula.length > longestFormula) return tooLong(at, `一个公式最多${longestFormula}个字符`);
    const literals = scanFormula(content.formula).filter(({ kind }) => kind === "text");
    const long = literals.some(({ text }) => text.slice(1, -1).replaceAll('""', '"').length > most.literal);
    return long ? tooLong(at, `公式里的一段文字最多${most.literal}个字`) : null;
  }
  const { value } = content;
  if (typeof value === "number" && !Number.isFinite(value)) return noNumber(at);
  const long = typeof value === "string" && value.length > longestText;
  return long ? tooLong(at, `一个单元格最多${longestText}个字`) : null;
}

function impossibleLook(at: CellAddress, { format = "" }: Pick<CellLook, "format">): Problem | null {
  return format.length > most.format ? tooLong(at, `一个数字格式最多${most.format}个字符`) : null;
}

function impossibleArea(sheet: string, { top, left, bottom, right }: Area): Problem | null {
  const [first, last] = [
    { sheet, row: top, column: left },
    { sheet, row: bottom, column: right },
  ];
  if (!isCell(first)) return outside(first);
  return isCell(last) && top <= bottom && left <= right ? null : outside(last);
}

function rowOutside(sheet: string, row: number): Problem | null {
  const at = { sheet, row, column: 1 };
  return isCell(at) ? null : outside(at);
}

function firstOf(problems: readonly (Problem | null)[]): Problem | null {
  return problems.find((problem) => problem !== null) ?? null;
}

function isCell({ row, column }: CellAddress): boolean {
  const within = (at: number, last: number): boolean => Number.isInteger(at) && at >= 1 && at <= last;
  return within(row, lastRow) && within(column, lastColumn);
}

/** Excel keeps “History” for itself. */
function isSheetName(name: string): boolean {
  const fits = name.trim() !== "" && name.length <= most.name && name.toLowerCase() !== "history";
  return fits && !/[:\\/?*[\]\u0000-\u001F]|^'|'$/.test(name);
}

const again = "请重新读取自评表后再试；仍不行时请把文件转给技术人员查看。";

function outside({ row, column }: CellAddress): Problem {
  const why = `第 ${row} 行、第 ${column} 列不在工作表的范围内（${lastRow} 行、${lastColumn} 列）。`;
  return { code: "unexpected", what: "要写入的单元格不存在，没有写入任何内容。", why, todo: again };
}

function tooLong(at: CellAddress, limit: string): Problem {
  const what = `写入单元格 ${fullA1(at)} 的内容过长，没有写入任何内容。`;
  return { code: "payloadTooLarge", what, why: `Excel 里${limit}。`, todo: "请缩短这项内容后再试。", at };
}

function noNumber(at: CellAddress): Problem {
  const what = `写入单元格 ${fullA1(at)} 的不是一个数，没有写入任何内容。`;
  const why = "算得的结果过大或无法计算，Excel 存不下。";
  return { code: "unexpected", what, why, todo: "请核对这一行用到的数据后再试。", at };
}

function badWidth(at: CellAddress, width: number): Problem {
  const what = `不能设置“${at.sheet}”第 ${at.column} 列的列宽，没有写入任何内容。`;
  const why = `列宽须为 0 至 ${most.width} 个字，不能是 ${width}。`;
  return { code: "unexpected", what, why, todo: again, at };
}

function badName(sheet: string): Problem {
  const what = `不能新建工作表“${sheet}”，没有写入任何内容。`;
  const why = `工作表名须为 1 至 ${most.name} 个字，不含 : \\ / ? * [ ]，不以单引号开头或结尾，也不能是 History。`;
  return { code: "unexpected", what, why, todo: "请换一个名称。" };
}

function takenName(sheet: string): Problem {
  const what = `不能新建工作表“${sheet}”，没有写入任何内容。`;
  const why = "工作簿里已有同名的工作表（大小写不同也算同名）。";
  return { code: "changedMeanwhile", what, why, todo: "请重新读取自评表后再试。" };
}
