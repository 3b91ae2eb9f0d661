import type { Condition } from "../../criteria/condition";
import type { Criterion, Gate } from "../../criteria/criterion";
import { asking, labelWords, merged, type Asked, type Built } from "../built";
import { judgedLabel, prefixed, type Around } from "../measures";
import type { Piece } from "../pieces";

/** What must hold, and what it asks. */
export interface Held {
  readonly condition: Condition;
  readonly asked: Asked;
}

/** What full marks are given for. */
interface Praise {
  readonly words: string;
  readonly clause: string;
  readonly sentence: number;
}

/** Full marks for one thing, and none, or a person's, for another: both are asked; where neither is so, nothing is said. */
export function apartCase(first: Praise, second: Piece, held: Held, around: Around): Built {
  const said = labelWords(second.words.replace(/,?由[^,]{1,12}$/u, ""));
  const { key, asked } = asking("answer", prefixed(said, around), "是／否");
  const judged = second.statement.what.gives === "judged";
  const points = judged ? asking("points", judgedLabel(around), "分", { standIn: true }) : null;
  const gate: Gate = {
    when: { of: "says", key, word: "是", said },
    gives: ofUnclearScope(first, second, around) ?? (points === null ? "nothing" : { judged: points.key }),
    clause: second.clause,
  };
  const then: Criterion = {
    kind: "meet",
    condition: held.condition,
    clause: first.clause,
    unmet: { key, said, clause: second.clause, problem: openBetween(first.words, said) },
  };
  return {
    criterion: { kind: "gate", gates: [gate], then },
    asked: merged(held.asked, asked, ...(points === null ? [] : [points.asked])),
  };
}

/** In a sentence of its own behind one of several parts: it may be of that part or of all of them. */
function ofUnclearScope(first: Praise, second: Piece, { isPart }: Around): { readonly ask: string } | null {
  return isPart === true && first.sentence !== second.statement.sentence
    ? { ask: `“${second.clause}”没有写明是说这一部分，还是整行，请评定。` }
    : null;
}

export function openBetween(praise: string, denial: string): string {
  return `评分标准没有写明既不是“${labelWords(praise)}”也不是“${labelWords(denial)}”时得几分，请评定。`;
}
