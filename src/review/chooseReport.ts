import { normalizeName } from "../form/normalizeName";
import type { Scorecard } from "../scorecard/scorecard";

/** The 自评报告 of a form among many, by the name of its file: the one that is called like the form's file, else the one whose
 * name holds the project, else the department, where only one does. null: none, or it cannot be told which. */
export function chooseReport<T extends { readonly name: string }>(
  reports: readonly T[],
  file: string,
  { department, project, kind }: Pick<Scorecard, "department" | "project" | "kind">,
): T | null {
  const own = stem(file);
  const same = reports.filter(({ name }) => stem(name) === own);
  if (same.length === 1) return same[0] ?? null;
  const isProject = kind === "project" || kind === "specialFund";
  const wanted = normalizeName((isProject ? project : department) ?? "");
  if (wanted.length < shortest) return null;
  const holding = reports.filter(({ name }) => normalizeName(name).includes(wanted));
  return holding.length === 1 ? (holding[0] ?? null) : null;
}

/** Names that are shorter stand in other names, too. */
const shortest = 3;

/** "a/某局自评表.xlsx" and "某局自评报告.docx" are of the same: 某局. */
function stem(file: string): string {
  const base = file.replace(/^.*[\\/]/u, "").replace(/\.\w{1,5}$/u, "");
  return normalizeName(base).replace(/(?:绩效)?自评(?:表|报告)?$/u, "");
}
