import type { UnusedLine } from "../facts/unusedLines";
import type { Form } from "../form/form";
import { tidy } from "../quantity/tidy";
import { noEdition, type Edition } from "../editions/edition";
import { gradeOf } from "../criteria/grade";
import { settingSpecs, settingTitle, type SettingName, type Settings } from "../editions/settings";
import type { EditionChoice } from "./chooseEdition";
import { decimalsOfFormat } from "../workbook/snapshot";
import { compareTyped } from "./compareTyped";
import { filledTotal } from "./filledTotal";
import { formatPoints, roundHalfUp, sayPoints } from "./formatPoints";
import { annexRowReason, rowReason } from "./rowReason";
import { noteRemarks } from "./notedRules";
import type { LevelTotal, Scorecard, ScorecardRow } from "./scorecard";
import type { UnwordedRow } from "./scoreRow";
import { shownDecimals, type ShownPoints } from "./shownDecimals";

/**
 * Adds the scored rows up: levels, total, grade, what is open, unconfirmed or lost only through a setting.
 * @param papers the names of the working papers
 * @param totalFormat the number format of the total's cell; absent: General
 */
export function buildScorecard(
  form: Form,
  choice: Pick<EditionChoice, "edition" | "doubts"> & Pick<Edition, "ambiguities">,
  rows: readonly (UnwordedRow & Pick<ScorecardRow, "basis">)[],
  settings: Settings,
  unused: readonly UnusedLine[],
  papers: readonly string[],
  totalFormat?: string,
): Scorecard {
  const edition = choice.edition ?? noEdition;
  const titleOf = (setting: SettingName): string => settingTitle(choice, setting);
  const levels = levelTotals(form, rows);
  const { points, open: openPoints } = sums(rows);
  const weight = sumWeights(rows);
  const isOpen = rows.length === 0 || form.remarks.some(({ opensTotal }) => opensTotal === true);
  const total = isOpen || rows.some((row) => row.points === null) ? null : points;
  const { decimals, hidden } = shownDecimals(shownPoints(rows, levels, total, weight), settings.decimals);
  const totalDecimals = printedDecimals(totalFormat, decimals, settings);
  const basis =
    total === null || settings.gradeBasis === "unrounded" ? total : roundHalfUp(total, totalDecimals);
  // The bounds of the grades are printed for a form of the full total.
  const grade = basis === null || tidy(weight) !== edition.total ? null : gradeOf(basis, edition.grades);
  const unconfirmed = rows.reduce((sum, row) => sum + row.unconfirmed, 0);
  // A formula in the total cell, ours or the template's, is nothing that a person typed.
  const typed = form.total?.score.formula === null ? form.total.score : null;
  return {
    sheet: form.sheet,
    kind: form.kind,
    department: form.head.department?.value ?? null,
    project: form.head.project?.value ?? null,
    year: form.head.year?.value ?? null,
    edition: choice.edition?.title ?? null,
    shortTitle: edition.shortTitle,
    ambiguities: choice.ambiguities,
    rows: rows.map((row) => ({
      ...row,
      reason: rowReason(row.result, row.facts, decimals, titleOf),
      annexRows: row.annexRows.map((one) => ({ ...one, reason: annexRowReason(one, decimals, titleOf) })),
    })),
    levels,
    points,
    weight,
    openPoints,
    total,
    grade,
    grades: edition.grades,
    unconfirmed,
    provisional: unconfirmed > 0,
    unused,
    filled: filledTotal(form, rows, papers, isOpen),
    typedTotal: typed === null || typed.typed === null ? null : { value: typed.typed, at: typed.at },
    totalCompared: compareTyped(typed?.typed ?? null, typed?.text ?? "", total, weight),
    decimals,
    totalDecimals,
    hidden,
    settingLosses: settingLosses(rows),
    settings,
    remarks: [
      ...form.remarks.map(({ text }) => text),
      ...noteRemarks(form),
      ...choice.doubts,
      ...unusedRemarks(unused),
      ...missingRows(edition, rows),
      ...weightRemarks(weight, edition, rows),
      ...gradeRemarks(total, edition, totalDecimals, settings),
      ...lossRemarks(settingLosses(rows), choice),
    ],
  };
}

/** Points per level 1 and level 2 group, each group once however often its name is repeated; unrounded. The fund block
 * stands in none: its row is one of its own. */
function levelTotals(form: Form, rows: readonly UnwordedRow[]): readonly LevelTotal[] {
  const fund = rows.filter(({ row }) => row === form.fund?.row);
  return [
    ...fund.map((row) => ({ level: 2 as const, name: row.level1, weight: row.weight ?? 0, ...sums([row]) })),
    ...form.groups.map(({ level, name, weight, rows: members }) => {
      const below = rows.filter(({ row }) => members.includes(row));
      return { level, name, weight: weight?.value ?? sumWeights(below), ...sums(below) };
    }),
  ];
}

function sumWeights(rows: readonly UnwordedRow[]): number {
  return tidy(rows.reduce((sum, { weight }) => sum + (weight ?? 0), 0));
}

/** points: of the rows that have some; open: weight of the rows that have none. */
function sums(rows: readonly UnwordedRow[]): Pick<LevelTotal, "points" | "open"> {
  return {
    points: tidy(rows.reduce((sum, { points }) => sum + (points ?? 0), 0)),
    open: sumWeights(rows.filter(({ points }) => points === null)),
  };
}

function shownPoints(
  rows: readonly UnwordedRow[],
  levels: Scorecard["levels"],
  total: number | null,
  weight: number,
): readonly ShownPoints[] {
  const scored = rows.flatMap(({ indicator, points, weight: own }) =>
    points === null || own === null ? [] : [{ label: `“${indicator}”`, points, weight: own }],
  );
  const closed = levels
    .filter((level) => level.open === 0)
    .map((level) => ({ label: `“${level.name}”合计`, points: level.points, weight: level.weight }));
  return [...scored, ...closed, ...(total === null ? [] : [{ label: "总分", points: total, weight }])];
}

function settingLosses(rows: readonly UnwordedRow[]): Scorecard["settingLosses"] {
  const sumsBySetting = new Map<SettingName, number>();
  for (const { settingLoss } of rows) {
    if (settingLoss === null) continue;
    const { setting, points } = settingLoss;
    sumsBySetting.set(setting, tidy((sumsBySetting.get(setting) ?? 0) + points));
  }
  return Array.from(sumsBySetting, ([setting, points]) => ({ setting, points }));
}

/** What was typed for a clause as it was before is kept, and said. */
function unusedRemarks(unused: readonly UnusedLine[]): readonly string[] {
  if (unused.length === 0) return [];
  const named = unused.slice(0, mostNamed).map(({ indicator, item }) => `“${indicator}”的“${item}”`);
  const more = unused.length > mostNamed ? "等" : "";
  return [
    `评分底稿中有${unused.length}项已填的数据现在没有用到（${named.join("、")}${more}）：评分标准或指标已改动；数据仍保留，改回后照常计算。`,
  ];
}

const mostNamed = 3;

/** What the texts of many rows leave open alike is said once. */
function lossRemarks(
  losses: Scorecard["settingLosses"],
  choice: Pick<Edition, "ambiguities">,
): readonly string[] {
  const alike = new Map<
    string,
    { readonly setting: SettingName; readonly points: number; readonly rows: number }
  >();
  for (const { setting, points } of losses) {
    const spec = choice.ambiguities[setting];
    const kind = spec?.row === undefined ? setting : `${spec.title}\n`;
    const known = alike.get(kind) ?? { setting, points: 0, rows: 0 };
    alike.set(kind, { setting, points: tidy(known.points + points), rows: known.rows + 1 });
  }
  return Array.from(alike.values(), ({ setting, points, rows }) => {
    const title = settingTitle(choice, setting);
    const words = rows === 1 ? `“${title}”` : `“${choice.ambiguities[setting]?.title ?? title}”（${rows}行）`;
    return `其中${sayPoints(points)}分系按默认口径${words}测算，可在设置中调整。`;
  });
}

/** A form without 专项效能 moves its points to 整体效能 (20/20/10): its rows are not missed. */
function missingRows(edition: Edition, rows: readonly UnwordedRow[]): readonly string[] {
  const present = new Set(rows.map(({ editionRowId }) => editionRowId));
  return edition.rows
    .filter(({ id }) => !present.has(id))
    .map(({ name, weight }) => `评分标准中的“${name}”（${sayPoints(weight)}分）在本表中没有找到。`);
}

function weightRemarks(weight: number, { total }: Edition, rows: readonly UnwordedRow[]): readonly string[] {
  if (tidy(weight) === total || rows.some((row) => row.weight === null)) return [];
  return [
    `各行分值合计${sayPoints(weight)}分，不是${total}分，不能按${total === 100 ? "百" : total}分制评定等级，请核对分值。`,
  ];
}

/** A cell that has three decimals of its own keeps them. */
function printedDecimals(format: string | undefined, decimals: number, settings: Settings): number {
  const own = settings.decimals === "auto" && format !== undefined ? decimalsOfFormat(format) : null;
  return Math.max(own ?? decimals, decimals);
}

/** 89.998 shows as 90.00: the reader is told which of the two the grade follows. */
function gradeRemarks(
  total: number | null,
  { grades }: Edition,
  decimals: number,
  settings: Settings,
): readonly string[] {
  if (total === null) return [];
  const rounded = roundHalfUp(total, decimals);
  const [shown, exact] = [gradeOf(rounded, grades), gradeOf(total, grades)];
  if (shown === exact) return [];
  const used = settings.gradeBasis === "shown" ? shown : exact;
  const bound = grades.find(({ grade }) => grade === shown)?.from ?? 0;
  return [
    `总分${String(tidy(total))}分显示为${formatPoints(total, decimals)}分，跨过${bound}分；等级按${settingSpecs(null)["gradeBasis"]?.options[settings.gradeBasis] ?? ""}定为“${used ?? ""}”。`,
  ];
}
