import { withoutEnds } from "./trim";

const before = ["如果", "如", "若", "对于", "对", "凡", "其中", "介于", "处于"];
const behind = [
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

/** The words of a name without what only joins them to the sentence: 如…的, 控制率＞0时, 偏离度在. */
export function bareWords(text: string): string {
  const bare = withoutEnds(text, before, behind);
  return /^当(?!年)/u.test(bare) ? bare.slice(1) : bare;
}
