import { withoutEnds } from "./trim";

const before = ["如果", "如", "若", "对于", "对", "凡", "其中", "介于", "处于"];
const behind = [
  ",应",
  ",一律",
  ",均",
  ",直接",
  "的",
  "时",
  "者",
  "则",
  "在",
  "为",
  "是",
  "介于",
  "处于",
  "情况",
  "部分",
  "后",
  "，",
  "、",
  ",",
];

/** 报送及时, 违规行为, 如实反映, 对外公开: no joining words, though they end or begin like some. */
const whole = new Set(
  "及时 准时 按时 适时 实时 限时 临时 超时 课时 学时 工时 小时 行为 作为 人为 滞后 落后 善后 售后 存在 所在 如实 如期 如约 若干 对外 对口 对应 对象 对账".split(
    " ",
  ),
);

/** The words of a name without what only joins them to the sentence: 如…的, 控制率＞0时, 偏离度在. */
export function bareWords(text: string): string {
  const bare = withoutEnds(text, before, behind, whole);
  return /^当(?!年)/u.test(bare) ? bare.slice(1) : bare;
}

/** What is said of the things that are counted, before their name. */
export const verbs = [
  "存在",
  "发现",
  "出现",
  "查出",
  "发生",
  "每",
  "如",
  "若",
  "有",
  "对",
  "的",
  "凡",
  ",",
  "，",
  "、",
];

/** 有效投诉, 有责投诉, 有害信息: what there is, not that there is some. */
const wordsOfHaving = new Set(
  "有效 有责 有害 有感 有偿 有毒 有意 有序 有机 有线 有限 有奖 有证 有主 有价 有形 有色 有力 有过 有错 有理 有据 有组 有轨 有人 有关 有期 有息 有源 有功 对外 对口 对内 对账 对接 对公 对比".split(
    " ",
  ),
);

/** The name of what is counted, of what stands before and behind its number. */
export function countedName(before: string, after: string): string {
  const head = withoutEnds(before, [",", "，", "、"], verbs);
  const tail = withoutEnds(after, verbs, ["的", ",", "，"], wordsOfHaving);
  if (head === "") return tail;
  return tail === "" ? head : `${head}，${tail}`;
}
