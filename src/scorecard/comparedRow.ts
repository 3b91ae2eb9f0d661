import { bareName, normalizeName } from "../form/normalizeName";
import type { EditionRow } from "../editions/edition";

/** A row of an edition with its texts as they are compared with a form's. */
export interface ComparedRow {
  readonly row: EditionRow;
  /** Its name and its aliases. */
  readonly names: readonly string[];
  readonly level2: string;
  readonly clause: string;
}

/** An edition is the same for every form that is compared with it. */
const compared = new WeakMap<EditionRow, ComparedRow>();

export function comparedRow(row: EditionRow): ComparedRow {
  const known = compared.get(row);
  if (known !== undefined) return known;
  const names = [row.name, ...row.aliases].map(bareName);
  const made = { row, names, level2: normalizeName(row.level2), clause: normalizeName(row.clause) };
  compared.set(row, made);
  return made;
}
