import type { Check } from "../finding";
import { namedFigures, type NamedFigure } from "../namedFigures";
import { headPassages, reportPassages } from "../passages";

const shortestLabel = 8;
const mostPerFigure = 20;

/** The same figure of the same thing under a name that differs in a word or two: 头部机构35家, 龙头机构35家. */
export const wordTwice: Check = {
  id: "wordTwice",
  title: "同一件事在表和报告里叫法一致",
  severity: "提示",
  find: (context) => {
    const year = context.form.head.year?.value ?? null;
    const said = new Map<string, NamedFigure[]>();
    for (const figure of namedFigures(reportPassages(context), year)) {
      const key = `${figure.value}|${figure.unit}`;
      const group = said.get(key) ?? [];
      if (group.length < mostPerFigure) said.set(key, [...group, figure]);
    }
    const seen = new Set<string>();
    return namedFigures(headPassages(context), year).flatMap((figure) => {
      const others = said.get(`${figure.value}|${figure.unit}`) ?? [];
      if (others.some((other) => other.label === figure.label)) return [];
      const pair = others
        .map((other) => ({ other, words: oneChange(figure.label, other.label) }))
        .find(({ words }) => words !== null);
      if (pair?.words == null) return [];
      const essence = pair.words.join("、");
      if (seen.has(essence)) return [];
      seen.add(essence);
      return {
        at: figure.passage.at,
        other: pair.other.passage.at,
        subject: figure.label,
        essence,
        what: `“${ending(figure)}”在自评报告里写作“${ending(pair.other)}”。`,
        why: "同一件事两种叫法，审核时会问是不是同一口径。",
        todo: "请统一叫法。",
      };
    });
  },
};

/** The two words where the labels part; null unless the ends are the same and at most three characters differ. */
function oneChange(left: string, right: string): readonly [string, string] | null {
  const [a, b] = [Array.from(left), Array.from(right)];
  const shorter = Math.min(a.length, b.length);
  if (shorter < shortestLabel) return null;
  let tail = 0;
  while (tail < shorter && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail += 1;
  const [x, y] = [a.slice(0, a.length - tail), b.slice(0, b.length - tail)];
  // Labels begin where the clause begins or were cut at a length: compare from the changed word backwards.
  for (let width = 1; width <= 3; width += 1) {
    if (x.length < width + 4 || y.length < width + 4) return null;
    const same = Math.min(x.length, y.length) - width;
    const [before, also] = [
      x.slice(0, x.length - width).slice(-same),
      y.slice(0, y.length - width).slice(-same),
    ];
    if (before.join("") === also.join("")) return [x.slice(-width).join(""), y.slice(-width).join("")];
  }
  return null;
}

/** The last words in front of the figure, and the figure. */
function ending({ label, text }: NamedFigure): string {
  return Array.from(label).slice(-10).join("") + text;
}
