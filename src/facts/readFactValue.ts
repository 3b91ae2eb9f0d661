import type { FactSpec, FactValue } from "../criteria/fact";
import { tierNames } from "../criteria/kinds/levels";
import { readPlainNumber } from "../quantity/plainNumber";
import type { CellValue } from "../workbook/snapshot";
import { readDate, type ReadFactValue } from "./readDate";

type Written = { readonly value: CellValue; readonly format?: string };

const notApplicableWords = new Set(["不涉及", "不适用", "本部门不涉及", "本单位不涉及"]);
const yesWords = new Set(["是", "有", "√", "✓", "✔", "☑", "对", "TRUE", "Y", "YES", "已"]);
const noWords = new Set(["否", "无", "没有", "×", "✗", "✘", "X", "错", "FALSE", "N", "NO", "未"]);
const smallNumbers = "零一二三四五六七八九十";
const countShape =
  /^([-+]?[\d,.]+|[零一二两三四五六七八九十])(?:项|个|次|笔|例|家|份|宗|起|件|类|台|套|名|月|月份|个月|\(类\)|项\(类\))?$/u;
const rangeShape =
  /^(≤|≥|<=|>=|<|>|小于等于|大于等于|不超过|不高于|不低于|小于|大于|低于|高于|超过)?(-?\d{1,4}(?:\.\d{1,6})?)(%?)(以上|以下|以内|及以上|及以下)?(?:\(含\))?$/u;
const rangeSigns: Readonly<Record<string, string>> = {
  "<=": "≤",
  ">=": "≥",
  小于等于: "≤",
  大于等于: "≥",
  不超过: "≤",
  不高于: "≤",
  不低于: "≥",
  小于: "<",
  大于: ">",
  低于: "<",
  高于: ">",
  超过: ">",
  以上: "≥",
  及以上: "≥",
  以下: "≤",
  及以下: "≤",
  以内: "≤",
};

/**
 * Reads what a person wrote (a cell with its number format) or what words say as a fact of the given kind: rates as
 * fractions, money in 万元, days as Excel day numbers. Never throws. The kind "months" is read month by month as "rate".
 */
export function readFactValue(
  spec: Pick<FactSpec, "kind" | "range" | "signed" | "calendar" | "notApplicable" | "unit" | "choices">,
  written: Written,
): ReadFactValue {
  const text = plain(written.value);
  if (notApplicableWords.has(text)) {
    return spec.notApplicable === true
      ? exact("不涉及")
      : { problem: `此项不能填“不涉及”，请填写${wanted(spec)}。` };
  }
  switch (spec.kind) {
    case "rate":
    case "months":
      return readRate(written, text, spec);
    case "count":
      return readCount(text, spec);
    case "amount":
      return readAmount(written.value, text, spec.signed === true);
    case "answer":
      return readAnswer(text) ?? unusable(text, spec);
    case "answerOrShare":
      return readAnswer(text) ?? readShare(written, text);
    case "date":
      return readDate(written.value);
    case "points":
      return readPoints(written.value, text);
    case "weight":
      return readWeight(written.value, text);
    case "figure":
    case "text":
      return typeof written.value === "number"
        ? exact(written.value)
        : exact(String(written.value ?? "").trim());
    case "tier":
      return readTier(text, spec);
  }
}

function readRate(
  written: Written,
  text: string,
  { range, signed }: Pick<FactSpec, "range" | "signed">,
): ReadFactValue {
  const mayBeNegative = range === true || signed === true;
  const words = /^(?:约|大约|近)?(.*?)(?:左右|上下)?$/u.exec(text)?.[1] ?? text;
  const number = readPlainNumber(typeof written.value === "number" ? written.value : words);
  if (number === null || (number.unit !== "" && number.unit !== "%")) {
    const band = range === true ? readRange(text) : null;
    if (band !== null) return exact(band);
    return {
      problem: `“${clip(text)}”读不出百分数，请填写如99.83%${range === true ? "（或区间，如≤10%）" : ""}。`,
    };
  }
  const percent = number.unit === "%" || written.format?.includes("%") === true;
  if (number.value > 10 || (signed === true && number.value < -10)) {
    return {
      problem: percent
        ? `“${clip(text)}”相当于${String(Math.round(number.value * 100))}%，明显过大，请核实后按百分数重新填写，如99.83%。`
        : `“${clip(text)}”没有百分号，会被当作${String(Math.round(number.value * 100))}%：请填写为${clip(text)}%。`,
    };
  }
  if (number.value < 0 && !mayBeNegative) return { problem: `比率不能为负数（“${clip(text)}”），请核实。` };
  return { value: number.value, approximate: words !== text, remark: null };
}

/** "90%≤及时率<100%": the name between the signs is dropped, the rest kept. */
const chainShape = /^(\d{1,4}(?:\.\d{1,6})?%)([≤<>≥])[^\d≤<>≥%]{0,20}([≤<>≥])(\d{1,4}(?:\.\d{1,6})?%)$/u;

/** "≤10%", "90%以上", "不超过10%" → sign, number and "%". "≤0" needs no percent sign, any other number does. */
function readRange(text: string): string | null {
  const chain = chainShape.exec(text);
  if (chain !== null) return `${chain.slice(1, 3).join("")}率${chain.slice(3).join("")}`;
  const match = rangeShape.exec(text);
  const [, before = "", digits = "", percent = "", after = ""] = match ?? [];
  if (match === null || (before !== "") === (after !== "")) return null;
  if (percent === "" && Number(digits) !== 0) return null;
  const sign = before === "" ? after : before;
  return `${rangeSigns[sign] ?? sign}${digits}${percent}`;
}

function readCount(text: string, { calendar, unit }: Pick<FactSpec, "calendar" | "unit">): ReadFactValue {
  if (text === "无" || text === "没有") return exact(0);
  const digits = countShape.exec(text)?.[1];
  const number =
    digits === undefined
      ? Number.NaN
      : (chineseDigit(digits) ?? readPlainNumber(digits)?.value ?? Number.NaN);
  if (Number.isNaN(number)) return { problem: `“${clip(text)}”读不出数量，请填写整数，没有的填0。` };
  if (!Number.isInteger(number) || number < 0) {
    return { problem: `“${clip(text)}”不是0或正整数，请填写整数，没有的填0。` };
  }
  if (calendar === true && (number < 1 || number > 12)) {
    return { problem: `“${clip(text)}”不在1至12之间，请核实${unit === "月" ? "月份" : "月份数量"}。` };
  }
  return exact(number);
}

/** 万元, a hundred times what the whole country spends in a year: a slip, on which no rate can rest. */
const largestAmount = 1e10;

function readAmount(value: CellValue, text: string, signed: boolean): ReadFactValue {
  const number = readPlainNumber(typeof value === "number" ? value : text);
  const power = { "": 0, 万元: 0, 万: 0, 亿元: 4, 亿: 4, 元: -4 }[number?.unit ?? "?"];
  if (number === null || power === undefined) {
    return { problem: `“${clip(text)}”读不出金额，请填写以万元为单位的数字。` };
  }
  if (number.value < 0 && !signed) return { problem: `金额不能为负数（“${clip(text)}”），请核实。` };
  // Shifting the decimal point as text keeps 66820.9 exact.
  const amount = power === 0 ? number.value : shift(number.value, power);
  if (Math.abs(amount) > largestAmount)
    return { problem: `金额“${clip(text)}”明显过大，请核实数字和单位（万元）。` };
  const remark = power === 0 ? null : `“${clip(text)}”已折算为${String(amount)}万元。`;
  return { value: amount, approximate: false, remark };
}

function readAnswer(text: string): ReadFactValue | null {
  const upper = text.toUpperCase();
  if (yesWords.has(upper)) return exact("是");
  return noWords.has(upper) ? exact("否") : null;
}

function readShare(written: Written, text: string): ReadFactValue {
  const share = readRate(written, text, {});
  if ("problem" in share) return { problem: `${share.problem.replace(/。$/u, "")}；也可以填“是”或“否”。` };
  const usable = typeof share.value === "number" && share.value > 0 && share.value <= 1;
  return usable ? share : { problem: `完整度“${clip(text)}”应大于0、不超过100%；没有的填“否”。` };
}

function readPoints(value: CellValue, text: string): ReadFactValue {
  const number = readPlainNumber(typeof value === "number" ? value : text);
  const usable = number !== null && (number.unit === "" || number.unit === "分") && number.value >= 0;
  return usable ? exact(number.value) : { problem: `“${clip(text)}”读不出分数，请填写如1.5。` };
}

function readWeight(value: CellValue, text: string): ReadFactValue {
  const points = readPoints(value, text);
  return "value" in points && (points.value === 0 || Number(points.value) > 100)
    ? { problem: `分值“${clip(text)}”应大于0、不超过100，请填写如5。` }
    : points;
}

type Wanted = Pick<FactSpec, "kind" | "unit" | "choices">;

/** "达成年度指标", "部分达成年度指标并具有一定效果", "未达成" → the tier's short name; of other levels the name alone. */
function readTier(text: string, spec: Wanted): ReadFactValue {
  const name = tierNames(spec).find((one) =>
    spec.choices === undefined ? text.startsWith(one) : text === plain(one),
  );
  return name === undefined ? { problem: `“${clip(text)}”不是档次，请填写${wanted(spec)}。` } : exact(name);
}

function unusable(text: string, spec: Wanted): ReadFactValue {
  return { problem: `“${clip(text)}”无法识别，请填写${wanted(spec)}。` };
}

function wanted(spec: Wanted): string {
  const { kind, unit } = spec;
  switch (kind) {
    case "answer":
    case "answerOrShare":
      return unit.replace("／不涉及", "").replace("是／否", "“是”或“否”");
    case "date":
      return "日期";
    case "rate":
    case "months":
      return "百分数";
    case "count":
      return "整数，没有的填0";
    case "amount":
    case "points":
    case "weight":
      return `以${unit}为单位的数字`;
    case "figure":
      return "数值，可带单位";
    case "tier":
      return tierNames(spec)
        .map((name) => `“${name}”`)
        .join("")
        .replace(/(?<=.)(?=“[^“]*$)/u, "或");
    case "text":
      return "文字";
  }
}

function exact(value: FactValue): ReadFactValue {
  return { value, approximate: false, remark: null };
}

function chineseDigit(text: string): number | null {
  if (text === "两") return 2;
  const index = text.length === 1 ? smallNumbers.indexOf(text) : -1;
  return index < 0 ? null : index;
}

function shift(value: number, power: number): number {
  const text = String(value);
  return text.includes("e") ? value * 10 ** power : Number(`${text}e${power}`);
}

function plain(value: CellValue): string {
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  return String(value ?? "")
    .normalize("NFKC")
    .replace(/\s+/gu, "");
}

function clip(text: string): string {
  return text.length > 20 ? `${text.slice(0, 20)}…` : text;
}
