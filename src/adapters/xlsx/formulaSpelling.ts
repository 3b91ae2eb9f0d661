import { canonicalFormula } from "../../workbook/canonicalFormula";
import { scanFormula } from "../../workbook/formulaScan";
import { oncePerText } from "../../words/oncePerText";

/** How a file may spell one of our functions: Excel itself stores "_xldudf_JX_EXECRATE"; other programs
 * lower the case or keep the dot; "@" and "_xlfn." may stand before it. */
const ourFunction = /@?(?:_xlfn\.|_xludf\.)?(?:_xldudf_JX_|JX\.)([A-Za-z][A-Za-z0-9]*)(?=\s*\()/gi;

/** As a person reads it, "=JX.EXECRATE(D8:D19)", from what the file holds (which has no "="). Sheet names
 * are quoted, whoever saved the file last. */
export const shownFormula = oncePerText((stored): string => {
  const shown = eachCode(stored, (code) =>
    code.replace(ourFunction, (whole, name: string, at: number) =>
      startsName(code, at) ? `JX.${name.toUpperCase()}` : whole,
    ),
  );
  return canonicalFormula(`=${shown}`);
});

/** As the file must hold it: no "=", our functions with Excel's own prefix for add-in functions. */
export const storedFormula = oncePerText((shown): string => {
  const body = shown.startsWith("=") ? shown.slice(1) : shown;
  return eachCode(body, (code) =>
    code.replace(ourFunction, (whole, name: string, at: number) =>
      startsName(code, at) ? `_xldudf_JX_${name.toUpperCase()}` : whole,
    ),
  );
});

/** Not the tail of a longer name. */
function startsName(code: string, at: number): boolean {
  return at === 0 || !/[\p{L}\p{N}_.\\]/u.test(code.charAt(at - 1));
}

function eachCode(formula: string, change: (code: string) => string): string {
  if (!/jx/i.test(formula)) return formula;
  return scanFormula(formula)
    .map((piece) => (piece.kind === "code" ? change(piece.text) : piece.text))
    .join("");
}
