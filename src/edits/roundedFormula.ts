/**
 * The points of a formula rounded, without "=": each branch of its IFs by itself, so that "" stays "". A function of ours
 * gives a number or an error, another cell (of 评分底稿) may hold "".
 * @param decimals null: not at all
 */
export function roundedFormula(formula: string, decimals: number | null): string {
  if (decimals === null || /^(?:""|\d+)$/u.test(formula)) return formula;
  const parts = branchesOf(formula);
  if (parts !== null) {
    const [condition, ...branches] = parts;
    return `IF(${[condition, ...branches.map((one) => roundedFormula(one, decimals))].join(",")})`;
  }
  const rounded = `ROUND(${formula},${decimals})`;
  return isReference.test(formula) ? `IF(${formula}="","",${rounded})` : rounded;
}

const isReference = /^(?:'[^']*'!|[^'!(),]+!)?\$?[A-Z]{1,3}\$?\d{1,7}$/u;

/** "IF(a,b,c)" as its parts; null: it is no single IF. */
function branchesOf(formula: string): readonly string[] | null {
  if (!formula.startsWith("IF(")) return null;
  const parts: string[] = [];
  let depth = 0;
  let from = 3;
  let quote = "";
  for (let at = 2; at < formula.length; at += 1) {
    const letter = formula.charAt(at);
    if (quote !== "") {
      if (letter === quote) quote = "";
    } else if (letter === '"' || letter === "'") quote = letter;
    else if (letter === "(" || letter === "{") depth += 1;
    else if (letter === ")" || letter === "}") depth -= 1;
    if (quote !== "" || !((depth === 1 && letter === ",") || depth === 0)) continue;
    parts.push(formula.slice(from, at));
    from = at + 1;
    if (depth === 0) return at === formula.length - 1 && parts.length === 3 ? parts : null;
  }
  return null;
}
