import { readJson } from "../editions/readJson";
import type { GivenFacts } from "../facts/gatherFacts";
import type { FactValue } from "../criteria/fact";
import { longestText } from "../workbook/planLimits";
import type { Problem } from "../workbook/port";
import type { Case } from "../scorecard/case";

/** One entry of a facts file. `fact` is the id; `row` (of the form sheet) and the rest are there for the reader. */
interface FactEntry {
  readonly row: number;
  readonly indicator: string;
  readonly fact: string;
  readonly label: string;
  readonly unit: string;
  readonly question: string;
  readonly value: null;
}

/** Every open question of a form, to be filled in and read back with --facts. */
export function factsTemplate({ scorecard }: Case): string {
  const entries: readonly FactEntry[] = scorecard.rows.flatMap((row) =>
    row.questions.map((question) => ({
      row: row.row,
      indicator: row.indicator,
      fact: question.factId,
      label: row.facts.find((fact) => fact.id === question.factId)?.spec.label ?? "",
      unit: question.unit,
      question: question.question,
      value: null,
    })),
  );
  return `${JSON.stringify(entries, null, 2)}\n`;
}

/** The values of a facts file by fact id; entries whose value is null stay open. */
export function readFactsFile(text: string): { readonly given: GivenFacts } | { readonly problem: Problem } {
  const read = readJson(text);
  if ("fault" in read) return bad(`文件${read.fault}`);
  const entries = read.value;
  if (!Array.isArray(entries)) return bad("文件应当是一个数组，每项是一个问题。");
  const given = new Map<string, { value: FactValue; reason?: string }>();
  for (const [index, entry] of (entries as readonly unknown[]).entries()) {
    const at = `第${index + 1}项`;
    if (!isRecord(entry)) return bad(`${at}不是对象。`);
    const { fact, value, reason } = entry;
    if (typeof fact !== "string" || fact === "") return bad(`${at}没有 fact（数据项编号）。`);
    if (value === undefined) return bad(`${at}（${fact}）没有 value。`);
    if (reason !== undefined && reason !== null && typeof reason !== "string") {
      return bad(`${at}（${fact}）的 reason 应当是文字。`);
    }
    if (value === null || value === "") continue;
    if (!isFactValue(value)) return bad(`${at}（${fact}）的 value 应当是数字、文字或十二个月的数组。`);
    const long = [value, reason].some((each) => typeof each === "string" && each.length > longestText);
    if (long) return bad(`${at}（${fact}）过长，一个单元格最多${longestText}个字。`);
    if (given.has(fact)) return bad(`${at}（${fact}）重复出现。`);
    given.set(fact, { value, ...(reason ? { reason } : {}) });
  }
  return { given };
}

/** Ids that no row of this form asks for: most likely a slip of the pen, so the file is refused. */
export function unknownFacts(given: GivenFacts, { facts }: Case): Problem | null {
  const unknown = [...given.keys()].filter((id) => !facts.has(id));
  return unknown.length === 0 ? null : bad(`这张表不需要这些数据项：${unknown.join("、")}。`).problem;
}

function bad(why: string): { readonly problem: Problem } {
  return {
    problem: {
      code: "badFacts",
      what: "数据文件（--facts）读不了。",
      why,
      todo: "请用 --facts-template 重新生成，只填 value（需要时加 reason），再试一次。",
    },
  };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isFactValue(value: unknown): value is FactValue {
  if (typeof value === "string") return true;
  if (typeof value === "number") return Number.isFinite(value);
  return (
    Array.isArray(value) &&
    value.every((month) => month === null || (typeof month === "number" && Number.isFinite(month)))
  );
}
