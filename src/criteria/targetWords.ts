import type { Figure } from "../quantity/figure";
import { tidy } from "../quantity/tidy";
import { unitFactor } from "../quantity/unit";
import type { FigureRole } from "./figureRoles";
import { isEitherWay, isLessBetter } from "./lessIsBetter";

/** "降至5%" bounds from above, though no sign says so: the target as at-most, to be confirmed. */
export function withLoweredTarget(
  target: Figure,
  { change }: FigureRole,
): { readonly target: Figure; readonly doubts: readonly string[] } {
  if (target.side !== null || target.high !== null || change !== "downTo") return { target, doubts: [] };
  return { target: { ...target, side: "atMost" }, doubts: [`目标值“${target.text}”是否为“不高于”`] };
}

/** Times of which more is better. */
const longIsBetter = /志愿|优良|开放|播出|播放|运行时|运营天|学习时|供水|供电|使用年限|寿命|参训|课程/u;
const shortTime: readonly string[] = ["天", "工作日", "小时", "分钟", "秒"];

/** What comes before a thing is done: a count of it is no count of what was done, unless that was asked for. */
const early =
  /受理|报送|上报|提交|递交|报名|立案|立项|招标|公示|申请|启动|筹备|洽谈|意向|签订|签约|开工|中标|送审|送检|初审|初评|摸排|推荐|储备|谋划|对接|入围|到货|进场|订购|撰写|起草|投稿/u;
/** What is more than done. */
const late =
  /成功|验收|合格|通过|办结|结案|竣工|完工|投产|投用|投入使用|达标|获奖|到账|授权|结题|入住|开通|发表|刊发|出版/u;

const rankWord = /(?:国家|省|市|县|区)级|甲级|一等/u;

/** "受理500件" of 办结数, "调解330件" of "调解成功300件": the word that only one of the two says. */
export function otherStage(target: string, done: string, name: string): string | null {
  const before = early.exec(done)?.[0];
  if (before !== undefined && !target.includes(before) && !name.includes(before)) return before;
  const level = rankWord.exec(target)?.[0];
  if (level !== undefined && done !== "" && !done.includes(level)) return level;
  const after = late.exec(target)?.[0];
  return after === undefined || done === "" || late.test(done) ? null : after;
}

/** As much, also in another unit: 12个月 is 1年. */
function isSame(target: Figure, { value, unit }: Figure): boolean {
  return tidy(target.value) === tidy(value * unitFactor(unit, target.unit));
}

/** Asks for the direction of a target without a sign where the two readings differ: "退学率 2%", "办理时间 3天". */
export function directionDoubt(target: Figure, actual: Figure, words: string): string | null {
  const bare = target.side === null && target.high === null;
  if (!bare || target.value === 0 || target.around !== undefined || isSame(target, actual)) return null;
  const cost =
    /成本|费用|单价|造价/u.test(words) && target.unit.name.startsWith("元") && !/节约|节省/u.test(words);
  const each = target.unit.name.startsWith("元/") && !/收入|增收|产值|产出|效益|税/u.test(words);
  const doubtful = isLessBetter(words) || isEitherWay(words) || cost || each || target.value < 0;
  const long = longIsBetter.test(words) && !isLessBetter(words);
  // "11个月" of "1年": written in another unit it is no count that has to be reached.
  const mixed =
    [target, actual].some(({ unit }) => unit.name === "年") && target.unit.name !== actual.unit.name;
  const time = (mixed || shortTime.includes(target.unit.name)) && !words.includes("提前") && !long;
  return doubtful || time ? `目标值“${target.text}”是“不低于”还是“不高于”` : null;
}

const limits =
  "限额|限量|限|额度|天花板|警戒[线值]?|红线|门槛|底线|极限|阈值|临界值?|最[高低多少大小][值数]?";
const limitBefore = new RegExp(`(?:${limits})(?:为|是|[:：])?$`, "u");
const limitBehind = new RegExp(
  `^(?:${limits}|以里|内(?![部设容科河涝陆外墙业地销资控])|里(?!程)|[止顶界]$|封[口顶]|截止|而已|打住|到[顶此]|为(?!主|民|农)\\p{Script=Han}{1,2}$|[↑↓≤≥<>])`,
  "u",
);

/** Words beside a bare target that may bound it from above, and that nothing else explains: "10件为顶", "额度10件". */
export function limitDoubt(
  target: Figure,
  actual: Figure,
  { before, behind, text }: { readonly before: string; readonly behind: string; readonly text: string },
  known: string,
): string | null {
  if (target.side !== null || target.high !== null || isSame(target, actual)) return null;
  const found = limitBefore.exec(before)?.[0] ?? limitBehind.exec(behind)?.[0];
  return found === undefined || known.includes(found) ? null : `目标值“${text}”中的“${found}”怎样理解`;
}
