import { plainText } from "../quantity/plainText";
import { sideAfter, sideBefore, type Side } from "../quantity/side";

/** What stands in a column of signs beside a target; unread: not all of it was understood. */
export type SignWords =
  | { readonly kind: "none" | "qualitative" | "range" | "unread" }
  /** written: the sign itself or words for it, not only which way is better. */
  | { readonly kind: "side"; readonly side: Side; readonly written: boolean };

const blank = /^(?:[-—~/\\]*|无)$/u;
/** "定量正向", "逆指标", "越低越好": which way is better. */
const way =
  /^(?:定量|数量|量化)?(?:(?<up>正向?|达到|越[大高多快早长好]越[好优])|(?<down>[反逆负]向?|越[小低少慢晚短]越[好优]|(?:下降|减少|降低)[为越](?:[好优]|宜)))(?:指标|性|型|类)*$/u;
/** Words that say of what sort an indicator is, and nothing of its direction. */
const sort =
  /^(?:定量|数量|数值|量化|约束|预期|预测|核心|共性|个性|通用|一般|重点|关键|必选|可选|自选)(?:性|型|类)?(?:指标)?$/u;
const range = /^(?:在?(?:区间|范围|之间)|介于)(?:之?间|内|值|型|类)?(?:指标)?$/u;

/** The sign that a side is written as in front of a figure. */
export const signOfSide: Readonly<Record<Side, string>> = {
  atLeast: "≥",
  moreThan: ">",
  atMost: "≤",
  lessThan: "<",
  equal: "=",
  approx: "约",
};

/** 1 upwards, -1 downwards, 0 neither. */
export function directionOf(side: Side): number {
  if (side === "atLeast" || side === "moreThan") return 1;
  return side === "atMost" || side === "lessThan" ? -1 : 0;
}

/** All of the cell: "≤", "不得超过", "以内", "小于等于（≤）", "定量反向". */
export function readSignWords(written: string): SignWords {
  const { text } = plainText(written);
  if (blank.test(text)) return { kind: "none" };
  if (text.startsWith("定性")) return { kind: "qualitative" };
  const whole = wordOf(text);
  if (whole.kind !== "unread") return whole;
  const parts = text.split(/[()、,，;；/]/u).filter((part) => part !== "");
  const read = parts.map(wordOf);
  const said = read.filter((one) => one.kind !== "none");
  const [first = { kind: "unread" } as const] = [...said].sort((one, other) => clear(other) - clear(one));
  const agree = said.every((one) => isSame(first, one));
  return parts.length > 1 && agree ? first : { kind: "unread" };
}

const clear = (one: SignWords): number => Number(one.kind === "side" && one.written);

function isSame(first: SignWords, other: SignWords): boolean {
  if (first.kind !== "side" || other.kind !== "side") return first.kind === other.kind;
  if (first.written && other.written) return first.side === other.side;
  return directionOf(first.side) === directionOf(other.side);
}

function wordOf(text: string): SignWords {
  const side = sideOf(text);
  if (side !== null) return { kind: "side", side, written: true };
  const { up, down } = way.exec(text)?.groups ?? {};
  if (up !== undefined) return { kind: "side", side: "atLeast", written: false };
  if (down !== undefined) return { kind: "side", side: "atMost", written: false };
  if (sort.test(text)) return { kind: "none" };
  return { kind: range.test(text) ? "range" : "unread" };
}

/** The words of a side, when they are all that stands there. */
function sideOf(text: string): Side | null {
  const before = sideBefore(text, text.length);
  if (before?.from === 0 && before.apart === undefined && before.near === undefined) return before.side;
  const after = sideAfter(text, 0, "");
  return after?.to === text.length && /^\p{Script=Han}/u.test(text) ? after.side : null;
}
