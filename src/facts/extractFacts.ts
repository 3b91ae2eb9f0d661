import type { FactValue } from "../rules/fact";
import type { Phrase } from "../rules/phrase";
import type { CellAddress } from "../workbook/cell";
import type { Snapshot } from "../workbook/snapshot";
import type { FactWish } from "./gatheredFact";
import { matchPhrases } from "./matchPhrases";
import { readBulletin } from "./readBulletin";

/** A fact read from words in 评分依据 or from another sheet; or why what stands there was not taken. */
export interface ExtractedFact {
  /** null: only doubtful words, see `doubt`. */
  readonly value: FactValue | null;
  readonly wordClass: "figure" | "statement" | null;
  readonly at: CellAddress;
  readonly quote: string;
  readonly approximate: boolean;
  readonly remark: string | null;
  readonly doubt: string | null;
}

/** Everything that words and other sheets say about the wished facts, by fact id. `skip`: sheets that are no bulletin. */
export function extractFacts(
  snapshot: Snapshot,
  wishes: readonly FactWish[],
  phrases: readonly Phrase[],
  skip: readonly string[],
): ReadonlyMap<string, ExtractedFact> {
  const found = new Map<string, ExtractedFact>();
  for (const wish of wishes) {
    const { basis } = wish;
    if (basis !== null) {
      for (const [key, one] of matchPhrases(basis.value, wish.id, wish.specs, phrases)) {
        found.set(`${wish.id}.${key}`, fromWords(one, basis.at));
      }
    }
    if (wish.specs.some(({ bulletin }) => bulletin === "rates")) {
      for (const [id, fact] of fromBulletin(snapshot, wish, skip)) found.set(id, fact);
    }
  }
  return found;
}

type WordsFound = ReturnType<typeof matchPhrases> extends ReadonlyMap<string, infer Found> ? Found : never;

function fromWords(one: WordsFound, at: CellAddress): ExtractedFact {
  if ("doubt" in one) {
    const { doubt, quote } = one;
    return { value: null, wordClass: null, at, quote, approximate: false, remark: null, doubt };
  }
  return { ...one, at, doubt: null };
}

/** What the facts of a row say that they take from a bulletin. */
function fromBulletin(
  snapshot: Snapshot,
  wish: FactWish,
  skip: readonly string[],
): readonly (readonly [string, ExtractedFact])[] {
  const bulletin = readBulletin(snapshot, skip);
  if (bulletin === null) return [];
  const { at, quote } = bulletin;
  const common = { at, quote, approximate: false, remark: null } as const;
  return wish.specs.flatMap((spec): readonly (readonly [string, ExtractedFact])[] => {
    if (spec.bulletin === undefined) return [];
    const id = `${wish.id}.${spec.key}`;
    if (!("doubt" in bulletin))
      return [[id, { ...common, value: bulletin[spec.bulletin], wordClass: "figure", doubt: null }]];
    if (spec.bulletin !== "rates") return [];
    return [[id, { ...common, value: null, wordClass: null, doubt: bulletin.doubt }]];
  });
}
