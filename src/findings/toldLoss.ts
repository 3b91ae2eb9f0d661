import { faultWords as words } from "../words/faultWords";
import { oncePerText } from "../words/oncePerText";
import { readCell, type Clause, type ReadCell } from "../words/readCell";
import type { Token } from "../words/readTokens";
import { isBelowThreshold, isSettled } from "./settledLoss";
import { isPartOfOthers, isUndue, shortPart } from "./partOfWhole";
import { hasKind, isCount } from "../words/tokenKinds";

/** A loss that a cell tells of. */
interface ToldLoss {
  /** The sentence as written. */
  readonly sentence: string;
  /** The words that tell of it. */
  readonly word: string;
}

const duration = "\\d{1,4}个?(?:工作日|自然日|日历日|天|日|周|月|年)";
const counted =
  "(?:[1-9]\\d{0,4}|[一二两三四五六七八九十])(?:个|项|份|次|笔|件|家|宗|台|套|辆|处|起|条|名|张|批次)";
const things = "(?:平方米|㎡|平米|台|辆|套|间)";
const timely = "(?:按时|及时|按期|如期|达标|合格|完成|达到)";
const negation = "(?:尚未|仍未|还未|未能|没能|没有|未曾|未|无法|不能|难以)";

/** What may tell of a loss: the grammar is here, the words are data. */
const faults = new RegExp(
  [
    // 应备案未备案
    `应(?<owed>[^,\\d]{1,4}?)[而却但]?未\\k<owed>`,
    `未${words.act}[^,\\d]{0,6}${counted}`,
    words.amiss,
    // Past a bound of time or money: 超过30日, 晚于规定时间, 低于规定比例.
    `${words.over}[了出过]?(?:签订|发出|批复)?[^,\\d]{0,8}?(?:规定|要求|限定|法定|核定)?的?${words.bound}`,
    `${words.over}[^,\\d]{0,6}${duration}[^,]{0,6}要求`,
    `(?<!提前[^,]{0,4}|公[示开][^,]{0,6})${words.over}了?${duration}`,
    `(?<=提前[^,]{0,4}|公[示开][^,]{0,6}|[距离](?!今)[^,]{0,12})(?:不足|不到|少于)${duration}`,
    // 低于规定的12平方米 keeps to an upper bound, 比标准多12平方米 does not.
    `低于(?:规定|要求|应)(?!的?(?:标准|限额|上限|额度|\\d[\\d.]*${things}))`,
    `比[^,\\d]{0,8}(?:标准|定额|编制|限额|核定数?)[^,\\d]{0,4}(?:多|超)[^,\\d]{0,4}\\d[\\d.]*${things}`,
    // Not all of it.
    `[仅只]有?(?:完成|达到?|实现|备案|公开|签订|支付)[了为]?[^,\\d]{0,4}\\d`,
    `[仅只]有?${counted}[^,]{0,8}?${timely}`,
    `除(?:其中)?${counted}[^,]{0,4}(?:以外|之外|外),?(?:其余|其他)?均?[^,]{0,4}${timely}`,
    `[比较](?!上年)[^,\\d]{0,8}预算[^,\\d]{0,6}(?:多|超|高出)[^,\\d]{0,4}\\d[\\d.]*`,
    `(?:完成|利用|及时|公开|执行|支出|达标|合格)率(?:只有|仅有?|仅为|只达|仅达)\\d`,
    // Not as it has to be, or not done.
    `${negation}(?:能|曾|有效)?(?:在\\d|于\\d|${words.due})`,
    `(?:尚未|仍未|还未|未能|没能|至今未|迟迟未)(?!发[现生]|收到|出现|涉及|到)`,
    `${counted}[^,]{0,12}?${negation}(?:进行|予以|(?:开展|组织|办理|通过)[^,\\d]{0,8}?)?${words.act}`,
    // 未对长期闲置资产作出处理
    `(?:尚未|仍未|未能|没能|未|没有)[对就](?:(?!提出|(?<!被)指出|发现|反馈|要求|存在)[^,]){1,18}?(?:[进予作][行以出]?)?(?:整改|清理|处理|处置|盘活|盘点|纠正|评估|公开|备案)`,
    `对[^,]{1,16}(?:未|没有)(?:[进予作][行以出]?)?(?:整改|清理|处理|处置|盘活|盘点|纠正|评估)`,
    `${words.paper}[均都]?${negation}(?:进行)?${words.act}`,
    // 办法尚在征求意见: a paper that is not there yet.
    `(?:办法|制度|规程|细则|规定|方案)(?:稿)?(?:目前|现)?(?:[尚仍还正]|处于|处)*在?(?:征求意见|起草|拟[订定]|草拟|论证)(?!后|完)`,
    // Found by somebody, or suffered.
    `(?:认定|裁定|判定|查明)(?![^,]{0,8}(?:供应商|投标|中标|施工|承包|对方|投诉人))[^,]{0,12}?(?<![不没未无])(?:负有|承担|存在|[有负])[^,不没未无]{0,4}(?:责任|过错|过失)`,
    `${words.finder}(?!的)[^,]{0,30}?${words.found}`,
    `有[^,]{0,4}${counted}[^,]{0,8}?${words.found}`,
    `(?:审计|巡[察视]|检查|财政)[^,未没无]{0,12}查出`,
    `${words.sufferer}[^,]{0,10}?${words.suffered}`,
    `退回(?:修改|重报|补充|\\d次)`,
    `扣[减除]?(?!0分|完)\\d[\\d.]*分?|扣分`,
    `成立|属实`,
    words.fault,
  ].join("|"),
  "gu",
);

/** All losses that a cell of words tells of, in order: neither denied nor counted as none, of no other year, no rule and
 * nobody else's. Never throws; time grows with the length.
 * @param year of the form, where it is known */
export function toldLosses(content: string, year: number | null): readonly ToldLoss[] {
  const known = lossesByYear(content);
  const losses = known.get(year) ?? readLosses(content, year);
  known.set(year, losses);
  return losses;
}

/** Several checks ask about the same words. */
const lossesByYear = oncePerText(() => new Map<number | null, readonly ToldLoss[]>());

function readLosses(content: string, year: number | null): readonly ToldLoss[] {
  const cell = readCell(cutLong(content));
  return cell.bySentence.flatMap((clauses, index) => {
    const word =
      clauses.map((clause, at) => lossIn(cell, clauses, clause, at, year)).find((one) => one !== null) ??
      partIn(cell, clauses, year);
    return word === null ? [] : { sentence: cell.sentences[index]?.quote ?? "", word };
  });
}

/** A sentence without the clauses in which nothing is lost: what they name is denied, past, a rule or a remedy. */
export function undenied(sentence: string, year: number | null): string {
  const cell = readCell(cutLong(sentence));
  return cell.bySentence
    .flatMap((clauses) =>
      clauses.map(({ from, to }, at) => {
        const text = cell.text.slice(from, to);
        const isNone = none.test(text) || (noneOf.test(text) && named.test(text));
        return isNone || isAside(cell, clauses, at, year) ? "" : text.replace(prevented, "");
      }),
    )
    .filter((text) => text !== "")
    .join("，");
}

/** A sentence that is too long to be read as one is read clause by clause. */
function cutLong(content: string): string {
  if (content.length < 500) return content;
  return content.replace(/[^。；;!?！？\n]{500,}/gu, (long) => long.replace(/[，,]/gu, "；"));
}

/** Of a counted whole only a part was done. */
function partIn(cell: ReadCell, clauses: readonly Clause[], year: number | null): string | null {
  return clauses.some((_, at) => isAside(cell, clauses, at, year)) ? null : shortPart(cell, clauses);
}

function lossIn(
  cell: ReadCell,
  clauses: readonly Clause[],
  clause: Clause,
  at: number,
  year: number | null,
): string | null {
  const text = cell.text.slice(clause.from, clause.to);
  const hits = Array.from(text.matchAll(faults));
  if (hits.length === 0 || isAside(cell, clauses, at, year) || isLabelOfNothing(cell, clause)) return null;
  if (isPartOfOthers(cell, clauses, at) || isUndue(cell, clauses, at)) return null;
  const sentence = cell.text.slice(clauses[0]?.from, clauses.at(-1)?.to);
  const told = hits.find((hit) => {
    const [word] = hit;
    if (/^(?:成立|属实)$/u.test(word) && !charge.test(sentence)) return false;
    if (isSettled(word, sentence, cell.text) || isBelowThreshold(word, text.slice(hit.index))) return false;
    return isOwn(clause, text, hit.index, word) && !isDenied(text, hit.index, word);
  });
  return told?.[0] ?? null;
}

const charge = /投诉|举报|质疑|信访/u;
const copied = /每[^,]{1,10}扣|扣完为止|否则|[则将应]扣/u;
const conditional = new RegExp(`^[^,]{0,8}?(?<![例比诸])${words.condition}(?![期下实约此何:])`, "u");
const again = /本年|今年|当年|但|实际/u;
const enumerated = /(?:等)?(?:的)?(?:情况|情形|现象|问题|行为|事项)$/u;

/** Of another year, a rule, a condition or what follows from it, or a remedy. */
function isAside(cell: ReadCell, clauses: readonly Clause[], at: number, year: number | null): boolean {
  const clause = clauses[at];
  if (clause === undefined) return true;
  const text = cell.text.slice(clause.from, clause.to);
  if (clause.meaning === "remedies" || copied.test(text) || isPast(clause, year)) return true;
  if (isCondition(cell, clause)) return true;
  const before = clauses.slice(0, at).filter(({ remark }) => !remark);
  if (before.some((one) => isCondition(cell, one)) && !again.test(text)) return true;
  const [first] = before;
  // "2022年签订20份，其中1份超期"
  if (/^其中/u.test(text) && before.some((one) => isPast(one, year))) return true;
  // "上年度，有3份合同超期", "没有账实不符，闲置浪费等情况"
  if (first !== undefined && first.to - first.from <= 6 && isPast(first, year) && !again.test(text))
    return true;
  const last = before.at(-1);
  return last?.meaning === "absence" && enumerated.test(text) && !clause.tokens.some(isCount);
}

/** 如未按时报送; 报送不及时的，…: of whatever may happen. A count of things did happen. */
function isCondition({ text }: ReadCell, { from, to, tokens, remark }: Clause): boolean {
  if (remark || tokens.some(isCount)) return false;
  const words_ = text.slice(from, to);
  return conditional.test(words_) || (words_.endsWith("的") && text.charAt(to) === ",");
}

function isPast({ tokens }: Clause, year: number | null): boolean {
  const years = tokens.flatMap((token) => (token.is === "year" ? token.year : []));
  if (hasKind(tokens, ["past"]) && !years.includes(year ?? 0)) return true;
  return year !== null && years.length > 0 && years.every((one) => one < year);
}

const nothing = /^(?:无|没有|暂无|未发生|不涉及|未涉及|零|[-—]|0(?:[份个项次笔起件家宗条%]|$))/u;

/** 逾期情况：无. */
function isLabelOfNothing({ text }: ReadCell, { to }: Clause): boolean {
  return text.charAt(to) === ":" && nothing.test(text.slice(to + 1, to + 8));
}

const others = new RegExp(words.others, "u");
const plainlyOthers = new RegExp(words.police, "u");
const supervised = new RegExp(
  `(?<!被|到|遭|部门|(?<![我本])局)${words.supervise}(?!率|进度|时)([^,]*)$`,
  "u",
);
const elsewhere = /其他单位|兄弟|合作单位|全[市区省县国]/u;
const prevented = new RegExp(`${words.prevent}[^,]*$`, "u");
const ruled = /^[^,]{0,10}的[^,]{0,10}(?:不予|不得|一律|须|依法|作[了出]?(?:规定|要求|明确))/u;
const turned = /而|却|但|实际|仍/u;

/** Whether it is the department's own: no object of what it does about others, no duty, nothing planned or prevented. */
function isOwn(clause: Clause, text: string, at: number, word: string): boolean {
  const before = text.slice(0, at);
  const behind = text.slice(at + word.length);
  const isBefore = (token: Token): boolean => token.to <= clause.from + at;
  const ahead = clause.tokens.filter(isBefore);
  const own = hasKind(ahead, ["own"]);
  const act = supervised.exec(before);
  // 我局查处的违法案件: what the department does about others.
  const acts = act !== null && /(?:^|[^对由被])[我本][局委厅办]$/u.test(before.slice(0, act.index));
  if (act !== null && (!own || acts) && (plainlyOthers.test(act[0]) || others.test(behind))) return false;
  if (!ahead.some(isCount) && /^(?:对|对于|将|就|针对)/u.test(before) && /的|[处盘]/u.test(behind))
    return false;
  if (hasKind(ahead, ["others"]) && elsewhere.test(before) && !own) return false;
  if (!word.startsWith("应") && hasKind(ahead, ["duty", "plan"]) && !turned.test(before)) return false;
  if (
    clause.tokens.some(
      ({ is, from, to }) => is === "title" && from <= clause.from + at && to > clause.from + at,
    )
  )
    return false;
  return !prevented.test(before) && !ruled.test(behind);
}

const seen = "有 见 出现 发生 发现 查出 收到 接到 指出 提出 反馈 触发 涉及 存在 被 产生".replaceAll(" ", "|");
const none = new RegExp(`不存在|未(?:${seen})|从未|无一`, "u");
const noneOf = /没(?!能)有?|(?<!毫)无(?![法力从])|零/u;
const denial = new RegExp(`${none.source}|${noneOf.source}`, "gu");
const directly = /(?:未|不|没|无|非|零)(?:曾|再|会|有|被|出现|发生|是|予|认定为?)?$/u;
/** 未对我单位提出…问题; 未对长期闲置资产处理 denies nothing. */
const notToldTo = /(?:未|没有)(?:对|向)[^,]{1,8}$/u;
const telling = /^(?:提出|指出|反馈|发现|查出)/u;
const turns = /导致|致使|造成|引起|[而却但仍]|其中/u;
const named = /(?:情况|情形|现象|问题|行为|事项|等)$/u;
const farthest = 16;
const zero =
  /(?<![\d.])0(?![\d.]*[1-9])(?:\.0+)?(?:[份个项次笔起件家宗条台辆处人%]|$)|[为是]零|^(?:情况)?:?无$/u;

/** "未逾期", "没有收到成立的投诉", "不及时0份". */
function isDenied(text: string, at: number, word: string): boolean {
  const before = text.slice(0, at);
  const behind = text.slice(at + word.length);
  if (telling.test(word) && notToldTo.test(before)) return true;
  if (directly.test(before) || (/最$/u.test(before) && /^[晚迟高大]/u.test(word))) return true;
  const counts = behind.replace(/\d{0,9}\.\d{1,9}|\d{1,4}个?(?:工作日|[天日月年])(?:以上|及以上)?/gu, "");
  if (zero.test(behind) && !/[1-9]/u.test(counts)) return true;
  if (zero.test(word) || /(?<!\d)0[份个项次笔起件家宗条]$/u.test(before)) return true;
  return Array.from(before.matchAll(denial)).some(({ index, 0: no }) => {
    const between = before.slice(index + no.length);
    return !turns.test(between) && (between.length <= farthest || named.test(text));
  });
}
