import type { Note } from "./form";
import { fundTitle, rateDefinition } from "./fundTitles";
import { normalizeName } from "./normalizeName";

/** What a title says besides what its column holds: （未完成的不得分）, （按70%折算）, =完成率×分值, （不高于）, 上限. A sign is read. */
export function titleRemarks(title: string, of: Note["of"]): readonly string[] {
  if (of === "fund" && isReadWhole(title)) return [];
  const name = normalizeName(title);
  const words = inBrackets(title);
  if (words.length > 0) return words;
  if (/得分=./u.test(name))
    return [
      name
        .replace(/^.*得分=(?:(分值|权重)[×*]完成率$)?/u, "得分=$1")
        .replace(/得分=(分值|权重)$/u, "得分=完成率×$1"),
    ];
  return /\((?:不?[超少高低多大小]于?[于过]?)\)|(?:目标|指标)[上下]限/u.test(name) ? [title] : [];
}

/** 年度预算数（调整后）, 全年执行数（含应付未付）, 执行率（执行数/年初预算数）: no word of it is about points. */
function isReadWhole(title: string): boolean {
  const kind = fundTitle(title);
  if (kind === null || kind === "rate") return kind !== null && rateDefinition(title) !== null;
  return !aboutPoints.test(title.normalize("NFKC"));
}

const aboutPoints = /分(?!配)|扣|[计折]|系数|满|不得|减半|视[为同]/u;

/** Three words at least, or words of points: "按70%折算", and neither "万元" nor "B/A". */
export function inBrackets(text: string): readonly string[] {
  // 60%（含）以上 stands in brackets of its own within them.
  const plain = text.replace(/\s+/gu, "").replace(/[(（](不?含)[)）]/gu, "〔$1〕");
  const found = plain.matchAll(/[(（]([^()（）]{3,})[)）]/gu);
  return Array.from(found, ([, words = ""]) => words.replace(/〔(不?含)〕/gu, "($1)")).filter(
    (words) => (words.match(/[\u4e00-\u9fff]/gu)?.length ?? 0) > 2 || /折|扣|减|倍|系数/u.test(words),
  );
}
