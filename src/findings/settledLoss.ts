/** What else in the sentence settles a word: a stock-take ends in writing off, the rate says how much lies idle, 最晚于 is a date. */
const settledBy: readonly (readonly [RegExp, RegExp])[] = [
  [
    /^盘亏$/u,
    /盘亏[^,]{0,14},?[^,]{0,4}(?:已|均|经)[^,尚未]{0,10}(?:核销|报批|批复|处理|处置|报废|调账|赔偿)(?!中|[^,]{0,3}\d)/u,
  ],
  [
    /^闲置$/u,
    /闲置(?:率|(?:固定|国有)?资产)[^,\d]{0,4}\d(?=.*利用率[为达是]?[到约]?\d)|利用率[为达是]?[到约]?\d.*闲置(?:率|(?:固定|国有)?资产)[^,\d]{0,4}\d/u,
  ],
];

/** 闲置315.4万元 is what the 利用率 of the cell leaves. */
const idle = /闲置[^,\d]{0,6}\d[\d.,]*[万亿]?元/u;
const used = /利用率[^,。;]{0,40}\d/u;

export function isSettled(word: string, sentence: string, cell: string): boolean {
  if (word === "闲置" && idle.test(sentence) && used.test(cell)) return true;
  return settledBy.some(
    ([said, by]) => said.test(word) && by.test(sentence) && !/尚未|仍未|未能/u.test(sentence),
  );
}

const bound = "(?:金额|限额|起点|门槛|规模|额度|标准)";
/** 没有达到金额标准的新增项目, 没有达到1000万元的新增项目: there is none. */
const noneSuch = new RegExp(
  `^[^,\\d]{0,8}达到?(?:[^\\d,]{0,12}(?:${bound}|条件)|\\d[\\d.]*[万亿]?元(?:以上)?)的(?![^,]{0,6}(?:目标|要求|任务|计划|标准))[^的\\d,]{1,12}(?:[和或及、]\\d[\\d.]*[万亿]?元(?:以上)?的[^的\\d,]{1,12})*(?:,|$)`,
  "u",
);
/** 均未达到须评估的金额, 未达到公开招标限额: what it need not be done for. */
const needless = new RegExp(
  `^[^,\\d]{0,8}达到?[^,\\d]{0,6}(?:[须需]|应当?|评估|评审|招标|采购|审批|备案)[^,\\d]{0,8}${bound}(?:以上|的|,|$)`,
  "u",
);

/** Words of something not reached that nobody had to reach. */
export function isBelowThreshold(word: string, from: string): boolean {
  if (/^(?:没有|无)/u.test(word) && noneSuch.test(from)) return true;
  return /^(?:未|没|不|尚|仍)/u.test(word) && needless.test(from);
}
