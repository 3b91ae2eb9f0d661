import type { Interval } from "../../criteria/interval";
import { plainDigits } from "../../criteria/words";
import { sortBands } from "../../criteria/bandTable";
import type { DraftForm } from "./draftForm";
import {
  bandUnits,
  definitionField,
  isWhole,
  measureField,
  measureTyped,
  typedNumber,
  typedPoints,
  unitField,
} from "./measured";
import type { BandsDraft } from "./ruleDraft";
import { typedReader, worthOf, type TypedReader } from "./typedReader";

const ends = [
  { value: "含", title: "含" },
  { value: "不含", title: "不含" },
] as const;

/** G1 as a person fills it in. */
export const bandsForm: DraftForm<BandsDraft> = {
  kind: "bands",
  hint: "达到多少得多少分，一档一档写明。",
  fields: [measureField, unitField("单位", bandUnits, true), definitionField],
  rows: {
    title: "档",
    more: "加一档",
    fewest: 2,
    fields: [
      { key: "from", label: "从", hint: "不填是没有下限。", decimal: true, optional: true },
      { key: "fromIn", label: "下限的数", hint: "", choices: ends },
      { key: "to", label: "到", hint: "不填是没有上限。", decimal: true, optional: true },
      { key: "toIn", label: "上限的数", hint: "", choices: [...ends].reverse() },
      { key: "points", label: "得分", hint: "如8、满分、不得分、60%（分值的60%）。" },
    ],
  },
  write: ({ fields, rows }, weight) => {
    const read = typedReader(weight);
    const name = read.words("measure", fields.measure, "看哪一个数");
    const bands = rows.map((row, index) => bandOf(row, index, fields.unit, read));
    if (rows.length < 2) read.fault(null, "分档至少要有两档，请加一档。");
    if (read.problems.length === 0 && bands.every(({ worth }) => worth === bands[0]?.worth))
      read.fault(null, "各档得分相同，分不出高低，请核对。");
    const [best] = [...bands].sort((one, other) => other.worth - one.worth);
    if (read.problems.length === 0 && weight !== null && best !== undefined && best.worth < weight)
      read.fault(`${best.at}.points`, `最好的一档应当得满分（${plainDigits(weight)}分），请核对。`);
    if (read.problems.length === 0) tile(bands, fields.unit, read);
    if (read.problems.length > 0) return { problems: read.problems };
    const words = bestFirst(bands).map(
      ({ gives, ...band }) => `${bandWords(band, fields.unit, name)}的，${gives}`,
    );
    return { words: `${words.join("；")}。` };
  },
  fromCriterion: (criterion, asks, weight) => {
    if (criterion.kind !== "bands") return null;
    const { percent, bands } = criterion;
    const named = measureTyped(criterion.measure, percent, asks, bandUnits);
    const plain = bands.flatMap(({ then, ...band }) => {
      if ("criterion" in then) return [];
      return [{ ...band, then, worth: "points" in then ? then.points : worthOf(then.share, weight) }];
    });
    if (named === null || plain.length < bands.length) return null;
    const rows = bestFirst(plain).map(({ then, ...band }) => ({
      from: typedNumber(band.from, percent),
      fromIn: band.from === null || band.fromIncluded ? "含" : "不含",
      to: typedNumber(band.to, percent),
      toIn: band.to !== null && band.toIncluded ? "含" : "不含",
      points: typedPoints(then),
    }));
    return { kind: "bands", fields: { ...named, definition: "", veto: "" }, rows };
  },
};

/** A band in 分, so that one end can be told to be the better one. */
interface Worth extends Interval {
  readonly worth: number;
}

/** In the order of a form: from the end that gives most. */
function bestFirst<B extends Worth>(bands: readonly B[]): readonly B[] {
  const rising = sortBands(bands);
  return (rising[0]?.worth ?? 0) > (rising.at(-1)?.worth ?? 0) ? rising : [...rising].reverse();
}

interface TypedBand extends Worth {
  readonly at: number;
  readonly gives: string;
}

function bandOf(
  { from, fromIn, to, toIn, points }: BandsDraft["rows"][number],
  at: number,
  unit: string,
  read: TypedReader,
): TypedBand {
  const [low, high] = [read.number(`${at}.from`, from, unit), read.number(`${at}.to`, to, unit)];
  const gives = read.points(`${at}.points`, points);
  const band = {
    at,
    from: low,
    fromIncluded: low !== null && fromIn === "含",
    to: high,
    toIncluded: high !== null && toIn === "含",
    gives: gives?.words ?? "",
    worth: gives?.worth ?? 0,
  };
  if (from.trim() === "" && to.trim() === "") read.fault(`${at}.from`, "上限和下限至少要填一个。");
  if (low !== null && high !== null && low > high) read.fault(`${at}.to`, "上限小于下限，请核对两个数。");
  else if (low !== null && low === high && !(band.fromIncluded && band.toIncluded))
    read.fault(`${at}.to`, "上限和下限是同一个数，两头都应当选“含”。");
  return band;
}

/** Every value has its band, and only one. */
function tile(bands: readonly TypedBand[], unit: string, read: TypedReader): void {
  const sorted = sortBands(bands);
  const shown = (value: number | null): string => `${plainDigits(value ?? 0)}${unit}`;
  for (const [index, band] of sorted.entries()) {
    const next = sorted[index + 1];
    if (next === undefined) break;
    const [end, start] = [band.to ?? Infinity, next.from ?? -Infinity];
    const at = `${next.at}.from`;
    // 1-2起 and 3起及以上: there is nothing between.
    const isNext = isWhole(unit) && start - end === 1 && band.toIncluded && next.fromIncluded;
    const both = `第${band.at + 1}档和第${next.at + 1}档`;
    if (start < end) read.fault(at, `${both}有重叠，请改成一档的上限就是另一档的下限。`);
    else if (isNext) continue;
    else if (start > end) read.fault(at, `${both}之间从${shown(band.to)}到${shown(next.from)}没有写得几分。`);
    else if (band.toIncluded && next.fromIncluded)
      read.fault(`${at}In`, `${shown(next.from)}同时在${both}里，请把其中一头改为“不含”。`);
    else if (!band.toIncluded && !next.fromIncluded)
      read.fault(`${at}In`, `${shown(next.from)}不在${both}里，请把其中一头改为“含”。`);
  }
  const [lowest, highest] = [sorted[0], sorted.at(-1)];
  if (lowest !== undefined && lowest.from !== null && !(lowest.from === 0 && lowest.fromIncluded))
    read.fault(
      `${lowest.at}.from`,
      `低于${shown(lowest.from)}的没有写得几分，请把最低一档的下限空着，或者再加一档。`,
    );
  if (
    highest !== undefined &&
    highest.to !== null &&
    !(unit === "%" && highest.to === 100 && highest.toIncluded)
  )
    read.fault(
      `${highest.at}.to`,
      `高于${shown(highest.to)}的没有写得几分，请把最高一档的上限空着，或者再加一档。`,
    );
}

/** "预算执行率≥80%且＜95%": the name stands first, so that no number is taken for a list mark. */
function bandWords({ from, fromIncluded, to, toIncluded }: Interval, unit: string, name: string): string {
  const shown = (value: number): string => `${plainDigits(value)}${unit}`;
  const upper = to === null ? "" : `${toIncluded ? "≤" : "＜"}${shown(to)}`;
  if (from === null) return `${name}${upper}`;
  if (from === to) return `${name}=${shown(from)}`;
  return to === null
    ? `${name}${fromIncluded ? "≥" : "＞"}${shown(from)}`
    : `${name}${fromIncluded ? "≥" : "＞"}${shown(from)}且${upper}`;
}
