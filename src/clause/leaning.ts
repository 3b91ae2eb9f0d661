/** 且须提供佐证材料, 同时应公示: what it begins with joins it to something before it. */
const joining = "(?:且|并(?![购轨联]|非|发症)|同时|(?:还|另|也)(?=必?须|需|应|要)|亦)";
/** 须提供佐证材料, 并附相关证明: what has to be shown besides. */
const showing =
  "(?:且|并|同时|必?须|需要?|应当?|要|均|一并|另|还)+(?:附|提供|提交|出具|报送|上传)[^,;。、]{0,12}?(?:材料|证明|资料|凭[证据]|依据|佐证|记录|照片|报告|说明|清单|台账|复印件|扫描件|意见)";
/** 不低于上年, 较上年提高, 高于全市平均水平: of something that is not named here. */
const comparing =
  "(?:(?:不|未|没有)?(?:低于|高于|少于|多于|超过|超出|大于|小于|优于|好于|落后于|达到)[^,;。]{0,8}(?:上一?年|去年|同期|往年|前[一两三]年|平均|序时|同类|历史)|(?:较|比|与|同)(?:上一?年|去年|往年|前[一两三]年|同期|全[省市区县国]|同类))";
const added = new RegExp(`^${joining}|(?:^|[,(])${showing}|[,(](?:且|${comparing})`, "u");
const begun = new RegExp(`^(?:${joining}|${showing})`, "u");
const compared = new RegExp(`^${comparing}`, "u");

/** Whether a sentence without points adds a condition to others: as a whole, or behind one of its commas. */
export function leans(words: string): boolean {
  return added.test(words);
}

/** Whether a point of a list is none of its own: ③且须提供佐证材料. */
export function leansOnOthers(item: string): boolean {
  return begun.test(item);
}

/** Whether it compares with another year or place what it does not name. */
export function comparesOther(words: string): boolean {
  return compared.test(words);
}

/** 并提供证明材料，合格得3分: in front of a condition stands one that is added to what came before it. */
export function beginsLeaning(condition: string): boolean {
  const [first = "", next = ""] = condition.split(",");
  const [, denied = ""] = /^(?:未|没有|不)(..)/u.exec(next) ?? [];
  // 须提供佐证材料，未提供的不得分.
  if (next === "" || (denied !== "" && first.includes(denied))) return false;
  return begun.test(first) || (compared.test(first) && !/\d|的$|相比$/u.test(first));
}

const otherYear = /(?:较|比|与|同|于)(?:上一?年|去年|往年|前[一两三]年|同期|全[省市区县国]|同类)/u;
const change = /[降增减升涨压]|提高|变[动化]|节约|改善|同比|环比/u;

/** 支付率较上年提高: beside 支付率 another value. */
export function isOfOtherYear(words: string): boolean {
  return otherYear.test(words);
}

/** 支付率不低于上年, 与上年持平: no name of a value but a condition of its own; 较上年下降 is a name. */
export function holdsOtherYear(words: string): boolean {
  return otherYear.test(words) && !change.test(words);
}
