import { a1, type CellAddress } from "../workbook/cell";
import type { HeaderBand } from "./findHeader";
import type { FormRemark } from "./form";
import { fundTitle } from "./fundTitles";
import { headLabel } from "./headLabels";
import { normalizeName } from "./normalizeName";
import { readGoal } from "./readGoal";
import { rowLabel } from "./rowLabels";
import { singleLine, type SheetView } from "./sheetView";
import { readScore, readWeight } from "./writtenPoints";

/** So far below 合计 a row may still be one of the form. */
const mostBelow = 15;
const bonus =
  /^(?:[(（]?[一二三四五六七八九十\d]{1,2}[)）.、．])?(?:附加|奖励|额外|特别|其他)?(?:加分|扣分|减分|加减分|扣减|奖惩|奖励分|附加分|倒扣|附加项)/u;
/** 扣分原因, 加分依据: what is said of rows, and no row. */
const speaksOfRows = /说明|原因|理由|依据|标准|办法|规则|情况/u;

/** 加分项, 扣分项 and other rows with points below 合计: nobody adds them. */
export function belowTotalRemarks(
  view: SheetView,
  { columns }: HeaderBand,
  totalRow: number | null,
  left: number,
): readonly FormRemark[] {
  if (totalRow === null) return [];
  const remarks: FormRemark[] = [];
  let isBelowBonus = false;
  for (let row = totalRow + 1; row <= totalRow + mostBelow; row += 1) {
    const cells = [...(view.sheet.rows.get(row)?.keys() ?? [])]
      .map((column) => view.own(row, column))
      .filter(({ text, area }) => text !== "" && area.top === row);
    const leading = cells.filter(({ at }) => at.column <= Math.max(columns.name, left));
    if (leading.some(({ text }) => rowLabel(text) !== null)) continue;
    const label = leading.find(({ text }) => bonus.test(text));
    const points = pointsOf(view, columns, row);
    const saysPoints = cells.some(({ text }) => /\d\s*分/u.test(text));
    const isBonus = label !== undefined && !speaksOfRows.test(label.text.slice(0, 12));
    isBelowBonus = isBonus || (isBelowBonus && leading.length > 0 && label === undefined);
    const asks =
      isBelowBonus || label !== undefined || (readGoal(view, columns, row)?.target.content ?? null) !== null;
    const hasPoints = points !== null || (isBonus && saysPoints);
    const [first] = label === undefined ? leading : [label];
    if (first === undefined || !(isBonus || (asks && points !== null))) continue;
    const names = leading.map(({ text }) => singleLine(text).slice(0, 30)).join("，");
    const said = points === null ? "" : `，${points}分`;
    const text = `合计下面还有一行“${names}”${said}，没有计分：总分不含这一行，加、扣多少请另行核定。`;
    remarks.push({ at: first.at, text, ...(hasPoints ? { opensTotal: true as const } : {}) });
  }
  return remarks;
}

function pointsOf(view: SheetView, { weight, selfScore }: HeaderBand["columns"], row: number): number | null {
  const printed = weight === null ? null : view.own(row, weight);
  const typed = view.own(row, selfScore);
  return (
    (printed === null ? null : readWeight(printed.value, printed.format)) ??
    readScore(typed.value, null, typed.format)
  );
}

const mostNamed = 3;
const ofOwners = /^(?:预算)?(?:单位|部门)名称$/u;

/** 项目名称 is a column of the table, and its rows are of several: what they come to is the points of none. */
export function severalOwners(
  view: SheetView,
  { top, bottom, columns }: HeaderBand,
  rows: readonly number[],
): readonly FormRemark[] {
  for (let row = top; row <= bottom; row += 1) {
    for (const column of view.sheet.rows.get(row)?.keys() ?? []) {
      const title = view.own(row, column);
      const isOwner = headLabel(title.text) === "project" || ofOwners.test(normalizeName(title.text));
      if (!isOwner || column === columns.name) continue;
      const names = rows.map((one) => singleLine(view.cell(one, column).text)).filter((name) => name !== "");
      const several = Array.from(new Map(names.map((name) => [normalizeName(name), name])).values());
      if (several.length > 1) return [ofSeveral(title.at, singleLine(title.text), several)];
    }
  }
  return [];
}

function ofSeveral(at: CellAddress, title: string, names: readonly string[]): FormRemark {
  const named = names.slice(0, mostNamed).map((name) => `“${name.slice(0, 30)}”`);
  const more = names.length > mostNamed ? "等" : "";
  const text = `“${title}”一栏（${a1(at)}）列着${names.length}个（${named.join("")}${more}），是汇总表：各行分别计分，合在一起不是其中哪一个的得分，不给总分和等级；请每个单独一张表。`;
  return { at, text, opensTotal: true };
}

const moneyInWords = /预算[^。;；]{0,14}\d[^]*执行[^。;；]{0,10}\d/u;

/** Money of a project above its table that was not read as its block: a line of words, or titles without a place for the score. */
export function unreadMoney(view: SheetView, top: number, bottom: number): readonly FormRemark[] {
  for (let row = top; row <= bottom; row += 1) {
    const cells = [...(view.sheet.rows.get(row)?.keys() ?? [])]
      .map((column) => view.own(row, column))
      .filter(({ text, area }) => text !== "" && area.top === row);
    const titles = cells.map(({ text }) => fundTitle(text));
    const isTitled =
      titles.includes("executed") && titles.some((title) => title === "initial" || title === "annual");
    const said = cells.find(({ text }) => text.length <= longestLine && moneyInWords.test(text));
    const [first] = said === undefined ? cells : [said];
    if (first === undefined || !(isTitled || said !== undefined)) continue;
    const isScored = cells.some(({ text }) => /分值|得分|权重|\d\s*分/u.test(text));
    const text = `“${singleLine(first.text).slice(0, 40)}”这里写着项目的预算和执行数，没有读成资金的表，预算执行率没有计分：请按“全年预算数、全年执行数、分值、执行率、得分”分栏填写。`;
    return [{ at: first.at, text, ...(isScored ? { opensTotal: true as const } : {}) }];
  }
  return [];
}

const longestLine = 300;
