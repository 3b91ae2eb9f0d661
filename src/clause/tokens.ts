import { firstSigns } from "./firstSigns";
import type { Token } from "./token";
import { readers } from "./tokenShapes";

/**
 * Reads the plain text from left to right; what is none of the above is a word. Linear; never throws.
 * @param offset where it stands in the text that the places are those of
 */
export function tokens(text: string, offset = 0): readonly Token[] {
  const found: Token[] = [];
  let at = 0;
  let word = -1;
  const closeWord = (): void => {
    if (word >= 0) found.push({ is: "word", from: word + offset, to: at + offset });
    word = -1;
  };
  while (at < text.length) {
    const token = tokenAt(text, at, offset);
    if (token === null) {
      if (word < 0) word = at;
      at += 1;
      continue;
    }
    closeWord();
    found.push(token);
    at = token.to - offset;
  }
  closeWord();
  return found;
}

const beginnings = readers.map(([shape]) => new RegExp(firstSigns(shape.source), "u"));
const anyBeginning = new RegExp(beginnings.map(({ source }) => source).join("|"), "u");
/** The shapes that a sign can begin; most signs begin none. */
const bySign = new Map<string, typeof readers>();

function shapesOf(sign: string): typeof readers {
  const known = bySign.get(sign);
  if (known !== undefined) return known;
  if (!anyBeginning.test(sign)) return [];
  const shapes = readers.filter((_, index) => beginnings[index]?.test(sign));
  bySign.set(sign, shapes);
  return shapes;
}

function tokenAt(text: string, at: number, offset: number): Token | null {
  for (const [shape, made] of shapesOf(text.charAt(at))) {
    shape.lastIndex = at;
    const match = shape.exec(text);
    if (match !== null) {
      const token = made(match);
      return token === null
        ? null
        : Object.assign(token, { from: at + offset, to: shape.lastIndex + offset });
    }
  }
  return null;
}
