import { oncePerText } from "../../words/oncePerText";
import { inCell, type Check, type FindingContext, type Found, type Place } from "../finding";
import { excerpt, headPassages, reportPassages, sentencesOf } from "../passages";

/** 2023年10月16日, 2023.10.16; the month alone is of the year named before it. */
const dated = /(?:(20\d\d)(?:年|[.\-/]))?(?<!\d)(1[0-2]|0?[1-9])(?:月|(?<=20\d\d[.\-/]\d{1,2})[.\-/])/gu;
/** “2022年部门预算”: the budget or the final accounts of a year, not its execution. */
const paper =
  /(20\d\d)年?度?(?:(?!公开|公布|发布|公示|批复)[^，,。；;、\d]){0,14}?(预算|(?<!预)决算)(?!执行|绩效|编制|调整|数|额|安排)/gu;
const published = /(?<![未没不])(?:公开|公布|发布|公示|批复|挂网)/u;
/** What is made good later may be of any year. */
const late = /补(?:充|录)?(?:公开|公布|发布)|重新|更正|整改|撤[回下]/u;
/** From here on the final accounts are published, no longer a budget. */
const accountsFrom = 5;

interface Slip {
  readonly words: string;
  readonly year: number;
  readonly month: number;
  readonly said: string;
  readonly right: string;
}

/** Budgets are published in their own year, final accounts in the next: a date and a paper that do not go together. */
export const disclosureYear: Check = {
  id: "disclosureYear",
  title: "公开的是哪一年的预算、决算，没有写错",
  severity: "待核实",
  find: (context) => {
    const seen = new Set<string>();
    return textsOf(context).flatMap(({ at, subject, text }) =>
      slipsIn(text).flatMap(({ words, year, month, said, right }): readonly Found[] => {
        const essence = `${year}-${month}:${said}`;
        if (seen.has(essence)) return [];
        seen.add(essence);
        return [
          {
            at,
            subject,
            essence,
            what: `“${subject}”写“${excerpt(words)}”，${year}年${month}月公开的应是${right}。`,
            why: "部门预算在当年年初批复、公开，决算在第二年批复、公开；年份或者“预算”“决算”写错了一个。",
            todo: `请对照网站上公开的文件核对；确为笔误的，改为“${right}”。`,
          },
        ];
      }),
    );
  },
};

const slipsIn = oncePerText((text): readonly Slip[] =>
  sentencesOf(text.normalize("NFKC").slice(0, 4000)).flatMap((sentence) =>
    slipsOf(sentence.replace(/\s+/gu, "").replace(/《[^《》]{0,200}》/gu, "")),
  ),
);

/** The form's words first: what the report repeats is told once. */
function textsOf(
  context: FindingContext,
): readonly { readonly at: Place; readonly subject: string; readonly text: string }[] {
  const bases = context.rows.flatMap(({ card, indicator, basis }) =>
    basis === null || indicator.basis === null
      ? []
      : { at: inCell(indicator.basis.at), subject: card.indicator, text: basis },
  );
  const others = [...headPassages(context), ...reportPassages(context)];
  return [...bases, ...others.map(({ at, label, text }) => ({ at, subject: label, text }))];
}

interface Dated {
  readonly year: number;
  readonly month: number;
  readonly words: string;
}

/** A clause says one date and its papers, or “分别” as many dates as papers; of several steps (批复、公开) with a date each,
 * the last before the paper is its own. A date stays for a clause that has none. */
function slipsOf(sentence: string): readonly Slip[] {
  if (late.test(sentence)) return [];
  const slips: Slip[] = [];
  let year: number | null = null;
  let last: Dated | null = null;
  for (const clause of sentence.split(/[，,]/u)) {
    const dates = Array.from(clause.matchAll(dated)).flatMap(({ index, 1: digits, 2: month = "" }) => {
      year = digits === undefined ? year : Number(digits);
      return year === null ? [] : { year, month: Number(month), words: clause, index };
    });
    const papers = Array.from(clause.matchAll(paper));
    const [only] = dates;
    const steps =
      dates.length > 1 && papers.length === 1 ? stepBefore(clause, dates, papers[0]?.index ?? 0) : null;
    if (dates.length === 1 && only !== undefined) last = only;
    else if (dates.length > 1) last = steps;
    const here: Dated | null = last;
    for (const [index, [, of = "", kind = ""]] of published.test(clause) ? papers.entries() : []) {
      const date = dates.length === papers.length && dates.length > 1 ? (dates[index] ?? null) : here;
      const right = date === null ? null : rightOf(kind, Number(of), date);
      const words = here === null || here.words === clause ? clause : `${here.words}，${clause}`;
      if (date !== null && right !== null) slips.push({ ...date, words, said: of, right });
    }
  }
  return slips;
}

/** “2月20日批复、2月28日公开2023年部门预算”: the last date before the paper, where an act of publishing stands behind each. */
function stepBefore<Date extends { readonly index: number }>(
  clause: string,
  dates: readonly Date[],
  paperAt: number,
): Date | null {
  const before = dates.filter(({ index }) => index < paperAt);
  const isStep = before.every(({ index }, at) =>
    published.test(clause.slice(index, before[at + 1]?.index ?? paperAt)),
  );
  return before.length === dates.length && isStep ? (before.at(-1) ?? null) : null;
}

/** What is published at that time; null where it is what was said. */
function rightOf(kind: string, of: number, { year, month }: { year: number; month: number }): string | null {
  if (kind === "决算") return of === year - 1 ? null : `${year - 1}年部门决算`;
  if (of >= year) return null;
  return of === year - 1 && month >= accountsFrom ? `${of}年部门决算` : `${year}年部门预算`;
}
