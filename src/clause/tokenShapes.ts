import { readChineseNumeral } from "../quantity/writtenNumber";

import { comparisons } from "./comparisons";
import { consequence, included, numberOf, numeralOf, percent, type Made } from "./tokenValues";
import { countUnits } from "./units";

const P = String.raw`(\d{1,5}(?:\.\d{1,6})?)`;
const own = "(?:该项|本项|此项|该指标|本指标|指标|相应)?";
const give = `(?:可得|即得|只得|得|计|记|给予?|评|赋|获得?|为)${own}(?:的)?`;
const weightWords =
  "(?:本?指标|该指标|本项|该项|此项|相应|项目|总)?(?:的)?(?:权重分值|权重分|权重得分|标准分值?|指标分值|满分值|分值|权重|满分)";
const cut = "(?:扣减|扣除|扣掉|减扣|扣|减去|减)";
const range = "[-~至到]";
const tail = "(?:为(?:该|本|此)(?:项|指标)(?:的)?得分|计算得分|计算|计分|核算|得分|赋分)(?=[,;。\\n]|$)";

/** Every sign of points, the longer before the shorter. */
export const readers: readonly (readonly [
  RegExp,
  (match: readonly (string | undefined)[]) => Made | null,
])[] = (
  [
    [String.raw`\((?:满分|分值|权重|共|计|本项)?:?${P}分\)`, ([, p]) => ({ is: "own", points: Number(p) })],
    [
      `(?:本|此|该|整个?)(?:项|指标|条|款)(?:指标)?(?:自评)?(?:的)?(?:直接)?(?:得分?|计|记|评|为|按)?(?:为|计)?(?:0分|零分|不得分|不计分|不予计分)`,
      () => ({ is: "veto" }),
    ],
    [
      `一票否决(?:制)?(?:,(?:即|则)?(?:本|此|该)?(?:项|指标)?(?:不得分|得0分|计0分|得零分))?`,
      () => ({ is: "veto" }),
    ],
    [
      `(?:本项|该项|此项|本指标|该指标|指标)?(?:满分|总分)(?:为|:)?${P}分(?=[,，;；。\\n]|$)`,
      ([, p]) => ({ is: "cap", points: Number(p) }),
    ],
    // 基础分5分: from which is deducted.
    [
      `(?<![得计记])(?:本项|该项|此项|本指标|该指标|指标)?(?:基础分|基本分|起评分|标准分|基础得分)(?:值)?(?:为|:)?${P}分(?=[,，;；。\\n]|$)`,
      ([, p]) => ({ is: "end", points: Number(p) }),
    ],
    // 不能得满分, 不得3分: how much then is not said.
    [
      `(?:不(?:能|可以?|应当?|宜|会|准|再|予|得以?){0,3}|无法|难以|未能?|没有|无权|无)(?:再)?(?:获得?|取得|评|拿到?|享受|给予?|得到?|计|记|算|打)?${own}(?:的)?(?:满分|全分|${P}分(?!钟))`,
      () => ({ is: "word" }),
    ],
    [`按满分(?:计算得分|计算|计分|计|得分)?`, () => consequence({ gives: "share", share: 1 })],
    [
      `(?:分数|得分|分值)?全(?:部|额)?扣(?:除|完|分)?(?=[,;。\\n]|$)`,
      () => consequence({ gives: "share", share: 0 }),
    ],
    [`不(?:再)?(?:予)?扣分`, () => consequence({ gives: "share", share: 1 })],
    [
      `(?:酌情|视情|视情况|视情节|视情形|适当|根据情况|按情况|按情节轻重)(?:酌情)?(?:予以|进行)?(?:扣减|扣|减|给|得|计|评|赋|打)分`,
      () => consequence({ gives: "judged" }),
    ],
    [`倒扣[^,;。\\n]{0,12}?${P}分`, () => consequence({ gives: "judged" })],
    // 按偏离程度适当扣分: by how much is for a person to say.
    [
      `按照?(?:其)?(?:偏[离差]|超[出过额]?|超额完成|未完成)(?:目标值?|指标值?)?的?(?:程度|幅度|情况|比[例率]|度|部分)(?:相应|适当|适度|酌情|按?比例){0,2}(?:予以|进行)?(?:扣减|扣除|扣|调减|核减|减)(?:该项|本项|相应)?(?:分值|得分|权重分|分数|分)(?=[,;。\\n]|$)`,
      () => consequence({ gives: "judged" }),
    ],
    [`酌情(?:处理|评定|评分|打分|给分)?`, () => consequence({ gives: "judged" })],
    [
      `(?:酌情|视(?:其)?(?:情况|情节|情形|情|问题|影响|违规)?(?:严重)?(?:轻重)?(?:程度)?(?:酌情)?)?${cut}${P}分?${range}${P}分`,
      () => consequence({ gives: "judged" }),
    ],
    [`(?:最多|最高|至多)${cut}${own}${P}分`, ([, p]) => ({ is: "mostCut", points: Number(p) })],
    [
      `(?:累计|合计|总计)?扣分(?:总额|合计|累计)?(?:最多|最高)?不(?:得|能|应)?(?:超过|高于)${P}分`,
      ([, p]) => ({ is: "mostCut", points: Number(p) }),
    ],
    [`${cut}${own}${P}分`, ([, p]) => consequence({ gives: "cut", points: Number(p) })],
    [`${cut}${own}(?:半|零点五)分`, () => consequence({ gives: "cut", points: 0.5 })],
    [`${cut}${weightWords}的?${P}%`, ([, p]) => consequence({ gives: "cutShare", share: percent(p) })],
    [`${cut}${P}%的?${weightWords}`, ([, p]) => consequence({ gives: "cutShare", share: percent(p) })],
    [
      `(?:直至|直到|至)?(?:该项|本项|此项|本指标)?(?:分值|分数|得分)?${P}分扣完(?:为止)?`,
      ([, p]) => ({ is: "end", points: Number(p) }),
    ],
    [`扣完${P}分(?:为止)?`, ([, p]) => ({ is: "end", points: Number(p) })],
    [
      `(?:直至|直到|至)?(?:该项|本项|此项|本指标|该指标)?(?:的)?(?:分值|分数|满分|权重分|得分)?(?:扣减|扣|减)(?:完|光(?=为止))(?:本项|该项|此项)?(?:分值|分数|分)?(?:为止)?`,
      () => ({ is: "end", points: null }),
    ],
    [`(?:直至|直到)?(?:扣减|扣|减)(?:至|到)(?:0|零)分?(?:为止)?`, () => ({ is: "end", points: null })],
    [`(?:最低|最少)(?:得|为|计|记|扣至|至)?(?:0|零)分`, () => ({ is: "end", points: null })],
    [
      `(?:最高|最多|总分|得分|合计)?(?:得分)?(?:最高)?(?:不超过|不得超过|不高于)${P}分(?![钟贝])`,
      ([, p]) => ({ is: "cap", points: Number(p) }),
    ],
    [`(?:最高|最多)(?:得|计|记|给|为)?${P}分(?![钟贝])`, ([, p]) => ({ is: "cap", points: Number(p) })],
    [`(?:最高|最多)?(?:得分)?(?:不超过|不得超过)${weightWords}`, () => ({ is: "cap", points: null })],
    [
      `(?:超过|大于|高于|超出)100%(?:的|时)?[,，]?(?:均|都)?按100%(?:计算?|计分|统计)?(?:得分)?`,
      () => ({ is: "cap", points: null }),
    ],
    // 超过100%的部分不计分: what is beyond the whole.
    [
      `(?:超过|大于|高于|超出)100%的?部分,?(?:均|都)?不(?:再|另|予|重复|额外){0,3}(?:计|得|给|记)分`,
      () => ({ is: "cap", points: null }),
    ],
    [
      `(?:超过|大于|高于|超出)100%(?:的|时)?,?(?:均|都)?按${P}分(?:计算?|计分)`,
      ([, p]) => ({ is: "cap", points: Number(p) }),
    ],
    [
      `(?:得分)?(?:超过|大于|高于|超出)${P}分(?:的|时)?,?(?:均|都)?按${P}分(?:计算|计分|计|算)`,
      ([, from, to]) => (from === to ? { is: "cap", points: Number(to) } : null),
    ],
    [
      `(?:得分)?(?:超过|大于|高于|超出)满分(?:的|时)?,?(?:均|都)?按满分(?:计算|计分|计|算)`,
      () => ({ is: "cap", points: null }),
    ],
    [`(?:以|按)?(?:100%|满分|分值)(?:为限|封顶|为上限)`, () => ({ is: "cap", points: null })],
    [
      `${give}${P}分?${range}${P}分`,
      ([, a, b]) => consequence({ gives: "range", from: Number(a), to: Number(b) }),
    ],
    [
      `(?:一律|均)?(?:不(?:予|能|可|应|宜)?|无法)(?:得|计|记|给|评)分|(?:得|计|记|为|给|评)?零分`,
      () => consequence({ gives: "share", share: 0 }),
    ],
    [
      `${give}${P}%的?${weightWords}|(?<![\\d.])${P}%的?${weightWords}`,
      ([, a, b]) => consequence({ gives: "share", share: percent(a ?? b) }),
    ],
    [`${give}${weightWords}的?${P}%`, ([, p]) => consequence({ gives: "share", share: percent(p) })],
    [`(?:得|计|记)${P}%(?=[,;。\\n]|$)`, ([, p]) => consequence({ gives: "share", share: percent(p) })],
    [`${give}${P}%(?:的)?分(?!钟)`, ([, p]) => consequence({ gives: "share", share: percent(p) })],
    [
      `(?:得|计|记|给)?(?:一半|二分之一)(?:的)?(?:分值|分|满分)`,
      () => consequence({ gives: "share", share: 0.5 }),
    ],
    [
      `(?:可得|即得|得|计|记|给|评|为)?${own}(?:权重)?(?:满分(?:值)?)`,
      () => consequence({ gives: "share", share: 1 }),
    ],
    [
      `(?:得|计|记|给)(?:全部分值|全部分数|全分|全部得分|本项分值|该项分值|权重分值?)`,
      () => consequence({ gives: "share", share: 1 }),
    ],
    [`(?:直接|(?<!平)均可?|可)得分(?![=:为率])`, () => consequence({ gives: "share", share: 1 })],
    [
      `(?:各自?|分别|每项)(?:占|得|计|记|给|为)?${P}分(?!别|钟|之|类|值)`,
      ([, p]) => consequence({ gives: "pointsEach", points: Number(p) }),
    ],
    [
      `${give}${P}分(?!别|钟|之|类)`,
      ([, p]) =>
        consequence(Number(p) === 0 ? { gives: "share", share: 0 } : { gives: "points", points: Number(p) }),
    ],
    [
      `${give}([一二三四五六七八九十]{1,3})分(?=[,;。\\n]|$)`,
      ([, digits = ""]) => {
        const points = readChineseNumeral(digits);
        return points === null ? null : consequence({ gives: "points", points });
      },
    ],
    [
      String.raw`按(?:照)?(?=[^,;。\n]{1,24}(?:\*|乘)[^,;。\n]{1,12}(?:计算|计分|得分|赋分|核算)(?:[,;。\n]|$))`,
      () => ({ is: "score" }),
    ],
    [`${weightWords}${tail}`, () => ({ is: "weight" })],
    [String.raw`[得计记](?=\d{1,4}(?:\.\d{1,4})?分?\*)`, () => ({ is: "score" })],
    [`(?<=\\*|乘以?)${P}分?${tail}`, ([, p]) => ({ is: "number", value: Number(p), unit: "分" })],
    [`乘以|乘(?=[\\d(本该指分权])`, () => ({ is: "operator", sign: "*" })],
    [
      "(?:则|均)?(?:按照?|采用|采取|以|用|运用|根据)?(?:直线|线性|区间)?(?:内插|插(?:值|补|入))(?:计算)?法?(?:进行)?(?:折算|计算|核算|确定|计)?(?:得分|计分|赋分|评分|分值|分)?",
      () => consequence({ gives: "interpolated" }),
    ],
    [
      `按(?:照)?[^,;。\\n()0-9]{0,20}?(?:比例|比率|比重|占比|进度|完成率|执行率|覆盖率|达标率|到位率|[办公合][结开格]率)(?:进行|予以)?(?:量化)?(?:折算|换算|计算|核算)?(?:并)?(?:得分|计分|给分|赋分|记分|评分)(?!,?并|:|=|的)`,
      () => consequence({ gives: "proportion" }),
    ],
    [
      `(?:本|该|此|各)?(?:项|指标|评价指标)?(?:的)?(?:综合)?(?:得分|评分|分数|自评分|实得分)(?:=|为:|计算公式为:?|:=)`,
      () => ({ is: "score" }),
    ],
    [
      `(?:(?:得分|分值|权重|分数)(?:的)?)?(?:分别占|分别为|各为|权重分别为)((?:${P}%[、,和及与]?){2,10})`,
      ([, list = ""]) => ({
        is: "shares",
        shares: (list.match(/\d+(?:\.\d+)?/gu) ?? []).map(Number),
        all: false,
      }),
    ],
    [
      `(?:(?:得分|分值|权重|分数)(?:的)?)?各(?:自)?占(?:总分|分值|权重|满分)?(?:的)?${P}%`,
      ([, p]) => ({ is: "shares", shares: [Number(p)], all: true }),
    ],
    [String.raw`\((?:不含|不包括|不包含)(?:本数|${P}(%?)[^()]?)?\)`, (match) => included(match, false)],
    [
      String.raw`\((?:含|包括|包含|含本数)(?:本数|${P}(%?)[^()]?)?(?:以?[上下内])?\)`,
      (match) => included(match, true),
    ],
    [String.raw`,(?:含|包括|包含)(?:本数|${P}(%?))(?=\))`, (match) => included(match, true)],
    [`±`, () => ({ is: "plusMinus" })],
    [String.raw`(?:\d{4}年)?\d{1,2}月\d{1,2}[日号](?:之?[前后])?`, () => ({ is: "word" })],
    // 每月5日前, 次月10日之前: a day of the month.
    [String.raw`(?:[每次当本下]个?月的?)?\d{1,2}[日号](?:之|以)?前`, () => ({ is: "word" })],
    [String.raw`[每次当本下]个?月的?\d{1,2}[日号]`, () => ({ is: "word" })],
    [`[一1]次(?=通过|性|成功|验收|合格)`, () => ({ is: "word" })],
    [String.raw`\d{4}年度?|\d{1,2}月(?:份|底|末)?|第?[一二三四]季度(?:末|底)?`, () => ({ is: "word" })],
    [
      String.raw`((?:(?<![\d%)\]\u4e00-\u9fff])-)?\d{1,9}(?:\.\d{1,6})?)((?:万|亿)(?=${countUnits}))?(%|‰|个百分点|百分点|万元|亿元|元|个?工作日|个?自然日|日|天|个月|个季度|季度|${countUnits}|倍|分钟|小时|分(?!贝))?`,
      numberOf,
    ],
    [
      `百分之([一二三四五六七八九十百]{1,4})`,
      ([, digits = ""]) => {
        const value = digits === "百" ? 100 : readChineseNumeral(digits);
        return value === null ? null : { is: "number", value: percent(String(value)), unit: "%" };
      },
    ],
    [
      `([一二两三四五六七八九十]{1,3})(个百分点|个?工作日|个月|个季度|季度|项|次|处|例|笔|个|类|起|人次|人|家|条|份|件|张|宗|天|日|期|户|篇)`,
      numeralOf,
    ],
    [`每`, () => ({ is: "each" })],
    [
      `否则|反之|其[他它](?:情况|情形)?(?:的|均|一律)?(?=[,:不得计记0])|其余(?:情况|情形|部分)?(?:的|均)?(?=[,:不得计记0按采])`,
      () => ({ is: "else" }),
    ],
    ...comparisons(),
    [`[及或](?:以上|之上)`, () => ({ is: "behind", sign: "≥", firm: true })],
    [`[及或](?:以下|之下)`, () => ({ is: "behind", sign: "≤", firm: true })],
    [`以上|之上`, () => ({ is: "behind", sign: "≥" })],
    ["(?<=[\\d%日天月)])(?:以外|之外)", () => ({ is: "behind", sign: ">" })],
    [`以下|之下`, () => ({ is: "behind", sign: "≤" })],
    [
      `以内|之内|(?<=[日天月时])内|内(?=[\\(,的得计记完分报公扣到送提]|$)`,
      () => ({ is: "behind", sign: "≤" }),
    ],
    [`之间|区间`, () => ({ is: "behind", sign: "between" })],
    [weightWords, () => ({ is: "weight" })],
    [`[~]|至|(?<![收做得])到(?!位|账|期|达|场|岗)`, () => ({ is: "to" })],
    [String.raw`[-+*/()\[\]]`, ([sign = ""]) => ({ is: "operator", sign: sign as "+" })],
    [`[,，]`, () => ({ is: "comma" })],
    [`[。;；!?]`, () => ({ is: "stop" })],
    [`\\n`, () => ({ is: "line" })],
    [`[:：]`, () => ({ is: "colon" })],
    [`、`, () => ({ is: "dot" })],
  ] as const satisfies readonly (readonly [string, (match: readonly (string | undefined)[]) => Made | null])[]
).map(([source, made]) => [new RegExp(source, "uy"), made] as const);
