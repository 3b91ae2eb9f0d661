import { readXlsx } from "../adapters/xlsx/readSnapshot";
import { holdsGoals } from "../findings/besideTables";
import type { BesideBook } from "../findings/finding";
import { fail, succeed, type Outcome, type Problem } from "../workbook/port";

/** Reads a workbook to hold forms against: approved goals, or the form of the year before. Refuses one with neither. */
export function readGoalsFile(file: string, bytes: Uint8Array): Outcome<BesideBook> {
  const read = readXlsx(bytes);
  if (!read.ok) return fail({ ...read.problem, what: `${file}：${read.problem.what}` });
  return holdsGoals(read.value) ? succeed({ file, snapshot: read.value }) : fail(nothingToCompare(file));
}

function nothingToCompare(file: string): Problem {
  return {
    code: "badAgainst",
    what: `${file} 不能用来对照。`,
    why: "里面没有绩效目标表（要有三级指标和指标值两栏），也没有自评表。",
    todo: "请换成批复的绩效目标表或上一年度的自评表；.xls 请先另存为 .xlsx。",
  };
}
