/** On which side of the figure the value has to lie, or is said to lie. */
export type Side = "atLeast" | "moreThan" | "atMost" | "lessThan" | "equal" | "approx";

/** Words or signs of a side, and the characters [from, to) that they take. */
interface SideWords {
  readonly side: Side;
  readonly from: number;
  readonly to: number;
  /** Other words stand between it and the figure: "不超过预算1000万元". */
  readonly apart?: true;
  /** "将近1000人": it is not reached. */
  readonly near?: true;
}

const wordsOfSide: Readonly<Record<Side, string>> = {
  atLeast: "大于或等于 大于等于 >= => ≥ 至少 最少 最低 下限 起码",
  moreThan: "> 超出 超过 突破 大于 多于 高于 优于 超 逾",
  atMost: "小于或等于 小于等于 <= =< ≤ 至多 最多 最高 上限 控制在 控制到 压减到 压减至 限于",
  lessThan: "< 不足 不到 不满 小于 少于 低于",
  equal: "= 等于",
  approx: "大约 接近 将近 约 近",
};
const near = /^(?:接近|将近|近)$/u;
/** The longest first: "大于等于" is no "等于". */
const signs = (Object.keys(wordsOfSide) as Side[])
  .flatMap((side) => wordsOfSide[side].split(" ").map((word) => [word, side] as const))
  .sort(([one], [other]) => other.length - one.length);

const opposite: Readonly<Partial<Record<Side, Side>>> = {
  moreThan: "atMost",
  lessThan: "atLeast",
  atLeast: "lessThan",
  atMost: "moreThan",
};

const filler = /(?:人民币|[:：为了到至在是])$/u;
const negation = /(?:不得|不应|不能|不可|不会|没有|并未|不|未|没)$/u;
const reach = 14;
const bounding =
  "((?:不得|不应|不能|不可|不会|没有|并未|不|未|没)?" +
  "(?:超过|超出|突破|大于|多于|高于|优于|小于|少于|低于|控制在|至少|至多|最多))";
/** "至少巡查4次": what is done says nothing of what the figure is compared with. */
const isAction =
  /^(?:完成|开展|举办|组织|召开|培训|巡查|检查|排查|走访|调研|宣传|发放|发布|服务|新增|新建|改造|建设|编制|形成|引进|培育|达到|有|保持|每(?:年|半年|季度?|个?月|周|日|天|人|户|亩|场|次|套|台|吨|册|件|个|项))$/u;
const apart = new RegExp(`${bounding}\\p{Script=Han}{1,6}$`, "u");
/** "不高于上年(5.2%)": what it is compared with stands in brackets. */
const withBase = new RegExp(
  `${bounding}(?:上一?年度?|去年|往年)(?:同期|实际|平均)?(?:水平|数|值)?\\((?:为|即)?$`,
  "u",
);

/** The side said in the words that end just before a figure: "不低于", "≥", "控制在", "已超过". */
export function sideBefore(text: string, at: number): SideWords | null {
  const start = Math.max(0, at - reach);
  const window = text.slice(start, at);
  const bare = window.replace(filler, "");
  // "控制在" ends with a filler of its own, so the whole window is tried first.
  for (const tried of [window, bare]) {
    const found = signs.find(([word]) => tried.endsWith(word));
    if (found === undefined) continue;
    const [word, side] = found;
    const rest = tried.slice(0, tried.length - word.length);
    // 签约35个 is no 约.
    if (word === "约" && /[签合预履违节解契条公]$/u.test(rest)) continue;
    const not = negation.exec(rest)?.[0] ?? "";
    const turned = not === "" ? undefined : opposite[side];
    const end = start + rest.length;
    if (turned !== undefined) return { side: turned, from: end - not.length, to: end + word.length };
    // "不超过约50万元": the bound counts, not the 约.
    const outer = side === "approx" ? sideBefore(text, end) : null;
    if (outer !== null && outer.side !== "approx") return outer;
    return { side, from: end, to: end + word.length, ...(near.test(word) ? { near: true } : {}) };
  }
  const based = withBase.exec(window);
  const far = based ?? apart.exec(window);
  const words = far?.[1];
  if (far === null || words === undefined) return null;
  const nearer = sideBefore(words, words.length);
  if (nearer === null) return null;
  const between = window.slice(far.index + words.length);
  const plain = based !== null || isAction.test(between);
  return { side: nearer.side, from: start + far.index, to: at, ...(plain ? {} : { apart: true }) };
}

const included = "(?:\\(含(?:本数)?\\))?";
const bound = "以上|以下|以内|以里|之内|之上|之下|左右|上下";
const rightAfter = new RegExp(`^${included}(?:及其|及|或者|或|含)?(${bound})(?:\\(含(?:本数)?\\))?`, "u");
const afterNoun = new RegExp(
  `^\\p{Script=Han}{1,6}?(?:及|或)?(以上|以下|以内|之内)(?=$|[，,;；。、)）\\n])`,
  "u",
);
const inside = /^内(?=$|[，,;；。、)\n])/u;

const sideOfBound: Readonly<Record<string, Side>> = {
  以上: "atLeast",
  之上: "atLeast",
  以下: "atMost",
  之下: "atMost",
  以内: "atMost",
  以里: "atMost",
  之内: "atMost",
  左右: "approx",
  上下: "approx",
};

/** "10件（≤）", "10件↓": a sign of its own behind the figure. */
const signBehind = /^(?:\((<=|>=|[≤≥<>=↑↓])\)|([↑↓]))(?=$|[，,;；。、)\n])/u;
const sideOfSign: Readonly<Record<string, Side>> = {
  "<=": "atMost",
  ">=": "atLeast",
  "≤": "atMost",
  "≥": "atLeast",
  "<": "lessThan",
  ">": "moreThan",
  "↓": "atMost",
  "↑": "atLeast",
};

/** The side said right behind a figure with its unit: "以上", "(含)以上", "或以上", "以内", "个项目以上", "2小时内响应". */
export function sideAfter(text: string, at: number, unit: string): SideWords | null {
  const window = text.slice(at, at + reach);
  const match = rightAfter.exec(window) ?? afterNoun.exec(window);
  const side = sideOfBound[match?.[1] ?? ""];
  if (match !== null && side !== undefined) return { side, from: at, to: at + match[0].length };
  const [, inBrackets, arrow] = signBehind.exec(window) ?? [];
  const sign = inBrackets ?? arrow;
  if (sign !== undefined) {
    const to = at + (inBrackets === undefined ? 1 : inBrackets.length + 2);
    return { side: sideOfSign[sign] ?? "equal", from: at, to };
  }
  const time = /^(?:天|工作日|小时|分钟|秒|周|月|年)$/u.test(unit) && /^内(?![部容外控涵设])/u.test(window);
  if (time || inside.test(window)) return { side: "atMost", from: at, to: at + 1 };
  if (/^\+(?=$|[，,;；。、)\n])/u.test(window)) return { side: "atLeast", from: at, to: at + 1 };
  // "90%≤比率<100%": a figure before the sign bounds what follows it.
  if (/^(?:≤|<=?)[^\d]/u.test(window)) return { side: "atLeast", from: at, to: at + 1 };
  if (/^(?:≥|>=?)[^\d]/u.test(window)) return { side: "atMost", from: at, to: at + 1 };
  return null;
}
