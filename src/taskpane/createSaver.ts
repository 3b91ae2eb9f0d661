import type { FactAnswer } from "../edits/planFact";
import type { Scorecard } from "../scorecard/scorecard";
import { readDraft, type FactDraft } from "./factDraft";
import type { PaneIntent } from "./paneEvent";

interface Saver {
  /** Answers that were given: written soon, together with those that follow. */
  readonly gather: (drafts: Readonly<Record<string, FactDraft>>) => void;
  /** Somebody types: what was given of this fact is half typed again, and the rest waits. */
  readonly retype: (factIds: readonly string[]) => void;
  /** Writes what waits, before anything else is done. */
  readonly flush: () => void;
  readonly end: () => void;
}

/** However long somebody goes on: a pause is not waited for longer than so many of them. */
const longest = 8;

/**
 * Collects answers and hands them over in few batches. Only what can be read, and was given for the form that is shown: what
 * was typed for another is laid aside with it.
 * @param pause how long nothing must have been given or typed, in milliseconds
 */
export function createSaver(
  pause: number,
  shown: () => Scorecard | null,
  write: (answers: readonly FactAnswer[]) => void,
): Saver {
  const waiting = new Map<string, FactDraft>();
  let sheet: string | null = null;
  let since = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const flush = () => {
    clearTimeout(timer);
    if (waiting.size === 0) return;
    const card = shown();
    const given = card !== null && card.sheet === sheet ? answersOf(card, waiting) : [];
    waiting.clear();
    if (given.length > 0) write(given);
  };

  const wait = () => {
    clearTimeout(timer);
    if (waiting.size === 0) return;
    timer = setTimeout(flush, Math.max(0, Math.min(pause, since + longest * pause - Date.now())));
  };

  return {
    gather: (drafts) => {
      const now = shown()?.sheet ?? null;
      if (now !== sheet) waiting.clear();
      if (waiting.size === 0) since = Date.now();
      sheet = now;
      for (const [id, draft] of Object.entries(drafts)) waiting.set(id, draft);
      wait();
    },
    retype: (factIds) => {
      for (const id of factIds) waiting.delete(id);
      wait();
    },
    flush,
    end: () => {
      clearTimeout(timer);
      waiting.clear();
    },
  };
}

/** What one does while filling in: the answers go on waiting. Before anything else they are written. */
const beside: ReadonlySet<string> = new Set<PaneIntent["kind"]>([
  "give",
  "draft",
  "dropDraft",
  "pasteAnswers",
  "undoPaste",
  "fillAt",
  "quotesShown",
  "goTo",
  "copy",
  "stop",
  "closeMessage",
]);

export function letsWait(intent: PaneIntent): boolean {
  return beside.has(intent.kind);
}

function answersOf({ rows }: Scorecard, drafts: ReadonlyMap<string, FactDraft>): readonly FactAnswer[] {
  return rows.flatMap((row) =>
    row.facts.flatMap((fact) => {
      const draft = drafts.get(fact.id);
      const read = draft === undefined ? null : readDraft(fact.spec, draft, row.weight);
      if (read === null || "problem" in read) return [];
      return [{ factId: fact.id, value: read.value, reason: read.reason }];
    }),
  );
}
