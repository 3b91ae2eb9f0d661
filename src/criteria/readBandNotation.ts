import { closeTiers, sortBands, type Band, type BandTable } from "./bandTable";
import { isZero } from "./interval";
import { parseInterval, plainSigns } from "./parseInterval";

/** A condition with its points, plain signs. */
export interface BandClause {
  readonly condition: string;
  readonly points: number;
  readonly words: string;
}

const longestText = 4000;
const shape = /^([^:]{1,40}):(\d{1,3}(?:\.\d{1,4})?)分?$/u;

/** Reads our own notation, "≤10%:2;≤20%:1;>20%:0"; null for any other text, or where a part of it cannot be read. */
export function readBandNotation(text: string): BandTable | null {
  if (text.length > longestText) return null;
  const parts = plainSigns(text)
    .split(";")
    .filter((part) => part !== "");
  const clauses = parts.map((part): BandClause | null => {
    const match = shape.exec(part);
    if (match?.[1] === undefined || match[2] === undefined) return null;
    return { condition: match[1], points: Number(match[2]), words: `${match[1]}，得${match[2]}分` };
  });
  return clauses.length === 0 || clauses.includes(null)
    ? null
    : tableOf(clauses.filter((clause) => clause !== null));
}

/** The table of these clauses; null where a condition cannot be read. */
export function tableOf(clauses: readonly BandClause[]): BandTable | null {
  const read = clauses.map((clause) => {
    const condition = clause.condition.replace(/(?<![的时,])[的时,]+$/u, "");
    const interval = parseInterval(condition) ?? parseInterval(condition.split(",").at(-1) ?? "");
    return interval === null ? null : { clause, interval };
  });
  if (read.includes(null)) return null;
  const known = read.filter((one) => one !== null);
  const percent = known.some((one) => one.interval.percent);
  if (known.some((one) => one.interval.percent !== percent && !isZero(one.interval.interval))) return null;
  const bands = known.map(({ clause, interval }): Band => ({
    ...interval.interval,
    points: clause.points,
    clause: clause.words.replaceAll(",", "，"),
  }));
  return { percent, bands: sortBands(closeTiers(bands)) };
}
