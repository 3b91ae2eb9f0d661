import { isBad } from "./plainLabel";

/** How far something is from what was wanted, by the sign it begins with or by its own name. */
const distance =
  /^(?:每)?[超迟晚低少缺差欠逾延漏降]|差[额距值]|缺口|短缺|超[支出期时额]|[低高少多短]于|超过|[延逾]期|延[迟误]|推迟|滞后|降低|减少/u;
const isDistance = /[超迟晚低少缺差欠逾延漏降推滞]|偏|变动|减/u;

/** Pairs of what is counted on the two sides of one thing: the more of the one, the less of the other. */
const sides: readonly (readonly [RegExp, RegExp])[] = (
  [
    ["利用|使用|在用|出租|入住|租用", "闲置|空置|荒废|撂荒"],
    ["合格|达标|优良|优质|良品|成品", "次品|废品|不合格|不达标|返工|返修"],
    ["节约|节支|节省|结余", "超支|超出|超概|超预算"],
    ["准时|准点|正点|[按及]时|[按如]期|提前", "延误|[延逾超误]期|延迟|推迟|滞后|晚点|误点|迟[到报交]"],
    ["表扬|表彰|好评|点赞|感谢|锦旗", "投诉|举报|差评|批评|信访|上访"],
    ["就业", "失业"],
    ["成功", "失败"],
    ["正确|准确", "错误|差错|误差|失误"],
    ["完好", "损坏|破损|损毁|故障"],
    ["出勤|在岗|到岗", "缺勤|旷工|离岗|脱岗"],
    ["入学|在学|巩固", "辍学|退学"],
    ["留存|在职", "流失|离职|辞职"],
    ["存活|成活|治愈", "死亡|病死"],
    ["盈利|利润", "亏损"],
    ["履约|守约", "违约"],
    ["开工|复工", "停工"],
    ["到位|偿还|清偿", "拖欠|欠[薪费款缴]"],
  ] as const
).map(([one, other]) => [new RegExp(one, "u"), new RegExp(other, "u")]);

/** A figure how far the asked one is from its bound: 超, 差额, 少办场次 for 培训场次. */
export function isDistanceTo(own: string, words: string): boolean {
  return distance.test(own) && !isDistance.test(words) && !isBad(words);
}

/** The one counts what the other does not: 出租率 and 空置率, 准时 and 延误. */
export function countsOtherSide(own: string, words: string): boolean {
  return sides.some(([one, other]) => {
    const [mine, its] = [sideOf(own, one, other), sideOf(words, one, other)];
    return mine !== 0 && its === -mine;
  });
}

/** 1 or -1; 0 where it says neither or both. */
function sideOf(words: string, one: RegExp, other: RegExp): number {
  const without = words.replace(new RegExp(other.source, "gu"), "");
  const isOther = without !== words;
  const isOne = one.test(without);
  return isOne === isOther ? 0 : isOne ? 1 : -1;
}
