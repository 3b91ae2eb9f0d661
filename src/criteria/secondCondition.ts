import type { Statement } from "../quantity/statements";
import { pairsOf } from "./likeness";

/** Joined to a figure by these words, or a clause of its own that says how things are to be. */
const joined = /(?:^|[,、;\d\p{L}%）)])(?:且|并且?|同时)(?<words>\p{Script=Han}{2,})/u;
const state =
  /^(?:且|并且?|同时|全部|均|都)?(?<words>(?:无|零|不发生|未发生)\p{Script=Han}{2,}|\p{Script=Han}{0,6}(?:合格|达标|通过|完好|到位))$/u;

/**
 * What a target wants besides its figure: ≥50处并验收合格, ≥95%，且无返工. It is asked whether it was done, unless the actual
 * speaks of it. Chinese, without a stop.
 * @param target the clauses of the target
 * @param actual the text of the actual, plain
 * @param name the indicator: of 验收合格率 "验收合格" is what is measured
 */
export function secondConditions(
  target: readonly Statement[],
  actual: string,
  name: string,
): readonly string[] {
  return target.flatMap(({ text, figures, words, enclosed }) => {
    if (enclosed) return [];
    const said =
      figures.length === 0 ? (state.exec(text) ?? joined.exec(text)) : joined.exec(words.at(-1) ?? "");
    const wanted = said?.groups?.["words"] ?? "";
    if (wanted === "") return [];
    const isSpokenOf = [actual, name].some((other) => pairsOf(wanted).some((two) => other.includes(two)));
    return isSpokenOf ? [] : [`目标值中的“${text}”是否做到`];
  });
}
