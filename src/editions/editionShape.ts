import { completedTexts, criterionShape, key, levelShape, passLines } from "./criterionShape";
import { compilePattern } from "../words/patternLanguage";
import { readWords } from "../words/readWords";
import type { Edition, EditionRow, WordPattern } from "./edition";
import {
  aboveZero,
  anyOf,
  chosen,
  fact,
  faultsOf,
  flag,
  id,
  isPlain,
  leaf,
  named,
  notBelowZero,
  pattern,
  sound,
  table,
  text,
  texts,
  word,
  yesOrNo,
  type Fields,
  type Test,
} from "./shape";

/** A row as a file has it: what most rows have alike may be left out. */
export type WrittenRow = Omit<EditionRow, "number" | "part" | "aliases" | "words"> &
  Partial<Pick<EditionRow, "aliases" | "words">>;

/** edition.json: everything but the rows. */
export type WrittenEdition = Omit<Edition, "rows" | "ambiguities"> & Partial<Pick<Edition, "ambiguities">>;

const factKinds = ["count", "amount", "rate", "months", "answer", "answerOrShare", "date", "points"];

const phraseShape: Fields<WordPattern> = {
  // Words fill a fact; who reads it is another matter.
  key: (value, at, around) => fact()(value, at, { ...around, read: new Set() }),
  wordClass: word("figure", "statement"),
  pattern: pattern("words"),
  "fixed?": leaf("文字或数", (value) => typeof value === "string" || typeof value === "number"),
  "offered?": flag,
  example: text,
};

/** A question's fact, or that of a setting; what it names has to be used elsewhere, too. */
const clauseKeys: Test = (value, at, around) => {
  if (!isPlain(value)) return faultsOf({}, value, at, around);
  const figure = fact("count", "amount");
  const rate = { part: figure, whole: [figure] } as const;
  return Object.entries(value).flatMap(([question, key]) => {
    const place = `${at}.${question}`;
    if (typeof key === "string" && Object.hasOwn(around.ambiguities, key))
      return named(question, place, around);
    const shape = isPlain(key) ? rate : Array.isArray(key) ? ([fact()] as const) : fact();
    return [
      ...named(question, place, around),
      ...faultsOf(shape, key, place, { ...around, read: new Set() }),
    ];
  });
};

const phrase = sound<WordPattern>(phraseShape, ({ pattern: words, example }, at) => {
  const found = readWords(example).sentences.some(
    (sentence) => sentence.text.search(compilePattern(words)) >= 0,
  );
  return found ? [] : [{ at: `${at}.example`, says: "自己的样式认不出这句例句" }];
});

export const rowShape: Fields<WrittenRow> = {
  id: key,
  level1: named,
  level2: named,
  name: named,
  "aliases?": anyOf<string>(named),
  weight: aboveZero,
  clause: text,
  criterion: criterionShape,
  asks: [
    {
      key,
      label: named,
      kind: word(...factKinds, "figure", "tier", "text"),
      ...texts("unit", "source", "question"),
      "notApplicable?": flag,
      "range?": flag,
      "signed?": flag,
      "calendar?": flag,
      "standIn?": flag,
      "agrees?": flag,
      "choices?": [named],
      "says?": { some: text, "all?": text, "rest?": text },
    },
  ],
  "clauseKeys?": clauseKeys,
  "words?": anyOf<WordPattern>(phrase),
  "annex?": {
    kind: word("department", "specialFund"),
    title: named,
    groups: [word("output", "benefit")],
    counted: named,
    sum: text,
    mix: chosen(word("byAmount", "equal")),
    scale: chosen(word("branches", "linear")),
    ...passLines,
    clauses: { ...completedTexts, linear: text },
    atMostMissed: chosen(word("inverse", "zero")),
    approximateTarget: chosen(word("asNumber", "tenPercent")),
    levels: [levelShape],
    levelsWritten: yesOrNo,
  },
  "bulletin?": { series: fact("months"), first: fact("count"), count: fact("count") },
  "alwaysApplies?": flag,
  "audited?": flag,
  "conditions?": [{ name: named, words: pattern("plain") }],
  "document?": named,
  "procurement?": flag,
  "purchases?": [fact("amount")],
  "subordinates?": fact(),
  "budgetAmount?": { fact: fact("amount"), title: named },
};

const grade = leaf("1到6个字", (value) => typeof value === "string" && /^[\p{L}\p{N}]{1,6}$/u.test(value));

export const editionShape: Fields<WrittenEdition> = {
  id,
  title: named,
  shortTitle: named,
  total: aboveZero,
  grades: anyOf<Edition["grades"][number]>({ grade, from: notBelowZero }),
  "ambiguities?": table<Omit<Edition["ambiguities"][string], "row">>({
    title: named,
    clause: text,
    options: table<string>(named),
  }),
  "topics?": [{ title: named, words: pattern("plain"), rows: [text] }],
  "slips?": [{ words: pattern("plain"), says: text, "row?": text }],
  "specialFund?": { level2: named, ...texts("required", "without"), weights: table<number>(aboveZero) },
};
