/** Groups of files that reach each other through their imports. */
export function circlesOf(imports: ReadonlyMap<string, readonly string[]>): readonly (readonly string[])[] {
  const reached = new Map(Array.from(imports.keys(), (file) => [file, reachedFrom(file, imports)]));
  const seen = new Set<string>();
  return Array.from(reached).flatMap(([file, below]) => {
    if (seen.has(file) || !below.has(file)) return [];
    const circle = [...below].filter((other) => reached.get(other)?.has(file) === true).sort();
    for (const member of circle) seen.add(member);
    return [circle];
  });
}

function reachedFrom(file: string, imports: ReadonlyMap<string, readonly string[]>): ReadonlySet<string> {
  const found = new Set<string>();
  const open = [...(imports.get(file) ?? [])];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (found.has(next)) continue;
    found.add(next);
    open.push(...(imports.get(next) ?? []));
  }
  return found;
}
