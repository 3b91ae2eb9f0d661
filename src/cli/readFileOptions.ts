import { readFile } from "node:fs/promises";
import { readRulesFile } from "../app/rulesFile";
import type { GivenFacts } from "../facts/gatherFacts";
import { fail, succeed, type Outcome, type Problem } from "../workbook/port";
import { askedEdition } from "./askedEdition";
import { readFactsFile } from "./factsFile";
import { readLedgerOption } from "./ledgerFile";
import type { Options } from "./options";
import type { FileOptions } from "./scoreFile";
import { systemReason } from "./systemReason";

/** What is said of every file: the facts of --facts, the edition of --edition, the list of --ledger, the rules of --rules. */
export async function readFileOptions(options: Options): Promise<Outcome<FileOptions>> {
  const facts = await readFacts(options);
  if ("problem" in facts) return fail(facts.problem);
  const edition = await askedEdition(options.edition);
  if (!edition.ok) return edition;
  const ledger = await readLedgerOption(options);
  if (!ledger.ok) return ledger;
  const rules = await readRules(options);
  return rules.ok
    ? succeed({
        ledger: ledger.value,
        ...edition.value,
        given: facts.given,
        ruleEntries: rules.value,
        ...(options.sheet === null ? {} : { sheet: options.sheet }),
      })
    : rules;
}

async function readFacts(
  options: Options,
): Promise<{ readonly given: GivenFacts } | { readonly problem: Problem }> {
  if (options.facts === null) return { given: new Map() };
  const path = options.facts;
  const text = await readFile(path, "utf8").catch((error: unknown) => error);
  if (typeof text === "string") return readFactsFile(text);
  const why = systemReason(text);
  return { problem: { code: "badFacts", what: `读不了数据文件 ${path}。`, why, todo: "请检查路径后再试。" } };
}

async function readRules({ rules: path }: Options): Promise<Outcome<FileOptions["ruleEntries"]>> {
  if (path === null) return succeed(null);
  const text = await readFile(path, "utf8").catch((error: unknown) => error);
  if (typeof text === "string") return readRulesFile(text);
  const why = systemReason(text);
  return fail({ code: "badRules", what: `读不了规则文件 ${path}。`, why, todo: "请检查路径后再试。" });
}
