import { normalizeName } from "./normalizeName";

const wholeYear = /12月(?:31日|底|末)?|年[底末终]|全年/u;
/** 截至2023年6月30日, 统计时段1—9月, 中期监控数据. */
const asOf =
  /截[至止](?:到|于)?\D{0,8}(?:20\d\d年)?\d{1,2}月|(?:监控|统计|数据|评价|填报数据)(?:的)?(?:时点|时段|截[至止](?:时间|日期)?|起止(?:时间)?)|中期(?:监控|自评|数据)|上半年|半年度|(?:1|一)[-—–~至]\d{1,2}月/u;

/** Whether a sentence says that figures are those of a part of the year; 截至12月31日 is all of it. Normalized. */
export function saysPartOfYear(plain: string): boolean {
  return asOf.test(plain) && !wholeYear.test(plain);
}

/** "预计数", "未核实", "否" under 是否有效, "2023年6月30日" under 数据截止日: it is not known yet, or not of the whole year. */
export function isUnsettled(title: string, words: string): boolean {
  if (unsettled.test(normalizeName(words))) return true;
  if (isCounted.test(title)) return !settled.test(words);
  return /截[至止]|时[点段]|期间/u.test(title) && saysPartOfYear(normalizeName(`${title}${words}`));
}

/** Columns that say whether the figure counts: whatever is not surely yes is asked. */
const isCounted =
  /^是否.{0,4}(?:有效|计[分入]|纳入|核[实定查]|确认|属实|真实|认可|验收|采信)|^(?:数据|核[实定]|审[核定])(?:状态|性质|质量)$/u;
const settled =
  /^(?:是|√|✓|✔|对|Y|YES|正式|最终|正常|实际(?:数|值)?|决算数?|真实准确|(?:已|经)?(?:有效|完整|准确|真实|属实|计[分入]|纳入|核[实定查]|审[核定]|确认|认可|验收|采信)(?:数|通过|合格)?)$/iu;
const unsettled =
  /^(?:数据)?(?:为|系|是)?(?:预计|估计|暂估|预估|估算|推算|测算|快报|上年|去年)(?:数|值|数据)?$|^(?:尚|还|暂)?(?:未|没有|待)(?:核[实定对查]|审[核定计]|确认|统计|验收|完成|达标|完工|实施|开展|竣工)$|^(?:部分|基本未)(?:完成|实施|开展|达标|验收)$|^(?:无效|作废|不计分|不计入|不纳入)$/u;
