import type { CellAddress } from "../workbook/cell";
import { valueAt, type CellValue } from "../workbook/snapshot";
import { isHelperItem } from "./helperLines";
import type { FormPaper } from "./paperOf";
import { factStateWords, isOurState, usedWords, type FactWish } from "./gatheredFact";
import { bareTitle, locateFactCells, readLines, tight } from "./workingPaper";

/** A line of 评分底稿 that nothing asks for any more: its clause was edited, its row deleted. */
export interface UnusedLine {
  /** Id of the wish under whose 指标 it stands; null: no row of the form has that name. */
  readonly wishId: string | null;
  /** As printed. */
  readonly indicator: string;
  readonly item: string;
  readonly unit: string;
  /** null: nothing was given, nothing is lost. */
  readonly value: CellValue;
  /** It was read from words, and nobody has confirmed it. */
  readonly fromWords: boolean;
  /** 数值 */
  readonly at: CellAddress;
}

export function unusedLines(paper: FormPaper | null, wishes: readonly FactWish[]): readonly UnusedLine[] {
  if (paper === null) return [];
  const { sheet, columns, mark } = paper;
  const used = new Set<number>();
  for (const { row, months, doubles } of locateFactCells(paper, wishes).values()) {
    for (const one of [row, ...(months ?? []).map((at) => at?.row), ...doubles.map((at) => at.row)])
      if (one !== undefined) used.add(one);
  }
  const titles = new Map(
    wishes.flatMap(({ id, title }) => [
      [tight(title), id],
      [bareTitle(tight(title)), id],
    ]),
  );
  const words = (row: number, column: number | undefined): string =>
    column === undefined ? "" : String(valueAt(sheet, row, column) ?? "").trim();
  return readLines(paper).flatMap(({ row, indicator, item }) => {
    if (used.has(row) || isHelperItem(item)) return [];
    const wishId = titles.get(indicator) ?? titles.get(bareTitle(indicator)) ?? null;
    const state = words(row, columns.state);
    // A line that a person has put there for himself has a 状态 of his, or none.
    const isOurs =
      wishId === null ? isOurState(state) && isMarked(indicator, mark) : state === "" || isOurState(state);
    if (!isOurs) return [];
    const value = valueAt(sheet, row, columns.value);
    return {
      wishId,
      indicator: words(row, columns.indicator) || indicator,
      item: words(row, columns.item),
      unit: words(row, columns.unit),
      value: String(value ?? "").trim() === "" ? null : value,
      fromWords: usedWords(state) === factStateWords.extracted,
      at: { sheet: sheet.name, row, column: columns.value },
    };
  });
}

function isMarked(indicator: string, mark: string): boolean {
  return mark === "" ? !/^表\d+·/u.test(indicator) : indicator.startsWith(mark);
}
