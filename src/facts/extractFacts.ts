import type { BulletinBinding } from "../editions/edition";
import type { FactValue } from "../criteria/fact";
import { oncePerObject } from "../criteria/oncePerObject";
import { oncePerText } from "../words/oncePerText";
import type { CellAddress } from "../workbook/cell";
import type { Snapshot } from "../workbook/snapshot";
import type { FactSource, FactWish, PrintedFact, WordsFound } from "./gatheredFact";
import { longerPeriods } from "../words/periods";
import { matchPhrases } from "./matchPhrases";
import { withoutMisjudged } from "./saidScore";
import { asksTarget } from "./printedTarget";
import { reportedWords } from "./reportedWords";
import { readBulletin } from "./readBulletin";
import { contradictions, type Said } from "./twoSources";

/** A fact read from words in 评分依据 or from another sheet; or why what stands there was not taken. */
export interface ExtractedFact extends Omit<FactSource, "earlier"> {
  /** null: only doubtful words, see `doubt`. */
  readonly value: FactValue | null;
  readonly wordClass: "figure" | "statement" | null;
  readonly approximate: boolean;
  readonly remark: string | null;
  readonly doubt: string | null;
}

/** Everything that words and other sheets say about the wished facts, by fact id. `skip`: sheets that are no bulletin. */
export function extractFacts(
  snapshot: Snapshot,
  wishes: readonly FactWish[],
  skip: readonly string[],
): ReadonlyMap<string, ExtractedFact> {
  const found = new Map<string, ExtractedFact>();
  for (const wish of wishes) {
    const { basis } = wish;
    if (basis !== null) {
      const { value, at, column, reporting } = basis;
      const read =
        reporting === undefined
          ? wordsFound(value, wish)
          : reportedWords(value, (said) => wordsFound(said, wish), wish.specs, reporting);
      for (const [key, one] of withoutMisjudged(value, read, wish.specs, wish.worth)) {
        found.set(`${wish.id}.${key}`, fromWords(one, at, column));
      }
      const doubts = [...(wish.doubts ?? []), ...longerPeriods(value, wish.standard ?? "")];
      if (doubts.length > 0) {
        const doubt = `${column ?? basisTitle}“${value.slice(0, longestQuote)}”：${doubts.join("；")}？请核实后填写。`;
        for (const { key } of wish.specs) {
          const id = `${wish.id}.${key}`;
          const { quote } = found.get(id) ?? { quote: value.slice(0, longestQuote) };
          const open = { value: null, wordClass: null, approximate: false, remark: null };
          found.set(id, { ...open, at, quote, doubt });
        }
      }
    }
    const { target = null, twofold = [] } = wish;
    if (target !== null) {
      for (const { key } of wish.specs.filter(({ label }) => asksTarget(label)))
        found.set(`${wish.id}.${key}`, fromTarget(target));
    }
    for (const { key, value, at, quote } of wish.printed ?? []) {
      found.set(`${wish.id}.${key}`, fromTarget({ value, at, quote }));
    }
    if (wish.bulletin !== undefined) {
      for (const [key, fact] of fromBulletin(snapshot, wish.bulletin, skip))
        found.set(`${wish.id}.${key}`, fact);
    }
    const said = (key: string): Said | null => {
      const { value = null, approximate = false, quote = "" } = found.get(`${wish.id}.${key}`) ?? {};
      return value === null ? null : { value, approximate, quote };
    };
    for (const { keys, why } of contradictions(twofold, said)) {
      const doubt = `${wish.basis?.column ?? basisTitle}中${why}，两处不一致，未予采用：请核实后填写。`;
      for (const id of keys.map((key) => `${wish.id}.${key}`)) {
        const one = found.get(id);
        if (one !== undefined) found.set(id, { ...one, value: null, wordClass: null, remark: null, doubt });
      }
    }
  }
  return found;
}

/** A form is read again with every change of it; most of its words, and what is asked, are as they were. */
function wordsFound(
  text: string,
  { specs, words = noPatterns, year = null, department = null, twofold = [], standard = "" }: FactWish,
): Found {
  return readerOf(words)(specs)(JSON.stringify([text, year, department, twofold, standard]));
}

type Found = ReadonlyMap<string, WordsFound>;
type Asked = [
  text: string,
  year: number | null,
  department: string | null,
  twofold: NonNullable<FactWish["twofold"]>,
  standard: string,
];
const noPatterns: NonNullable<FactWish["words"]> = [];
const readerOf = oncePerObject((words: typeof noPatterns) =>
  oncePerObject((specs: FactWish["specs"]) =>
    oncePerText((asked) => {
      const [text, year, department, twofold, standard] = JSON.parse(asked) as Asked;
      return matchPhrases(text, specs, words, { year, department, twofold, standard });
    }),
  ),
);

const basisTitle = "评分依据";
const longestQuote = 60;

function fromWords(one: WordsFound, at: CellAddress, column = basisTitle): ExtractedFact {
  if ("doubt" in one) {
    const doubt = `${column}${one.doubt}`;
    return { ...one, doubt, value: null, wordClass: null, at, approximate: false, remark: null };
  }
  return { ...one, at, doubt: null };
}

function fromTarget({ value, at, quote }: Omit<PrintedFact, "key">): ExtractedFact {
  return { value, wordClass: "figure", at, quote, approximate: false, remark: null, doubt: null };
}

/** The months of the bulletin, the first of them and how many there are, by the keys of the row's facts. */
function fromBulletin(
  snapshot: Snapshot,
  keys: BulletinBinding,
  skip: readonly string[],
): readonly (readonly [string, ExtractedFact])[] {
  const bulletin = readBulletin(snapshot, skip);
  if (bulletin === null) return [];
  const { at, quote } = bulletin;
  const common = { at, quote, approximate: false, remark: null } as const;
  if ("doubt" in bulletin) {
    return [[keys.series, { ...common, value: null, wordClass: null, doubt: bulletin.doubt }]];
  }
  const read = (value: FactValue): ExtractedFact => ({ ...common, value, wordClass: "figure", doubt: null });
  return [
    [keys.first, read(bulletin.firstMonth)],
    [keys.count, read(bulletin.monthCount)],
    [keys.series, read(bulletin.rates)],
  ];
}
