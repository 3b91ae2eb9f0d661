/** The time that a clause opens, for what the rest of its sentence says. */
interface TimeFrame {
  /** The year that it names; null: this one, or one that only a word tells of. */
  readonly year: number | null;
  /** Last year, or next year. */
  readonly apart: boolean;
  /** What is hoped for: 力争达到93%. */
  readonly hoped: boolean;
  /** Figures behind it are wanted: 预期实现值：…, 年度目标：…. */
  readonly wanted: boolean;
  readonly from: number;
}

const clauseStart = "(?:^|[。；;！!？?\\n，,：:])";
const subject = "(?:[我本][局委厅办院校中心单位部门市区县]{1,4}|其中|而|但|在|于|到|按照?|预计到){0,2}";
/** 2022年末结转, 上年结余: the name of a sum of this year; 2022年印发的: a paper that still holds. */
const name =
  "(?!度?(?:年?[末底]|结[转余]|滚存|[^，,。；;：:]{0,12}(?:印发|制定|制订|出台|修订|建立|批复|发布|颁布|《)))";
/** More than the year, or less of it: “十四五”以来, 近三年, 2021—2023年, 上半年, 前三季度; and what the whole province did. */
const longer =
  '["“]?十[三四五六]五["”]?(?:以来|期间|时期|规划|末)|(?:近|连续|过去|未来)[两三四五二]年|[两三四五二]年(?:来|间|累计|共计?|规划|行动)|20\\d\\d年以来|20\\d\\d年?[-—~至到](?:20)?\\d\\d年(?!\\d)|历年|建[局院馆校成]以来|成立以来|启用以来|开馆以来';
const shorter =
  "(?:上|下)半年|(?:前[两三]|[一二三四第])季度|[1-9一二三四五六七八九]{1,2}[-—~至到][1-9]\\d?月份?";
const wider = "全[省国]|省内|国内|全市(?=[^。；;\\n]{0,60}[我本][区县镇街])";
const openings = new RegExp(
  [
    `${clauseStart}(?<wide>${subject}(?:20\\d\\d年|本年度?|其中)?(?:${longer}|${shorter}|${wider}))`,
    // 2022年6月30日 is a day, not a year of figures.
    `${clauseStart}${subject}(?<year>20\\d\\d)年(?!\\d{1,2}月)${name}`,
    `${clauseStart}${subject}(?<past>上一?年度?|去年|前年|往年)${name}`,
    `${clauseStart}${subject}(?<next>下一?年度?|下一步|下一?阶段|明年|来年|今后)`,
    `${clauseStart}${subject}(?<hope>力争|争取|力求)`,
    // 2024年工作目标：…
    `(?<head>20\\d\\d)年(?=\\p{Script=Han}{0,8}[：:])`,
    "(?<wanted>(?:目标|计划|预期|预计)(?:实现|完成|达到)?(?:值|数|任务)?(?:如下|为|是)?[：:])",
    `(?<now>本年|今年|当年|全年|年度内)`,
    // 较2021年（举办41场，培训280名）
    `[较比](?<beside>20\\d\\d)年度?[(（]`,
    "(?<close>[)）])",
    `(?<done>实际|已|完成[情率]|得分)`,
    `(?<end>[。；;！!？?\\n])`,
  ].join("|"),
  "gu",
);

/** 超额完成年度目标：… tells what was done. */
const met = /(?:完成|实现|达到|超[过额出]|对照|围绕)[^，,。；;：:]{0,10}$/u;
const open: Omit<TimeFrame, "from"> = { year: null, apart: false, hoped: false, wanted: false };

/** Where each time begins in a plain text, in order: "2024年目标：举办65场，培训3200人" is of 2024 to its end. Linear in the text. */
export function timeFrames(text: string): readonly TimeFrame[] {
  let frame = open;
  let around: typeof open | null = null;
  let from = 0;
  return Array.from(text.matchAll(openings), ({ index, 0: words, groups = {} }) => {
    // A clause that opens at the mark that ends a sentence begins anew.
    if (/^[。；;！!？?\n]/u.test(words)) [frame, around] = [open, null];
    const year = groups["year"] ?? groups["head"];
    if (year !== undefined) frame = { ...open, year: Number(year) };
    else if (groups["beside"] !== undefined)
      [around, frame] = [frame, { ...open, year: Number(groups["beside"]) }];
    else if (groups["close"] !== undefined) [frame, around] = [around ?? frame, null];
    else if (["past", "next", "wide"].some((one) => groups[one] !== undefined))
      frame = { ...open, apart: true };
    // 预期实现值：全年…: still what is wanted.
    else if (groups["now"] !== undefined) frame = { ...open, wanted: frame.wanted && from === index };
    else if (groups["hope"] !== undefined) frame = { ...frame, hoped: true };
    else if (groups["wanted"] !== undefined)
      frame = { ...frame, wanted: !met.test(text.slice(Math.max(0, index - 14), index)) };
    else if (groups["done"] !== undefined) frame = { ...frame, wanted: false };
    from = index + words.length;
    return { ...frame, from };
  });
}
