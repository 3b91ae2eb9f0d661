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

function tokenAt(text: string, at: number): Token | null {
  for (const [shape, made] of readers) {
    shape.lastIndex = at;
    const match = shape.exec(text);
    if (match === null || match[0] === "") continue;
    const token = made(match);
    if (token !== null) return { ...token, from: at, to: at + match[0].length };
  }
  return null;
}
