import type { GatheredFact } from "../facts/gatheredFact";
import { readFactValue } from "../facts/readFactValue";
import { readPlainNumber } from "../quantity/plainNumber";
import { tidy } from "../quantity/tidy";
import type { FactSpec, FactValue } from "../criteria/fact";
import { formatDay, readDay } from "./formatStep";

/** What a person is typing into the fields of one fact: kept in the state, so that no click loses it. */
export interface FactDraft {
  /** The one field; of an answer the word chosen; of a share "完整度" while its percent is typed. */
  readonly text: string;
  /** Percents without the sign, January first; empty unless the fact is months. */
  readonly months: readonly string[];
  readonly notApplicable: boolean;
  readonly reason: string;
}

type DraftReading =
  | { readonly value: FactValue; readonly reason: string }
  /** Why it cannot be taken, with what to do. */
  | { readonly problem: string };

/** The fields as they stand before anybody types: what the fact holds now. */
export function draftOf(fact: GatheredFact): FactDraft {
  const { value, spec } = fact;
  const blank = { ...blankDraft(spec), reason: fact.reason };
  if (value === null) return blank;
  if (value === "不涉及")
    return { ...blank, notApplicable: true, text: spec.kind === "answer" ? "不涉及" : "" };
  if (typeof value === "string") return { ...blank, text: value };
  if (typeof value !== "number") return { ...blank, months: value.map(percentText) };
  if (spec.kind === "date") return { ...blank, text: formatDay(value) };
  const percent = spec.kind === "rate" || spec.kind === "answerOrShare";
  return { ...blank, text: percent ? percentText(value) : String(value) };
}

/** The fields of a fact that nobody has given yet. */
export function blankDraft({ kind }: FactSpec): FactDraft {
  return { text: "", months: kind === "months" ? emptyMonths : [], notApplicable: false, reason: "" };
}

const emptyMonths: readonly string[] = Array.from({ length: 12 }, () => "");

/** Nothing was typed, or all of it was taken away again. */
export function isBlank(draft: FactDraft): boolean {
  return (
    !draft.notApplicable && draft.text.trim() === "" && draft.months.every((month) => month.trim() === "")
  );
}

/** The typed fields as a fact's value, or what is wrong with them. */
export function readDraft(spec: FactSpec, draft: FactDraft, weight: number | null): DraftReading {
  const reason = draft.reason.trim();
  if (draft.notApplicable || draft.text === "不涉及") {
    return reason === ""
      ? { problem: "“不涉及”须说明理由，例如“当年没有此类项目”。" }
      : { value: "不涉及", reason };
  }
  const value = spec.kind === "months" ? readMonths(draft.months) : readText(spec, draft.text.trim(), weight);
  if (typeof value === "object" && "problem" in value) return value;
  if (spec.kind === "points" && reason === "") return { problem: "评定得分须写明理由。" };
  return notReadBack(spec, value) ?? { value, reason };
}

/** What 评分底稿 could not be read back from (月份 13) is not written there: why it is none. */
function notReadBack(spec: FactSpec, value: FactValue): { readonly problem: string } | null {
  if (typeof value === "object" || spec.kind === "months") return null;
  const read = readFactValue(spec, { value, format: typeof value === "number" ? writtenFormat(spec) : "" });
  return "problem" in read ? { problem: read.problem } : null;
}

function writtenFormat({ kind }: FactSpec): string {
  return kind === "rate" || kind === "answerOrShare" ? "0.00%" : "General";
}

type ValueReading = FactValue | { readonly problem: string };

function readText(spec: FactSpec, text: string, weight: number | null): ValueReading {
  if (text === "") return { problem: "还没有填写。" };
  switch (spec.kind) {
    case "answer":
      return text;
    case "answerOrShare":
      return text === "是" || text === "否" ? text : readShare(text);
    case "date":
      return text === "未公开" ? text : (readDay(text) ?? { problem: "请按“2023-02-10”的样子填写日期。" });
    case "rate":
      return readRate(spec, text);
    case "amount":
      return readAmount(spec, text);
    case "count":
      return readCount(spec, text);
    case "points":
      return readPoints(text, weight);
    case "weight":
      return readPoints(text, 100);
    case "figure":
    case "tier":
    case "text":
      return text;
    case "months":
      return { problem: "请逐月填写。" };
  }
}

function readRate(spec: FactSpec, text: string): ValueReading {
  const rate = readPercent(text);
  if (rate !== null) return rate > 10 || rate < -10 ? { problem: "数值过大：99.83%请填99.83。" } : rate;
  const range = text.normalize("NFKC").replace(/\s/gu, "");
  if (spec.range === true && /^(?:≤|≥|<|>|不超过|不高于|不低于)\d{1,4}(?:\.\d{1,6})?%$/u.test(range))
    return range;
  return { problem: spec.range === true ? "请填百分数，如95或≤10%。" : "请填百分数，如99.83。" };
}

function readShare(text: string): ValueReading {
  const share = readPercent(text);
  return share !== null && share > 0 && share <= 1 ? share : { problem: "完整度应大于0、不超过100（%）。" };
}

/** In 万元. */
const amountUnits: Readonly<Record<string, number>> = { 万元: 1, 万: 1, 元: 1e-4, 亿元: 1e4, 亿: 1e4 };

/** Money in the unit that is asked; of what is no money (分钟，人次) any number in that unit. */
function readAmount({ unit, signed }: FactSpec, text: string): ValueReading {
  const figure = readPlainNumber(text);
  const asked = amountUnits[unit];
  const given = figure === null || figure.unit === "" ? asked : amountUnits[figure.unit];
  const factor = figure?.unit === unit || given === asked ? 1 : (given ?? NaN) / (asked ?? NaN);
  if (figure === null || Number.isNaN(factor)) {
    if (asked !== undefined) return { problem: `请填一个金额，单位${unit}，如1177.22。` };
    return { problem: `请填一个数${unit === "" ? "" : `，单位${unit}`}。` };
  }
  return figure.value < 0 && signed !== true
    ? { problem: `${asked === undefined ? "数" : "金额"}不能为负数。` }
    : tidy(figure.value * factor);
}

function readCount(spec: FactSpec, text: string): ValueReading {
  const figure = readPlainNumber(text);
  if (figure === null || figure.unit === "%") return { problem: `请填一个整数，单位${spec.unit}。` };
  return Number.isInteger(figure.value) && figure.value >= 0 && figure.value < 1e9
    ? figure.value
    : { problem: "请填不小于0的整数。" };
}

function readPoints(text: string, weight: number | null): ValueReading {
  const figure = readPlainNumber(text);
  if (figure === null || (figure.unit !== "" && figure.unit !== "分")) return { problem: "请填一个分数。" };
  const most = weight ?? Number.POSITIVE_INFINITY;
  return figure.value >= 0 && figure.value <= most
    ? figure.value
    : { problem: `评定分应在0至${most}分之间。` };
}

function readMonths(texts: readonly string[]): ValueReading {
  const rates: (number | null)[] = [];
  for (const [n, text] of texts.entries()) {
    const rate = text.trim() === "" ? null : readPercent(text);
    if (text.trim() !== "" && (rate === null || rate < 0 || rate > 10)) {
      return { problem: `${n + 1}月的“${text.slice(0, 12)}”不是百分数：99.83%请填99.83。` };
    }
    rates.push(rate);
  }
  return rates.some((rate) => rate !== null) ? rates : { problem: "请至少填写一个月。" };
}

/** "99.83" and "99.83%" → 0.9983. */
function readPercent(text: string): number | null {
  const figure = readPlainNumber(text);
  if (figure === null || (figure.unit !== "" && figure.unit !== "%")) return null;
  return figure.unit === "%" ? figure.value : tidy(figure.value / 100);
}

function percentText(rate: number | null): string {
  return rate === null ? "" : String(tidy(rate * 100));
}
