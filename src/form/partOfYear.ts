const wholeYear = /12月(?:31日|底|末)?|年[底末终]|全年/u;
/** 截至2023年6月30日, 统计时段1—9月, 中期监控数据. */
const asOf =
  /截[至止](?:到|于)?\D{0,8}(?:20\d\d年)?\d{1,2}月|(?:监控|统计|数据|评价|填报数据)(?:的)?(?:时点|时段|截[至止](?:时间|日期)?|起止(?:时间)?)|中期(?:监控|自评|数据)|上半年|半年度|(?:1|一)[-—–~至]\d{1,2}月/u;

/** Whether a sentence says that figures are those of a part of the year; 截至12月31日 is all of it. Normalized. */
export function saysPartOfYear(plain: string): boolean {
  return asOf.test(plain) && !wholeYear.test(plain);
}
