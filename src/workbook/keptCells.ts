import { plainList, plainObject, type PlainObject } from "./json";

/** What we wrote for a form: in which cells of which sheets, as far as it can be read. */
export function cellsIn({ restore }: PlainObject) {
  return plainList(plainObject(restore)["cells"]).map((cell) => {
    const { role, at, ours } = plainObject(cell);
    const { sheet, row, column } = plainObject(at);
    const { formula, value } = plainObject(ours);
    return { role, sheet, row, column, value, formula: typeof formula === "string" ? formula : null };
  });
}

/** A result of scoring, or what is said beside it: not a figure that was filled in, nor one that was mended, nor a draft. */
export function isResult(role: unknown): boolean {
  return role !== "fact" && role !== "fund" && role !== "mend" && role !== "basis";
}

export function hasFormulas(entry: PlainObject): boolean {
  return cellsIn(entry).some(({ formula }) => formula !== null);
}

/** The names that the working paper of a form had. */
export function papersIn(entry: PlainObject): readonly string[] {
  const figures = cellsIn(entry).flatMap(({ role, sheet }) => (role === "fact" ? [sheet] : []));
  const { addedSheet } = plainObject(entry["restore"]);
  return [entry["paper"], addedSheet, ...figures].filter((name) => typeof name === "string");
}
