import type { Token } from "./token";

/**
 * 程序合规（2分），材料齐全（1分）; ≥95%（4分）；≥90%（3分）: nothing but points in brackets, each behind its words. Of each token,
 * whether that is so of its sentence or of all.
 */
export function listedAt(all: readonly Token[], text: string): readonly boolean[] {
  const pointed = all.flatMap(({ is }, at) =>
    is === "own" || is === "consequence" || is === "score" || is === "veto" || isBare(all, at, text)
      ? [{ at, isOwn: is === "own" }]
      : [],
  );
  const isList = (some: typeof pointed): boolean => some.length > 1 && some.every(({ isOwn }) => isOwn);
  if (isList(pointed)) return all.map(() => true);
  const listed: boolean[] = [];
  let [from, first] = [0, 0];
  while (from < all.length) {
    let to = from;
    while (to < all.length && all[to]?.is !== "stop" && all[to]?.is !== "line") to += 1;
    let last = first;
    while (last < pointed.length && (pointed[last]?.at ?? 0) < to) last += 1;
    listed.push(
      ...new Array<boolean>(Math.min(to + 1, all.length) - from).fill(isList(pointed.slice(first, last))),
    );
    [from, first] = [to + 1, last];
  }
  return listed;
}

/** 连续两年优秀加1分: points on top of others. */
const onTop = /(?:(?<!参)加|(?<![压缩削])减|奖励?|罚|另外?|额外|补|再)$/u;

/** "一般3分；", "，2分": points without 得. */
export function isBare(all: readonly Token[], index: number, text: string): boolean {
  const token = all[index];
  if (token?.is !== "number" || token.unit !== "分") return false;
  const [before, next] = [all[index - 1], all[index + 1]];
  if (before?.is === "word" && onTop.test(text.slice(before.from, before.to))) return false;
  const ends = next === undefined || ["stop", "line", "comma", "dot", "else", "end"].includes(next.is);
  return (
    ends &&
    before !== undefined &&
    (before.is === "word" ||
      before.is === "comma" ||
      before.is === "else" ||
      before.is === "colon" ||
      before.is === "behind" ||
      before.is === "included" ||
      (before.is === "number" && before.unit !== "" && before.unit !== "分") ||
      isDash(all, index - 1))
  );
}

/** 95%以上—2分: no range, for what stands before it is no number of points. */
function isDash(all: readonly Token[], index: number): boolean {
  const [token, before] = [all[index], all[index - 1]];
  if (token?.is !== "operator" || token.sign !== "-" || before === undefined) return false;
  return (
    before.is === "behind" ||
    before.is === "included" ||
    (before.is === "number" && before.unit !== "" && before.unit !== "分")
  );
}
