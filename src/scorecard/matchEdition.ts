import { normalizeName, bareName } from "../form/normalizeName";
import type { Indicator } from "../form/form";
import type { Edition, EditionRow } from "../editions/edition";
import { oncePerObject } from "../criteria/oncePerObject";
import { similarity } from "./similarity";

/** A row of an edition with its texts as they are compared with a form's. */
interface ComparedRow {
  readonly row: EditionRow;
  /** Its name and its aliases. */
  readonly names: readonly string[];
  readonly level2: string;
  readonly clause: string;
}

/** An edition is the same for every form that is compared with it. */
export const comparedRow = oncePerObject((row: EditionRow): ComparedRow => {
  const names = [row.name, ...row.aliases].map(bareName);
  return { row, names, level2: normalizeName(row.level2), clause: normalizeName(row.clause) };
});

export interface RowMatch {
  readonly indicator: Indicator;
  /** null: not in the edition, or more than one row of it could be meant; then a person judges. */
  readonly editionRow: EditionRow | null;
  /** It goes by that very name, or by one like it. */
  readonly sameName: boolean;
}

/** Name alike enough by itself; names that differ in one word of eight (…建设／…执行) stay below it. */
const closeName = 0.85;
/** Name somewhat alike, and the printed 评分标准 is that of the edition. */
const relatedName = 0.5;
const sameStandard = 0.85;
/** The best row must stand out from the second. */
const margin = 0.1;

/**
 * Finds each form row's row of the edition: by normalised name or alias, told apart by level names and part, else by a
 * slightly different name or by its 评分标准. Never a guess: whatever fits two rows, or is claimed twice, is unmatched.
 */
export function matchEdition(indicators: readonly Indicator[], edition: Edition): readonly RowMatch[] {
  const named = edition.rows.map(comparedRow);
  const exact = indicators.map((indicator, index) => exactRow(indicator, partOf(indicators, index), named));
  const taken = new Set(exact.filter((row) => row !== null));
  const found = indicators.map((indicator, index) => {
    const row = exact[index] ?? null;
    if (row !== null) return row;
    const alike = alikeRow(indicator, named);
    return alike !== null && !taken.has(alike) ? alike : null;
  });
  return indicators.map((indicator, index) => ({
    indicator,
    editionRow: settleClaims(indicators, found, index),
    sameName: exact[index] !== null,
  }));
}

/** Rows of one name that are written one below the other without a merged cell are its parts, too. */
function partOf(indicators: readonly Indicator[], index: number): number {
  const own = indicators[index];
  if (own === undefined || own.part > 1) return own?.part ?? 1;
  const name = normalizeName(own.name.value);
  let part = 1;
  while (index - part >= 0 && normalizeName(indicators[index - part]?.name.value ?? "") === name) part += 1;
  return part;
}

function exactRow(indicator: Indicator, part: number, edition: readonly ComparedRow[]): EditionRow | null {
  const name = bareName(indicator.name.value);
  if (name === "") return null;
  const named = edition.flatMap(({ row, names }) => (names.includes(name) ? [row] : []));
  const owned = named.filter((row) => row.part === part);
  // A second row with a name of its own is the first row of that name.
  const candidates = owned.length > 0 ? owned : part === 1 ? named : [];
  return only(candidates) ?? only(candidates.filter((row) => sameLevels(indicator, row)));
}

function alikeRow(indicator: Indicator, edition: readonly ComparedRow[]): EditionRow | null {
  if (indicator.part > 1) return null;
  const name = bareName(indicator.name.value);
  const standard = normalizeName(indicator.standard?.value ?? "");
  const ranked = edition
    .filter(({ row }) => row.part === 1)
    .map(({ row, names, clause }) => {
      const byName = Math.max(...names.map((other) => similarity(name, other)));
      const byStandard = standard === "" ? 0 : similarity(standard, clause);
      const fits = byName >= closeName || (byName >= relatedName && byStandard >= sameStandard);
      return { row, fits, rank: byName + byStandard };
    })
    .sort((left, right) => right.rank - left.rank);
  const [best, second] = ranked;
  if (best?.fits !== true || best.rank - (second?.rank ?? 0) < margin) return null;
  return best.row;
}

/** A edition row that two form rows claim belongs to the one below its levels, else to neither. */
function settleClaims(
  indicators: readonly Indicator[],
  found: readonly (EditionRow | null)[],
  index: number,
): EditionRow | null {
  const row = found[index] ?? null;
  if (row === null) return null;
  const claims = indicators.filter((_, other) => found[other] === row);
  if (claims.length === 1) return row;
  return only(claims.filter((claim) => sameLevels(claim, row))) === indicators[index] ? row : null;
}

function sameLevels(indicator: Indicator, row: EditionRow): boolean {
  return normalizeName(indicator.level2) === comparedRow(row).level2;
}

function only<T>(items: readonly T[]): T | null {
  const [first] = items;
  return items.length === 1 && first !== undefined ? first : null;
}
