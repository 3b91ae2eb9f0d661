import { shortened } from "../findings/passages";
import { bareName } from "../form/normalizeName";
import type { Desk, DeskForm, Relation } from "./desk";

/** Something written in a form, by which it is found in others. */
interface Written {
  readonly form: DeskForm;
  readonly at: string;
  readonly indicator: string;
  readonly text: string;
}

/** The same long sentence, the same paper, the same figure in the forms of two departments. What many departments share was
 * handed down to them, and what a form prints is in no record. */
export function sharedWords({ forms }: Desk): readonly Relation[] {
  const owners = new Set(forms.map(({ owner }) => owner)).size;
  const most = Math.max(4, Math.floor(owners / 5));
  const sentences = shared(
    forms.flatMap((form) => form.sentences.filter(isTelling).map((one) => ({ form, ...one }))),
    ({ text }) => text,
    most,
  );
  const papers = shared(
    forms.flatMap((form) => form.papers.map((one) => ({ form, ...one }))),
    ({ text }) => text,
    most,
  );
  const copied = new Set(sentences.flat().map(({ form, at }) => `${form.key} ${at}`));
  const fewest = fewestDigits(forms.length);
  const figures = shared(
    forms.flatMap((form) =>
      form.figures
        .filter(({ digits, at }) => digits >= fewest && !copied.has(`${form.key} ${at}`))
        .map((one) => ({ form, ...one })),
    ),
    ({ text, indicator }) => `${bareName(indicator)} ${text}`,
    most,
  );
  return [
    ...sentences.map((group) => relation(group, sentenceWords)),
    ...papers.map((group) => relation(group, paperWords)),
    ...figures.map((group) => relation(group, figureWords)),
  ];
}

interface Words {
  readonly id: string;
  readonly kind: string;
  readonly what: (text: string, indicators: string, owners: number) => string;
  readonly why: string;
  readonly todo: string;
}

const sentenceWords: Words = {
  id: "sentence",
  kind: "同一句话",
  what: (text, indicators, owners) => `${owners}个部门的${indicators}写着一字不差的话：“${text}”。`,
  why: "不同部门写自己的情况不会一字不差，多半照抄别处，没有写本部门的情况。",
  todo: "请各单位按本部门的实际重新写评分依据，并提供佐证材料。",
};
const paperWords: Words = {
  id: "paper",
  kind: "同一份佐证材料",
  what: (text, indicators, owners) => `${owners}个部门的${indicators}都以“${text}”为佐证材料。`,
  why: "同一天的记录、同一个编号的合同或者同一次调查，通常只属于一个部门。",
  todo: "请调阅原件，核对属于哪个部门；确实共用的写明缘由。",
};
const figureWords: Words = {
  id: "figure",
  kind: "同一个数",
  what: (text, indicators, owners) => `${owners}个部门的${indicators}都写着${text}。`,
  why: "位数这么多的数，两个部门同一项指标恰好相同的可能极小。",
  todo: "请核对各自的账表；同一笔资金、同一次统计的写明缘由。",
};

function relation(group: readonly Written[], { id, kind, what, why, todo }: Words): Relation {
  const [{ text } = { text: "" }] = group;
  const names = [...new Set(group.map(({ indicator }) => indicator))];
  const said = names.slice(0, 2).map((name) => `“${shortened(name, 20)}”`);
  const owners = new Set(group.map(({ form }) => form.owner));
  const key = [id, text, ...[...owners].sort()].join("|");
  const isUnnamed = group.some(({ form }) => form.department === "");
  return {
    kind,
    key,
    forms: group.map(({ form, at }) => ({ form, at })),
    what: `${what(shortened(text, 80), said.join("、"), owners.size)}${isUnnamed ? "其中有的表没有写明部门，按文件算。" : ""}`,
    why,
    todo,
  };
}

/** What stands in the forms of at least two departments and of no more than `most`. */
function shared<T extends Written>(
  all: readonly T[],
  keyOf: (one: T) => string,
  most: number,
): readonly (readonly T[])[] {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const group = groups.get(keyOf(one));
    if (group === undefined) groups.set(keyOf(one), [one]);
    else group.push(one);
  }
  return [...groups.values()].filter((group) => {
    const owners = new Set(group.map(({ form }) => form.owner)).size;
    return owners >= 2 && owners <= most;
  });
}

/** A short sentence that tells nothing but "100%" is anybody's. */
function isTelling({ text, isMeasured }: { readonly text: string; readonly isMeasured: boolean }): boolean {
  if (Array.from(text).length >= longEnough) return true;
  const numbers = text.match(/\d[\d.]*/gu) ?? [];
  return isMeasured && numbers.some((number) => !/^20\d\d$/u.test(number) && digitsOf(number) >= 3);
}

const longEnough = 30;

function digitsOf(number: string): number {
  const digits = number.replaceAll(".", "").replace(/^0{1,20}/u, "");
  return digits.replace(/0{1,20}$/u, "").length;
}

/** So many digits that among so many forms less than one pair in twenty is expected by chance. */
function fewestDigits(forms: number): number {
  const pairs = Math.max(1, (forms * (forms - 1)) / 2);
  return Math.max(5, 1 + Math.ceil(Math.log10(pairs / 0.45)));
}
