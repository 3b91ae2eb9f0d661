import type { Token } from "./token";
import { readers } from "./tokenShapes";

/** Reads the plain text from left to right; what is none of the above is a word. Linear; never throws. */
export function tokens(text: string): readonly Token[] {
  const found: Token[] = [];
  let at = 0;
  let word = -1;
  const closeWord = (): void => {
    if (word >= 0) found.push({ is: "word", from: word, to: at });
    word = -1;
  };
  while (at < text.length) {
    const token = tokenAt(text, at);
    if (token === null) {
      if (word < 0) word = at;
      at += 1;
      continue;
    }
    closeWord();
    found.push(token);
    at = token.to;
  }
  closeWord();
  return found;
}

/** All the shapes as one, so that each place of a text is looked at once; where the groups of each begin. */
const groups = readers.map(([shape]) => (new RegExp(`${shape.source}|`, "u").exec("")?.length ?? 1) - 1);
const starts = groups.map((_, index) => 1 + index + groups.slice(0, index).reduce((sum, count) => sum + count, 0));
const anyShape = new RegExp(readers.map(([shape]) => `(${shape.source})`).join("|"), "uy");

function tokenAt(text: string, at: number): Token | null {
  anyShape.lastIndex = at;
  const match = anyShape.exec(text);
  if (match === null || match[0] === "") return null;
  const index = starts.findIndex((start) => match[start] !== undefined);
  const made = readers[index]?.[1];
  const start = starts[index] ?? 0;
  const token = made?.(match.slice(start, start + 1 + (groups[index] ?? 0))) ?? null;
  return token === null ? null : { ...token, from: at, to: at + match[0].length };
}
