import { readJson } from "../editions/readJson";
import type { GivenFacts } from "../facts/gatherFacts";
import type { FactValue } from "../criteria/fact";
import { longestText } from "../workbook/planLimits";
import { fail, succeed, type Outcome, type Problem } from "../workbook/port";
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

/** Before the id of a fact of one of several forms: "下属单位自评表!procurementPolicy.actual". */
function prefixOf(sheet: string): string {
  return `${sheet}!`;
}

/** Every open question of the forms of a workbook, to be filled in and read back with --facts. */
export function factsTemplate(
  forms: readonly { readonly formCase: Case; readonly isOneOfSeveral: boolean }[],
): string {
  const entries = forms.flatMap(({ formCase, isOneOfSeveral }) =>
    entriesOf(formCase, isOneOfSeveral ? prefixOf(formCase.sheet) : ""),
  );
  return `${JSON.stringify(entries, null, 2)}\n`;
}

function entriesOf({ scorecard }: Case, prefix: string): readonly FactEntry[] {
  return scorecard.rows.flatMap((row) =>
    row.questions.map((question) => ({
      row: row.row,
      indicator: row.indicator,
      fact: `${prefix}${question.factId}`,
      label: row.facts.find((fact) => fact.id === question.factId)?.spec.label ?? "",
      unit: question.unit,
      question: question.question,
      value: null,
    })),
  );
}

/**
 * The values of a facts file for each form, by its sheet. An id says its form where there are several; without a form it
 * is that of `named`, the one that --sheet names, or of the only one.
 */
export function shareFacts(
  given: GivenFacts,
  cases: readonly Case[],
  named: string | undefined,
): Outcome<ReadonlyMap<string, GivenFacts>> {
  const shared = new Map(cases.map(({ sheet }) => [sheet, new Map() as Given]));
  const own = named ?? (cases.length === 1 ? cases[0]?.sheet : undefined);
  const homeless: string[] = [];
  for (const [id, fact] of given) {
    const prefixed = cases.find(({ sheet }) => id.startsWith(prefixOf(sheet)))?.sheet;
    const sheet = prefixed ?? own;
    if (sheet === undefined) homeless.push(id);
    else shared.get(sheet)?.set(prefixed === undefined ? id : id.slice(prefixOf(sheet).length), fact);
  }
  if (homeless.length === 0) return succeed(shared);
  const sheets = cases.map(({ sheet }) => `“${prefixOf(sheet)}”`).join("或");
  return fail(
    bad(
      `工作簿里有几张自评表，不知道这些数据项是哪一张的：${homeless.join("、")}；请在前面写上${sheets}，或者用 --sheet 指定一张。`,
    ).problem,
  );
}

type Given = Map<string, { readonly value: FactValue; readonly reason?: string | undefined }>;

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
