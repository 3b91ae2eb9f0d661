import type { FactSpec } from "../criteria/fact";
import { oncePerText } from "../words/oncePerText";
import { decimalPlaces, tidy } from "../quantity/tidy";
import { signEnd } from "../words/plainCell";
import { quotationOf, type Quotation } from "../words/quotation";
import { readCell, type Clause, type ReadCell } from "../words/readCell";
import { readWords } from "../words/readWords";
import type { Reporting, WordsFound } from "./gatheredFact";

/* 指标说明 of a form that has no other place for what was achieved: definitions, formulas and targets are told apart from
 * what is reported, and a report counts only where every clause of it is one. */

const label =
  /^(?:(?:指标|概念)?(?:解释|说明|定义|释义|内涵|含义)|(?:指标)?(?:计算)?(?:公式|方法|口径)|(?:考核|评价)(?:内容|要点)|数据来源|其中|注):/u;
const purpose =
  /^(?:(?:本|该|此)(?:项)?指标|指标|主要|用以|用于|用来|旨在|综合|重点|客观)*(?:反映|反应|体现|考[核察]|衡量|评[价估]|检验|了解)\D*$/u;
const meaning = /^[^,\d]{2,30}?(?:是指|系指|指的是|指|即)\D+$/u;
const whether = /^[^\d]*是否[^\d]*$/u;
const contents = /^(?:主要)?(?:包括|包含|涵盖)\D+$/u;
const formula = /^[^=\d]{2,40}=[^=\d]{2,}$/u;
const percent = /[×*xX✕]?100%/gu;
/** Of another year, of a part, of what stands beside it: it says more than what a measure is. */
const narrows =
  /上[一半]?年|去年|往年|历年|下半年|季度|月|预[计期]|不[含包]|除|仅|只|以[上下]|下列|上述|前述|数据[为是系均]|均为|口径为/u;
/** 目标值95%: said to be the target. */
const target =
  /^(?:(?:本年|年[度初]|全年|预期|计划|绩效|设定)*(?:目标|指标)值?)(?:设定)?(?:为|是|:)?[≥≤=]?\d[\d,.]*(?:%|[^\d,]{0,3})(?:以上)?$/u;

/** What may not be reported but asked for: 应达到90%以上. */
const asksFor =
  /应|须|需|目标|计划|要求|标准|力争|确保|保[证持]|争取|不[低高超少得大小]|以[上下内]|之内|[大小低高多少优]于|超过|[≥≤<>=]|[为得计]?满分|[为属][优良]|扣|考核|预[计期]|原则|限|底线|基准|参考/u;
const reaches = /达到?/u;
const time =
  /20\d\d年(?:度|[末底终])?|(?:本|当|全)年度?|年度|年[末底终]|截[至止]到?|12月(?:31[日号])?[底末]?/gu;
const surely = /20\d\d年|[本当全]年|年[末底终]|截[至止]|实际|已/u;
/** 全年…达到95% may still be asked for. */
const reachedSurely = /20\d\d年|年[末底终]|截[至止]|实际|已/u;
const figure = /\d[\d,.]*(?:%|个百分点|[万亿]?元|万?(?:人次|[^\d,:()个百分点]))?/gu;
/** What may stand before a name, and between a name and its figure. */
const plainWords =
  /[我本全](?:[局委办院校厅处馆所站队区县市镇乡]|中心|单位|部门|系统)|部门|单位|实际|累计|经(?:统计|测算|核算|计算|考核|调查|核实)|[为是的约共已达到]/gu;
const reportLabel =
  /^(?:20\d\d年度?|本年度?|全年|年度)?(?:实际|指标|目标)*(?:完成|执行|自评|落实|实现)(?:情况|结果)?$/u;
const compared =
  /^(?:同比|(?:较|比|与)(?:上年|去年|上一年|20\d\d年)度?(?:同期)?(?:相比)?)[^\d]{0,2}(?:提高|增长|上升|下降|降低|减少|增加|持平)(?:了|约)?(?:\d[\d.]*(?:个百分点|%)?)?$/u;
const counted = /^[^\d]{0,16}?(\d{1,9}(?:\.\d{1,6})?)([^\d%]{1,3})$/u;
const surveyed =
  /^(?:经|通过|根据|据)(?:问卷|抽样|电话|现场|满意度|网络|年度)*(?:调查|统计|测评|测算|核算|核查)(?:问卷|结果|显示)*$/u;

/** A sentence that says what a measure is, and no more; plain, in the brackets of which is nothing else either. */
function defines(sentence: string): boolean {
  const words = sentence.replace(label, "");
  if (target.test(sentence)) return true;
  const bare = words.replace(percent, "");
  if (narrows.test(bare)) return false;
  return [purpose, meaning, whether, contents, formula].some((shape) => shape.test(bare));
}

/** The same text, as long as it was, with white space where it only defines; "" where it says nothing else. */
const withoutDefinitions = oncePerText((text: string): { readonly said: string } => {
  const cell = readWords(text);
  let said = text;
  for (const { from, to, written } of cell.sentences) {
    const words = cell.text.slice(from, to);
    // 反映预算执行程度，2023年预算执行率92%.
    const first = /^[^,:]+,(?=20\d\d年|截[至止]|实际)/u.exec(words)?.[0] ?? "";
    const isLed = first !== "" && defines(first.slice(0, -1));
    if (!isLed && !defines(words)) continue;
    const end = isLed ? signEnd(text, cell.at[from + first.length - 1] ?? 0) : written.to;
    said = `${said.slice(0, written.from)}${" ".repeat(end - written.from)}${said.slice(end)}`;
  }
  return { said: /[\p{L}\d]/u.test(said) ? said : "" };
});

/** Whether 指标说明 of a row asks for figures: in the same column a bare figure of another row may be asked for, too. */
export function asksForFigures(text: string): boolean {
  const { said } = withoutDefinitions(text);
  return readWords(said === "" ? text : said).sentences.some(
    ({ text: sentence }) =>
      /\d/u.test(sentence) && (said === "" ? target.test(sentence) : asksFor.test(sentence)),
  );
}

/**
 * What 指标说明 reports: the figures that are read of it without its definitions, where every other clause is understood.
 * Else what would have been taken is asked, with the words that stand in the way.
 * @param read what the words say, as in 评分依据
 */
export function reportedWords(
  text: string,
  read: (said: string) => ReadonlyMap<string, WordsFound>,
  specs: readonly FactSpec[],
  reporting: Reporting,
): ReadonlyMap<string, WordsFound> {
  const { said } = withoutDefinitions(text);
  const found = said === "" ? new Map<string, WordsFound>() : read(said);
  if (found.size === 0) return found;
  const cell = readCell(said);
  const values = Array.from(found.values()).flatMap((one) => ("value" in one ? [one] : []));
  const taken = values.flatMap(({ quotation }) => quotation.words.filter(({ use }) => use === "taken"));
  const rates = values.flatMap(({ value }) => (typeof value === "number" ? [value] : []));
  const isTaken = (clause: Clause): number => {
    const { from, to } = writtenAt(said, cell, clause);
    return taken.filter((one) => one.from < to && one.to > from).length;
  };
  const names = [reporting.indicator, ...specs.map((spec) => spec.label)].map(plain);
  const unread = cell.clauses.find((clause) => {
    const words = cell.text.slice(clause.from, clause.to);
    const count = isTaken(clause);
    return count > 0
      ? !isReport(words, clause, names, count, reporting.isWary)
      : !goesBeside(words, clause, cell, rates);
  });
  const onlyFigures = values.every(({ wordClass }) => wordClass === "figure");
  const first = unread ?? (onlyFigures ? undefined : cell.clauses.find((clause) => isTaken(clause) > 0));
  return new Map(
    Array.from(found, ([key, one]) => [
      key,
      first === undefined || "doubt" in one
        ? { ...one, quotation: { ...one.quotation, text } }
        : doubtAbout(text, said, cell, first, one.quote),
    ]),
  );
}

function doubtAbout(
  text: string,
  said: string,
  cell: ReadCell,
  { from, to }: Clause,
  quote: string,
): WordsFound {
  const at = writtenAt(said, cell, { from, to });
  const quotation: Quotation = {
    ...quotationOf(said, cell, [{ from, to, use: "unread" }]),
    text,
  };
  const words = said.slice(at.from, at.to);
  return {
    doubt: `中“${words}”不能确定是实际完成的数，未予采用：请核实后填写。`,
    quote,
    quotation,
  };
}

function writtenAt(
  text: string,
  { at }: ReadCell,
  { from, to }: Pick<Clause, "from" | "to">,
): Pick<Clause, "from" | "to"> {
  return { from: at[from] ?? 0, to: signEnd(text, at[to - 1] ?? 0) };
}

/** The name of what is asked, its figure, when and whose: nothing else. */
function isReport(
  words: string,
  { meaning: said, labels }: Clause,
  names: readonly string[],
  count: number,
  isWary: boolean,
): boolean {
  if (said !== "states" || labels.length > 1) return false;
  const rest = names.reduce((left, name) => left.split(name).join("#"), words);
  if (asksFor.test(rest) || (isWary && !surely.test(rest))) return false;
  if (reaches.test(rest) && (isWary || !reachedSurely.test(rest))) return false;
  const undated = rest.replace(time, "");
  if ((undated.match(figure) ?? []).length > count) return false;
  const left = undated
    .replace(figure, "")
    .replace(plainWords, "")
    .replace(/[#,:()]/gu, "");
  return Array.from(left).every((letter) => names.some((name) => name.includes(letter)));
}

/** What may stand beside a report: what it is compared with, the counts that a rate is made of, why, what is next. */
function goesBeside(words: string, clause: Clause, cell: ReadCell, rates: readonly number[]): boolean {
  if (clause.meaning === "explains" || clause.meaning === "remedies") return true;
  if (!/[\p{L}\d]/u.test(words)) return true;
  if ([reportLabel, compared, surveyed, target].some((shape) => shape.test(words))) return true;
  const counts = cell.clauses.flatMap((one) => {
    const read = counted.exec(cell.text.slice(one.from, one.to));
    return one.sentence === clause.sentence && read !== null
      ? { value: Number(read[1]), unit: read[2], from: one.from }
      : [];
  });
  const [whole, part, ...more] = counts;
  if (whole === undefined || part === undefined || more.length > 0 || whole.unit !== part.unit) return false;
  if (asksFor.test(words.replace(/^(?:应|计划)(?=[^,\d]{0,8}\d)/u, ""))) return false;
  const isOf = [whole, part].some(({ from }) => from === clause.from);
  const quotients = [part.value / whole.value, whole.value / part.value];
  return isOf && rates.some((rate) => quotients.some((one) => isRounded(rate, one)));
}

/** To the last decimal of the percentage that is printed. */
function isRounded(rate: number, exact: number): boolean {
  const percents = tidy(rate * 100);
  return Math.abs(exact * 100 - percents) <= 0.5 * 10 ** -decimalPlaces(String(percents)) + 1e-9;
}

function plain(name: string): string {
  return name.normalize("NFKC").replace(/[\s“”‘’"']/gu, "");
}
