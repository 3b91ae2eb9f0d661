import { isCountUnit, isMeasureUnit } from "../clause/units";
import type { FactSpec, FactValue } from "../criteria/fact";
import { tierNames } from "../criteria/kinds/levels";
import { readDate } from "../facts/readDate";
import { readPlainNumber } from "../quantity/plainNumber";
import { tidy } from "../quantity/tidy";
import { compareUnits, unitAt, unitFactor } from "../quantity/unit";
import { isQualified, plainLabel } from "./plainLabel";

/** What may be given for a question: a number in its unit, words, nothing yet, or one after the other. */
export type AnswerValue = AnswerItem | readonly AnswerItem[];
export type AnswerItem = number | string | null;

export type QuestionKind = "number" | "yesNo" | "choice" | "date" | "series";

export function questionKind({ kind }: Pick<FactSpec, "kind">): QuestionKind {
  switch (kind) {
    case "count":
    case "amount":
    case "rate":
    case "points":
    case "weight":
    case "figure":
      return "number";
    case "answer":
    case "answerOrShare":
      return "yesNo";
    case "tier":
    case "text":
      return "choice";
    case "date":
      return "date";
    case "months":
      return "series";
  }
}

/** The answer as the fact that is asked: rates as fractions, all else in the unit of the question; null: it is no answer to that. */
export function answerValue(spec: FactSpec, value: AnswerValue, unit: string): FactValue | null {
  const kind = questionKind(spec);
  if (typeof value === "object") return value !== null && kind === "series" ? seriesOf(value, unit) : null;
  if (value === "不涉及") return spec.notApplicable === true ? value : null;
  switch (kind) {
    case "number":
      return spec.kind === "count" && isNothing(value) ? 0 : numberFor(spec, value, unit);
    case "yesNo": {
      if (isYesNo(value)) return value;
      const share =
        spec.kind === "answerOrShare" ? numberFor({ kind: "rate", unit: "%" }, value, unit) : null;
      return share !== null && share > 0 && share <= 1 ? share : null;
    }
    case "choice":
      if (typeof value === "number") return null;
      return spec.kind === "text" ? value : choiceOf(tierNames(spec), value);
    case "date": {
      const day = readDate(value);
      return "problem" in day ? null : day.value;
    }
    case "series":
      return null;
  }
}

/** How many there are, where there are none. */
function isNothing(value: AnswerItem): boolean {
  return typeof value === "string" && /^(?:无|没有)$/u.test(value.trim());
}

export function isYesNo(value: AnswerValue): value is "是" | "否" {
  return value === "是" || value === "否";
}

/** Notified months run to December: of three rates the last is December's. */
function seriesOf(items: readonly AnswerItem[], unit: string): FactValue | null {
  if (items.length === 0 || items.length > 12) return null;
  const rates = items.map((item) =>
    item === null ? null : numberFor({ kind: "rate", unit: "%" }, item, unit),
  );
  if (rates.some((rate, index) => rate === null && items[index] !== null)) return null;
  return [...Array.from({ length: 12 - rates.length }, () => null), ...rates];
}

type Dimension = "rate" | "money" | "days" | "workdays" | "hours" | "weeks" | "months" | "quarters" | "years";

/** Units that must agree, with the power of ten to the one in which a fact is kept; all others count things. */
const units: ReadonlyMap<string, readonly [Dimension, power: number]> = new Map([
  ["%", ["rate", -2]],
  ["个百分点", ["rate", -2]],
  ["百分点", ["rate", -2]],
  ["‰", ["rate", -3]],
  ["元", ["money", -4]],
  ["万元", ["money", 0]],
  ["亿元", ["money", 4]],
  ["天", ["days", 0]],
  ["日", ["days", 0]],
  ["个工作日", ["workdays", 0]],
  ["工作日", ["workdays", 0]],
  ["小时", ["hours", 0]],
  ["个小时", ["hours", 0]],
  ["周", ["weeks", 0]],
  ["个月", ["months", 0]],
  ["月", ["months", 0]],
  ["个季度", ["quarters", 0]],
  ["季度", ["quarters", 0]],
  ["年", ["years", 0]],
]);

function numberFor(
  spec: Pick<FactSpec, "kind" | "unit"> & Partial<Pick<FactSpec, "label">>,
  value: number | string,
  given: string,
): number | null {
  const plain = readPlainNumber(value);
  if (plain === null) return null;
  // "93%" is read as 0.93 already; what stands behind the digits is said of this one number.
  const unit = plainUnit(plain.unit === "" ? given : plain.unit);
  const [dimension, power] = units.get(unit) ?? [unit === "" ? null : "count", 0];
  const amount = plain.unit === "%" ? plain.value : tidy(plain.value * 10 ** power);
  const [wanted, kept] = wantedUnit(spec);
  if (dimension === null || wanted === null) return amount;
  // 85 % of 100分.
  if (dimension === "rate" && isScore(spec)) return tidy(amount * 100);
  if (dimension !== wanted) return null;
  // "5万人" against 人: how many of them a unit means is not known here.
  if (dimension === "count" && unit !== plainUnit(spec.unit) && /^[十百千万亿]/u.test(unit)) return null;
  const measured = dimension === "count" ? inMeasure(unit, plainUnit(spec.unit)) : 1;
  return measured === null ? null : tidy((amount * measured) / 10 ** kept);
}

/** How many of the one measure the other is: 亩 in 平方米; null: no number of the one is one of the other. */
function inMeasure(given: string, wanted: string): number | null {
  if (given === wanted || wanted === "") return 1;
  // People are counted, and are no things: 3人 is no answer in 件.
  if (isOfPeople(given) !== isOfPeople(wanted) && [given, wanted].every(isCountUnit)) return null;
  if (![given, wanted].some((unit) => isMeasureUnit(unit))) return 1;
  const [from, to] = [unitAt(given, 0), unitAt(wanted, 0)];
  if (from?.written !== given || to?.written !== wanted || compareUnits(from, to) !== "same") return null;
  return (10 ** from.power * unitFactor(from, to)) / 10 ** to.power;
}

function isOfPeople(unit: string): boolean {
  return /^(?:人|名|位|人次)$/u.test(unit);
}

function isScore({ kind, unit, label = "" }: Parameters<typeof numberFor>[0]): boolean {
  return kind === "figure" && unit === "分" && /(?:分|分数|成绩|满意度)(?:\([^()]*\))?$/u.test(label);
}

/** null: any unit will do. */
function wantedUnit({ kind, unit }: Pick<FactSpec, "kind" | "unit">): readonly [string | null, number] {
  if (kind === "rate" || kind === "months") return ["rate", 0];
  const plain = plainUnit(unit);
  const [dimension, power] = units.get(plain) ?? [plain === "" ? null : "count", 0];
  return [dimension, dimension === "rate" ? 0 : power];
}

function plainUnit(unit: string): string {
  const plain = unit.normalize("NFKC").replace(/\s+/gu, "");
  return inChinese.get(plain) ?? plain;
}

/** Units by their letters: 2h of 180分钟 is no other unit, and none of its own. */
const inChinese: ReadonlyMap<string, string> = new Map(
  "h 小时,hr 小时,min 分钟,s 秒,d 天,km 公里,m 米,cm 厘米,mm 毫米,km2 平方公里,m2 平方米,m3 立方米,t 吨,kg 公斤,g 克,mg 毫克,L 升,mL 毫升,ml 毫升,kW 千瓦,MW 兆瓦,kWh 千瓦时,MWh 兆瓦时"
    .split(",")
    .map((pair): [string, string] => [pair.split(" ")[0] ?? "", pair.split(" ")[1] ?? ""]),
);

/** The choice of that name, else the only one whose name holds the words or is held by them: 较好 for 效果较好. */
function choiceOf(names: readonly string[], value: string): string | null {
  const words = plainLabel(value);
  if (words === "") return null;
  const plain = names.map((name) => ({ name, words: plainLabel(name) })).filter((one) => one.words !== "");
  const lead = commonLead(plain.map((one) => one.words));
  const equal =
    plain.find((one) => one.words === words) ??
    // 显著 of 效益显著, 效益较显著.
    plain.find((one) => lead !== "" && one.words === `${lead}${words}`);
  if (equal !== undefined) return equal.name;
  const near = plain.filter((one) => one.words.includes(words) || words.includes(one.words));
  const [only] = near;
  // 健 is in 健全 and in 不健全, and 不 is no answer though one choice alone has it.
  const isSure = only !== undefined && near.length === 1 && !isQualified(only.words, words);
  return isSure && words.length > 1 ? only.name : null;
}

function commonLead([first = "", ...others]: readonly string[]): string {
  let length = others.length === 0 ? 0 : first.length;
  while (!others.every((other) => other.startsWith(first.slice(0, length)))) length -= 1;
  return first.slice(0, length);
}
