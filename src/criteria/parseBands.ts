import { closeTiers, sortBands, type Band, type BandTable } from "./bandTable";
import { isZero } from "./interval";
import { parseInterval, plainSigns } from "./parseInterval";

const longestText = 4000;
const pointsShape = /(?:得|计|记)(\d{1,3}(?:\.\d{1,4})?)分|(不得分|不计分|得零分)|(得满分|计满分)/gu;
const notationShape = /^([^:]{1,40}):(\d{1,3}(?:\.\d{1,4})?)分?$/u;

interface Clause {
  /** Between the list mark and the points, plain signs. */
  readonly condition: string;
  readonly points: number;
  readonly words: string;
}

/**
 * Reads bands from our own notation ("≤10%:2;≤20%:1;>20%:0") or from the words of a 评分标准 cell; null when the
 * text holds none, or holds points whose condition cannot be read (half a table would score wrongly).
 * @param full points for 得满分; without it such a text cannot be read
 */
export function parseBands(text: string, full?: number): BandTable | null {
  if (text.length > longestText) return null;
  const ours = notationClauses(text);
  const clauses = ours ?? standardClauses(text, full);
  // Words with a single figure and points are a condition (“100%公开，得1分”), not a scale.
  if (clauses === null || clauses.length < (ours === null ? 2 : 1)) return null;
  // List numbers are glued to percents ("2.10%＜率"). What they are shows in the others of the list.
  return tableOf(clauses.map(withoutListNumber(clauses)));
}

function notationClauses(text: string): readonly Clause[] | null {
  const parts = plainSigns(text)
    .split(";")
    .filter((part) => part !== "");
  const clauses = parts.map((part): Clause | null => {
    const match = notationShape.exec(part);
    if (match?.[1] === undefined || match[2] === undefined) return null;
    return { condition: match[1], points: Number(match[2]), words: `${match[1]}，得${match[2]}分` };
  });
  return clauses.length === 0 || clauses.includes(null) ? null : clauses.filter((clause) => clause !== null);
}

function standardClauses(text: string, full: number | undefined): readonly Clause[] | null {
  const clauses: Clause[] = [];
  for (const line of text.replace(/[①-⑳]/gu, "").split(/[\n\r;；。]/u)) {
    const plain = plainSigns(line);
    let start = 0;
    for (const match of plain.matchAll(pointsShape)) {
      const points = match[1] === undefined ? (match[2] === undefined ? full : 0) : Number(match[1]);
      const condition = plain.slice(start, match.index).replace(/^[,，、]+/u, "");
      start = match.index + match[0].length;
      if (points === undefined) return null;
      clauses.push({ condition, points, words: condition + match[0] });
    }
  }
  return clauses;
}

const listMark = /^(?:\(?\d{1,2}[).、]|\([一二三四五六七八九十]\)|[一二三四五六七八九十]、)(?!\d)/u;
const gluedMark = /^(\d{1,2})[.、](?=\d+(?:\.\d+)?%)/u;

function withoutListNumber(clauses: readonly Clause[]): (clause: Clause) => Clause {
  const listed = clauses.some((clause) => listMark.test(clause.condition));
  const inOrder = clauses.every(
    (clause, index) => gluedMark.exec(clause.condition)?.[1] === String(index + 1),
  );
  return (clause) => {
    const mark =
      listMark.exec(clause.condition) ?? (listed || inOrder ? gluedMark.exec(clause.condition) : null);
    const length = mark?.[0].length ?? 0;
    return { ...clause, condition: clause.condition.slice(length), words: clause.words.slice(length) };
  };
}

function tableOf(clauses: readonly Clause[]): BandTable | null {
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
