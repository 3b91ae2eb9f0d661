import { tidy } from "../quantity/tidy";
import {
  bandNotation,
  bandsOf,
  intervalWords,
  sameBands,
  type Band,
  type BandTable,
  type BandValue,
} from "./bandTable";
import { choose, compared, ours, quoted } from "./formulaText";
import type { Scale } from "./measuredRule";
import { parseBands } from "./parseBands";
import type { Branch, RuleContext } from "./rule";
import { percentWords, plainDigits, shortNumber } from "./words";

interface Reading {
  readonly table: BandTable;
  /** The words of the sheet give the table, with nothing that only the weight tells (得满分). */
  readonly fromSheet: boolean;
  readonly remarks: readonly string[];
}

/** How near to a bound a value given as "约" is doubtful: one percentage point. */
const nearBound = 0.01;

/** 分档计分: bands with open and closed ends, from the sheet's own 评分标准 when it can be read. */
export function bandScale(name: string, edition: BandTable): Scale<BandValue> {
  return {
    title: "分档计分",
    score: (taken, context) => {
      const { table, remarks } = tableOf(edition, context);
      const found = bandsOf(table, taken.value);
      const band = found[0];
      if (band === undefined || found.length > 1) {
        return {
          problem: `${taken.words}${found.length > 1 ? "落在几档里，" : "不落在任何一档里，"}请填写准确的${name}。`,
        };
      }
      const points = Math.min(band.points, context.weight);
      const scale =
        typeof taken.value === "number"
          ? {
              value: taken.value,
              unit: table.percent ? "%" : "",
              branches: table.bands.map((one) => branchOf(one, one === band, context.weight)),
            }
          : undefined;
      return {
        points,
        clause: band.clause,
        ...(scale === undefined ? {} : { scale }),
        remarks: [...remarks, ...(taken.approximate ? doubts(taken.words, taken.value, table) : [])],
      };
    },
    formula: (expression, context, typed) => {
      const { table, fromSheet } = tableOf(edition, context.context);
      const above = (points: number): boolean => tidy(points) > tidy(context.context.weight);
      if (context.dialect === "builtIn") {
        const words = (points: number): string =>
          above(points) ? `MIN(${context.weight},${plainDigits(points)})` : plainDigits(points);
        return builtIn(expression, table, typed, words);
      }
      const standard = fromSheet ? context.standard : null;
      const score = ours("BANDSCORE", expression, standard ?? quoted(bandNotation(table)));
      return table.bands.some((band) => above(band.points)) ? `MIN(${context.weight},${score})` : score;
    },
  };
}

function tableOf(edition: BandTable, context: RuleContext): Reading {
  const standard = context.standard?.trim() ?? "";
  const plain = standard === "" ? null : parseBands(standard);
  const table = plain ?? (standard === "" ? null : parseBands(standard, context.weight));
  if (table === null) {
    const remarks = standard === "" ? [] : ["表中的评分标准读不出分档，按2023年版的分档计算，请核对。"];
    return {
      table: edition,
      fromSheet: false,
      remarks: [...remarks, ...topRemarks(edition, context.weight)],
    };
  }
  const differs = sameBands(table, edition) ? [] : ["评分标准的分档与2023年版不同，按表中文字计算。"];
  return { table, fromSheet: plain !== null, remarks: [...differs, ...topRemarks(table, context.weight)] };
}

function topRemarks(table: BandTable, weight: number): readonly string[] {
  const top = Math.max(...table.bands.map((band) => band.points));
  if (tidy(top) === tidy(weight)) return [];
  return [
    `评分标准的最高档为${shortNumber(top)}分，与分值${shortNumber(weight)}分不同，按评分标准计分，不超过分值。`,
  ];
}

function doubts(words: string, value: BandValue, table: BandTable): readonly string[] {
  if (typeof value !== "number") return [];
  const bounds = table.bands.flatMap((band) => [band.from, band.to]).filter((bound) => bound !== null);
  const near = bounds.find((bound) => tidy(Math.abs(bound - value)) <= (table.percent ? nearBound : 0));
  if (near === undefined) return [`${words}是约数，上下略有出入也在同一档内。`];
  return [
    `${words}是约数，离分档界限${table.percent ? percentWords(near) : shortNumber(near)}很近，请核实准确数。`,
  ];
}

function branchOf(band: Band, applies: boolean, weight: number): Branch {
  return {
    clause: band.clause,
    applies,
    from: band.from,
    to: band.to,
    points: Math.min(band.points, weight),
  };
}

type PointsWords = (points: number) => string;

/** A cell that may hold text is looked at first: one-sided stretches as people write them, else "". */
function builtIn(expression: string, table: BandTable, typed: boolean, words: PointsWords): string {
  const numbers = chain(expression, table, words);
  if (!typed) return numbers;
  const texts = table.bands
    .filter((band) => band.from === null || band.to === null)
    .map((band) => {
      const stretch = quoted(intervalWords(band, table.percent, ""));
      return [`${expression}=${stretch}`, words(band.points)] as const;
    });
  return `IF(ISTEXT(${expression}),${choose(texts, '""')},${numbers})`;
}

interface Piece {
  readonly upper: number | null;
  readonly included: boolean;
  readonly result: string;
}

/** Tests upper ends from the lowest piece on. Gaps, and bounds that two bands share, are pieces that give "". */
function chain(expression: string, table: BandTable, words: PointsWords): string {
  // A value that is known already (a closing balance of 0) needs no test.
  if (/^\d+(?:\.\d+)?$/u.test(expression)) return pointsAt(table, Number(expression), words);
  const bounds = [...new Set(table.bands.flatMap((band) => [band.from, band.to]))]
    .filter((bound) => bound !== null)
    .sort((a, b) => a - b);
  const result = (value: number): string => pointsAt(table, value, words);
  const pieces = bounds.flatMap((bound, index): readonly Piece[] => {
    const before = bounds[index - 1] ?? bound - 1;
    return [
      { upper: bound, included: false, result: result((before + bound) / 2) },
      { upper: bound, included: true, result: result(bound) },
    ];
  });
  const last: Piece = { upper: null, included: false, result: result((bounds.at(-1) ?? 0) + 1) };
  const merged = [...pieces, last].filter((piece, index, all) => piece.result !== all[index + 1]?.result);
  return merged.reduceRight((rest, piece) => {
    if (piece.upper === null) return piece.result;
    return `IF(${compared(expression, piece.included ? "<=" : "<", piece.upper)},${piece.result},${rest})`;
  }, '""');
}

function pointsAt(table: BandTable, value: number, words: PointsWords): string {
  const found = bandsOf(table, value);
  return found.length === 1 && found[0] !== undefined ? words(found[0].points) : '""';
}
