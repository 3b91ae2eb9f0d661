import { asksForFigures } from "../facts/reportedWords";
import type { Evidence } from "../facts/gatheredFact";
import type { Form, Indicator } from "../form/form";
import { singleLine } from "../form/sheetView";
import { snapshotCell, type Snapshot } from "../workbook/snapshot";
import { isOwnReason } from "./ownFormulas";
import { withoutOwnReasons } from "./rowReason";

/**
 * Where the words of a row stand that say what was achieved: in 评分依据; in a form without it in 完成情况, where no target
 * makes that a figure to be divided, else in 指标说明, told apart from the definitions there. null: nothing is written.
 */
export function rowEvidence(snapshot: Snapshot, form: Form): (indicator: Indicator) => Evidence | null {
  const { columns, headerRow, sheet, indicators } = form;
  if (columns.basis !== null) return (indicator) => basisOf(snapshot, indicator);
  const titleOf = (column: number): string => {
    const title = snapshotCell(snapshot, { sheet, row: headerRow, column })?.value;
    return typeof title === "string" && title.trim() !== "" ? singleLine(title) : "指标说明";
  };
  const { actual, definition } = columns;
  if (actual !== null) {
    if (columns.target !== null || columns.adjusted !== null) return () => null;
    const column = titleOf(actual);
    return ({ row }) => {
      const at = { sheet, row, column: actual };
      const value = snapshotCell(snapshot, at)?.value;
      return typeof value === "string" && value.trim() !== "" ? { value, at, column } : null;
    };
  }
  if (definition === null) return () => null;
  const column = titleOf(definition);
  const isWary = indicators.some((indicator) => asksForFigures(indicator.definition?.value ?? ""));
  return ({ definition: words, name, beside = [], said = [] }) =>
    words === null ||
    words.value === "" ||
    [...beside, ...said].some(({ value }) => /\d/u.test(String(value)))
      ? null
      : { ...words, column, reporting: { indicator: name.value, isWary } };
}

/** 评分依据 as evidence: not the reasons of ours that stand in it, as a formula or as words. */
export function basisOf(snapshot: Snapshot, { basis }: Indicator): Evidence | null {
  if (basis === null || isOwnReason(snapshotCell(snapshot, basis.at)?.formula)) return null;
  const value = withoutOwnReasons(basis.value);
  return value.trim() === "" ? null : { ...basis, value };
}
