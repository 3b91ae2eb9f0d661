import type { FactValue } from "../criteria/fact";
import { snapshotCell, type Snapshot } from "../workbook/snapshot";
import { stillQuotes } from "../words/quotation";
import type { ExtractedFact } from "./extractFacts";
import { sameFactValue, type FactSource, type FactWish } from "./gatheredFact";
import { matchPhrases } from "./matchPhrases";
import type { Citation } from "./paperSource";

/**
 * The words of a fact that a person confirmed. They are those that 来源 cites: what the cell says now, as long as it
 * still says so, else of an earlier text. A figure that was changed since has none.
 * @param now what the words and other sheets say of the fact now
 */
export function confirmedSource(
  snapshot: Snapshot,
  wish: FactWish,
  key: string,
  value: FactValue,
  cited: Citation | null,
  now: ExtractedFact | undefined,
): FactSource | null {
  const agrees = now !== undefined && sameFactValue(now.value, value);
  const present = agrees ? sourceOf(now) : null;
  if (cited === null) return present;
  const { basis } = wish;
  // Rows may have been moved since.
  const at = basis?.at.sheet === cited.at.sheet ? basis.at : cited.at;
  const texts = [basis?.value, now?.quote, snapshotCell(snapshot, cited.at)?.value];
  if (texts.some((text) => stillQuotes(String(text ?? ""), cited.quote))) {
    if (now === undefined) return { ...cited, at };
    // Words that have come to it since may have made it doubtful.
    return now.value === null ? sourceOf(now) : present;
  }
  const before = matchPhrases(cited.quote, wish.specs, wish.words ?? [], wish).get(key);
  const read = before !== undefined && "value" in before ? before : null;
  if (read !== null && !sameFactValue(read.value, value)) return present;
  return { at, quote: cited.quote, quotation: read?.quotation, earlier: true };
}

export function sourceOf({ at, quote, quotation }: ExtractedFact): FactSource {
  return { at, quote, quotation };
}
