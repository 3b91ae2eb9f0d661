import type { Problem } from "../workbook/port";
import { a1, fullA1, type CellAddress } from "../workbook/cell";
import { sayFilledDoubt } from "../app/sayTotal";
import type { Case } from "../scorecard/case";

/**
 * One form of a file in `--json`. The keys are a contract with other programs; 分 are rounded only where the row is. form: its number
 * in the workbook, from 1. copyOf: it is a copy of a scored form; it was left alone unless --sheet names it. filled: 填报, null
 * unless every scored row holds a typed score; points: of the rows that have some; openPoints, openRows: of those that have none.
 */
export function jsonReport(file: string, form: number, { scorecard, copyOf }: Case) {
  return {
    file,
    form,
    ...(copyOf === null ? {} : { copyOf }),
    sheet: scorecard.sheet,
    kind: scorecard.kind,
    department: scorecard.department,
    project: scorecard.project,
    year: scorecard.year,
    filled: scorecard.filled?.points ?? null,
    filledDoubt: sayFilledDoubt(scorecard),
    points: scorecard.points,
    total: scorecard.total,
    openPoints: scorecard.openPoints,
    openRows: scorecard.rows.filter((row) => row.points === null).map((row) => a1(row.at)),
    unconfirmed: scorecard.unconfirmed,
    grade: scorecard.grade,
    remarks: scorecard.remarks,
    rows: scorecard.rows.map((row) => ({
      row: row.row,
      cell: a1(row.at),
      level1: row.level1,
      level2: row.level2,
      indicator: row.indicator,
      weight: row.weight,
      origin: row.origin,
      unread: row.unread,
      outcome: row.outcome,
      points: row.points,
      deduction: row.deduction,
      reason: row.reason,
      remarks: row.remarks,
      typed: row.typed,
      compared: row.compared,
    })),
  };
}

/** What is to be known of a file that was written: every formula that only Excel can work out. */
export function jsonWritten(notes: readonly string[], notWorkedOut: readonly CellAddress[]) {
  return { notes, notRecalculated: notWorkedOut.map(fullA1) };
}

/** A file that could not be scored. */
export function jsonProblem(file: string, problem: Problem) {
  return { file, error: { what: problem.what, why: problem.why, todo: problem.todo } };
}
