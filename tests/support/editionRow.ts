import type { EditionRow } from "../../src/editions/edition";
import { guangzhou2023 } from "../../src/editions/guangzhou2023/edition";

/** A row of the 2023 edition by its id; another id is a mistake of the test. */
export function editionRow(id: string): EditionRow {
  const row = guangzhou2023.rows.find((one) => one.id === id);
  if (row === undefined) throw new Error(`no row ${id}`);
  return row;
}
