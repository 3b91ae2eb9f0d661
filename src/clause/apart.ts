import { labelWords, type Built } from "./built";
import type { Around } from "./measures";

/** One of several parts, and how it is read with its object before every question. */
export interface Stretch {
  /** All that it says, its heads first. */
  readonly words: string;
  readonly title: string;
  readonly compose: (prefix: string) => Built | null;
}

/** Parts that ask the same of different objects ask it of each by its name: 支出率 of 基本支出 and of 项目支出; null where one has no name. */
export function builtApart(parts: readonly Stretch[]): readonly Built[] | null {
  const built = allOf(parts.map(({ compose }) => compose("")));
  if (built === null) return null;
  const mixed = mixedIn(parts, built);
  if (mixed.size === 0) return built;
  const named = allOf(
    parts.map((part, index) => {
      const own = built[index] ?? null;
      if (!mixed.has(part)) return own;
      const others = parts.filter((other) => other !== part && mixed.has(other));
      const taken = new Set(others.flatMap((other) => namesOf(other, labelsOf(other, parts, built))));
      const name = namesOf(part, labelsOf(part, parts, built)).find((one) => !taken.has(one));
      return name === undefined ? own : part.compose(name);
    }),
  );
  return named === null || mixedIn(parts, named).size > 0 ? null : named;
}

/** The surroundings of a part, its object before every question. */
export function behind(prefix: string, around: Around): Around {
  if (prefix === "") return around;
  return { ...around, prefix: around.prefix === undefined ? prefix : `${around.prefix}：${prefix}` };
}

function allOf(built: readonly (Built | null)[]): readonly Built[] | null {
  const known = built.filter((one) => one !== null);
  return known.length < built.length ? null : known;
}

/** Parts that share a question though their words name different things before it. */
function mixedIn(parts: readonly Stretch[], built: readonly Built[]): ReadonlySet<Stretch> {
  const asking = new Map<string, { readonly part: Stretch; readonly object: string }[]>();
  for (const [index, part] of parts.entries())
    for (const { key, label } of askedOf(built[index]))
      asking.set(key, [...(asking.get(key) ?? []), { part, object: objectOf(part.words, label) }]);
  return new Set(
    [...asking.values()].flatMap((sharing) =>
      new Set(sharing.map(({ object }) => object)).size > 1 ? sharing.map(({ part }) => part) : [],
    ),
  );
}

/** What a person answers, not the amounts that a rate is made of: two rates may be of one budget. */
function askedOf(built: Built | undefined): Built["asked"]["asks"] {
  const { asks = [], questions = [] } = built?.asked ?? {};
  const tops = new Set(questions.map(({ key }) => key));
  return asks.filter(({ key, kind }) => tops.has(key) || kind === "points");
}

function labelsOf(part: Stretch, parts: readonly Stretch[], built: readonly Built[]): readonly string[] {
  return askedOf(built[parts.indexOf(part)]).map(({ label }) => label);
}

const inBrackets = /\(([^()]*)\)/gu;
const points = /的?,?[得计记]?\d{1,4}(?:\.\d{1,4})?分/gu;
const joining = /在此基础上|同时|其中|[,，。:：;；、\s()的得每若如]/gu;
const bounds = /达到|高于|低于|超过|[大小等不]于|以[上下内]|\d{1,4}(?:\.\d{1,4})?%|[≥≤<>=]/gu;

/** The words before a question's own, and what its brackets say. */
function objectOf(words: string, label: string): string {
  const own = label.split("：").at(-1)?.replace(inBrackets, "") ?? "";
  const at = own === "" ? -1 : words.indexOf(own);
  const first = words.search(/\d{1,4}(?:\.\d{1,4})?分/u);
  const before =
    at >= 0 ? words.slice(0, at) : words.slice(0, first < 0 ? undefined : first).replace(bounds, "");
  const said = Array.from(label.matchAll(inBrackets), ([, inner = ""]) => inner);
  return [before, ...said].join("").replace(points, "").replace(joining, "");
}

/** What a part may be called: by the brackets of its figure, its title, its first words. */
function namesOf({ title, words }: Stretch, labels: readonly string[]): readonly string[] {
  const brackets = labels.flatMap((label) =>
    Array.from(label.matchAll(inBrackets), ([, inner = ""]) => inner),
  );
  const heads = words
    .split(/[,，。:：;；\n]/u)
    .map((head) => labelWords(head.replace(/的?(?:[得计记]|\()?\d{1,4}(?:\.\d{1,4})?分.*$/u, "")));
  return [...brackets, title, ...heads].filter((name) => name.length > 1 && name.length <= 24);
}
