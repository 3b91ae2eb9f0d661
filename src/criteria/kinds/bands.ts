import { tidy } from "../../quantity/tidy";
import { bandNotation, sameBands, type BandTable } from "../bandTable";
import { quoted } from "../formulaText";
import { parseBands } from "../parseBands";
import { shortNumber } from "../words";
import type { BandsCriterion, CriterionBand, Points } from "../criterion";
import { it, measured, multiply, number, own, weight } from "../expression/build";
import type { Expression, Piece } from "../expression/expression";
import { intervalWords, stretch } from "../interval";
import type { CriterionExamples, Kind, KindContext } from "../kind";
import { isRate, measureExpression, measureName } from "../measureExpression";

/** 分档计分: bands with open and closed ends, from the sheet's own 评分标准 where it can be read. */
export const bands: Kind<BandsCriterion> = {
  title: "分档计分",
  expression: (criterion, context) => {
    const { table, fromSheet } = tableOf(criterion, context);
    const scale = bandScale(criterion.percent, table, (band) => pointsOf(band.then, context));
    const plain = plainTable(criterion.percent, table);
    const value = measureExpression(criterion.measure, context.specs);
    // Percents of what is no rate, and a rate against plain numbers (控制率≤1), are nothing that our function reads.
    const isRead = criterion.percent === isRate(criterion.measure, context.specs);
    if (plain === null || !isRead) return measured(value, scale);
    const text = { text: quoted(bandNotation(plain)), standard: fromSheet };
    const score = own("BANDSCORE", scale, [it, text]);
    const above = plain.bands.some(({ points }) => tidy(points) > tidy(context.weight));
    return measured(value, above ? own("", scale, [{ op: "min", of: [weight, score] }]) : score);
  },
  wording: ({ measure, bands: all, percent }) => {
    const name = measureName(measure);
    return all.map((band) => `${intervalWords(band, percent, name)}${pointsWords(band.then)}`).join("；");
  },
  remarks: (criterion, context) => {
    const { table, remark } = tableOf(criterion, context);
    return [...(remark === null ? [] : [remark]), ...topRemarks(criterion, table, context.weight)];
  },
};

/** The points of the one band in which a value lies. */
export function bandScale<B extends Omit<CriterionBand, "then">>(
  percent: boolean,
  table: readonly B[],
  points: (band: B) => Expression,
): Expression {
  const pieces = table.map((band): Piece => ({ interval: band, then: points(band), clause: band.clause }));
  return { op: "scale", percent, pieces };
}

interface ReadTable {
  readonly table: readonly CriterionBand[];
  /** The words of the sheet give the table, with nothing that only the weight tells (得满分). */
  readonly fromSheet: boolean;
  readonly remark: string | null;
}

function tableOf(
  criterion: BandsCriterion,
  { standard, weight, edition }: Omit<KindContext, "inner">,
): ReadTable {
  const text = standard?.trim() ?? "";
  const known = plainTable(criterion.percent, criterion.bands);
  const unread = { table: criterion.bands, fromSheet: false };
  if (text === "" || known === null) return { ...unread, remark: null };
  const plain = parseBands(text);
  const printed = plain ?? parseBands(text, weight);
  if (printed === null)
    return { ...unread, remark: `表中的评分标准读不出分档，按${edition}的分档计算，请核对。` };
  const differs = !sameBands(printed, known);
  const remark = differs ? `评分标准的分档与${edition}不同，按表中文字计算。` : null;
  return {
    table: printed.bands.map(({ points, ...band }) => ({ ...band, then: { points } })),
    fromSheet: plain !== null,
    remark,
  };
}

/** As BANDSCORE takes it; null where a branch is more than points. */
function plainTable(percent: boolean, all: readonly CriterionBand[]): BandTable | null {
  const plain = all.flatMap(({ then, ...band }) =>
    "points" in then ? [{ ...band, points: then.points }] : [],
  );
  return plain.length === all.length ? { percent, bands: plain } : null;
}

/** Never above the points to be had here. */
function pointsOf(points: Points, { inner, weight: full }: KindContext): Expression {
  if ("criterion" in points) return inner(points.criterion, full);
  if ("share" in points) return multiply(weight, number(points.share));
  const fixed = number(points.points);
  return tidy(points.points) > tidy(full) ? { op: "min", of: [weight, fixed] } : fixed;
}

function pointsWords(points: Points): string {
  if ("points" in points) return `得${shortNumber(points.points)}分`;
  return "share" in points ? `得分值的${shortNumber(points.share * 100)}%` : "另按该档的标准计分";
}

function topRemarks(
  { bands: own }: BandsCriterion,
  table: readonly CriterionBand[],
  weight: number,
): readonly string[] {
  const points = table.flatMap(({ then }) => ("points" in then ? [then.points] : []));
  if (points.length < table.length || own.length === 0) return [];
  const top = Math.max(...points);
  if (tidy(top) === tidy(weight)) return [];
  return [
    `评分标准的最高档为${shortNumber(top)}分，与分值${shortNumber(weight)}分不同，按评分标准计分，不超过分值。`,
  ];
}

export const examples: CriterionExamples<BandsCriterion> = {
  criterion: {
    kind: "bands",
    percent: true,
    measure: { of: "fact", key: "rate" },
    bands: [
      { ...stretch(null, "<", "≤", 0.1), then: { points: 2 }, clause: "结余率≤10%，得2分" },
      { ...stretch(0.1, "<", "≤", 0.2), then: { points: 1 }, clause: "10%<结余率≤20%，得1分" },
      { ...stretch(0.2, "<", "<", null), then: { share: 0 }, clause: "结余率>20%，不得分" },
    ],
  },
  asks: [["rate", "rate", "结余率", "结余率是多少？", "%"]],
  weight: 2,
  cases: [
    { title: "正好10%", facts: { rate: 0.1 }, expect: 2 },
    { title: "刚过10%", facts: { rate: 0.1001 }, expect: 1 },
    { title: "正好20%", facts: { rate: 0.2 }, expect: 1 },
    { title: "刚过20%", facts: { rate: 0.2001 }, expect: 0 },
    { title: "没填", facts: {}, expect: "missing" },
  ],
};
