import { shownFormula } from "../xlsx/formulaSpelling";

/** The formula with our functions spelt JX.NAME, whatever Excel made of them; quoted texts stay as they are. */
export function normalFormula(formula: string): string {
  return formula.startsWith("=") ? shownFormula(formula.slice(1)) : formula;
}

/** Excel lost our function: the name stands under its file spelling, or it shows #NAME? although it is ours.
 * Writing the formula again is the reliable repair (office-js #4185, #6355). */
export function isBroken(formula: string, value: unknown): boolean {
  const normal = normalFormula(formula);
  return /_xldudf_JX_/i.test(formula) ? normal !== formula : value === "#NAME?" && /\bJX\.[A-Z]/.test(normal);
}
