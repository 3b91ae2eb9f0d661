import type { SteppedCriterion } from "../../criteria/criterion";
import { plainDigits } from "../../criteria/words";
import type { DraftForm } from "./draftForm";
import { definitionField, measureField, measureTyped, stepUnits, typedNumber, unitField } from "./measured";
import type { SteppedDraft } from "./ruleDraft";
import { typedReader, type TypedReader } from "./typedReader";

type Side = SteppedCriterion["direction"];

/** G2 as a person fills it in. */
export const steppedForm: DraftForm<SteppedDraft> = {
  kind: "stepped",
  hint: "达到一个数得满分，每低（高）多少扣多少分。",
  fields: [
    measureField,
    unitField("单位", stepUnits),
    {
      key: "direction",
      label: "哪一边扣分",
      hint: "",
      choices: [
        { value: "below", title: "低了扣分" },
        { value: "above", title: "高了扣分" },
        { value: "both", title: "低了、高了都扣分" },
      ],
    },
    { key: "from", label: "达到（不超过）多少得满分", hint: "如95。", decimal: true },
    { key: "step", label: "每相差多少扣一次", hint: "如1。", decimal: true },
    { key: "points", label: "每次扣几分", hint: "如0.5，或者5%（分值的5%）。" },
    {
      key: "begun",
      label: "不足一步的",
      hint: "",
      choices: [
        { value: "", title: "没有写明（按口径设置，默认满一步才扣）" },
        { value: "floor", title: "不扣分" },
        { value: "ceiling", title: "按一步扣" },
      ],
    },
    {
      key: "nothingBeyond",
      label: "低于（高于）多少不得分",
      hint: "没有就不填。",
      decimal: true,
      optional: true,
    },
    definitionField,
  ],
  rows: null,
  write: ({ fields }, weight) => {
    const read = typedReader(weight);
    const { unit } = fields;
    const side = sideOf(fields.direction);
    const name = read.words("measure", fields.measure, "看哪一个数");
    const from = read.number("from", fields.from, unit);
    if (fields.from.trim() === "") read.fault("from", "还没有填写得满分的数。");
    const step = read.size("step", fields.step, unit, "每相差的数");
    const price = read.price("points", fields.points);
    const end = read.number("nothingBeyond", fields.nothingBeyond, unit);
    if (from !== null && end !== null) bound(side, from, end, read);
    if (from === null || step === null || price === null || read.problems.length > 0)
      return { problems: read.problems };
    const { reached, beyond, past } = sides[side];
    const shown = (value: number): string => `${plainDigits(value)}${unit}`;
    const begun = begunWords(fields.begun, shown(step));
    const last = end === null ? "" : `；${past}${shown(end)}不得分`;
    return {
      words: `${name}${reached}${shown(from)}，得满分；每${beyond}${shown(step)}${price.words}${begun}，扣完为止${last}。`,
    };
  },
  fromCriterion: (criterion, asks) => {
    if (criterion.kind !== "stepped" || criterion.to !== undefined) return null;
    const { direction, from, step, each, rounding, nothingBeyond } = criterion;
    const percent = criterion.percent !== false;
    const named = measureTyped(criterion.measure, percent, asks, stepUnits);
    if (named === null || named.unit === "") return null;
    return {
      kind: "stepped",
      fields: {
        ...named,
        definition: "",
        veto: "",
        direction,
        from: typedNumber(from, percent),
        step: typedNumber(step, percent),
        points: "points" in each ? plainDigits(each.points) : `${typedNumber(each.share, true)}%`,
        begun: typeof rounding === "string" ? rounding : "",
        nothingBeyond: typedNumber(nothingBeyond, percent),
      },
      rows: [],
    };
  },
};

const sides: Readonly<
  Record<Side, { readonly reached: string; readonly beyond: string; readonly past: string }>
> = {
  below: { reached: "达到", beyond: "低", past: "低于" },
  above: { reached: "不超过", beyond: "超", past: "超过" },
  both: { reached: "等于", beyond: "相差", past: "" },
};

function sideOf(direction: string): Side {
  return direction === "above" || direction === "both" ? direction : "below";
}

function begunWords(begun: string, step: string): string {
  if (begun === "ceiling") return `，不足${step}的按${step}扣`;
  return begun === "floor" ? `，不足${step}的不扣` : "";
}

function bound(side: Side, from: number, end: number, read: TypedReader): void {
  const at = "nothingBeyond";
  if (side === "both") read.fault(at, "两边都扣分的，不能再写低于或高于多少不得分，请空着。");
  else if (side === "below" ? end >= from : end <= from)
    read.fault(at, `应${side === "below" ? "小于" : "大于"}得满分的数，请核对。`);
}
