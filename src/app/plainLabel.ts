/** Brackets say more about a thing; quotation marks and punctuation say nothing. */
const brackets = /\([^()]*\)|\[[^[\]]*\]|\{[^{}]*\}|〔[^〔〕]*〕|【[^【】]*】/gu;
const marks = /[\p{P}\p{Z}\p{C}\s]+/gu;

/** A label as labels are compared: “①（部门）制度是否健全的” and 制度健全 are one. */
export function plainLabel(label: string): string {
  const text = label.replace(/^[\s①-⑳]+/u, "").normalize("NFKC");
  const bare = (one: string): string =>
    one
      .replace(marks, "")
      .replaceAll("是否", "")
      .replaceAll("有无", "有")
      .replace(/[的了吗]$/u, "");
  const outside = bare(text.replace(brackets, ""));
  return outside === "" ? bare(text) : outside;
}

/** One holds the other: 政府采购执行率 and 执行率, but not 未按时反馈 and 按时反馈. */
export function holds(one: string, other: string): boolean {
  return Math.min(one.length, other.length) > 1 && lead(one, other) !== null && !isOpposed(one, other);
}

/** The one says right before the other's words that they are not so: 不符合项数 and 符合项数. */
export function isOpposed(one: string, other: string): boolean {
  return (
    /[不未无没非否免]有?$/u.test(lead(one, other) ?? "") || isOtherWay(one, other) || isOtherWay(other, one)
  );
}

const rising = /增长|上升|增加|变动|增减|增幅/u;
const sinking = /下降|减少|降低|压减|压缩|压降|降幅|节约/u;

/** A figure that counts upwards is none that counts downwards, nor is a rate how far something goes beyond: 变动率 and 下降率. */
function isOtherWay(one: string, other: string): boolean {
  return (
    (rising.test(one) && !sinking.test(one) && sinking.test(other) && !rising.test(other)) ||
    (one.endsWith("比例") &&
      !one.includes("率") &&
      /超|延误|延期|逾期|推迟|延迟|滞后/u.test(one) &&
      /率$/u.test(other) &&
      !/超|[延逾迟滞]/u.test(other))
  );
}

const delay = /[延逾超误]期|延误|推迟|延迟|滞后|超时|迟[报交缴]/u;

/** How late a thing is is not how long it took: 逾期 and 批复. */
export function isDelayOf(one: string, other: string): boolean {
  return delay.test(one) && !/[超延逾迟滞晚]/u.test(other);
}

const adverse =
  /[延逾超误]期|延误|推迟|延迟|滞后|迟[报交缴]|违[规法纪反]|问题|差错|错误|遗漏|截留|挤占|挪用|虚[列报假]|浪费|超(?!额完成)|投诉|事故/u;
/** What is put right is nothing bad: 提出的问题进行整改. */
const mended = /整改|解决|处理|纠正|说明|反馈|回复|办结|核实|防/u;
const favourable = /[按如]期|[按及准]时|完成|合[格规法]|达[标成到]|正确|准确|到位|相符|规范/u;
const neutral = /^$|(?:情况|结果|指标|比例|比率|数值?)$/u;

/** Within or beyond the other figure, of a question how far the one goes beyond it: 不超过预算数. */
export function boundOf(words: string, question: string): "within" | "beyond" | null {
  const [, part = "", whole = ""] = /^(.+)超出(.+)的比例$/u.exec(question) ?? [];
  const [, of = "", denial = "", than = ""] =
    /^([^超]{0,40}?)([不未]|没有)?超(?:过|出)?(.+)$/u.exec(words) ?? [];
  const isSame = than !== "" && part.endsWith(of) && (whole.startsWith(than) || whole.endsWith(than));
  return isSame ? (denial === "" ? "beyond" : "within") : null;
}

/** What is good of the one is bad of the other, by whatever words: 项目延期 and 按期完成, 预算未完成率 and 预算完成率. */
export function isContrary(one: string, other: string, saysYesNo: boolean): boolean {
  if (isOpposed(one, other)) return true;
  if (isBad(one) === isBad(other)) return false;
  const [bad, good] = isBad(one) ? [one, other] : [other, one];
  return saysYesNo ? denials(bad) > 0 || !neutral.test(good) : favourable.test(good);
}

/** Whether it is a fault, or that something good is not so: 项目延期, 未按期完成, but not 未延期. */
export function isBad(words: string): boolean {
  const isAdverse = adverse.test(words) && !mended.test(words);
  return (denials(words) + (isAdverse ? 1 : 0)) % 2 === 1;
}

const denial = /没有|未能|[不未无没](?:存在|发生|发现|出现|有)?/u;
const verbs = /存在|发生|发现|出现/u;

/** The one denies what the other says, word for word: 未超预算 and 超预算, but not 全部不符合 and 全部符合. */
export function isDenialOf(one: string, other: string): boolean {
  const [denying, said] = denials(one) > denials(other) ? [one, other] : [other, one];
  const at = denying.search(denial);
  if (denials(denying) !== 1 || denials(said) !== 0 || /[全均都皆各每]/u.test(denying.slice(0, at)))
    return false;
  const bare = (words: string): string => words.replace(denial, "").replace(verbs, "");
  return bare(said) !== "" && bare(denying) === bare(said);
}

/** Or that they are not quite so, or denies them from further off: 基本健全, 不完全健全, 健全程度不高 and 健全. */
export function isQualified(one: string, other: string): boolean {
  const own = (lead(one, other) ?? "").split(/或者?|[且并]/u).at(-1) ?? "";
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  const [behind = ""] = long.slice((lead(one, other)?.length ?? 0) + short.length).split(/或者?|[且并]/u);
  return (
    denials(own) > 0 ||
    /(?:基本|部分|大致|较为?|尚|有待|欠)$/u.test(own) ||
    denials(behind) > 0 ||
    /[低差欠弱]|有待/u.test(behind)
  );
}

/** 是 to the one is 是 to the other: both deny, or neither does; what stands behind the shared words denies other things. */
export function sameAnswer(one: string, other: string): boolean {
  const before = lead(one, other);
  return (before === null ? denials(one) + denials(other) : denials(before)) % 2 === 0;
}

/** What the longer one has before the words of the shorter; null: it does not hold them. */
function lead(one: string, other: string): string | null {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  const at = short === "" ? -1 : long.indexOf(short);
  return at < 0 ? null : long.slice(0, at);
}

function denials(words: string): number {
  return words.match(/[不未无没非否]/gu)?.length ?? 0;
}
