import { plainText } from "../quantity/plainText";
import { scanFigures } from "../quantity/scanFigures";
import { decimalPlaces } from "../quantity/tidy";
import type { Passage } from "./passages";

/** A figure of a text with the words in front of it that say what it counts. */
export interface NamedFigure {
  readonly passage: Passage;
  /** "累计入驻企业(项目)": the words between the last punctuation and the figure, without white space. */
  readonly label: string;
  readonly value: number;
  readonly unit: string;
  /** Half a unit of the last written digit: two figures that are nearer are the same figure rounded. */
  readonly rounding: number;
  /** As written: "1494个". */
  readonly text: string;
  /** Its own sentence speaks of a target, another year or a change: not to be compared with an actual. */
  readonly apart: boolean;
}

const longestLabel = 20;
const separators = '，,。；;、：:！!？?\n“”"';
const otherMeaning = /目标|预期|计划|上年|去年|同比|环比|增长|提高|较.{0,6}年|年初/u;

/** Every plain figure (no bound, no 约, no range) of these passages with its label. Linear in the texts. */
export function namedFigures(passages: readonly Passage[], year: number | null): readonly NamedFigure[] {
  return passages.flatMap((passage) => figuresOf(passage, year));
}

function figuresOf(passage: Passage, year: number | null): readonly NamedFigure[] {
  const { text } = plainText(passage.text);
  return scanFigures(text).figures.flatMap((figure) => {
    if (figure.side !== null || figure.high !== null || figure.unit.name === "") return [];
    let from = figure.from;
    const lowest = Math.max(0, figure.from - longestLabel);
    while (from > lowest && !separators.includes(text.charAt(from - 1))) from -= 1;
    const label = text.slice(from, figure.from).replace(/\s+/gu, "");
    const decimals = decimalPlaces(figure.digits);
    const clause = text.slice(sentenceStart(text, figure.from), figure.to + 6);
    const years = clause.match(/20\d\d(?=年)/gu) ?? [];
    return {
      passage,
      label,
      value: figure.value,
      unit: figure.unit.name,
      rounding: 10 ** (figure.magnitude + figure.unit.power - decimals) / 2,
      text: text.slice(figure.from, figure.to),
      apart: otherMeaning.test(clause) || (year !== null && years.some((one) => Number(one) !== year)),
    };
  });
}

const sentenceEnds = "。；;！!？?\n";

function sentenceStart(text: string, before: number): number {
  const lowest = Math.max(0, before - 120);
  let at = before;
  while (at > lowest && !sentenceEnds.includes(text.charAt(at - 1)) && text.charAt(at - 1) !== "，") at -= 1;
  return at;
}
