import type { FactSpec } from "../criteria/fact";
import type { Stretch } from "../words/quotation";
import type { Clause, ReadCell } from "../words/readCell";
import type { Token } from "../words/readTokens";
import { unknownWords } from "../words/unknownWords";
import { isBareScope, yearFor } from "./bareScope";
import { putsInDoubt } from "./comment";
import { cleared, endangers, isWhole, type Rest, type Stakes } from "./danger";
import { isOfOtherYear } from "./partsOfRate";
import { mayLose, stakeOf, type Around, type Hit } from "./findHits";

/** A hit that stands in its own clause. */
export interface Standing {
  readonly key: string;
  readonly hit: Hit;
  /** The stretch of its clause that was read with it. */
  readonly from: number;
  readonly to: number;
}

/** Words of the plain cell that no fact was read from and that could change the facts of these keys. */
interface Unread extends Stretch {
  readonly keys: readonly string[];
}

interface Gap {
  readonly from: number;
  readonly to: number;
}

const backward = /^(?:以上|上述|均|数据|统计|情况|口径|[为系是])/u;

/** More of them in one cell, and its sums would take long; nobody writes so many. */
const mostStanding = 200;

/**
 * Every clause that was not read with a fact is understood, or known to be harmless, or it is unread: for each such clause
 * the facts that it could touch.
 */
export function unreadClauses(
  cell: ReadCell,
  standing: readonly Standing[],
  specs: readonly FactSpec[],
  { names, year }: Around,
): readonly Unread[] {
  const [first] = standing;
  if (first === undefined) return [];
  if (standing.length > mostStanding) {
    const { from, to } = first.hit.sentence;
    return [{ from, to, keys: specs.map(({ key }) => key) }];
  }
  const topics = specs.map((spec) => ({ key: spec.key, pairs: ownPairs(spec, specs) }));
  const stakes: Stakes = {
    loses: standing.some(({ hit }) => mayLose(hit)),
    known: figuresOf(standing),
    names,
  };
  return cell.clauses.flatMap((clause, index): readonly Unread[] => {
    const words = cell.text.slice(clause.from, clause.to);
    const near = standing.filter(({ from, to }) => from < clause.to && to > clause.from);
    const isRead = ({ from, to }: { readonly from: number; readonly to: number }): boolean =>
      near.some((one) => from >= one.from && to <= one.to);
    const tokens = clause.tokens.filter((token) => !isRead(token));
    const marks = clause.marks.filter((mark) => !isRead(mark));
    const whole = tokens.length === clause.tokens.length;
    const unknown = gapsOf(clause, near).some(
      (gap) => unknownWords(cell.text, gap, clause.tokens, names) !== null,
    );
    const rest = { ...clause, tokens, marks, words, whole, unknown, sentence: sentenceAround(cell, index) };
    const named = topics.filter(({ pairs }) => pairs.filter((pair) => words.includes(pair)).length > 1);
    const keys = standing.flatMap(({ key, hit }) => {
      const same = hit.sentence.from <= clause.from && clause.from < hit.sentence.to;
      if (whole && stakeOf(hit) === "measure" && isOfOtherYear(words, yearFor(hit, year))) return [];
      const own = named.some((topic) => topic.key === key);
      const touches = same || named.length === 0 || own;
      // Of its own topic a loss elsewhere in the cell explains nothing.
      const its = own && stakeOf(hit) === "good" ? { ...stakes, loses: false } : stakes;
      // "。以上为2022年数据": of all that was said before.
      const narrowed = whole && hit.to <= clause.from && isBareScope(cell.text, clause, yearFor(hit, year));
      // "实施日期为2024年1月1日"
      const later = whole && same && year !== null && isLater(words, tokens, year);
      const doubted = whole && touches && mayComment(cell.text, rest, its, hit, year);
      return later ||
        doubted ||
        (narrowed && (same || backward.test(words))) ||
        (touches && endangers(cell.text, rest, its, hit, same))
        ? [key]
        : [];
    });
    return keys.length === 0 ? [] : [{ from: clause.from, to: clause.to, keys: Array.from(new Set(keys)) }];
  });
}

const noCharge = /^(?:未|没|无|零|不存在)[^,]{0,12}投诉$/u;

/** A clause that is a comment on what was said, no reason for a loss and no score. */
function mayComment(text: string, rest: Rest, stakes: Stakes, hit: Hit, year: number | null): boolean {
  const { meaning } = rest;
  // "完成率100%。扣分原因：1项超期"
  if (meaning === "explains" && isWhole(hit) && /^(?:未达标|未完成|扣分|失分)/u.test(rest.words)) return true;
  if (meaning === "scores" || meaning === "remedies" || (meaning === "explains" && stakes.loses))
    return false;
  const isCharge = cleared(text, rest) && !noCharge.test(text.slice(hit.from, hit.to));
  return !isCharge && putsInDoubt(text, rest, hit, yearFor(hit, year), stakes.known);
}

/** It comes into force after the year of the form. */
function isLater(words: string, tokens: readonly Token[], year: number): boolean {
  return (
    /实施|施行|生效|启用|执行/u.test(words) && tokens.some((one) => one.is === "year" && one.year > year)
  );
}

/** What of a clause lies outside the stretches that facts were read from. */
function gapsOf({ from, to }: Clause, near: readonly Standing[]): readonly Gap[] {
  const gaps: Gap[] = [];
  let at = from;
  for (const one of [...near].sort((a, b) => a.from - b.from)) {
    if (one.from > at) gaps.push({ from: at, to: one.from });
    at = Math.max(at, one.to);
  }
  return at < to ? [...gaps, { from: at, to }] : gaps;
}

/** The clauses of the sentence that this one belongs to. */
function sentenceAround({ clauses }: ReadCell, index: number): readonly Clause[] {
  const sentence = clauses[index]?.sentence;
  let from = index;
  let to = index;
  while (clauses[from - 1]?.sentence === sentence) from -= 1;
  while (clauses[to + 1]?.sentence === sentence) to += 1;
  return clauses.slice(from, to + 1);
}

/** The figures that were taken, their sums and differences: numbers that say nothing new. */
function figuresOf(standing: readonly Standing[]): ReadonlySet<number> {
  const values = standing.flatMap(({ hit }) => (typeof hit.value === "number" ? [hit.value] : []));
  const sums = values.flatMap((one, at) =>
    values.flatMap((other, place) => (place === at ? [] : [one - other, one + other])),
  );
  return new Set([...values, ...sums].map((value) => Number(value.toFixed(6))));
}

/** Pairs that name nothing. */
const general = /[未没无不超项个是否的]|完成|单位|规定|开展|资产|办理|标准|机关|部门|报送/u;

/** Pairs of characters that only this question of the row has; two of them name it. */
function ownPairs(spec: FactSpec, specs: readonly FactSpec[]): readonly string[] {
  const text = plain(spec.label);
  const others = specs.filter(({ key }) => key !== spec.key).map(({ label }) => plain(label));
  return Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2)).filter(
    (pair) => !others.some((other) => other.includes(pair)) && !general.test(pair),
  );
}

function plain(label: string): string {
  return label.normalize("NFKC").replace(/\([^()]*\)|[\s“”]/gu, "");
}
