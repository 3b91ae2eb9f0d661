import { oncePerObject } from "../criteria/oncePerObject";
import { oncePerText } from "../words/oncePerText";
import { bareName } from "../form/normalizeName";
import type { NamedFigure } from "./namedFigures";

/** Words at the end of a name that only say that it is counted: 举办赛事场次 is of the same as 举办赛事62场. */
const counting = /(?:数量|人数|人次|次数|场次|户数|户次|个数|项数|件数|总数|数|量|金额|总额|额)$/u;
/** What may stand in front of a name without changing what is named. */
const harmless =
  /^(?:全[区市县省镇校院年]|本?[区市县省]|20\d\d年|年度|组织|举办|开展|完成|实现|提供|进行|达成|[我本][局委办院校中心]{1,2}|的)*$/u;
const shortest = 3;

/** The one of these things that a figure is of, by its name; null where there is none, or several that are as near. The
 * names are looked up by their endings: a report may have a hundred thousand figures. */
export function thingOf<Thing extends { readonly name: string }>(
  figure: Pick<NamedFigure, "subject" | "isNamed" | "label" | "counted">,
  things: readonly Thing[],
): Thing | null {
  // 其中360人 is of a part of what was named before; 累计 may be of several years.
  if (/其中/u.test(figure.label) ? !figure.isNamed : /累计/u.test(figure.label)) return null;
  const sides = sidesOf(figure);
  const index = byEnding(things);
  const near = sides.flatMap((side) =>
    Array.from({ length: side.length < shortest ? 0 : side.length }, (_, at) => side.slice(at)).flatMap(
      (ending, at) =>
        (index.get(ending) ?? []).filter((one) => at === 0 || coreOf(one.name).words === ending),
    ),
  );
  const ranked = Array.from(new Set(near))
    .map((thing) => ({ thing: thing as Thing, near: nearness(sides, coreOf(thing.name).words) }))
    .filter(({ near }) => near > 0)
    .sort((one, other) => other.near - one.near);
  const [best, second] = ranked;
  return best !== undefined && best.near > (second?.near ?? 0) ? best.thing : null;
}

/** Every thing by each ending of its name that may name it. */
const byEnding = oncePerObject((things: readonly { readonly name: string }[]) => {
  const index = new Map<string, { readonly name: string }[]>();
  for (const thing of things) {
    const core = coreOf(thing.name).words;
    for (let at = 0; at === 0 || at + shortest <= core.length; at += 1)
      index.set(core.slice(at), [...(index.get(core.slice(at)) ?? []), thing]);
  }
  return index;
});

/** The same few names are asked for again and again: once for every figure of a report. */
const coreOf = oncePerText((name) => {
  const bare = bareName(name);
  const core = bare.replace(counting, "");
  return { words: core.length >= shortest ? core : bare };
});

const saidOf = oncePerText((subject) => ({ words: bareName(subject).replace(counting, "") }));

/** What may name the thing of a figure: the words before it, or those behind it. */
function sidesOf({
  subject,
  counted,
  isNamed,
}: Pick<NamedFigure, "subject" | "counted" | "isNamed">): readonly string[] {
  const said = saidOf(subject).words;
  return isNamed || counted === "" ? [said] : [said, counted.replace(/^的/u, "")];
}

/** How many signs of the name are said; 0 where something else may be named. */
function nearness(sides: readonly string[], core: string): number {
  return Math.max(...sides.map((side) => sameWords(side, core)));
}

function sameWords(said: string, core: string): number {
  if (said.length < shortest) return 0;
  if (said === core) return core.length * 2;
  // 全年举办全民健身赛事: what is left in front changes nothing.
  if (said.endsWith(core) && harmless.test(said.slice(0, -core.length))) return core.length * 2 - 1;
  // 全民健身赛事 of 举办全民健身赛事: the name itself may have such words.
  if (core.endsWith(said) && harmless.test(core.slice(0, -said.length))) return said.length * 2 - 2;
  return 0;
}
