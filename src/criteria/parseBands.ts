import type { BandTable } from "./bandTable";
import { plainSigns } from "./parseInterval";
import { readBandNotation, tableOf, type BandClause } from "./readBandNotation";

const longestText = 4000;
const pointsShape = /(?:得|计|记)(\d{1,3}(?:\.\d{1,4})?)分|(不得分|不计分|得零分)|(得满分|计满分)/gu;

/**
 * Reads bands from our own notation ("≤10%:2;≤20%:1;>20%:0") or from the words of a 评分标准 cell; null when the
 * text holds none, or holds points whose condition cannot be read (half a table would score wrongly).
 * @param full points for 得满分; without it such a text cannot be read
 */
export function parseBands(text: string, full?: number): BandTable | null {
  if (text.length > longestText) return null;
  const ours = readBandNotation(text);
  if (ours !== null) return ours;
  const clauses = standardClauses(text, full);
  // Words with a single figure and points are a condition (“100%公开，得1分”), not a scale.
  if (clauses === null || clauses.length < 2) return null;
  // List numbers are glued to percents ("2.10%＜率"). What they are shows in the others of the list.
  return tableOf(clauses.map(withoutListNumber(clauses)));
}

function standardClauses(text: string, full: number | undefined): readonly BandClause[] | null {
  const clauses: BandClause[] = [];
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

function withoutListNumber(clauses: readonly BandClause[]): (clause: BandClause) => BandClause {
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
