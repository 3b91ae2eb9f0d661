/** 一 → 1 … 十二 → 12. */
export const chineseMonths: ReadonlyMap<string, number> = new Map(
  ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"].map((name, index) => [
    name,
    index + 1,
  ]),
);
