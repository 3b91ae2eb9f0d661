/** What the source of a shape is walked through with: where it stands. */
interface Walk {
  readonly source: string;
  at: number;
}

/** What a piece of a shape can begin with, each as a source of its own, and whether it may also be nothing. */
interface Beginning {
  readonly signs: readonly string[];
  readonly empty: boolean;
}

/**
 * The signs that a match of this shape can begin with, as one source, read off the shape itself: groups, sets, 或, what
 * may be left out, and what is only looked at. A shape that may be nothing has no first sign.
 */
export function firstSigns(source: string): string {
  const { signs, empty } = either({ source, at: 0 });
  if (empty) throw new Error(`may be nothing: ${source}`);
  return Array.from(new Set(signs)).join("|");
}

function either(walk: Walk): Beginning {
  const all = [sequence(walk)];
  while (walk.source[walk.at] === "|") {
    walk.at += 1;
    all.push(sequence(walk));
  }
  return { signs: all.flatMap(({ signs }) => signs), empty: all.some(({ empty }) => empty) };
}

function sequence(walk: Walk): Beginning {
  const signs: string[] = [];
  let empty = true;
  while (walk.at < walk.source.length && !/[|)]/u.test(walk.source[walk.at] ?? "")) {
    const one = piece(walk);
    if (empty) signs.push(...one.signs);
    empty &&= one.empty;
  }
  return { signs, empty };
}

const opening = /\((\?<?[=!]|\?:)?/uy;
const single = /\\u[\da-f]{4}|\\.|\[(?:\\.|[^\\\]])*\]|./suy;
const count = /(?:[*?+]|\{(\d+)(?:,\d*)?\})\??/uy;

function piece(walk: Walk): Beginning {
  const open = taken(opening, walk);
  let one: Beginning;
  if (open === null) {
    const [sign = ""] = taken(single, walk) ?? [];
    // The end of the text, like what is only looked at, takes no sign.
    one = sign === "$" || sign === "^" ? { signs: [], empty: true } : { signs: [sign], empty: false };
  } else {
    const inner = either(walk);
    walk.at += 1;
    const isLook = open[1] !== undefined && open[1] !== "?:";
    one = isLook ? { signs: [], empty: true } : inner;
  }
  const [times = "", least] = taken(count, walk) ?? [];
  const optional = times.startsWith("*") || times.startsWith("?") || least === "0";
  return optional ? { ...one, empty: true } : one;
}

function taken(shape: RegExp, walk: Walk): RegExpExecArray | null {
  shape.lastIndex = walk.at;
  const match = shape.exec(walk.source);
  if (match !== null) walk.at = shape.lastIndex;
  return match;
}
