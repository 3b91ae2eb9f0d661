import type { ReadCell } from "../words/readCell";
import { hasKind, isCount, isPlainPercent } from "../words/tokenKinds";
import type { Hit, Place } from "./findHits";

/** "16.5万元≤预算安排22万元": the sign compares two amounts. */
const withinBudget = /元,?(?:[≤<]|(?:未|没有|不)超(?:过|出)?)(?:年初|全年|调整后?)?预算/u;
/** Behind a rate: nothing, or what it is compared with. */
const endsThere =
  /^(?:$|左右|上下|[(×*=/≥≤<>]|的$|的?(?:标准|要求)|超过|高于|大于|低于|小于|达到|符合|介于|且|并|公开|,)/u;
/** "98%、95%" */
const another = /^[、/或]约?-?\d{1,4}(?:\.\d{1,6})?%/u;
const nearly = /(?:接近|将近|近)(?:为|有|是)?-?\d/u;

/** "按金额计算", "以审计结果为准", "含上年结转": how it was counted, where the rubric says how. */
const basis =
  /按(?!照|(?:规定|满分|评分|标准|公式|时|期|要求|程序|进度|计划|季|月|年$)|[\d.]+(?:%|分))[^,]{1,14}?(?:计算?|统计|测算|核算|口径|\)$)|以[^,]{1,12}为准|(?<![包不])含(?!\)|$|税|义|量|下属|所属|本级|各|局)|口径(?!一致|相同)|视[为同]|折[算合]/u;

export function isBasis(words: string): boolean {
  return basis.test(words) && !/通报口径|得分/u.test(words);
}

/** "数据截至11月30日": up to some time before the end of the year. */
export function isUpTo(words: string): boolean {
  return /截[至止].*月/u.test(words) && !/12月/u.test(words);
}

/** A figure is that of its measure: no other name before it, no second figure in its clause, no bound. */
export function measureStands(cell: ReadCell, hit: Hit, names: string, place: Place): boolean {
  const { head, inner, tail, strange, before, behind, own } = place;
  const isRate = /%|pct/u.test(hit.phrase.pattern);
  const isNumber = typeof hit.value === "number";
  const isAmount = /元|amt/u.test(hit.phrase.pattern);
  // "不低于1000万元", "接近100%" bound what they measure.
  const bounded = inner.some(
    (token) =>
      token.is === "figure" &&
      token.figure.unit.name === (isRate ? "%" : "元") &&
      !(isAmount && withinBudget.test(cell.text.slice(hit.from, token.to + 8))) &&
      token.figure.side !== null &&
      token.figure.side !== "equal" &&
      token.figure.side !== "approx",
  );
  if (isNumber && (bounded || nearly.test(own))) return false;
  if (isRate && !endsThere.test(behind)) return false;
  if (isRate && another.test(cell.text.slice(hit.to, hit.to + 12))) return false;
  if (isAmount && isNumber && /^(?:为|是|系|属)/u.test(behind)) return false;
  if (hasKind(head, ["slip", "change", "mended"]) || hasKind([...tail, ...strange], ["change"])) return false;
  const second = [...head, ...tail].some(
    (token) => isPlainPercent(token) && !/[×*]/u.test(cell.text.charAt(token.from - 1)),
  );
  if (second && isNumber && isRate) return false;
  const counts = head.filter(isCount).length;
  if (counts > 1 || (counts === 1 && before.includes("中"))) return false;
  const isWhole = (before + own).includes("占") && /^的[\d.]+%$/u.test(behind);
  if (!isWhole && /^的(?!标准|要求|部分)[^,]/u.test(behind)) return false;
  return leftEdge(place, hit.from, names, isRate);
}

/** Words that may stand before any name. */
export const neutral =
  /^(?:[的年度末底初在经按据为约市区县镇本级全各项]|根据|我[局委办镇]|财政|系统|统计|部门|单位|计算|核实|核定|经查|显示|通报|通知)+/u;

/** The unknown word right before a name must be one that the row itself uses: 资金支付及时率 is no 合同签订及时率. */
function leftEdge({ before, head }: Place, from: number, names: string, isRate: boolean): boolean {
  const last = head.filter((token) => !hasKind([token], ["thing", "plain", "paper"])).at(-1);
  const begin = last === undefined ? 0 : before.length - (from - last.to);
  const word = before
    .slice(Math.max(0, begin))
    .replace(isRate ? "" : /^(?:其中:?|[/÷])/u, "")
    .replace(neutral, "")
    .replace(/[的:,;]$/u, "");
  return names.includes(word) || Array.from(word).every((sign) => names.includes(sign));
}
