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
