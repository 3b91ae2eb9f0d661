import { readJson } from "../editions/readJson";
import { anyOf, either, faultsOf, leaf, text, type Fields } from "../editions/shape";
import { fail, succeed, type Outcome, type Problem } from "../workbook/port";
import { entryPlace, type RuleEntry } from "./ruleEntries";

/*
 * 规则.json: what people said of single 评分标准, to be taken over by other workbooks.
 *
 *   { "version": 1, "rules": [{ "indicator": "预算执行率", "group": "预算执行", "weight": 8, "clause": "…",
 *                               "use": { "words": "预算执行率达到95%，得满分；…" } }] }
 */
interface RulesFile {
  readonly version: 1;
  readonly rules: readonly RuleEntry[];
}

const isFilled = (value: unknown, longest: number): boolean =>
  typeof value === "string" && value.trim() !== "" && value.length <= longest;
const uses = ["sheet", "edition", "judged"];
const entry: Fields<RuleEntry> = {
  indicator: leaf("1到200个字", (value) => isFilled(value, 200)),
  "group?": leaf("文字，200字以内", (value) => typeof value === "string" && value.length <= 200),
  weight: leaf("大于0的数，或者null", (value) => value === null || (typeof value === "number" && value > 0)),
  clause: text,
  use: either<{ words: string }, string>(
    "words",
    { words: leaf("计分规则的文字，4000字以内", (value) => isFilled(value, 4000)) },
    leaf(`“${uses.join("”、“")}”，或者{ "words": "…" }`, (value) => uses.includes(value as string)),
  ),
};
const file: Fields<RulesFile> = {
  version: leaf("1（更大的数是新版本导出的，请用新版本打开）", (value) => value === 1),
  rules: anyOf<RuleEntry>(entry),
};

/** The text of 规则.json. */
export function writeRulesFile(rules: readonly RuleEntry[]): string {
  const plain = rules.map(({ indicator, group = "", weight, clause, use }) => ({
    indicator,
    ...(group === "" ? {} : { group }),
    weight,
    clause,
    use,
  }));
  return `${JSON.stringify({ version: 1, rules: plain }, null, 2)}\n`;
}

/** What a 规则.json says; or what is wrong with it, and where. */
export function readRulesFile(written: string): Outcome<readonly RuleEntry[]> {
  const read = readJson(written);
  if ("fault" in read) return fail(unreadable(`文件${read.fault}`));
  const [fault] = faultsOf(file, read.value, "", { asks: new Map(), ambiguities: {}, read: new Set() });
  if (fault !== undefined) return fail(unreadable(`${fault.at === "" ? "文件" : fault.at}：${fault.says}。`));
  const { rules } = read.value as RulesFile;
  const known = new Map<string, number>();
  for (const [index, rule] of rules.entries()) {
    const first = known.get(entryPlace(rule));
    const said = JSON.stringify(rule.use);
    if (first !== undefined && JSON.stringify(rules[first]?.use) !== said) {
      const why = `rules[${first}]和rules[${index}]是同一指标、同一分值、同一评分标准，说的却不同。`;
      return fail(unreadable(why));
    }
    known.set(entryPlace(rule), index);
  }
  return succeed(rules);
}

function unreadable(why: string): Problem {
  return {
    code: "badRules",
    what: "规则文件读不了，没有采用。",
    why,
    todo: "请选用本工具导出的“规则.json”，或按说明改正后再试。",
  };
}
