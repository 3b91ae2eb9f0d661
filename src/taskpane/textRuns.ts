import type { ClausePiece, PieceUse } from "../clause/clauseReading";
import type { Quotation, QuoteUse } from "../words/quotation";

/** A run of a text that was used for one thing. */
interface TextRun<Use> {
  readonly text: string;
  readonly use: Use;
}

interface Piece<Use> {
  readonly from: number;
  readonly to: number;
  readonly use: Use;
}

/** A printed 评分标准, cut where its use changes; what no piece covers says nothing about points. */
export function clauseRuns(text: string, pieces: readonly ClausePiece[]): readonly TextRun<PieceUse>[] {
  return textRuns<PieceUse>(text, pieces, ["context", "definition", "rule", "unread"]);
}

/** Each stretch that is quoted, cut where its use changes. */
export function quoteRuns({
  text,
  quoted,
  words,
}: Quotation): readonly (readonly TextRun<QuoteUse | "context">[])[] {
  return quoted.map((stretch) => {
    const pieces = words.map(({ from, to, use }) => ({
      from: from - stretch.from,
      to: to - stretch.from,
      use,
    }));
    const uses = ["context", "taken", "unused", "unread"] as const;
    return textRuns<QuoteUse | "context">(text.slice(stretch.from, stretch.to), pieces, uses);
  });
}

/**
 * Where pieces lie on one another the graver use is shown: nothing that was not understood may look understood.
 * @param uses the lightest first: that of whatever no piece covers
 */
function textRuns<Use>(
  text: string,
  pieces: readonly Piece<Use>[],
  uses: readonly [Use, ...Use[]],
): readonly TextRun<Use>[] {
  const found = Array.from<Use>({ length: text.length }).fill(uses[0]);
  const graver = [...pieces].sort((a, b) => uses.indexOf(a.use) - uses.indexOf(b.use));
  // A negative place would count from the end.
  for (const { from, to, use } of graver) found.fill(use, Math.max(0, from), Math.max(0, to));
  const runs: TextRun<Use>[] = [];
  let from = 0;
  for (let at = 1; at <= text.length; at += 1) {
    const use = found[at - 1];
    if (use === undefined || use === found[at]) continue;
    runs.push({ text: text.slice(from, at), use });
    from = at;
  }
  return runs;
}
