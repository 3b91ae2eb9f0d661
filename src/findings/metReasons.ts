import type { CompletionRate } from "../criteria/completionRate";

/** What such a cell says where there is nothing to explain. */
const nothing =
  /^(?:无偏差|无差异|不涉及|不适用|正常|已?(?:全部)?(?:按[^，。]{1,6})?(?:完成|达标|实现)|达到[^，。]{0,6}目标|完成率?100%)[^，。]{0,8}[。]?$/u;
/** Why more was reached than planned… */
const more =
  /超额|超过|超出|高于|增加|扩大|追加|新增|好于|多于|节约|节省|提前(?:完成|实施|达到|竣工|完工)|完成率高/u;
/** …which nobody says of what was late or lacking. */
const less =
  /推迟|滞后|延[期迟误]|逾期|困难|不足|不够|不力|未(?!发生|发现|出现|超)|取消|核减|偏低|缺口|中止|暂停/u;
/** Under an upper bound words of more are words of a miss… */
const over = /(?<!未|没有|不)超(?:[出过支标限]|预算)|(?<!不)高于|上涨/u;
/** …and words of less say how it was kept. */
const saved = /未超|没有超|不超|低于|少于|减少|压减|降低|下降/u;

/** Whether such a cell says that there is nothing to explain. */
export function explainsNothing(reason: string): boolean {
  return nothing.test(reason.trim());
}

/** Why the target was passed, or how the bound was kept: what was reached beyond the target is explained by any words but those of a miss. */
export function isOfMore(
  reason: string,
  parts: Extract<CompletionRate, { outcome: "rate" }>["parts"],
): boolean {
  const upper = parts.some(({ kind }) => kind === "atMost");
  if (less.test(reason) || (upper && over.test(reason))) return false;
  return (
    more.test(reason) ||
    (upper && saved.test(reason)) ||
    parts.every(({ kind, compared: { target, actual } }) =>
      kind === "atMost" ? actual < target : actual > target,
    )
  );
}
