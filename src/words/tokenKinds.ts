import type { WordKind } from "./lexicon";
import type { Token } from "./readTokens";

export function hasKind(tokens: readonly Token[], kinds: readonly WordKind[]): boolean {
  return tokens.some((token) => token.is === "word" && kinds.includes(token.kind));
}

const countUnit = /^(?:[个家户件宗起例项份篇本册条次场期批台套辆所处间笔名人种类张款]|平方米|台套|人次)$/u;

/** 3台, 2项: things that are counted; days and months are not. */
export function isCount(token: Token): boolean {
  return token.is === "figure" && countUnit.test(token.figure.unit.name);
}

export function isMoney(token: Token): boolean {
  return token.is === "figure" && token.figure.unit.name === "元";
}

/** A percentage that is said to be so much, no bound. */
export function isPlainPercent(token: Token): boolean {
  return token.is === "figure" && token.figure.unit.name === "%" && token.figure.side === null;
}

/** 6月底, 3-11月, 上半年: not the whole year. */
export function isPartOfYear(text: string, token: Token): boolean {
  return (
    hasKind([token], ["season"]) ||
    (token.is === "months" && !text.slice(token.from, token.to).includes("12月"))
  );
}
