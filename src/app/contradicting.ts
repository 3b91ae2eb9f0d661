import type { GivenAnswer } from "./answerTargets";
import { isYesNo } from "./answerValue";
import { isBad, plainLabel } from "./plainLabel";

/**
 * An answer that no question took, in the words of the 评分标准, and that says the opposite of the points: that all is well
 * where points are lost, or that it is not where none are. In Chinese what does not go together; null: nothing.
 */
export function contradicting(
  printed: string,
  unmatched: readonly GivenAnswer[],
  isFull: boolean,
): string | null {
  const text = plainLabel(printed);
  const other = unmatched.find(
    (answer) => text.includes(plainLabel(answer.label ?? "")) && saysWell(answer) === !isFull,
  );
  if (other === undefined) return null;
  const { label, value } = other;
  return `“${label ?? ""}”答的是“${String(value)}”，按其他答案却${isFull ? "没有扣分" : "要扣分"}，请核对。`;
}

/** Whether all is well by it; null: it does not say. */
function saysWell({ label, value }: GivenAnswer): boolean | null {
  const words = plainLabel(label ?? "");
  if (words === "") return null;
  if (isYesNo(value)) return (value === "是") !== isBad(words);
  return typeof value === "number" && value > 0 && isBad(words) ? false : null;
}
