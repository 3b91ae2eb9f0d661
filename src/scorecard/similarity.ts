import { oncePerText } from "../words/oncePerText";

/**
 * How alike two normalised texts are, from 0 to 1: twice the pairs of neighbouring characters that they share over
 * all their pairs (Dice). Order of clauses hardly matters, a changed word does. Texts are cut at 2,000 characters.
 */
export function similarity(left: string, right: string): number {
  if (left === right) return left === "" ? 0 : 1;
  const ours = pairs(left);
  const theirs = pairs(right);
  const sizes = ours.size + theirs.size;
  if (sizes === 0) return 0;
  let shared = 0;
  for (const [pair, count] of ours.counts) shared += Math.min(count, theirs.counts.get(pair) ?? 0);
  return (2 * shared) / sizes;
}

interface Pairs {
  readonly counts: ReadonlyMap<string, number>;
  /** All of them, those that stand there twice counted twice. */
  readonly size: number;
}

/** Every text is held against many others. */
const pairs = oncePerText((text): Pairs => {
  const letters = Array.from(text.slice(0, 2000));
  const counts = new Map<string, number>();
  for (let at = 1; at < letters.length; at += 1) {
    const pair = `${letters[at - 1] ?? ""}${letters[at] ?? ""}`;
    counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  return { counts, size: Math.max(0, letters.length - 1) };
});
