import { quoted } from "../criteria/formulaText";

/**
 * Any text as a formula that yields exactly it, line breaks as CHAR(10). Text from a sheet is only ever inside the quotes,
 * so it cannot become part of the formula.
 */
export function textFormula(text: string): string {
  const lines = text.replaceAll("\r\n", "\n").replaceAll("\r", "\n").split("\n");
  const parts = lines.flatMap((line, index) => [
    ...(index === 0 ? [] : ["CHAR(10)"]),
    ...(line === "" ? [] : [quoted(line)]),
  ]);
  return parts.length === 0 ? '""' : parts.join("&");
}
