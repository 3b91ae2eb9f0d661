import type { Indicator } from "../form/form";
import { normalizeName } from "../form/normalizeName";
import type { BoundRow } from "../scorecard/bindRows";
import type { Case } from "../scorecard/case";
import { chooseRule, type RuleChoice, type RuleUse } from "../scorecard/chooseRule";
import { bareClause } from "../scorecard/clauseTexts";
import type { Scorecard } from "../scorecard/scorecard";
import { grouped } from "../workbook/grouped";

/** What a person said of one 评分标准, wherever it is printed: a line of 规则.json. */
export interface RuleEntry extends RuleChoice {
  readonly indicator: string;
  /** The group above it, which tells rows of one name and one 评分标准 apart; absent or "": none. */
  readonly group?: string;
  /** 分; null: none is printed. */
  readonly weight: number | null;
}

/** The same indicator with the same 评分标准. */
function entryKey({ indicator, clause }: Pick<RuleEntry, "indicator" | "clause">): string {
  return `${normalizeName(indicator)}\n${bareClause(clause)}`;
}

/** The same row of a form, as far as a line of 规则.json can tell. */
export function entryPlace({ group = "", weight, ...entry }: Omit<RuleEntry, "use">): string {
  return `${entryKey(entry)}\n${normalizeName(group)}\n${weight ?? ""}`;
}

/** What a person said of the rows of a form; the same is said once. */
export function ruleEntries({ rows }: Scorecard): readonly RuleEntry[] {
  const entries = rows.flatMap(({ indicator, level1, level2, weight, choice }): readonly RuleEntry[] =>
    choice === null ? [] : [{ indicator, group: level2 === "" ? level1 : level2, weight, ...choice }],
  );
  const said = grouped(entries, (entry) => `${entryPlace(entry)}\n${JSON.stringify(entry.use)}`);
  return Array.from(said.values(), ([first]) => first);
}

interface FittedRules {
  /** By the keys of the rows. */
  readonly choices: Readonly<Record<string, RuleChoice>>;
  /** What was taken and what was not, and why, in Chinese. */
  readonly said: string;
}

/** Rules from another workbook for the rows of this form; what a person already said here stays. */
export function fitRules(formCase: Case, entries: readonly RuleEntry[]): FittedRules {
  const byKey = grouped(entries, entryKey);
  const choices: Record<string, RuleChoice> = {};
  const left: string[] = [];
  const used = new Set<RuleEntry>();
  for (const row of formCase.rows) {
    const { name, standard } = row.indicator;
    const alike = byKey.get(entryKey({ indicator: name.value, clause: standard?.value ?? "" })) ?? [];
    for (const entry of alike) used.add(entry);
    const [entry, another] = closest(alike, row.indicator);
    if (entry === undefined) continue;
    if (another !== undefined) {
      left.push(`“${name.value}”（文件里对同样的行说法不同）`);
      continue;
    }
    const choice: RuleChoice = { clause: standard?.value ?? "", use: entry.use };
    const why = whyNot(row, entry, choice, formCase);
    if (why === null) choices[row.key] = choice;
    else if (why !== "") left.push(`“${name.value}”（${why}）`);
  }
  const unknown = entries.filter((entry) => !used.has(entry));
  left.push(...unknown.map(({ indicator }) => `“${indicator}”（本表没有同名、同一评分标准的行）`));
  const taken = Object.keys(choices).length;
  const first = taken === 0 ? "没有行采用导入的计分规则。" : `${taken}行采用了导入的计分规则。`;
  return { choices, said: left.length === 0 ? first : `${first}没有采用：${listed(left)}。` };
}

/** Of what was said of rows with one name and one 评分标准, what fits this row best: one, unless different things do. */
function closest(alike: readonly RuleEntry[], { level1, level2, weight }: Indicator): readonly RuleEntry[] {
  const group = normalizeName(level2 === "" ? level1 : level2);
  const tests = [
    (entry: RuleEntry) => normalizeName(entry.group ?? "") === group,
    (entry: RuleEntry) => entry.weight === weight.value,
  ];
  let left = alike;
  for (const test of tests) if (left.some(test)) left = left.filter(test);
  return Array.from(grouped(left, ({ use }) => JSON.stringify(use)).values(), ([first]) => first);
}

/** Why a row does not take what was said of its text; "": it says so already. */
function whyNot(
  row: BoundRow,
  { use, weight }: RuleEntry,
  choice: RuleChoice,
  { edition }: Case,
): string | null {
  if (row.choice !== null) {
    return JSON.stringify(row.choice.use) === JSON.stringify(use) ? "" : "本行已有人工设定，没有改动";
  }
  const own = row.indicator.weight.value;
  if (saysPoints(use) && own !== weight) return `分值不同：这里${own ?? "空白"}，文件里${weight ?? "空白"}`;
  const { origin, unread } = chooseRule(row.indicator, row.editionRow, edition, choice, {
    key: row.key,
    name: row.indicator.name.value,
  });
  if (unread.length > 0 && use !== "judged") return "在本表里没有全部读懂";
  if (origin === "person") return null;
  return use === "edition" && row.editionRow === null ? "本表采用的版本没有这一行" : "";
}

/** Points of its own fit no other weight. */
export function saysPoints(use: RuleUse): boolean {
  return typeof use === "object" && /[\d.]\s*分/u.test(use.words);
}

const mostNamed = 10;

function listed(words: readonly string[]): string {
  const more = words.length > mostNamed ? `等${words.length}条` : "";
  return words.slice(0, mostNamed).join("、") + more;
}
