import type { Sign, Token } from "./token";

type Compare = Omit<Extract<Token, { is: "compare" }>, "from" | "to">;

/** What the words before a number, and the signs, say of it. */
export function comparisons(): readonly (readonly [string, () => Compare])[] {
  const words: readonly (readonly [Sign, string])[] = [
    ["≥", "≥|(?:不|未|没有)低于|不少于|不小于|(?:高于|大于|超过)(?:或|或者)?等于|大于等于|达到或超过|达到"],
    ["≥", "达(?=\\d)"],
    [
      "≤",
      "≤|(?:不|未|没有)(?:高于|超过|超出)|不大于|不多于|(?:低于|小于)(?:或|或者)?等于|小于等于|控制在(?=\\d)",
    ],
    ["<", "<|未达到?|没有达到|达不到|不足|不满(?!意)|不到(?!位)|低于|小于|少于|未满|不及(?![时格])"],
    [">", ">|高于|超过|超出|大于|多于|高出"],
    ["=", "=|等于|为(?=\\d)"],
  ];
  return words.map(([sign, source]) => [source, () => ({ is: "compare", sign })] as const);
}
