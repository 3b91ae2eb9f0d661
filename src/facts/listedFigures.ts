import type { Stretch } from "../words/quotation";
import type { Clause, ReadCell } from "../words/readCell";
import { isCount } from "../words/tokenKinds";
import { agrees, type Said } from "./twoSources";

interface Counted {
  readonly value: number;
  readonly unit: string;
}

function countsIn({ tokens }: Clause): readonly Counted[] {
  return tokens.flatMap((token) =>
    token.is === "figure" && isCount(token)
      ? [{ value: token.figure.value, unit: token.figure.unit.name }]
      : [],
  );
}

/** "投诉2例，其中成立3例", "超标准2项：办公桌1项、打印机1项、空调1项": a whole and its parts that cannot both be. */
export function misfits(cell: ReadCell): readonly Stretch[] {
  return cell.bySentence.flatMap((clauses) =>
    clauses.flatMap((clause, index) => {
      const label = clause.labels[0];
      const isPart = /^\(?其中/u.test(cell.text.slice(clause.from, clause.to));
      const whole = isPart
        ? clauses
            .slice(0, index)
            .filter((one) => countsIn(one).length > 0)
            .at(-1)
        : label;
      const total = whole === undefined ? undefined : countsIn(whole).at(-1);
      const three = clauses.slice(index, index + 3);
      if (isWrongSplit(cell.text, three)) return three;
      if (isMoreThanAll(cell.text, three.slice(0, 2))) return three.slice(0, 2);
      if (whole === undefined || total === undefined || whole.sentence !== clause.sentence) return [];
      const parts = countsIn(clause).filter(({ unit }) => unit === total.unit);
      const sum = parts.reduce((all, { value }) => all + value, 0);
      const isList = !isPart && parts.length > 1 && clauses.at(-1) === clause;
      return (isPart && sum > total.value) || (isList && sum !== total.value) ? [whole, clause] : [];
    }),
  );
}

/** "应评估5个，已评估3个，未评估1个". */
function isWrongSplit(text: string, clauses: readonly Clause[]): boolean {
  const counts = clauses.map(countsIn);
  const [all, good, bad] = counts.map(([one]) => one);
  if (all === undefined || good === undefined || bad === undefined || counts.some(({ length }) => length > 1))
    return false;
  const begins = [/应|共|总/u, /^(?:其中:?)?(?:已|按时|及时)/u, /^(?:未|没有|尚未|逾期|超)/u];
  const fits = clauses.every(({ from, to }, at) => begins[at]?.test(text.slice(from, to)) === true);
  return fits && good.value + bad.value !== all.value;
}

/** "应公开12项，已公开13项", "收到投诉1起，投诉成立2例". */
function isMoreThanAll(text: string, clauses: readonly Clause[]): boolean {
  const [all, some] = clauses.map((clause) => countsIn(clause).at(-1));
  const [before = "", behind = ""] = clauses.map(({ from, to }) => text.slice(from, to));
  const ofThem = /^应/u.test(before)
    ? /^(?:其中:?)?(?:已|实际|按时|及时)/u.test(behind)
    : /投诉/u.test(before) && /成立/u.test(behind);
  return all !== undefined && some !== undefined && ofThem && some.value > all.value;
}

const months = /(?:(\d{1,2})个月|n=(\d{1,2}))/u;

/** The mean of the months that are listed, or of their sum, is another one. Null: nothing is listed. */
export function meanOf(cell: ReadCell, rate: Said & Stretch): (Stretch & { readonly mean: number }) | null {
  const [, some, n] = months.exec(cell.text) ?? [];
  const count = Number(some ?? n ?? Number.NaN);
  for (const clause of cell.clauses) {
    if (clause.meaning !== "states") continue;
    const { from, to } = clause;
    const words = cell.text.slice(from, to);
    const rates = clause.tokens.flatMap((token) =>
      token.is === "figure" &&
      token.figure.unit.name === "%" &&
      (token.to <= rate.from || token.from >= rate.to)
        ? token.figure.value
        : [],
    );
    const total = rates.reduce((all, value) => all + Math.min(1, value), 0);
    const listed = words.includes("分别") && rates.length > 2 ? total / rates.length : null;
    const added = /合计|之和|总和|累计/u.test(words) && rates.length === 1 ? (rates[0] ?? 0) / count : null;
    const mean = listed ?? added;
    if (mean !== null && !Number.isNaN(mean) && !agrees(rate, mean)) return { from, to, mean };
  }
  return null;
}
