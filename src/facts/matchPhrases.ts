import type { FactSpec } from "../criteria/fact";
import { oncePerText } from "../words/oncePerText";
import type { WordPattern } from "../editions/edition";
import { quotationOf, type QuoteUse, type Stretch, type UsedWords } from "../words/quotation";
import { readCell, type ReadCell } from "../words/readCell";
import { readWords } from "../words/readWords";
import { findHits, stakeOf, type Around, type Hit } from "./findHits";
import { sameFactValue, type FactWish, type WordsFound } from "./gatheredFact";
import { ownClause, type Refusal } from "./ownClause";
import { unreadClauses, type Standing } from "./restOfCell";
import { compared, explainedClauses } from "./sameCell";

interface Found extends Standing {
  readonly refused: Refusal | null;
}

/** More rates of one measure no cell has. */
const mostRates = 20;

/**
 * Applies the patterns of one row to its 评分依据, sentence by sentence: one sentence never answers a sub-question that
 * it does not name. A fact stands only where nothing in the whole cell is left unread that could change it. Returns the
 * facts by key. Never throws.
 * @param known of the form: its year and department; of the row: quantities that may be given in two ways
 */
export function matchPhrases(
  words: string,
  specs: readonly FactSpec[],
  phrases: readonly WordPattern[],
  known: Pick<FactWish, "year" | "department" | "twofold" | "standard"> = {},
): ReadonlyMap<string, WordsFound> {
  const cell = readCell(phrases.length === 0 ? "" : words);
  const found = new Map<string, WordsFound>();
  if (cell.sentences.length === 0) return found;
  const around: Around = {
    year: known.year ?? null,
    department: known.department ?? null,
    names: namesOf(specs, phrases),
    printed: printedIn(known.standard ?? ""),
  };
  const all = specs.flatMap((spec) => {
    const mine = phrases.filter((phrase) => phrase.key === spec.key);
    return findHits(cell, mine, spec, around.year).map((hit): Found => ({
      key: spec.key,
      hit,
      ...ownClause(cell, hit, around),
    }));
  });
  const standing = all.filter(({ refused, hit }) => refused === null && hit.phrase.offered !== true);
  const unread = unreadClauses(cell, standing, specs, around);
  const explained = explainedClauses(cell, standing.slice(0, mostRates), specs, known.twofold);
  for (const { key } of specs) {
    const settled = settle(
      cell,
      all.filter((one) => one.key === key),
      unread.filter(
        (one) =>
          one.keys.includes(key) &&
          !explained.some((clause) => clause.key === key && clause.from === one.from),
      ),
    );
    if (settled === null) continue;
    const { used, ...extraction } = settled;
    found.set(key, { ...extraction, quotation: quotationOf(words, cell, used) });
  }
  return withoutRepetition(compared(found, cell, standing, specs, known.twofold), specs, known.twofold);
}

/** The sentences of a 评分标准 that give points. */
const printedIn = oncePerText((standard: string): ReadonlySet<string> => {
  const sentences = standard === "" ? [] : readWords(standard).sentences;
  return new Set(sentences.map(({ text }) => text).filter((text) => /得\S{0,4}分/u.test(text)));
});

const namesKnown = new WeakMap<readonly WordPattern[], string>();

/** The words that the row itself uses: they may stand before a name without making it another one. */
function namesOf(specs: readonly FactSpec[], phrases: readonly WordPattern[]): string {
  const known = namesKnown.get(phrases);
  if (known !== undefined) return known;
  const said = [
    ...specs.map(({ label, question }) => label + question),
    ...phrases.map(({ example }) => example),
  ];
  const names = said.join(" ").normalize("NFKC").replace(/[“”]/gu, "");
  namesKnown.set(phrases, names);
  return names;
}

type Unquoted<T> = T extends unknown ? Omit<T, "quotation"> : never;
/** What was found, and the words of the plain cell that it was found in. */
type Settled = Unquoted<WordsFound> & { readonly used: readonly UsedWords[] };

function settle(cell: ReadCell, all: readonly Found[], unread: readonly Stretch[]): Settled | null {
  const facts = all.filter(({ hit }) => hit.phrase.offered !== true);
  const stands = facts.filter(({ refused }) => refused === null);
  const figures = stands.filter(({ hit }) => hit.phrase.wordClass === "figure");
  const taken = (figures.length > 0 ? figures : stands).map(({ hit }) => hit);
  const [first] = taken;
  const unclear = facts.filter(({ refused }) => refused === "unclear");
  if (first === undefined) {
    const left = unclear.length > 0 ? unclear : facts.filter(({ refused }) => refused === "aside");
    return left[0] === undefined ? offerOf(all) : doubtOf(cell, left[0].hit, apart(left), left);
  }
  const quote = first.sentence.quote;
  const total = sumOf(cell, taken);
  if (total !== null && unclear.length === 0 && unread.length === 0) {
    const used = usedAs("taken", taken);
    return { value: total, wordClass: "figure", quote, approximate: false, remark: null, used };
  }
  const other = [...taken, ...stands.map(({ hit }) => hit)].find((hit) => contradicts(hit, first));
  if (other !== undefined) {
    const quotes = other.sentence.quote === quote ? `“${quote}”` : `“${quote}”与“${other.sentence.quote}”`;
    return {
      doubt: `中${quotes}前后不一致，未予采用：请核实后填写。`,
      quote,
      used: usedAs("unused", taken),
    };
  }
  const unknown = [...unclear.filter((one) => !covers(taken, one)), ...unread];
  if (unknown.length > 0) return doubtOf(cell, first, taken, unknown);
  const { value, approximate, remark } = first;
  const { wordClass } = first.phrase;
  return { value, wordClass, quote, approximate, remark, used: usedAs("taken", taken) };
}

/** Another value; a band holds the figure, and what is denied is not also counted. */
function contradicts(hit: Hit, { value, phrase }: Hit): boolean {
  if (hit.phrase.wordClass === phrase.wordClass) return !sameFactValue(hit.value, value);
  if (hit.value === 0) return typeof value === "number" && value > 0;
  return false;
}

/** "办公家具超标准1项，办公设备超标准1项": counted apart, of different things; null where nothing is to be added. */
function sumOf(cell: ReadCell, taken: readonly Hit[]): number | null {
  const apart = taken.filter(
    (hit, index) => !taken.slice(0, index).some(({ from, to }) => from < hit.to && to > hit.from),
  );
  const things = apart.map((hit) => {
    const clause = cell.clauses.find(({ from, to, remark }) => !remark && from <= hit.from && hit.from < to);
    return cell.text.slice(clause?.from ?? hit.from, hit.from);
  });
  const [first] = taken;
  if (first === undefined || stakeOf(first) !== "loss" || first.value === "否") return null;
  if (apart.length < 2 || new Set(things).size < things.length) return null;
  if (things.some((thing) => thing === "" || /其中|共|合计|总/u.test(thing))) return null;
  return apart.reduce((sum, { value }) => sum + (typeof value === "number" ? value : 0), 0);
}

/** Hits whose own words were understood, and those beside them not. */
function apart(found: readonly Found[]): readonly Hit[] {
  return found.filter(({ hit, from, to }) => to <= hit.from || from >= hit.to).map(({ hit }) => hit);
}

/** Another pattern stands on the same words. */
function covers(taken: readonly Hit[], { hit }: Found): boolean {
  return taken.some(({ from, to }) => from < hit.to && to > hit.from);
}

/** Words that were not understood stand in the way of those that were read. */
function doubtOf(
  cell: ReadCell,
  { sentence }: Hit,
  read: readonly Hit[],
  unread: readonly Stretch[],
): Settled {
  const [words = ""] = unread.map(({ from, to }) => cell.text.slice(from, to));
  const used = [
    ...usedAs("unused", read),
    ...unread.map(({ from, to }) => ({ from, to, use: "unread" as const })),
  ];
  return { doubt: `中“${words}”没有读懂，未予采用：请核实后填写。`, quote: sentence.quote, used };
}

/** The words of hits from the beginning of a word: what stands before a name in the row's own words belongs to it. */
function usedAs(use: QuoteUse, hits: readonly Hit[]): readonly UsedWords[] {
  return hits.map(({ clauses, from, to }) => {
    const clause = clauses.find((one) => !one.remark && one.from <= from && from < one.to);
    const before = clause?.tokens.filter((token) => token.to <= from).at(-1);
    return { from: before?.to ?? clause?.from ?? from, to, use };
  });
}

/** "此项得0分" is the finance bureau's result, if it is anything: offered, to be confirmed by filling it in. */
function offerOf(all: readonly Found[]): Settled | null {
  const hit = all.find((one) => one.hit.phrase.offered === true)?.hit;
  if (hit === undefined) return null;
  const { quote } = hit.sentence;
  return {
    doubt: `写有“${quote}”，得分不能作为依据：如系财政部门提供的结果，请填“${String(hit.value)}”。`,
    quote,
    used: usedAs("unused", [hit]),
  };
}

/** A band or a good verdict repeated beside the figures themselves ("42,458.37万元…，控制率≤0") says nothing more. */
function withoutRepetition(
  found: ReadonlyMap<string, WordsFound>,
  specs: readonly FactSpec[],
  twofold: FactWish["twofold"] = [],
): ReadonlyMap<string, WordsFound> {
  const measured = Array.from(found.values()).some((one) => "value" in one && one.wordClass === "figure");
  if (!measured) return found;
  return new Map(
    Array.from(found).filter(([key, one]) => {
      const standIn = specs.some((spec) => spec.key === key && spec.standIn === true);
      const two = twofold.find((each) => each.standIn === key);
      const figures = two === undefined || two.of === "days" ? [] : two.parts;
      if (!standIn || !("value" in one) || one.wordClass !== "statement") return true;
      if (!figures.every((part) => found.has(part))) return true;
      return typeof one.value !== "string" || one.value === "否";
    }),
  );
}
