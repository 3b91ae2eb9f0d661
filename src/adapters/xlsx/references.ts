import { columnNumber, lastColumn, lastRow, parseArea, type Area } from "../../workbook/cell";
import { scanFormula } from "../../workbook/formulaScan";
import { oncePerText } from "../../words/oncePerText";

/** What a formula looks at. */
export interface References {
  readonly areas: readonly { readonly sheet: string; readonly area: Area }[];
  /** It may look anywhere: INDIRECT and OFFSET choose their cells while calculating. */
  readonly anywhere: boolean;
  /** A table's column or another file: not to be worked out here. */
  readonly opaque: boolean;
}

/** Defined names by their lower case: what stands behind them, without "=". */
export type Names = ReadonlyMap<string, string>;

const pattern =
  /(?:(\u0001\d+\u0001|[\p{L}_][\p{L}\p{N}_.]{0,254})!)?(\$?[A-Za-z]{1,3}\$?\d{1,7}(?::\$?[A-Za-z]{1,3}\$?\d{1,7})?|\$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3}|\$?\d{1,7}:\$?\d{1,7}|[\p{L}_\\][\p{L}\p{N}_.\\]*)/gu;

/** So many names may stand behind a formula, each looked into once. */
const mostNames = 200;

/** The areas that a formula on `sheet` reads, those behind defined names too. */
export function referencesOf(formula: string, sheet: string, names: Names): References {
  return names.size === 0 ? withoutNames(`${sheet}\n${formula}`) : readReferences(formula, sheet, names);
}

/** The same formulas stand in every form of a batch; no sheet's name holds a line break. */
const withoutNames = oncePerText((key) => {
  const end = key.indexOf("\n");
  return readReferences(key.slice(end + 1), key.slice(0, end), new Map());
});

function readReferences(formula: string, sheet: string, names: Names, seen = new Set<string>()): References {
  // Excel itself allows no longer one.
  if (formula.length > 10_000 || seen.size > mostNames) return { areas: [], anywhere: true, opaque: true };
  const pieces = scanFormula(formula);
  const quoted: string[] = [];
  const code = pieces
    .map((piece) => {
      if (piece.kind === "code") return piece.text;
      if (piece.kind !== "sheet") return '""';
      quoted.push(piece.text.slice(1, -1).replaceAll("''", "'"));
      return `\u0001${quoted.length - 1}\u0001`;
    })
    .join("");
  const areas: { sheet: string; area: Area }[] = [];
  let anywhere = /(^|[^\p{L}\p{N}_.])(INDIRECT|OFFSET)\s*\(/iu.test(code);
  let opaque = pieces.some((piece) => piece.kind === "bracket");
  for (const match of code.matchAll(pattern)) {
    const [whole, prefix, word = ""] = match;
    const before = match.index === 0 ? "" : code.charAt(match.index - 1);
    const after = code.charAt(match.index + whole.length);
    if (/[\p{L}\p{N}_.]/u.test(before) || /[(!]/.test(after)) {
      // A sheet range ('一月:三月'!A1) or a function; only the first reads cells.
      if (after === "!") anywhere = true;
      continue;
    }
    const on = prefix === undefined ? sheet : quotedName(prefix, quoted);
    const area = /[\p{L}\p{N}_.\\]/u.test(after) ? null : readArea(word);
    if (area !== null) {
      areas.push({ sheet: on, area });
      continue;
    }
    const name = word.toLowerCase();
    const behind = names.get(name);
    if (behind === undefined || seen.has(name)) continue;
    seen.add(name);
    const inner = readReferences(behind, sheet, names, seen);
    areas.push(...inner.areas);
    anywhere ||= inner.anywhere;
    // The engine knows names that stand for one area; not those for a constant or a formula.
    opaque ||= inner.opaque || !isArea(behind);
  }
  return { areas, anywhere, opaque };
}

/** "'参 数'!$B$1:$B$9" and nothing else; without "$" a name means other cells wherever it is used. */
export function isArea(text: string): boolean {
  const sheet = /^(?:'(?:[^']|'')+'|[\p{L}_][\p{L}\p{N}_.]{0,254})!/u.exec(text)?.[0];
  return (
    sheet !== undefined &&
    /^\$[A-Z]+\$\d+(?::\$[A-Z]+\$\d+)?$|^\$[A-Z]+:\$[A-Z]+$|^\$\d+:\$\d+$/i.test(text.slice(sheet.length)) &&
    readAreas(text).length === 1
  );
}

function quotedName(prefix: string, quoted: readonly string[]): string {
  const index = /^\u0001(\d+)\u0001$/.exec(prefix)?.[1];
  return index === undefined ? prefix : (quoted[Number(index)] ?? "");
}

/** "'表 1'!$A$1:$K$44,'表 1'!$M:$N" → areas; what is no plain area ("#REF!") is left out. */
export function readAreas(text: string): readonly Area[] {
  const plain = scanFormula(text)
    .map((piece) => (piece.kind === "code" ? piece.text : "_"))
    .join("");
  return plain.split(",").flatMap((each) => {
    const area = readArea(each.slice(each.lastIndexOf("!") + 1).trim());
    return area === null ? [] : [area];
  });
}

/** "$A$1:$K$44", "M:N" or "3:5" → the area; null for anything else. */
function readArea(text: string): Area | null {
  const columns = /^\$?([A-Za-z]{1,3}):\$?([A-Za-z]{1,3})$/.exec(text);
  if (columns?.[1] !== undefined && columns[2] !== undefined) {
    return { top: 1, left: columnNumber(columns[1]), bottom: lastRow, right: columnNumber(columns[2]) };
  }
  const rows = /^\$?(\d{1,7}):\$?(\d{1,7})$/.exec(text);
  if (rows !== null) return { top: Number(rows[1]), left: 1, bottom: Number(rows[2]), right: lastColumn };
  return parseArea(text);
}
