/**
 * How alike two normalised texts are, from 0 to 1: twice the pairs of neighbouring characters that they share over
 * all their pairs (Dice). Order of clauses hardly matters, a changed word does. Texts are cut at 2,000 characters.
 */
export function similarity(left: string, right: string): number {
  if (left === right) return left === "" ? 0 : 1;
  const ours = pairs(left);
  const theirs = pairs(right);
  const sizes = size(ours) + size(theirs);
  if (sizes === 0) return 0;
  let shared = 0;
  for (const [pair, count] of ours) shared += Math.min(count, theirs.get(pair) ?? 0);
  return (2 * shared) / sizes;
}

function pairs(text: string): ReadonlyMap<string, number> {
  const letters = Array.from(text.slice(0, 2000));
  const counts = new Map<string, number>();
  letters.slice(1).forEach((letter, index) => {
    const pair = `${letters[index] ?? ""}${letter}`;
    counts.set(pair, (counts.get(pair) ?? 0) + 1);
  });
  return counts;
}

function size(counts: ReadonlyMap<string, number>): number {
  return Array.from(counts.values()).reduce((sum, count) => sum + count, 0);
}
