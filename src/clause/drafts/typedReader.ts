import { plainDigits } from "../../criteria/words";
import { readPlainNumber } from "../../quantity/plainNumber";
import { decimalPlaces, tidy } from "../../quantity/tidy";
import { withoutEnds } from "../trim";
import type { DraftProblem } from "./ruleDraft";

/** Points as they are typed, in the words of a clause, and what they are worth. */
export interface TypedPoints {
  readonly words: string;
  readonly worth: number;
}

/** Reads the fields of a draft one after the other, and remembers what cannot be taken, by place. */
export interface TypedReader {
  readonly problems: readonly DraftProblem[];
  readonly fault: (at: string | null, problem: string) => void;
  /** Words without white space; what is missing is a problem. */
  readonly words: (at: string, text: string, what: string) => string;
  /** A number in this unit (95 and 95% in %); null where it is blank, or where it is a problem. */
  readonly number: (at: string, text: string, unit: string) => number | null;
  /** The same, where it must be filled in and be above 0. */
  readonly size: (at: string, text: string, unit: string, what: string) => number | null;
  /** 8, 满分, 不得分, 60% of the weight. */
  readonly points: (at: string, text: string) => TypedPoints | null;
  /** 0.5, or 5% of the weight: what is taken off. */
  readonly price: (at: string, text: string) => TypedPoints | null;
}

const longestWords = 80;
/** As many decimals and digits as the words of a clause are read with. */
const mostDecimals = 6;
const largest = 99_999;

export function typedReader(weight: number | null): TypedReader {
  const problems: DraftProblem[] = [];
  const fault = (at: string | null, problem: string): void => {
    problems.push({ at, problem });
  };
  const number: TypedReader["number"] = (at, text, unit) => {
    if (text.trim() === "") return null;
    const read = readPlainNumber(text);
    if (read === null || (read.unit !== "" && read.unit !== unit)) {
      const example = unit === "%" ? "百分数，如95" : `数${unit === "" ? "" : `，单位${unit}，如30`}`;
      fault(at, `“${text.trim().slice(0, 12)}”不是一个${example}。`);
      return null;
    }
    const value = tidy(read.unit === "%" ? read.value * 100 : read.value);
    if (decimalPlaces(value) <= mostDecimals && Math.abs(value) <= 1e8) return value;
    fault(at, `数太大，或者小数多于${mostDecimals}位，请核对。`);
    return null;
  };
  const size: TypedReader["size"] = (at, text, unit, what) => {
    const value = number(at, text, unit);
    if (value === null && text.trim() === "") fault(at, `还没有填写${what}。`);
    if (value === null || value > 0) return value;
    fault(at, `${what}应大于0。`);
    return null;
  };
  const amount = (at: string, text: string): TypedPoints | null => {
    const typed = readPlainNumber(text);
    if (typed?.unit === "%") {
      const share = tidy(typed.value * 100);
      if (share < 0 || share > 100 || decimalPlaces(share) > mostDecimals) {
        fault(at, "占分值的百分数应在0至100之间，如60%。");
        return null;
      }
      return {
        words: `分值的${plainDigits(share)}%`,
        worth: worthOf(typed.value, weight),
      };
    }
    if (typed === null || (typed.unit !== "" && typed.unit !== "分") || typed.value < 0) {
      fault(at, `“${text.trim().slice(0, 12)}”不是一个分数，请填数，如2或0.5。`);
      return null;
    }
    const most = weight ?? largest;
    if (typed.value > most)
      fault(at, `${plainDigits(typed.value)}分多于分值${plainDigits(most)}分，请改小。`);
    else if (decimalPlaces(typed.value) > mostDecimals)
      fault(at, `分数的小数多于${mostDecimals}位，请核对。`);
    return { words: `${plainDigits(typed.value)}分`, worth: typed.value };
  };
  return {
    problems,
    fault,
    words: (at, text, what) => {
      const words = oneLine(text);
      if (words === "") fault(at, `还没有填写${what}。`);
      else if (words.length > longestWords) fault(at, `${what}太长，请不要超过${longestWords}个字。`);
      return words;
    },
    number,
    size,
    points: (at, text) => {
      const plain = text.replace(/\s+/gu, "");
      if (plain === "") {
        fault(at, "还没有填写得几分。");
        return null;
      }
      if (plain === "满分") return { words: "得满分", worth: worthOf(1, weight) };
      if (plain === "不得分") return nothing;
      const read = amount(at, plain);
      if (read === null) return null;
      if (read.worth === 0) return nothing;
      return { ...read, words: read.words === "分值的100%" ? "得满分" : `得${read.words}` };
    },
    price: (at, text) => {
      if (text.trim() === "") {
        fault(at, "还没有填写扣几分。");
        return null;
      }
      const read = amount(at, text);
      if (read === null) return null;
      if (read.worth === 0) {
        fault(at, "扣的分应大于0。");
        return null;
      }
      return { ...read, words: `扣${read.words}` };
    },
  };
}

const nothing: TypedPoints = { words: "不得分", worth: 0 };

/** A share of the weight in 分; where that is not known, above all points. */
export function worthOf(share: number, weight: number | null): number {
  return tidy(share * (weight ?? Number.MAX_SAFE_INTEGER));
}

const signs = ["。", "；", ";", "，", ",", "、"];

/** Words as they stand inside a sentence: no white space, no signs at the end. */
export function oneLine(text: string): string {
  return withoutEnds(text.replace(/\s+/gu, ""), [], signs);
}

/** 公开及时 → 公开及时的, before what it gives. */
export function thatWhich(words: string): string {
  return words.endsWith("的") ? words : `${words}的`;
}
