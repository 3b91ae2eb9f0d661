import type { Finding } from "../findings/finding";
import type { Case } from "../scorecard/case";
import { areaA1, areaOf } from "../workbook/cell";
import type { CellLook, Edit, EditPlan } from "../workbook/edit";
import { longestText } from "../workbook/planLimits";
import {
  findSheet,
  valueAt,
  type ConditionalFormat,
  type SheetSnapshot,
  type Snapshot,
} from "../workbook/snapshot";
import { changedMarks, findingCondition, isFindingMark } from "./ownMarks";
import {
  countLine,
  findingLines,
  isUntouchedList,
  listColumns,
  listHeadRow,
  listName,
  listTitle,
} from "./findingsSheet";

/** A mark on every cell with a finding that is not dismissed; marks of ours that are no longer true go. */
export function planFindingMarks({ snapshot }: Case, findings: readonly Finding[]): EditPlan {
  const edits = snapshot.sheets.flatMap(({ name, conditionalFormats }) => {
    const cells = findings.flatMap(({ at, dismissed }) =>
      dismissed === null && at.kind === "cell" && at.at.sheet === name ? [at.at] : [],
    );
    const wanted = cells.map((at): ConditionalFormat => ({
      area: areaOf(at),
      formula: findingCondition(at),
    }));
    const own = conditionalFormats.filter(isFindingMark);
    return changedMarks(name, "finding", oncePerCell(own), oncePerCell(wanted));
  });
  return { edits, expects: [] };
}

function oncePerCell(marks: readonly ConditionalFormat[]): readonly ConditionalFormat[] {
  return Array.from(new Map(marks.map((mark) => [areaA1(mark.area), mark])).values());
}

/** The sheet 自查问题清单: made, or brought up to date; beside a list that somebody wrote in, another one. */
export function planFindingsSheet({ snapshot }: Case, findings: readonly Finding[]): EditPlan {
  const old = snapshot.sheets.find(isUntouchedList);
  const sheet = old?.name ?? freeName(snapshot);
  const lines = findingLines(findings);
  const wanted: readonly ListLine[] = [
    { row: 1, values: [listTitle], look: { role: "title" } },
    { row: 2, values: [countLine(findings)], look: { role: "note" } },
    ...lines.map((values, index): ListLine => ({
      row: listHeadRow + index,
      values,
      look: index === 0 ? { role: "heading" } : { role: "line", wrap: true },
    })),
  ];
  const edits: Edit[] = old === undefined ? [{ kind: "addSheet", sheet }, ...listWidths(sheet)] : [];
  for (const { row, values, look } of wanted) {
    values.forEach((value, index) => {
      const shown = typeof value === "string" ? value.slice(0, longestText) : value;
      const content = { value: shown === "" ? null : shown };
      const stands = old === undefined ? null : valueAt(old, row, index + 1);
      // A cell without words has its frame all the same.
      if (stands === content.value && old !== undefined) return;
      const at = { sheet, row, column: index + 1 };
      edits.push({ kind: "cell", at, content, look, reason: "导出自查问题清单" });
    });
  }
  if (old === undefined) edits.push({ kind: "layOut", sheet, headRow: listHeadRow });
  else edits.push(...clearedBelow(old, listHeadRow + lines.length));
  return { edits, expects: [] };
}

function listWidths(sheet: string): readonly Edit[] {
  return listColumns.map(([, width], index) => ({ kind: "columnWidth", sheet, column: index + 1, width }));
}

interface ListLine {
  readonly row: number;
  readonly values: readonly (string | number)[];
  readonly look: CellLook;
}

/** What is left of an older, longer list. */
function clearedBelow(sheet: SheetSnapshot, from: number): readonly Edit[] {
  return [...sheet.rows].flatMap(([row, cells]) =>
    row < from
      ? []
      : [...cells.keys()].map((column): Edit => ({
          kind: "cell",
          at: { sheet: sheet.name, row, column },
          content: { value: null },
          reason: "导出自查问题清单",
        })),
  );
}

function freeName(snapshot: Snapshot): string {
  for (let count = 1; ; count += 1) {
    const name = count === 1 ? listName : `${listName}(${count})`;
    if (findSheet(snapshot, name) === undefined) return name;
  }
}
