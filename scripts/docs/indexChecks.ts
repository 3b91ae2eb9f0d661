/**
 * src/findings/checks.ts with every file of checks/ in it. The order of its list stands (a person may move the lines: it
 * is the order of the printed list); a new file comes last, one that is gone leaves.
 */
export function indexChecks(files: readonly string[], index: string): string {
  const names = files.flatMap((file) => (file.endsWith(".ts") ? [file.slice(0, -".ts".length)] : [])).sort();
  const listed = Array.from(index.matchAll(/^ {2}(\w+),$/gmu), ([, name = ""]) => name);
  const kept = listed.filter((name) => names.includes(name));
  const order = [...kept, ...names.filter((name) => !kept.includes(name))];
  return [
    ...names.map((name) => `import { ${name} } from "./checks/${name}";`),
    'import type { Check } from "./finding";',
    "",
    "/** Every check of 报送前自查, in the order of the printed list. Written by `npm run docs`: new files come last. */",
    "export const checks: readonly Check[] = [",
    ...order.map((name) => `  ${name},`),
    "];",
    "",
  ].join("\n");
}
