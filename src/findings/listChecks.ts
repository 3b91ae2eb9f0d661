import type { Check } from "./finding";

/** What the examples of a check show, and how many findings each gives. */
type ExamplesOf = (check: string) => readonly { readonly title: string; readonly finds: number }[];

export const listBegins = "<!-- checks:begin -->";
export const listEnds = "<!-- checks:end -->";

/** The list of checks as README prints it: one line each, with the first example that is told and one that is not. */
export function listChecks(checks: readonly Check[], examplesOf: ExamplesOf): string {
  const rows = checks.map(({ id, title, severity }) => {
    const own = examplesOf(id);
    const told = own.find(({ finds }) => finds > 0)?.title ?? "";
    const silent = own.find(({ finds }) => finds === 0)?.title ?? "";
    return `| ${[title, severity, told, silent].map(escaped).join(" | ")} | \`${id}\` |`;
  });
  return ["| 查什么 | 级别 | 会提出 | 不提出 | 编号 |", "| --- | --- | --- | --- | --- |", ...rows].join(
    "\n",
  );
}

/** README with its list brought up to date; null when the marks are missing. */
export function withCheckList(
  readme: string,
  checks: readonly Check[],
  examplesOf: ExamplesOf,
): string | null {
  const from = readme.indexOf(listBegins);
  const to = readme.indexOf(listEnds);
  if (from < 0 || to < from) return null;
  return `${readme.slice(0, from + listBegins.length)}\n\n${listChecks(checks, examplesOf)}\n\n${readme.slice(to)}`;
}

function escaped(text: string): string {
  return text.replaceAll("|", "\\|").replace(/\s+/gu, " ");
}
