import { shortNumber } from "../../criteria/words";
import { tidy } from "../../quantity/tidy";
import type { Check, FindingContext, Found } from "../finding";
import { budget, spent, withoutEnd, withoutYear } from "../namedAmounts";
import { namedBounds, namedFigures, type NamedBound, type NamedFigure } from "../namedFigures";
import { allPassages, excerpt, type Passage, sentencesOf } from "../passages";

const changed = /追加|调[增整]|年初|年中|上级|结转|其中/u;
/** What is said of the two amounts: that the one is within the other. */
const within =
  /(?:未|没有?|不)(?:存在)?(?:超(?:过|出|支)?|突破|高于|大于)(?!率)|低于|小于|[不比较][^，,]{0,6}预算[^，,]{0,6}(?:少|低|节约|减少|下降)|控制在[^，,]{0,16}(?:以内|之内|内)|(?:预算|额度|范围)(?:以内|之内|内)|节[约省支]/u;
/** A standard that asks for spending to stay within its budget. */
const kept = /超(?:过|出|支)?[^，。；]{0,8}预算|预算[^，。；]{0,12}超|(?:控制率|控制情况)/u;

interface Pair {
  readonly planned: NamedFigure;
  readonly paid: NamedFigure;
  readonly sentence: string;
  /** The amount spent comes behind: "要求控制在18.6万元以内，支出…" claims nothing of it. */
  readonly asked: boolean;
}

/** An amount spent above the budget beside it: where the words say that it is within, or the row has full marks for that. */
export const spentAboveBudget: Check = {
  id: "spentAboveBudget",
  title: "写明的支出没有超过旁边写的预算",
  severity: "待核实",
  find: (context) => {
    const rows = new Map<string, FindingContext["rows"][number]>(
      context.rows.flatMap((row) =>
        row.indicator.basis === null ? [] : [[`“${row.indicator.name.value}”的评分依据`, row] as const],
      ),
    );
    return pairsOf(context).flatMap(({ planned, paid, sentence, asked }): Found | [] => {
      const { passage } = paid;
      const row = passage.from === "basis" ? rows.get(passage.label) : undefined;
      const claim = asked ? null : (within.exec(sentence)?.[0] ?? null);
      const asks = row?.full === true && row.card.compared !== "differs" && !/[%％]/u.test(sentence);
      const { name, standard } = row?.indicator ?? {};
      const isKept = asks && kept.test(`${name?.value ?? ""}，${standard?.value ?? ""}`);
      if (claim === null && !isKept) return [];
      const more = shortNumber(tidy((paid.value - planned.value) / 1e4));
      const beside = claim === null ? "仍填满分" : `却写“${claim}”`;
      return {
        at: passage.at,
        subject: row?.card.indicator ?? passage.label,
        essence: `${paid.text}>${planned.text}`,
        what: `${passage.label}写预算${planned.text}、支出${paid.text}，超出${more}万元，${beside}（“${excerpt(sentence)}”）。`,
        why: "超过预算的支出按评分标准要扣分；话和数对不上，审核时按数认定。",
        todo: "请核对两个金额和单位；确实超过预算的，改写这句话并按评分标准重新计分。",
      };
    });
  },
};

/** Each amount spent with the budget that the same sentence gives for it, in front of it or else behind it; or as its bound. */
function pairsOf(context: FindingContext): readonly Pair[] {
  const year = context.form.head.year?.value ?? null;
  return allPassages(context).flatMap((passage) => {
    if (!passage.text.includes("预算")) return [];
    const money = namedFigures([passage], year).filter(({ unit, apart }) => unit === "元" && !apart);
    const bounds = namedBounds([passage], year).filter(isBudgetBound);
    return money.flatMap((paid, at): Pair | [] => {
      if (!spent.test(paid.label) || budget.test(paid.label) || changed.test(paid.label)) return [];
      const near = [...money.slice(0, at).reverse(), ...money.slice(at + 1)];
      const stated = near.find((one) => one.sentence === paid.sentence && budget.test(one.label));
      const bound = stated === undefined ? boundOf(paid, money, bounds) : undefined;
      const planned = stated ?? bound;
      if (planned === undefined || changed.test(planned.label) || !isOfSame(planned, paid)) return [];
      if (paid.value - planned.value <= Math.max(paid.rounding, planned.rounding)) return [];
      const sentence = sentenceWith(passage, planned, paid);
      if (sentence === null) return [];
      return { planned, paid, sentence, asked: bound !== undefined && bound.from < paid.from };
    });
  });
}

/** 控制在预算18.6万元以内, 不超过18.6万元的预算; 低于预算3.2万元 is how much less was spent, 低于预算安排的18.6万元 is not. */
function isBudgetBound({ unit, apart, side, label, lead, counted }: NamedBound): boolean {
  if (unit !== "元" || apart || /分别|[均都]|合计|共/u.test(label)) return false;
  const behind = /^的?预算/u.test(counted);
  if (side === "lessThan") return behind || /预算.{0,4}的$/u.test(lead);
  return side === "atMost" && (behind || budget.test(lead.replace(/的$/u, "")) || budget.test(label));
}

/** The bound of an amount: right behind it, or in front of it where no other amount stands there. */
function boundOf(
  paid: NamedFigure,
  money: readonly NamedFigure[],
  bounds: readonly NamedBound[],
): NamedBound | undefined {
  const near = bounds.filter(({ sentence }) => sentence === paid.sentence);
  const others = [...money, ...near].filter((one) => one !== paid && one.sentence === paid.sentence);
  const isBetween = (low: number, high: number) =>
    others.some(({ from }) => from > Math.min(low, high) && from < Math.max(low, high));
  const behind = near.find((one) => one.from > paid.from && !isBetween(paid.from, one.from));
  const before = near.find((one) => one.from < paid.from && !isBetween(one.from, paid.from));
  return behind ?? (before !== undefined && !isBetween(-1, before.from) ? before : undefined);
}

/** 实际支出 alone is of what was named before; 公务接待费支出 is not of “三公”经费预算. */
function isOfSame(planned: NamedFigure, paid: NamedFigure): boolean {
  const [of, by] = [
    planned.label.replace(/^[(（]/u, "").replace(budget, ""),
    paid.label.replace(spent, ""),
  ].map((name) => withoutEnd(withoutYear(name)));
  return by === "" || of === "" || of === by;
}

function sentenceWith({ text }: Passage, planned: NamedFigure, paid: NamedFigure): string | null {
  const plain = (one: string): string => one.normalize("NFKC").replace(/\s+/gu, "");
  const found = sentencesOf(text).find((one) =>
    [planned, paid].every((figure) => plain(one).includes(plain(figure.text))),
  );
  return found === undefined || /追加|调[增整]/u.test(found) ? null : found;
}
