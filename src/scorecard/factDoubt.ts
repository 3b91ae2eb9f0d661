import type { CompletionRate } from "../criteria/completionRate";
import { tidy } from "../quantity/tidy";
import { readCell, type Clause } from "../words/readCell";
import { hasKind } from "../words/tokenKinds";

type RateReading = Extract<CompletionRate, { outcome: "rate" }>;

/** That the figure of the row is another one, or not one of all that was counted. */
const corrected = new RegExp(
  [
    "更正|勘误|笔误|水分",
    "(?:数据|数字|数值|填报|填写|统计|口径|录入|上报|申报|计算)[^,]{0,4}(?:有误|错误|出错|不准|不实|失实|差错)",
    "[误错](?:填|报|写|录|计|统计)|[填写算]错",
    "其中[^,]{0,10}(?:上年|去年|往年|以前年度)",
    "重复(?:统计|计算|计入|计数|填报|登记|申报|报送|录入|参加|发放)",
    "(?:虚|多|少|漏|谎|瞒)(?:报|填|计(?!划)|统计|算)",
    "(?:应当?|应该|实|实际应)(?:为|是|改为|填|按)约?\\d|以[^,]{1,12}为准",
    "核减|审减|核[定实]为|不(?:应|予|能|得)(?:计入|统计|纳入|认可|确认)",
    "(?:审计|财政|检查|复核|抽查|核查|核实|主管部门|第三方)[^,]{0,8}(?:认定|核定|确认)",
  ].join("|"),
  "gu",
);
/** That it is not known yet what was achieved, or that another year's figure was taken. */
const unsettled = new RegExp(
  [
    "(?:按|沿用|采用|取|填|用)[^,]{0,4}(?:上年|去年|往年|以前年度|计划|合同|目标)[^,]{0,4}(?:数|值|填|列|统计|口径)",
    "(?:预计|估计|暂估|预估|估算|推算|测算)(?:数|值|填)|暂(?:按|定|填|列|估)|(?:数据|数字|数值|数)(?:为|是|系)?(?:预计|估计|暂估|预估|估算|推算|快报)",
    "(?:数据|数字|数值|结果|指标|完成数|完成值|口径)[^,]{0,4}(?:尚?未|有?待)[^,]{0,4}(?:核[实对定查]|审[核定计]|确认|统计|汇总|验[收证]|评[审估]|发布|公布)",
  ].join("|"),
  "u",
);
/** Of the words right before them: there is none of it, or it is to be none. */
const denied = /(?:无|没有|未|不存在|未发现|未出现|未发生|避免|防止|杜绝|减少|严防|不)[^,]{0,4}$/u;

/** The target is another one than is printed. */
const retargeted =
  /目标(?:值|数|任务|数量)?[^,]{0,8}(?:调整|调[减增低高]|变更|修[订改正]|[下上]调|核减|[改降]为)/u;
const later = /下(?:一)?年|明年|次年|今后|以后|建议|拟|将(?!目标)|未|没有|不|如|若/u;

const deeds =
  "完[成工]|交工|投[用产入]|启用|供货|到货|上线|交付|运行|实施|开展|执行|启动|实现|达[到标成]|落实|建成|建设|开工|竣工|到位|验收|举[办行]|组织|发放|支付|拨付|采购|培训|安装|进行|覆盖|通过";
/** Not done, or not wholly. */
const undone = new RegExp(
  `(?:未|没(?:有)?)(?:能|曾|有|得到|全部|完全|全面|按[^,]{0,6}|如期|及时|真正|正式|实际|予以|继续|最终|再|顺利)*(?:${deeds})|未达|达不到|不达标|\\d[^,]{0,4}(?:不合格|返工|退回)|无法|未能|停工|低于(?:年?[初度]?目标|预期|计划)`,
  "u",
);
/** 只完成路基: of figures it is seen whether they are the row's own. */
const onlyDone = new RegExp(`(?:只|仅)(?:能|是|有)?(?:${deeds})`, "u");
/** Put off or called off; done in the end, it says nothing. */
const putOff =
  /取消|终止|中止|暂停|停止|搁置|流标|流产|撤销|落空|推迟|延[期迟后误缓]|滞后|逾期|缓建|停[训办摆建]/u;
const doneInTheEnd =
  /(?:已|均|全部|如期|按[期时]|月底?前?|年底前?|改为|改至)[^,]{0,8}(?:完成|完工|竣工|完毕|补[办齐]|恢复|线上|举[办行]|召开)(?:了)?$/u;
const exceeded = /超(?:支|预算|标|出|过|限)/u;
/** "没有未完成的指标": none that was not. */
const noneUndone = /(?:没有|无|不存在|未发生|未发现|未出现)[^,]{0,6}(?:未|没|延|推|取消|逾期|滞后|超)/u;
/** Nothing of the row at all. */
const nothingDone =
  /^(?:该|本|此)?(?:项目|项|活动|工作|指标|任务|培训)?(?:因[^,]{0,12})?(?:全部|均|都|尚|并|完全|仍|还)*(?:未|没有?)(?:能)?(?:实施|开展|启动|执行|举[办行]|进行)$/u;

/** Words in front of a figure of what was achieved. */
const measured =
  /(?:实际[^,\d]{0,8}|实有|(?:只|仅)[^,\d]{0,6}|(?:完成|达到?|实现)(?:了|数|值|量)?(?:为|是|约|共|到)?|(?:应|实)(?:为|是)|[改正]为|调整[为至到]|核[定实减][^,\d]{0,4}|有效(?:数|为)?|(?:准|正)确(?:数)?为|[后共]为)(?:约)?$/u;
/** Figures of something else: a part, a plan, what is missing. */
const elsewise = /其中|目标|计划|原定|预[计期]|要求|应完成|[未没]|另|上年|去年|同期|[减少差缺超增]/u;

const longestRead = 20_000;
const longestQuote = 40;

/**
 * Why what a person wrote beside a row (偏差原因) contradicts what the row says was achieved: 实际完成85人 beside 100, 其中10人
 * 为重复统计, 目标值调整为90人, 因疫情取消 beside a target that was reached. null: it does not. Chinese, without a stop.
 */
export function factDoubt(words: string, reading: CompletionRate): string | null {
  if (reading.outcome !== "rate" || words.trim() === "") return null;
  const cell = readCell(words.slice(0, longestRead));
  const clauses = cell.clauses.map((clause) => ({ clause, text: cell.text.slice(clause.from, clause.to) }));
  const isDone = clauses.some(({ text, clause }) => doneInTheEnd.test(text) && clause.marks.length <= 1);
  const against = clauses.find(({ clause, text }) => {
    if (clause.meaning === "remedies") return false;
    const figures = figuresOf(cell.text, clause);
    return (
      isCorrected(text, clause, clauses, reading) ||
      (unsettled.test(text) && !denied.test(text.slice(0, text.search(unsettled)))) ||
      isRetargeted(text, figures, reading) ||
      figures.some((figure) => isOther(figure, reading)) ||
      (reading.met ? isUndone(text, clause, reading, isDone) : reading.rate > 0 && nothingDone.test(text))
    );
  });
  if (against === undefined) return null;
  return `旁边写着“${against.text.slice(0, longestQuote)}”，与目标值、实际完成值不一致，以哪个为准`;
}

interface SaidFigure {
  readonly value: number;
  readonly unit: string;
  readonly before: string;
}

function figuresOf(text: string, { tokens, from }: Clause): readonly SaidFigure[] {
  return tokens.flatMap((token) =>
    token.is === "figure"
      ? { value: token.figure.value, unit: token.figure.unit.name, before: text.slice(from, token.from) }
      : [],
  );
}

/** Corrected to what the row says already, it is no doubt. */
function isCorrected(
  text: string,
  clause: Clause,
  all: readonly { readonly clause: Clause; readonly text: string }[],
  { parts, met }: RateReading,
): boolean {
  // 因地质原因核减面积 is why a target was missed.
  const isReason = ([word]: RegExpExecArray): boolean =>
    !met && /^[核审]减$/u.test(word) && !/\d/u.test(text);
  const found = Array.from(text.matchAll(corrected)).filter((match) => !isReason(match));
  if (!found.some(({ index }) => !denied.test(text.slice(0, index)))) return false;
  const said = all
    .filter((one) => one.clause.sentence === clause.sentence)
    .flatMap((one) =>
      one.clause.tokens.flatMap((token) => (token.is === "figure" ? token.figure.value : [])),
    );
  const last = said.at(-1);
  return last === undefined || !parts.some(({ actual }) => tidy(actual.value) === tidy(last));
}

function isRetargeted(text: string, figures: readonly SaidFigure[], { parts }: RateReading): boolean {
  if (!retargeted.test(text) || later.test(text)) return false;
  const last = figures.at(-1);
  return last === undefined || !parts.some(({ target }) => tidy(target.value) === tidy(last.value));
}

/** Another figure of what was achieved than the row has. */
function isOther({ value, unit, before }: SaidFigure, { parts, rate }: RateReading): boolean {
  if (elsewise.test(before)) return false;
  const own = parts.filter(({ actual }) => actual.unit.name === unit);
  const isRate = unit === "%" && /完成(?:率|比例)?(?:为|达到?|了)?$/u.test(before);
  if (!isRate && (own.length === 0 || !measured.test(before))) return false;
  const isOwn = own.some(({ actual }) => tidy(actual.value) === tidy(value));
  return !isOwn && !(isRate && Math.abs(Math.min(rate, value < 1.0005 ? 1 : rate) - value) <= 0.0051);
}

function isUndone(text: string, { marks }: Clause, { parts }: RateReading, isDone: boolean): boolean {
  if (noneUndone.test(text)) return false;
  const isUpper = parts.every(({ kind }) => kind === "atMost" || kind === "range");
  if (isUpper && /[未没不][^,]{0,2}(?:达|超)|低于/u.test(text)) return false;
  if (undone.test(text)) return true;
  if (onlyDone.test(text) && !/\d/u.test(text)) return true;
  if (!hasKind(marks, ["slip", "bad", "not", "limit"]) && !putOff.test(text)) return false;
  return (
    (putOff.test(text) && !isDone && !denied.test(text.slice(0, text.search(putOff)))) ||
    (isUpper && exceeded.test(text))
  );
}
