/** Excel takes at most so many characters in one text constant. */
const longestLiteral = 255;
/**
 * Any text as a formula that yields exactly it: quotes doubled, line breaks as CHAR(10), long texts in pieces joined
 * by &. Text from a sheet is only ever inside the quotes, so it cannot become part of the formula.
 */
export function textFormula(text: string): string {
  const lines = text.replaceAll("\r\n", "\n").replaceAll("\r", "\n").split("\n");
  const parts = lines.flatMap((line, index) => [
    ...(index === 0 ? [] : ["CHAR(10)"]),
    ...pieces(line).map((piece) => `"${piece.replaceAll('"', '""')}"`),
  ]);
  return parts.length === 0 ? '""' : parts.join("&");
}

/** Cut between characters, never inside one that takes two units; a doubled quote counts once in Excel, twice here. */
function pieces(line: string): readonly string[] {
  const cut: string[] = [];
  let piece = "";
  let length = 0;
  for (const letter of line) {
    const size = letter === '"' ? 2 : letter.length;
    if (length + size > longestLiteral) {
      cut.push(piece);
      piece = "";
      length = 0;
    }
    piece += letter;
    length += size;
  }
  return piece === "" ? cut : [...cut, piece];
}
