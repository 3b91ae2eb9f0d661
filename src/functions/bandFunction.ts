import { readPlainNumber } from "../quantity/plainNumber";
import { readClause } from "../clause/readClause";
import type { BandTable } from "../criteria/bandTable";
import { outcomeAt } from "../criteria/expression/evaluate";
import type { Expression } from "../criteria/expression/expression";
import { isZero, type Interval } from "../criteria/interval";
import { bandScale, bandTable } from "../criteria/kinds/bands";
import { parseInterval } from "../criteria/parseInterval";
import { readBandNotation } from "../criteria/readBandNotation";
import { readStandard, remembered, unreadText } from "./clauseFunction";
import {
  isBlank,
  isFunctionError,
  notAvailable,
  readNumberArgument,
  readRate,
  shown,
  single,
  wrongValue,
  type Arguments,
  type FunctionError,
  type FunctionResult,
  type Given,
} from "./argument";

/** Points of the band that the value lies in. */
export function evaluateBandscore([value, bands]: Arguments): FunctionResult {
  const text = readStandard(bands, "分档", "“≤10%:2;>10%:0”或评分标准单元格");
  if (typeof text !== "string") return text;
  const scale = scaleOf(text);
  if (isFunctionError(scale)) return scale;
  const measured = readBandValue(value, scale);
  if (isFunctionError(measured)) return measured;
  const isSized = scale.absolute && typeof measured === "number";
  const found = outcomeAt(scale.of, isSized ? Math.abs(measured) : measured, 0);
  if (found.state === "known") return Number(found.value);
  const words = single(value);
  const given = isFunctionError(words) ? "" : shown(words);
  if (found.state === "open" && found.none === true)
    return notAvailable(`数值${given}不落在任何一档里，请核对数值或分档。`);
  return typeof measured === "number"
    ? notAvailable(`数值${given}是两档共有的界限，分档没有写明归哪一档，请由人评定。`)
    : notAvailable(`数值${given}落在几档里，应填准确的数。`);
}

interface Scale {
  readonly percent: boolean;
  /** Its 绝对值 is measured. */
  readonly absolute: boolean;
  /** "" where the bands are percents, or say none. */
  readonly unit: string;
  readonly of: Expression;
}

/** Our own notation, or the words of a 评分标准. */
const scaleOf = remembered((text: string): Scale | FunctionError => {
  const ours = readBandNotation(text);
  if (ours !== null) return { ...ours, absolute: false, unit: "", of: scaleBy(ours) };
  const reading = readClause(text, { indicator: "", weight: null });
  if (reading.state !== "read") return unreadText(reading, text);
  const { criterion, asks } = reading;
  if (criterion.kind !== "bands")
    return wrongValue(`分档${shown(text)}写的不是一个数值的分档，请用CLAUSESCORE。`);
  const { percent, measure } = criterion;
  const printed = bandTable(criterion);
  if (printed === null)
    return wrongValue(`分档${shown(text)}里有的得分要知道分值才算得出，请用CLAUSESCORE。`);
  const unit = percent ? "" : (asks[0]?.unit ?? "");
  return { percent, absolute: "absolute" in measure, unit, of: scaleBy(printed) };
});

function scaleBy({ percent, bands }: BandTable): Expression {
  return bandScale(percent, bands, ({ points }) => ({ op: "number", value: points }));
}

function readBandValue(argument: Given, { percent, unit }: Scale): number | Interval | FunctionError {
  const value = single(argument);
  if (isFunctionError(value)) return wrongValue(`数值：${value.message}`);
  if (isBlank(value)) return notAvailable("数值尚未填写，应为百分比或“≤10%”这样的范围。");
  if (readPlainNumber(value) !== null) {
    return percent
      ? readRate(value, "数值")
      : readNumberArgument(value, "数值", "与分档单位相同的数", ["", unit]);
  }
  const stretch = typeof value === "string" ? parseInterval(value) : null;
  if (stretch === null || !(stretch.percent === percent || isZero(stretch.interval))) {
    return wrongValue(
      `数值是${shown(value)}，应为${percent ? "百分比或“≤10%”这样的范围" : "数或“≤10”这样的范围"}。`,
    );
  }
  return stretch.interval;
}
