import type { ClausePiece, PieceUse } from "../clause/clauseReading";

/** A run of the printed text that was used for one thing. */
interface ClauseRun {
  readonly text: string;
  readonly use: PieceUse;
}

/** Where pieces lie on one another the graver use is shown: nothing that was not understood may look understood. */
const graveness: readonly PieceUse[] = ["context", "definition", "rule", "unread"];

/** The whole text, cut where its use changes; what no piece covers says nothing about points. */
export function clauseRuns(text: string, pieces: readonly ClausePiece[]): readonly ClauseRun[] {
  const uses = Array.from<PieceUse>({ length: text.length }).fill("context");
  const graver = [...pieces].sort((a, b) => graveness.indexOf(a.use) - graveness.indexOf(b.use));
  for (const { from, to, use } of graver) uses.fill(use, from, to);
  const runs: ClauseRun[] = [];
  let from = 0;
  for (let at = 1; at <= text.length; at += 1) {
    const use = uses[at - 1];
    if (use === undefined || use === uses[at]) continue;
    runs.push({ text: text.slice(from, at), use });
    from = at;
  }
  return runs;
}
