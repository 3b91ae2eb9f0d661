/** A piece of two texts laid over one another. */
interface DiffPiece {
  readonly kind: "same" | "official" | "here";
  readonly text: string;
}

/** Longer texts, or more changes than this, are shown as a whole. */
const longestText = 3000;
const mostChanges = 300;

/**
 * The difference of two short texts by words (a run of digits or letters, or one character), after Myers' greedy
 * algorithm: time and memory grow with length × number of changes, both bounded.
 */
export function diffTexts(official: string, here: string): readonly DiffPiece[] {
  const from = words(official.slice(0, longestText));
  const to = words(here.slice(0, longestText));
  const path = shortestPath(from, to);
  if (path === null) {
    return [
      { kind: "official", text: official },
      { kind: "here", text: here },
    ];
  }
  const pieces: { kind: DiffPiece["kind"]; text: string }[] = [];
  for (const { kind, text } of path) {
    const last = pieces.at(-1);
    if (last?.kind === kind) last.text += text;
    else pieces.push({ kind, text });
  }
  return pieces;
}

/** The changes in words, at most so many: "“10%”改为“15%”、删去“以下”、增加“（含）”". */
export function sayDifference(official: string, here: string, most = 4): string {
  const pieces = diffTexts(official, here);
  const changes: string[] = [];
  for (let i = 0; i < pieces.length; i += 1) {
    const piece = pieces[i];
    const next = pieces[i + 1];
    if (piece === undefined || piece.kind === "same") continue;
    if (next !== undefined && next.kind !== "same" && next.kind !== piece.kind) {
      const [old, now] = piece.kind === "official" ? [piece, next] : [next, piece];
      changes.push(`“${clipped(old.text)}”写成“${clipped(now.text)}”`);
      i += 1;
    } else changes.push(`${piece.kind === "official" ? "少了" : "多了"}“${clipped(piece.text)}”`);
  }
  const rest = changes.length - most;
  return changes.slice(0, most).join("，") + (rest > 0 ? `，等${changes.length}处` : "");
}

function clipped(text: string): string {
  const characters = Array.from(text);
  return characters.length <= 24 ? text : `${characters.slice(0, 23).join("")}…`;
}

function words(text: string): readonly string[] {
  return text.match(/\d+(?:\.\d+)?%?|[A-Za-z]+|[^]/gu) ?? [];
}

/** The words of both texts in one order, with as few changes as can be; null when there are too many. */
function shortestPath(from: readonly string[], to: readonly string[]): readonly DiffPiece[] | null {
  const most = Math.min(mostChanges, from.length + to.length);
  const size = 2 * most + 3;
  const middle = most + 1;
  const reach = new Int32Array(size);
  const history: Int32Array[] = [];
  for (let changes = 0; changes <= most; changes += 1) {
    history.push(reach.slice());
    for (let k = -changes; k <= changes; k += 2) {
      const down = k === -changes || (k !== changes && at(reach, middle + k - 1) < at(reach, middle + k + 1));
      let x = down ? at(reach, middle + k + 1) : at(reach, middle + k - 1) + 1;
      while (x < from.length && x - k < to.length && from[x] === to[x - k]) x += 1;
      reach[middle + k] = x;
      if (x >= from.length && x - k >= to.length) return traced(from, to, history, middle);
    }
  }
  return null;
}

/** Walks back from the end: what was kept, dropped and added. */
function traced(
  from: readonly string[],
  to: readonly string[],
  history: readonly Int32Array[],
  middle: number,
): readonly DiffPiece[] {
  const pieces: DiffPiece[] = [];
  let x = from.length;
  let y = to.length;
  for (let changes = history.length - 1; changes >= 0; changes -= 1) {
    const reach = history[changes] ?? new Int32Array(0);
    const k = x - y;
    const down = k === -changes || (k !== changes && at(reach, middle + k - 1) < at(reach, middle + k + 1));
    const before = changes === 0 ? 0 : at(reach, middle + (down ? k + 1 : k - 1));
    const beforeY = changes === 0 ? 0 : before - (down ? k + 1 : k - 1);
    while (x > before && y > beforeY && from[x - 1] === to[y - 1]) {
      pieces.push({ kind: "same", text: from[x - 1] ?? "" });
      x -= 1;
      y -= 1;
    }
    if (changes === 0) break;
    if (down) pieces.push({ kind: "here", text: to[y - 1] ?? "" });
    else pieces.push({ kind: "official", text: from[x - 1] ?? "" });
    x = before;
    y = beforeY;
  }
  return pieces.reverse();
}

function at(numbers: Int32Array, index: number): number {
  return numbers[index] ?? -1;
}
