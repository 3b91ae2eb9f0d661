import { readPlainNumber } from "../quantity/plainNumber";
import type { Area, Cited } from "../workbook/cell";
import type { FormHead } from "./form";
import { headLabel, inlineLabels, type HeadLabel } from "./headLabels";
import { readBudget } from "./readBudget";
import type { SheetView, ViewCell } from "./sheetView";
import { normalizeName } from "./normalizeName";

type TextLabel = Exclude<HeadLabel, "section" | "budget">;

/** The head block: each value stands behind its title, or below it when two titles stand side by side. */
export function readHead(view: SheetView, zone: Area): FormHead {
  const texts = new Map<TextLabel, Cited<string>>();
  let budget: ViewCell | null = null;
  for (const cell of filledCells(view, zone)) {
    const label = headLabel(cell.text);
    if (label === "budget") budget ??= cell;
    else if (label !== null && label !== "section") keep(label, valueOf(view, zone, cell, label));
    else if (label === null && cell.text.length < 200) {
      for (const inline of inlineLabels(cell.text)) {
        if (inline.label === "budget" || inline.label === "section") continue;
        keep(inline.label, { value: inline.value, at: cell.at });
      }
    }
  }
  return {
    department: texts.get("department") ?? null,
    project: texts.get("project") ?? null,
    code: texts.get("code") ?? null,
    year: readYear(view, zone, texts.get("year") ?? null),
    unitCount: count(texts.get("unitCount") ?? null),
    goal: texts.get("goal") ?? null,
    goalResult: texts.get("goalResult") ?? null,
    shortfall: texts.get("shortfall") ?? null,
    budget: budget === null ? [] : readBudget(view, zone, budget),
  };

  function keep(label: TextLabel, value: Cited<string> | null): void {
    if (value !== null && !texts.has(label)) texts.set(label, value);
  }
}

/** Row by row, each merged area once. */
function filledCells(view: SheetView, zone: Area): readonly ViewCell[] {
  const cells: ViewCell[] = [];
  for (let row = zone.top; row <= zone.bottom; row += 1) {
    for (let column = zone.left; column <= zone.right; column += 1) {
      const cell = view.cell(row, column);
      if (cell.at.row === row && cell.at.column === column && cell.text !== "") cells.push(cell);
    }
  }
  return cells;
}

const longTexts: ReadonlySet<HeadLabel> = new Set(["goal", "goalResult", "shortfall"]);

function valueOf(view: SheetView, zone: Area, label: ViewCell, kind: HeadLabel): Cited<string> | null {
  for (let column = label.area.right + 1; column <= zone.right; column += 1) {
    const cell = view.cell(label.at.row, column);
    if (cell.text === "") continue;
    if (headLabel(cell.text) !== null) break;
    return { value: cell.text, at: cell.at };
  }
  const below = label.area.bottom + 1;
  if (!longTexts.has(kind) || below > zone.bottom) return null;
  const cell = view.own(below, label.at.column);
  return cell.text === "" || headLabel(cell.text) !== null ? null : { value: cell.text, at: cell.at };
}

function count(text: Cited<string> | null): Cited<number> | null {
  if (text === null) return null;
  const number = readPlainNumber(text.value);
  return number === null || !["", "个", "家"].includes(number.unit)
    ? null
    : { value: number.value, at: text.at };
}

const longestTitle = 60;
const chineseDigits = "〇一二三四五六七八九";
const whole = /^\(?((?:19|20)\d{2})年?度?\)?$/u;
const inTitle = /(?:^|[^\d])((?:19|20)\d{2})年度?/u;

/** The year of the form: "（2023年度）" below the title, "2023年度部门整体支出绩效自评表", or behind the label 年度. */
function readYear(view: SheetView, zone: Area, labelled: Cited<string> | null): Cited<number> | null {
  let titled: Cited<number> | null = null;
  for (const cell of filledCells(view, zone)) {
    if (cell.text.length > longestTitle) continue;
    const text = plainDigits(normalizeName(cell.text));
    const alone = typeof cell.value === "string" ? whole.exec(text)?.[1] : undefined;
    if (alone !== undefined && text.includes("年")) return { value: Number(alone), at: cell.at };
    const year = /绩效|自评|评价/u.test(text) ? inTitle.exec(text)?.[1] : undefined;
    if (year !== undefined) titled ??= { value: Number(year), at: cell.at };
  }
  const behind = labelled === null ? undefined : whole.exec(plainDigits(normalizeName(labelled.value)))?.[1];
  if (titled !== null || labelled === null || behind === undefined) return titled;
  return { value: Number(behind), at: labelled.at };
}

/** "二〇二三年度" → "2023年度" */
function plainDigits(text: string): string {
  return text.replace(/[〇○零一二三四五六七八九]{4}(?=年)/gu, (year) =>
    Array.from(year.replace(/[○零]/gu, "〇"), (digit) => chineseDigits.indexOf(digit)).join(""),
  );
}
