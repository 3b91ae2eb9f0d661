import type { Clause } from "../words/readCell";
import type { Token } from "../words/readTokens";
import { hasKind, isPartOfYear } from "../words/tokenKinds";
import type { Hit } from "./findHits";

const longestScope = 30;
const longestLabel = 14;
/** Besides its time or scope such a clause has only words about the data: "以上为2022年情况", "（统计截至6月）". */
const filler =
  /^(?:[(),:\s\d]|以[上下]|[上前]述|所填|填[写报]|情况|情形|数据?|数字|统计|口径|结果|检查|审计|[预决]算|年报|报表|期间|时间|范围|截[至止]|[仅只均都全为系是指按的在到至年度月日末底初止前份各该])*$/u;
const elsewhere = /下属|[局委区市]属|所属|直属|二级|下级|基层|其他|兄弟|全[市区省县国系]|街道/u;
/** 工作目标：, 要求：, 评分标准：: what follows is no report. */
const noReport =
  /^(?:依据|根据|按照?)?(?:年度|工作|总体|全年|本年|评分|评价|考核|计分|扣分|上级|财政|主管部门|制度|文件|管理|有关|相关|本项|指标|具体|办法|政策|《[^》]{1,40}》)*(?:目标值?|计划|要求|打算|任务|标准|规则|规定|解释|内涵|定义)(?:[为是]|如下)?$/u;
const bareOffice = /^\(?(?:仅|只|指|为)?机关\)?$/u;

/** A clause or a remark that only says of which year, part of the year or part of the department the rest is: another. */
export function isBareScope(text: string, clause: Clause, year: number | null): boolean {
  const { from, to, tokens } = clause;
  if (to - from > longestScope) return false;
  const words = text.slice(from, to);
  if (bareOffice.test(words)) return true;
  const scopes = scopesOf(text, clause, year);
  if (scopes.length === 0) return false;
  const rest = tokens.filter((one) => scopes.includes(one) || one.is === "year" || one.is === "months");
  return filler.test(without(text, clause, rest)) && !isDate(words);
}

/** What narrows a clause; nothing does where all of it is named: "（含下属单位）", "局本级、下属单位", "上半年、下半年". */
function scopesOf(text: string, { from, to, tokens }: Clause, year: number | null): readonly Token[] {
  const scopes = tokens.filter((token) => narrows(text, token, year));
  const [, second] = scopes;
  const isTwo = second !== undefined && second.is !== "year" && second.from > (scopes[0]?.to ?? 0);
  const isWhole = /含|包括/u.test(text.slice(from, to)) || isTwo;
  return isWhole ? [] : scopes;
}

/** A label that what follows belongs to: of another year or scope, or no report at all. */
export function isOtherLabel(text: string, label: Clause, year: number | null): boolean {
  const words = text.slice(label.from, label.to);
  if (noReport.test(words) || bareOffice.test(words)) return true;
  return words.length <= longestLabel && scopesOf(text, label, year).length > 0;
}

function narrows(text: string, token: Token, year: number | null): boolean {
  if (token.is === "year") return year !== null && token.year !== year;
  if (hasKind([token], ["others"])) return elsewhere.test(text.slice(token.from, token.to));
  return hasKind([token], ["past", "part"]) || isPartOfYear(text, token);
}

/** "（2023年6月）": when it was done, not of what time it is said. */
function isDate(words: string): boolean {
  return /^\(?20\d\d年\d{1,2}月(?:\d{1,2}日)?\)?$/u.test(words);
}

function without(text: string, { from, to }: Clause, tokens: readonly Token[]): string {
  let left = "";
  for (let at = from; at < to; at += 1) {
    if (!tokens.some((token) => token.from <= at && at < token.to)) left += text.charAt(at);
  }
  return left;
}

/** The year of the form; where it is not known, the one that the sentence names. */
export function yearFor({ clauses, to }: Hit, year: number | null): number | null {
  if (year !== null) return year;
  const named = clauses
    .filter(({ remark }) => !remark)
    .flatMap(({ tokens }) => tokens.filter((token) => token.is === "year" && token.to <= to));
  const last = named.at(-1);
  return last?.is === "year" ? last.year : null;
}
