/**
 * What a sentence of a note is about, read whole. Texts are normalized (NFKC), without white space, label and list number.
 * A sentence is harmless where it holds no word of measuring or of points, where it only says what is to be filled in or
 * handed in, or how the hundred points are made up; any other sentence may be a rule.
 */

/** Words that look like others of points or of measuring and are none. */
const plainWords =
  /绩效(?:自评|评价|目标|指标)(?:表|报告|工作|情况|结果)?|(?:自评|评价)(?:表|报告|工作|单位|人|机构)|部分|部门|[地市县区]分局|分(?:析|别|项|类|管|公司|支|年度|散|布)|充分|百分|[合统总会审累预设共]计|计(?:划|量)|偏差|误差|差旅|满意|不(?:含|包括|包含|涉及)税?|无须|不再|完成(?:值|情况|数|时间)|(?:年度|年初|全年)?(?:目标|指标)值|得[到以知]|参加|加盖|如实|记(?:录|账|载)|档案|优先|成本|成果|成员|成立|定[性量期点额]|高[新校速]|核[对实查]|分[一二两三四五\d]+(?:[年期批次步]|个?阶段)|增[减加]行数?|采取|不得(?:空[白项]|留空|虚报|漏报|瞒报|涂改|弄虚作假)/gu;

/** "≥、≤、＝、定性": the signs are listed, nothing is compared. */
const listedSigns = /[≥≤<>=](?:[、,][≥≤<>=])+/gu;

/** What measures, compares, makes an exception or gives points. */
const suspicious =
  /分|得|扣|减|零|(?<![\d.])0(?![\d.])|满|权重|评[定为优]|计|记|给|罚|奖|优|良|差|档|等[级次]|[折倍半]|[一二两三四五六七八九]成|率|比[例值]|[%‰]|达|完成|实现|未|没|低|高|超|偏离|视[为同作]|封顶|[上下]限|最[高低多少]|否|酌|取消|免|降|调[减增整低]|[÷×*=≥≤<>]|\/|核[定减增]|认定|确定|不|少|多|逾|延[期迟误]|顺延|晚|迟|仅|只|[例除]外|另|若|如|凡|一律|按|乘|除以|合格|达标|审定|为准|整数|取整|舍|进位|精确/u;

/** What a result is worth: an instruction that says it is more than an instruction. */
const consequence =
  /分|得|扣|减|零|(?<![\d.])0(?![\d.])|满|权重|评[定为优]|计|记|给|罚|奖|优|良|差|档|等[级次]|[折倍半]|[一二两三四五六七八九]成|视[为同作]|封顶|[上下]限|最[高低多少]|否|酌|取消|免|降|调[减增整低]|[÷×*=]|核[定减增]|认定|一律|乘|除以|审定|取|[例除]外|不[予作再]|无效|处理|另行|[决裁]定|研究|整数/u;

const columnNames = "(?:自评)?(?:得分|评分|分值|分数|计分|扣分|权重|满分)(?:标准|依据|说明|理由|原因|情况)?";
const filling =
  "(?:填[写报列入]?|说明|注明|列明|写明|分析|提供|报送|提交|留存|保留|盖章|签[字章]|备查|佐证|汇总|录入|上报|公开|存档|标注|附)";

/** "请在评分依据栏写明…", "扣分的，应说明原因": where and of what, as columns of the form are called. */
const columnsFilled = new RegExp(
  [
    `${columnNames}(?:一?[栏列])?[中内里]?(?:由[^,。]{1,10})?(?:请|应|须|需|要|可)?(?:如实|据实|准确|逐项|详细)?(?=${filling})`,
    `(?<=${filling})(?:具体|详细|各项)*${columnNames}(?:一?[栏列])?`,
    `[扣失]分的?,?(?=(?:请|应|须|需|要)?(?:逐项|详细)?(?:${filling}))`,
  ].join("|"),
  "gu",
);

const instruction = new RegExp(`${filling}|由[^,]{1,12}填|详?见附|参[照见]|一式`, "u");

/** 未完成绩效目标的要分析原因: a reason is asked for. */
const reasons = /(?:要|应当?|须|需|请)[^,]{0,8}(?:分析|说明|填写|写明)[^,]{0,6}原因/u;

const levels = "(?:[一二三四1-4]、?)+级(?:绩效)?(?:指标)?|各级指标|其[他它]|上述|绩效|项目的|指标|[和及与]";
const points = "(?:权重分值|分值权重|权重|分值)";
/** How the hundred points are made up: the table prints the weights themselves. */
const setUp = [
  /^(?:项目|部门)?(?:支出)?(?:绩效)?(?:自评|评价)?(?:结果)?(?:采[取用]|实行)(?:打分|评分|百分制|量化)(?:评价|评定)?的?(?:形式|方式|方法|办法)?$/u,
  /^(?:自评|各项|所有)?(?:总分|满分|分值|权重|合计)?(?:值)?(?:原则上)?(?:共|合计|加总后?|总和)?(?:应?等于|设[置定]为|[为是计])?100(?:分|%)?$/u,
  /^(?:但)?加总后?(?:应|须)?(?:等于|为)100(?:分|%)$/u,
  new RegExp(
    `^(?:各?[^,;。分扣]{0,10})?(?:应当?|可以?|由)?(?:[^,;。分扣]{1,8})?(?:根据|结合|按照?)[^,;。分扣零%]{2,30}?(?:自主|自行|合理|综合)*(?:确定|设定|设置|分配)(?:(?:各项|相应|的|${levels})*${points})?$`,
    "u",
  ),
  new RegExp(
    `^(?:原则上)?(?:预算执行率和)?(?:各项|的|${levels})*${points}(?:原则上)?(?:统一)?(?:设置|设定|确定|分配)?[为:]*(?:[\\u4e00-\\u9fff]{2,16}\\d{1,3}(?:分|%)[、,]?)+$`,
    "u",
  ),
  /^[\u4e00-\u9fff]{2,16}(?:指标|执行率)(?:(?:分值|权重)?[为占])?\d{1,3}(?:分|%)$/u,
  /^(?:分值|权重|总分|得分)?(?:采用|实行|为|按)百分制(?:计算|计分)?$/u,
  new RegExp(
    `^(?:本表)?(?:各项|的|${levels})*${points}(?:可|可以)(?:(?:根据|结合|按照?)实际(?:情况|需要|工作)?(?:[作做]?适当)?|[作做]?适当)调整$`,
    "u",
  ),
  new RegExp(`^(?:各项|的|${levels})*${points}(?:合计|总和|之和)?[为共计]?\\d{1,3}(?:分|%)$`, "u"),
  /^除(?:预算|资金)*执行率外$/u,
  /^(?:自评)?(?:总分|得分|总得分)=∑?(?:各项?|[三所]有?|的|级|指标|自评)+得分(?:之和|合计)?$/u,
  /^偏[离差][率度]=[\u4e00-\u9fff()÷/×*%|\d-]+$/u,
  /^完成率=(?:实际|全年)*完成(?:值|数)[÷/](?:年度|年初)?(?:指标|目标)值(?:[×*]100%)?$/u,
  /^(?:如|若)?有特殊情况$/u,
  /^各?(?:项|级)?(?:三级)?(?:指标)?(?:自评)?得分(?:加总|相加|合计|汇总|之和)(?:得出|形成|即?为)(?:[^,;。扣]{0,12})(?:总分|得分)$/u,
  /^(?:定[量性]|绩效|各项)*指标(?:得分)?(?:的)?(?:计分|评分|得分|汇总)?(?:按照?|根据)?(?:以下|下列|如下)?(?:方法|原则|办法|标准|方式)?(?:评定|计算|确定|计分)?:?$/u,
  // Of whoever fills the form in, and of none of its rows.
  /^(?:基于[^,;。分扣]{2,20}考虑|[\u4e00-\u9fff]{2,6}指标(?:暂|可以?|原则上)*不(?:作为|列为|是)必[评填选设]指标)$/u,
  /^(?:自评)?(?:总分|得分|分数|总得分)=(?:预算)?执行率得分[+＋](?:各项?)?(?:三级|二级|绩效)?指标(?:自评)?得分(?:之和|合计)?$/u,
  /^(?:总分|满分)(?:共|为)?100分,其中(?:[\u4e00-\u9fff]{2,12}(?:指标)?\d{1,3}分[、,]?)+$/u,
  /^(?:本表)?(?:未|没有)(?:加)?盖(?:公)?章的?,?(?:一律|视为)?无效$/u,
  /^(?:对)?[^,;]{0,16}(?:弄虚作假|虚报瞒报)的?,?(?:将|一律)?(?:按|依)?[^,;分扣零]{0,10}(?:追究|严肃处理|通报|问责)[^,;分扣零]{0,8}$/u,
  // Who made the form, and that it stays as it is.
  /^[本此](?:表|表样|格式)(?:由|系|为)[^,;。分扣零]{2,20}(?:制定|印制|监制|设计|制发|印发)$/u,
  /^(?:[\u4e00-\u9fff]{2,6})?不[得可能](?:擅自|随意|自行)*(?:更改|修改|改动|变动|增删|删减)(?:本表|表格|表样|格式|内容|表内)*$/u,
  // How it counts is said by none of it.
  /^(?:(?:其[余他它]|各项?|定量|绩效|三级)(?:绩效)?)指标(?:得分)?(?:均)?(?:按照?|根据)(?:目标|指标|任务|实际)*完成情况(?:评分|计分|打分|评定|赋分)(?:得分)?$/u,
  /^(?:自评)?(?:得分|分值)(?:结果)?(?:四舍五入(?:后)?|[,、])*(?:小数点后)?保留(?:小数点后)?[一二两三四1-4]位(?:小数)?$/u,
];

/** @param isRest what is left of a sentence that was read in part: there only what is to be filled in is harmless */
export function isHarmless(sentence: string, isRest = false): boolean {
  const plain = sentence
    .replace(columnsFilled, "")
    .replace(/[“"][^“”"]*[”"]/gu, "")
    .replace(listedSigns, "")
    .replace(plainWords, "");
  if ((instruction.test(plain) || reasons.test(sentence)) && !consequence.test(plain)) return true;
  if (isRest) return false;
  if (!suspicious.test(plain)) return true;
  return sentence
    .split(",")
    .every(
      (part) => setUp.some((words) => words.test(part)) || !suspicious.test(part.replace(plainWords, "")),
    );
}

/** "90分（含）以上为优，80-90分为良": the bounds of the grades, which are read elsewhere. */
export function isGradeScale(sentence: string): boolean {
  const isOther = /扣|不得|满分|[完执]|目标|指标|率/u.test(sentence.replace(/绩效|评价指标/gu, ""));
  if (isOther) return false;
  return (
    /\d分?(?:\([^()]{0,8}\))?(?:以上|以下|[-~至<≤≥>]).*[优良中差]/u.test(sentence) ||
    /分为[优良中差秀好等合格不、]{3,}[三四五]?个?(?:等级|档次|等次|档)?$/u.test(sentence)
  );
}

/** Whom a rule that was not understood is about. */
export interface UnreadNote {
  readonly words: string;
  readonly of: "all" | "goals" | "fund";
  /** words: only those whose target is no figure; turned: only those that are not surely to be reached or passed. */
  readonly rows: "all" | "words" | "turned";
  /** It gives the money so many points at most: of a table that prints them too it says nothing new; else null. */
  readonly full: number | null;
  /** Every word of it says what a row gets that missed its target, or that one in proportion gets its rate. */
  readonly onlyMissed: boolean;
  /** It only rounds to whole points. */
  readonly onlyRounds: boolean;
  /** The levels that it is about (产出, 满意度) and no other; null: it may be about every one. */
  readonly levels: readonly string[] | null;
}

const longestQuote = 40;

/** What a sentence about 定性指标 says of nothing else, quotes and brackets apart. */
const ofWords = /^(?:若为|对于?)?定性指标(?!和|与|及|、|或|以外|外)/u;
const ownNouns = /定性指标|[该本此]项?指标|(?:年度|预期|绩效|全年|年初)(?:指标|目标)|指标(?:完成|值)/gu;
const otherNouns =
  /指标|定量|其[余他它]|各项|所有|全部(?!或基本)|总[分计]|合计|预算|资金|执行|完成率|满意|成本|均|都|一律|若|如果|否则|[例除]外/u;
const ownParts =
  /^(?:分[别为值]|按|由|根据|结合|得|[计记]|酌情|综合|合理|具体|以|可|扣|不得|(?:全部或?)?(?:基本)?达成|部分达成|未达成|\d|$)/u;
/** 部分达成的，按80%-60%（含）计分 behind 定性指标. */
export const goesOn = /^(?:基本|部分|未)达成/u;

/** Whether it is about 定性指标 and about no other. */
export function aboutWords(sentence: string): boolean {
  const plain = sentence.replace(/[“"][^“”"]*[”"]|\([^()]*\)/gu, "");
  const isOfOthers = otherNouns.test(plain.replace(ownNouns, ""));
  return (
    ofWords.test(plain) &&
    !isOfOthers &&
    plain
      .split(",")
      .slice(1)
      .every((part) => ownParts.test(part))
  );
}

/** @param isOfWords it goes on about 定性指标 */
export function unreadNote(sentence: string, isOfWords = aboutWords(sentence)): UnreadNote {
  // "该指标" is whatever the sentence is about.
  const others = sentence.replace(/执行率指标/gu, "执行率").replace(/[该本此]项?指标/gu, "");
  const ofFund = /执行率|预算|资金|支出|经费/u.test(others);
  const ofGoals =
    /指标|目标|偏离|定[性量]|逾期/u.test(others) || (ofRates.test(others) && !ofEach.test(others));
  return {
    words: sentence.slice(0, longestQuote),
    of: isOfWords ? "goals" : ofFund === ofGoals ? "all" : ofFund ? "fund" : "goals",
    rows: isOfWords ? "words" : "all",
    full: null,
    onlyMissed: isOfMissed(sentence) || keepsFull.test(sentence) || isOfMissedByParts(sentence),
    onlyRounds: toWhole.test(sentence),
    levels: ofLevels(sentence),
  };
}

/** 完成率低于60%的: of targets, where nothing is said of each row. */
const ofRates = /完成率(?:在|达到?|低于|高于|不足|超过|[≥≤<>]|\d)/u;
const ofEach = /其[余他它]|各|所有|全部|均|一律/u;

/** The levels of indicators by the names that notes call them. */
export const levelName =
  "(?:产出|效益|满意度|成本|数量|质量|时效|社会效益|经济效益|生态效益|可持续影响|服务对象满意度)";
const ofOneLevel = new RegExp(
  `^(?:对于?)?(${levelName}(?:指标)?(?:[、和及与]${levelName}(?:指标)?)*)指标?(?![值率])`,
  "u",
);

/** 满意度 of “满意度指标未达到目标值的不得分”; null: it names none in front, or goes on about others. */
function ofLevels(sentence: string): readonly string[] | null {
  const named = ofOneLevel.exec(sentence);
  const rest = sentence.slice(named?.[0].length ?? 0);
  if (named?.[1] === undefined || !named[0].includes("指标")) return null;
  if (new RegExp(`其[余他它]|各|所有|全部|总|均|都|一律|整体|${levelName}|执行率|预算`, "u").test(rest))
    return null;
  return named[1].split(/[、和及与]/u).map((one) => one.replace(/指标$/u, ""));
}

function isOfMissedByParts(sentence: string): boolean {
  return sentence.split(",").every((part) => isOfMissed(part) || keepsFull.test(part));
}

/** What leaves a row its full points that surely reached its target: 其余按完成率计分, 完成率≥60%按完成率计分. */
const keepsFull =
  /^(?:(?:其余|其他|其它)(?:的|指标)?|完成率(?:≥|>|不低于|达到?|在)?\d{1,2}%(?:\(含\))?(?:及?以上)?(?:的)?)(?:均)?按(?:照)?(?:实际)?完成(?:率|比例)[计得记]分$|^(?:如果?|因|凡)?(?:未|没有)完成(?:的)?原因[^,扣分得]{2,14}(?:的)?,?(?:可以?|予以)?(?:不予?|免予?)扣分$/u;
const toWhole = /^(?:自评)?得分(?:结果)?(?:一律|均|统一)?(?:四舍五入)?(?:取|保留)整数?$/u;

const attributes = "(?:年初|年度|预期|设定|绩效|全部|既定|定[量性]|各项?|[该本]项?|三级|产出|效益)*";
const below = "(?:低于|不足|小于|少于|达不到|未达到?)";
const missed = [
  `(?:完成率|实际完成值|完成值|实际值|完成数)?${below}(?:\\d{1,2}|100)(?:\\.\\d+)?%(?:以上)?`,
  `完成率[<≤](?:\\d{1,2})(?:\\.\\d+)?%(?:的)?`,
  `(?:完成率|实际完成值|完成值|实际值|完成数)在?(?:\\d{1,2}|100)(?:\\.\\d+)?%以下`,
  `(?:完成率|实际完成值|完成值|实际值|完成数)?${below}${attributes}(?:目标|指标|任务)值?`,
  `(?:没有|未能|尚未|未|没)(?:按[时期])?(?:完成|达到?|实现|达成)${attributes}(?:目标|指标|任务|计划)?值?`,
].join("|");
const condition = new RegExp(
  `^(?:凡|对|如果?|若)?${attributes}(?:(?:指标|任务|目标)值?)?(?:实行一票否决)?,?(?:${missed})(?:的?(?:定[量性])?指标)?的?,?`,
  "u",
);
/** What such a row gets, in words that say nothing of other rows; the longer ones first. */
const given =
  /实际完成率的平方|没有完成|未完成|扣完为止|不[得能]?超过|(?:每)?(?:低于?|少)(?:目标值?|指标值?)?|\d{1,3}(?:\.\d{1,4})?%?|个?百分点|相应|对应|指标|一律|直接|按照?|视[为同]|扣[减除]?|核减|一半|减半|就是|[清归]零|打?[一二三四五六七八九]折|不予?[得给计]?|分[值数]?|权重|满分|处理|计算|确定|[评核]定|主管|财政|部门|单位|最[高多]|[该本此其单各]?项|[该本此其均则作记计得给减半零由每的为一二两三,:]/uy;

/** Every word of it says what a row gets that missed its target. */
function isOfMissed(sentence: string): boolean {
  const found = condition.exec(sentence);
  const rest = sentence.slice(found?.[0].length ?? 0);
  if (found === null || rest === "" || rest.includes("的,")) return false;
  for (let at = 0; at < rest.length; at = given.lastIndex) {
    given.lastIndex = at;
    if (!given.test(rest)) return false;
  }
  return true;
}
