import type { Statement } from "../quantity/statements";

/** Joined to a figure by these words, or a clause of its own that says how things are to be. */
const joined = /(?:^|[,、;\d\p{L}%）)])(?:且|并且?|同时)(?<words>\p{Script=Han}{2,})/u;
const state =
  /^(?:且|并且?|同时|全部|均|都)?(?<words>(?:无|零|不发生|未发生)\p{Script=Han}{2,}|\p{Script=Han}{0,6}(?:合格|达标|通过|完好|到位))$/u;

/**
 * What a target wants besides its figure: ≥50处并验收合格, ≥95%，且无返工. It is asked whether it was done, unless the actual
 * says just that: 验收中 and 返工2处 speak of it and do not say it. Chinese, without a stop.
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
    return name.includes(wanted) || isSaid(wanted, actual) ? [] : [`目标值中的“${text}”是否做到`];
  });
}

/** In front of it: how many, and that it is all of them. */
const fillers = /并且|[并且均都]|同时|全[部都面]|已经?|经|一次性?|顺利|质量/gu;
/** Of a clause with the figure itself; 30处验收合格 behind it is not all of them. */
const ownFigure = /^\d+(?:\.\d+)?(?:%|\p{Script=Han})?/u;
const ended = /^(?:了|完毕|要求|标准)?$/u;
const none = /^(?:无|零|不发生|未发生)/u;

/** A clause of the actual says it in the same words, or (无返工) that there was none, and nothing else. */
function isSaid(wanted: string, actual: string): boolean {
  const what = wanted.replace(none, "");
  const isAbsence = what !== wanted;
  return actual.split(/[,，;；。、]/u).some((said, index) => {
    const clause = index === 0 ? said.replace(ownFigure, "") : said;
    const at = clause.indexOf(what);
    if (at < 0) return allWell(wanted, clause);
    const [before, after] = [clause.slice(0, at), clause.slice(at + what.length)];
    const front = isAbsence
      ? before.replace(/(?:无|零|未|没有?|不存在)(?:发生|出现|发现)?(?:过|任何)?$/u, "")
      : before;
    return (front !== before || !isAbsence) && front.replace(fillers, "") === "" && ended.test(after);
  });
}

/** 全部合格 of 验收合格. */
function allWell(wanted: string, clause: string): boolean {
  const [, state = ""] = /(合格|达标|通过|完好|到位)$/u.exec(wanted) ?? [];
  return state !== "" && new RegExp(`^(?:全部|均|都)(?:已|为)?${state}$`, "u").test(clause);
}
