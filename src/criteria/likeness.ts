/** How much two names have in common: 0 nothing, 1 all. Signs count, wherever they stand. */
export function likeness(one: string, other: string): number {
  if (one === "" || other === "") return 0;
  const left = new Map<string, number>();
  for (const sign of other) left.set(sign, (left.get(sign) ?? 0) + 1);
  let common = 0;
  for (const sign of one) {
    const count = left.get(sign) ?? 0;
    if (count > 0) common += 1;
    left.set(sign, count - 1);
  }
  return (2 * common) / (one.length + other.length);
}

/** The pairs of neighbouring signs of a name, in order. */
export function pairsOf(name: string): readonly string[] {
  return Array.from({ length: Math.max(0, name.length - 1) }, (_, at) => name.slice(at, at + 2));
}
