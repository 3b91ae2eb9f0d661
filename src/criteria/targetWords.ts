import type { Figure } from "../quantity/figure";
import { tidy } from "../quantity/tidy";

/** What the words before a figure say: a change by so much, or a level that was reached. */
type Change = "rise" | "fall" | "upTo" | "downTo" | null;

const endings: readonly (readonly [RegExp, Change])[] = [
  [/(?:下降|降低|减少|压减|缩短|缩减|压降|降|减)(?:到|至)(?:了)?$/u, "downTo"],
  [/(?:提高|提升|增加|增长|上升|扩大|增|升)(?:到|至)(?:了)?$/u, "upTo"],
  [/(?:下降|降低|减少|压减|缩短|缩减|压降)(?:率)?(?:为|了|约|达到?)?$/u, "fall"],
  [/(?:提高|提升|增加|增长|上升|扩大)(?:率)?(?:为|了|约|达到?)?$/u, "rise"],
];

function changeBefore(text: string, figure: Figure): Change {
  const words = text.slice(Math.max(0, figure.span.from - 12), figure.span.from).replace(/\s+/gu, "");
  return endings.find(([ending]) => ending.test(words))?.[1] ?? null;
}

/** "降至5%" bounds from above, though no sign says so: the target as at-most, to be confirmed. */
export function withLoweredTarget(
  text: string,
  target: Figure,
): { readonly target: Figure; readonly doubts: readonly string[] } {
  if (target.side !== null || target.high !== null || changeBefore(text, target) !== "downTo") {
    return { target, doubts: [] };
  }
  return { target: { ...target, side: "atMost" }, doubts: [`目标值“${target.text}”是否为“不高于”`] };
}

/** A target that is a change against an actual that is a level, or changes in opposite directions. */
export function changeDoubt(
  targetText: string,
  target: Figure,
  actualText: string,
  actual: Figure,
): string | null {
  const wanted = changeBefore(targetText, target);
  const done = changeBefore(actualText, actual);
  const level = (change: Change): boolean => change === "upTo" || change === "downTo";
  if (wanted === null || done === null || wanted === done) return null;
  if (level(wanted) !== level(done)) {
    return `“${target.text}”与“${actual.text}”一个是增减幅度、一个是增减后的数，应怎样对照`;
  }
  return `“${target.text}”与“${actual.text}”增减方向相反，应怎样对照`;
}

/** Things of which less is better; a bare target of theirs may be an upper bound that was not written. */
const lessIsBetter =
  /投诉|退学率|流失率|差错|失误|错误率|事故|违规|违纪|死亡|伤亡|发案|发病|返贫|逾期|超标|排放|能耗|失业率|不合格|成本|费用|耗时|时限|等待时间|响应时间|办理时间/u;
/** Unless handling or lowering them is what is measured. */
const moreIsBetter =
  /处理|办理率|办结|结案|查处|整改|处置|答复|回复|满意|完成|达标|下降|降低|减少|节约|节省|调解|化解|培训|检查|宣传/u;
const shortTime: readonly string[] = ["天", "工作日", "小时", "分钟", "秒"];

export function isLessBetter(words: string): boolean {
  return lessIsBetter.test(words) && !moreIsBetter.test(words);
}

/** Asks for the direction of a target without a sign where the two readings differ: "退学率 2%", "办理时间 3天". */
export function directionDoubt(target: Figure, actual: Figure, words: string): string | null {
  const bare = target.side === null && target.high === null;
  if (!bare || tidy(target.value) === tidy(actual.value)) return null;
  const doubtful = isLessBetter(words);
  const time = shortTime.includes(target.unit.name) && !words.includes("提前");
  return doubtful || time ? `目标值“${target.text}”是“不低于”还是“不高于”` : null;
}
