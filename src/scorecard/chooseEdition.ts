import type { Indicator } from "../form/form";
import { normalizeName } from "../form/normalizeName";
import { guangzhou2023 } from "../editions/guangzhou2023/edition";
import type { Edition } from "../editions/edition";
import { comparedRow, matchEdition, type RowMatch } from "./matchEdition";
import { similarity } from "./similarity";

/** The editions that come with the product. */
export const knownEditions: readonly Edition[] = [guangzhou2023];

/** The rows of the form chose it, a person did just now, or one did before and the workbook has kept it. */
export type ChosenBy = "form" | "person" | "workbook";

export interface EditionChoice {
  /** null: no row of the form is in any of them. */
  readonly edition: Edition | null;
  readonly chosenBy: ChosenBy;
  readonly matches: readonly RowMatch[];
  /** Doubts about the choice, in Chinese. */
  readonly doubts: readonly string[];
}

interface Ranked {
  readonly edition: Edition;
  readonly matches: readonly RowMatch[];
  /** Names and printed 评分标准 that agree, then weights that do, then rows that the form lacks: the first decides. */
  readonly fit: readonly [texts: number, weights: number, lacking: number];
}

/** As much of a printed 评分标准 as two prints of one text have in common. */
const closeStandard = 0.85;

/** The edition by which a form is scored: the one that a person named by its id, else the one that fits its rows best. */
export function chooseEdition(
  indicators: readonly Indicator[],
  editions: readonly Edition[],
  named: Readonly<Partial<Record<"person" | "workbook", string | null>>>,
): EditionChoice {
  const doubts: string[] = [];
  for (const chosenBy of ["person", "workbook"] as const) {
    const id = named[chosenBy] ?? null;
    const edition = editions.find((one) => one.id === id);
    if (edition !== undefined) {
      const matches = matchEdition(indicators, edition);
      const own = matches.filter(({ editionRow }) => editionRow !== null).length;
      if (own * 2 < matches.length) {
        doubts.push(
          `选定的评分标准版本“${edition.title}”与本表不符：${matches.length}行指标里只有${own}行在其中，请核对是否选错。`,
        );
      }
      return { edition, chosenBy, matches, doubts };
    }
    if (id !== null) doubts.push(`选定的评分标准版本“${id}”不在本工具里，改按表格内容选定。`);
  }
  const [best, second] = editions
    .map((edition) => rank(indicators, edition, editions.length > 1))
    .filter(({ matches }) => matches.some(({ editionRow }) => editionRow !== null))
    .sort(byFit);
  if (best === undefined) {
    const matches = indicators.map((indicator) => ({ indicator, editionRow: null, sameName: false }));
    const none = "没有与本表相符的评分标准版本：各行只按表中“评分标准”的文字计分，读不懂的由人评定。";
    // Where none is asked for, none is missed.
    return {
      edition: null,
      chosenBy: "form",
      matches,
      doubts: editions.length === 0 ? doubts : [...doubts, none],
    };
  }
  if (second !== undefined && byFit(best, second) === 0) {
    const [one, other] = [best.edition.title, second.edition.title];
    doubts.push(`“${one}”与“${other}”同样符合本表，现按前者评分，可在设置中改选。`);
  }
  return { edition: best.edition, chosenBy: "form", matches: best.matches, doubts };
}

function rank(indicators: readonly Indicator[], edition: Edition, compared: boolean): Ranked {
  const matches = matchEdition(indicators, edition);
  // With one edition there is nothing to weigh: its rows are matched, and that is all.
  if (!compared) return { edition, matches, fit: [0, 0, 0] };
  let [texts, weights, found] = [0, 0, 0];
  for (const { indicator, editionRow, sameName } of matches) {
    if (editionRow === null) continue;
    found += 1;
    texts +=
      (sameName ? 2 : 1) + standardFit(indicator.standard?.value ?? "", comparedRow(editionRow).clause);
    if (indicator.weight.value === editionRow.weight) weights += 1;
  }
  return { edition, matches, fit: [texts, weights, found - edition.rows.length] };
}

function standardFit(printed: string, there: string): number {
  const here = normalizeName(printed);
  if (here === there) return 2;
  return similarity(here, there) >= closeStandard ? 1 : 0;
}

function byFit(left: Ranked, right: Ranked): number {
  return [0, 1, 2].reduce((sum, at) => (sum === 0 ? (right.fit[at] ?? 0) - (left.fit[at] ?? 0) : sum), 0);
}
