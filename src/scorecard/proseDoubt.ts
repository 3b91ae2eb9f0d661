import { readPlainNumber } from "../quantity/plainNumber";
import { tidy } from "../quantity/tidy";

/** How far a rate of the prose may lie from that of the row and still be meant as the same. */
const near = 0.05;
const counted = /(\d{1,9}(?:\.\d{1,4})?)(万?[\u4e00-\u9fff]{1,2}?)(?=[,;。、（(）)]|$)/gu;

/**
 * “发现问题618件，已整改602件” beside 问题整改完成率 97.5%: two counts of the prose that are what the rate is made of, and
 * come to another one. null: nothing of the kind.
 */
export function proseDoubt(name: string, actual: string | number | null, prose: string): string | null {
  const rate = typeof actual === "string" ? readPlainNumber(actual) : null;
  if (rate?.unit !== "%" || !/率$/u.test(name)) return null;
  const decimals = /\.(\d+)/u.exec(String(actual))?.[1]?.length ?? 0;
  for (const sentence of prose.normalize("NFKC").replace(/\s+/gu, "").slice(0, 4000).split(/[。;]/u)) {
    const parts = sentence.split(",").flatMap((clause) => {
      const [found, ...more] = clause.matchAll(counted);
      return found === undefined || more.length > 0 || !sharesWord(clause, name)
        ? []
        : [{ value: Number(found[1]), unit: found[2] ?? "", text: found[0] }];
    });
    for (const [index, whole] of parts.entries()) {
      const part = parts
        .slice(index + 1)
        .find(({ unit, value }) => unit === whole.unit && value < whole.value);
      if (part === undefined) continue;
      const said = tidy(part.value / whole.value);
      const differs = (said * 100).toFixed(decimals) !== (rate.value * 100).toFixed(decimals);
      if (differs && Math.abs(said - rate.value) <= near)
        return `文字里的${part.text}÷${whole.text}是${(said * 100).toFixed(2)}%，与实际完成值“${String(actual)}”不符，以哪个为准`;
    }
  }
  return null;
}

function sharesWord(clause: string, name: string): boolean {
  return Array.from({ length: name.length - 2 }, (_, at) => name.slice(at, at + 2)).some((word) =>
    clause.includes(word),
  );
}
