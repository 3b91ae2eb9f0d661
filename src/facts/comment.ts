import type { Clause } from "../words/readCell";
import type { Token } from "../words/readTokens";
import { hasKind, isCount, isMoney, isPlainPercent } from "../words/tokenKinds";
import { stakeOf, type Hit } from "./findHits";
import { isShortOf } from "./partsOfRate";

/** Who speaks, how, and of what was said: words that name nothing that was done. */
const frame =
  /审计|调查|系统|财政|财会|监督|检查|抽查|核查|复核|复查|核实|核定|审核|审定|认定|确认|认可|认为|采信|采纳|同意|承认|批准|发现|指出|提出|显示|表明|部门|[市区省县]?局|上级|主管|第三方|单位|机关|评价|评审|专家|数据|数字|数值|情况|情形|内容|事实|结果|结论|说法|材料|资料|佐证|证据|依据|证明|支撑|报告|口径|统计|要求|规定|标准|目标|真实|实际|实质|最终|最后|准确|完整|规范|合格|达标|及时|完全|有效|通过|成立|作数|算数|保证|努力|做到|做|实现|执行|开始|改正|加强|差距|差额|差异|水分|造假|夸大|注水|失实|获|作|算|异议|此|该|上述|以上|前述|本|其|这|余下|余|经|据|被|由|在|于|为|是|系|属于|属|与|和|对|的|了|才|再|又|就|也|亦|均|都|已|后|前|时|之|以|按|年度|年|月|底|末|初|占|比|共|计|合计|总计|有|存在|仍|尚|还|第[一二三四五]次|三天|[一二三四五六七八九]成|[形理名账面式论义实质]{2}上|起|并|可是|如此|定论|理想|效果|质量|及格|一般|较差|(?:仅供)?参考|得分|[相名副好高达到认查事]|只是|仅是|计划|约|[此在]列|达到|扣|一|报|效|同|决|[数值实符予缺假虚待第个差空退获不未没无非否定中剩],?/gu;
const loud = ["not", "none", "limit", "slip", "bad", "upheld", "plan", "duty", "draft"] as const;
const silent = [
  ...loud,
  "past",
  "season",
  "goal",
  "all",
  "own",
  "part",
  "mended",
  "better",
  "others",
] as const;
/** Such a denial says that all is well. */
const wellDenied = /无误|[无没]有?(?:差[异错]|异常|问题|其[他它]|不[同妥])|不[变再超]/gu;
const unsure =
  /[不未没无非否假虚误错缺]|异议|夸大|水分|注水|失实|[形理名账面式论义实质]{2}上|[约？?×]|[一二三四五六七八九]成|占比|大体|暂定|待定|才|参考|得分为?0|一般|较差|只是|仅是|扣\d+项|^(?:(?:以上|上述)|(?:以上|上述)?[均都]?[为是系属]).{0,4}(?:目标|计划|标准|要求|规定)$/u;
/** Of what was said nothing is left, or less of it. */
const misreported = /[漏少错误虚多瞒]报|[剩余差缺漏]/u;
const ofAll = /[均都]|全部|100%/u;

/** Of everywhere; or the statement is said to be true. */
const harmless =
  /^全[市区县省国]|^\(?(?:情况|内容|数据|以上|上述|经|核[实查]|均)*属实\)?$|^\(?(?:其中)?\d+[项个份笔]为?(?:货物|服务|工程)类?\)?$/u;
const byAuthority = /审计|财政|第三方|抽查|核定|确认|认定|更正|应为|实际|真实|准确|显示/u;

/** "无超期情况", "未发现问题". */
function isAbsence(tokens: readonly Token[], marks: readonly Token[]): boolean {
  return marks.length === 0 && hasKind(tokens, ["none", "not"]) && hasKind(tokens, ["bad", "slip"]);
}

/** A clause that names nothing of its own: it can only be about what was said. */
function isComment(text: string, { from, to, tokens }: Pick<Clause, "from" | "to" | "tokens">): boolean {
  let left = "";
  let next = from;
  for (const token of tokens) {
    if (token.is === "word" && !hasKind([token], silent)) continue;
    left += text.slice(next, token.from);
    next = token.to;
  }
  left += text.slice(next, to);
  // "明年完成"
  if (hasKind(tokens, ["plan"])) left = left.replaceAll("完成", "");
  return left.replace(frame, "").replace(/[(),\d.%年:]/gu, "") === "";
}

/**
 * Whether a clause that only speaks of what was said puts it in doubt: a verdict on it, a limit, another year, a count of
 * nothing named, another percentage.
 */
export function putsInDoubt(
  text: string,
  clause: Pick<Clause, "from" | "to" | "tokens" | "marks">,
  hit: Hit,
  year: number | null,
  known: ReadonlySet<number>,
): boolean {
  if (!isComment(text, clause)) return false;
  const { from, to, tokens, marks } = clause;
  const words = text.slice(from, to).replace(wellDenied, "");
  const isMeasure = stakeOf(hit) === "measure";
  // "未超预算", "超支3万元" is weighed against the figures.
  if (
    /超(?:支|出|预算|目标|计划|过[\d预目计年])/u.test(words) ||
    isAbsence(tokens, marks) ||
    harmless.test(words) ||
    (isMeasure && isShortOf(words, hit))
  )
    return false;
  const counts = tokens.filter((token) => isCount(token) || isMoney(token));
  // "年中调整1项，完成率101%": of what went before.
  if (to <= hit.from && counts.length > 0) return false;
  // "合同签订及时率95%，逾期2份"
  const explains =
    isMeasure &&
    typeof hit.value === "number" &&
    hit.value < 1 &&
    counts.length > 0 &&
    hasKind(marks, ["not", "slip", "bad"]) &&
    !/结转|结余|控制/u.test(text.slice(hit.from, hit.to)) &&
    !misreported.test(words);
  if (!explains && (hasKind(marks, loud) || unsure.test(words))) return true;
  const otherYear = tokens.some((token) => token.is === "year" && year !== null && token.year !== year);
  if (otherYear || hasKind(tokens, ["past"])) return !tokens.some((token) => token.is === "figure");
  if (hasKind(tokens, ["goal"])) return /^\(?(?:目标|计划)/u.test(words) && !/\d/u.test(words);
  const isRate = !isMeasure || /%|pct/u.test(hit.phrase.pattern) || byAuthority.test(words);
  if (isRate && tokens.some((token) => isPlainPercent(token) && !isSame(token, hit))) return true;
  const isNewCount = (token: Token): boolean => (isMeasure ? isCount(token) : isNew(token, known));
  if (explains || from < hit.to || !tokens.some(isNewCount)) return false;
  const said = text.slice(hit.sentence.from, from);
  return !(
    /^共(?:计|有)?\d+[项个份]$/u.test(words) &&
    hit.value !== 0 &&
    ofAll.test(said) &&
    /合同|意向|指标/u.test(said)
  );
}

function isSame(token: Token, { value }: Hit): boolean {
  const is = token.is === "figure" ? token.figure.value : 0;
  return typeof value === "number" && value !== 0 ? Math.abs(is - value) < 1e-9 : is === 1;
}

function isNew(token: Token, known: ReadonlySet<number>): boolean {
  return isCount(token) && token.is === "figure" && !known.has(Number(token.figure.value.toFixed(6)));
}
