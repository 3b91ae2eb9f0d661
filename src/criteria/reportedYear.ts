import type { Years } from "./chooseActual";
import type { SideRoles } from "./figureRoles";
import type { TargetPart } from "./targetParts";

/**
 * The year that is reported: the form's, unless the target speaks of another one; where nobody says the form's, that of the
 * target, else the last of several that the actual names.
 */
export function yearsOf(asked: SideRoles, given: SideRoles, name: string, form: number | null): Years {
  const named = ({ roles }: SideRoles): readonly string[] =>
    roles
      .flatMap(({ year, month }) =>
        year === null || month?.includes("年") === true || year === "本年" ? [] : [year],
      )
      .sort();
  const wanted = [...named(asked), ...(name.match(/20[0-9]{2}(?=年)/gu) ?? [])].sort().at(-1);
  const done = [...new Set(named(given))];
  const total = name.includes("累计");
  if (form !== null) return { own: (wanted ?? String(form)) === String(form) ? String(form) : null, total };
  return { own: wanted ?? (done.length > 1 ? (done.at(-1) ?? null) : null), total };
}

/** What of other years is said where the form's was asked, in Chinese. @param asked what is asked already */
export function yearDoubts(
  actual: string,
  parts: readonly TargetPart[],
  form: number | null,
  asked: readonly string[],
): readonly string[] {
  if (form === null) return [];
  const others = parts.flatMap(({ role: { year, statement } }) =>
    year === null || year === "本年" || year === String(form)
      ? []
      : [`目标值“${statement.text}”说的是${year}年，考核年度是${form}年，以哪年为准`],
  );
  const open = isOfOtherYears(actual, form) && !asked.some((doubt) => doubt.includes("考核年度"));
  return open ? [...others, `实际完成值没有说到考核年度${form}年，说的是哪一年`] : others;
}

/** It names years, and not the form's; the name of a document is none. */
function isOfOtherYears(actual: string, form: number | null): boolean {
  const named: readonly string[] =
    actual.replace(/《[^《》]{1,80}》/gu, "").match(/(?<![0-9])20[0-9]{2}(?=年)/gu) ?? [];
  return form !== null && named.length > 0 && !named.includes(String(form));
}
