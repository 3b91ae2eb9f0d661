import type { Figure } from "../quantity/figure";
import { tidy } from "../quantity/tidy";

/** Things of which less is better; a bare target of theirs may be an upper bound that was not written. */
const lessIsBetter =
  /投诉|退学率|流失率|差错|失误|错误率|事故|违规|违纪|死亡|伤亡|发案|发病|返贫|逾期|超标|排放|能耗|失业率|不合格|成本|费用|耗时|时限|等待时间|响应时间|办理时间/u;
/** Unless handling or lowering them is what is measured. */
const moreIsBetter =
  /处理|办理率|办结|结案|查处|整改|处置|答复|回复|满意|完成|达标|下降|降低|减少|节约|节省|调解|化解|培训|检查|宣传/u;
const shortTime: readonly string[] = ["天", "工作日", "小时", "分钟", "秒"];

/** Asks for the direction of a target without a sign where the two readings differ: "退学率 2%", "办理时间 3天". */
export function directionDoubt(target: Figure, actual: Figure, words: string): string | null {
  const bare = target.side === null && target.high === null;
  if (!bare || tidy(target.value) === tidy(actual.value)) return null;
  const doubtful = lessIsBetter.test(words) && !moreIsBetter.test(words);
  const time = shortTime.includes(target.unit.name) && !words.includes("提前");
  return doubtful || time ? `目标值“${target.text}”是“不低于”还是“不高于”` : null;
}
