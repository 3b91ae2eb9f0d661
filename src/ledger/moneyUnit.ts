import { normalizeName } from "../form/normalizeName";
import type { MoneyUnit } from "./ledger";

const powers: Readonly<Record<MoneyUnit, number>> = { 元: 0, 千元: 3, 万元: 4, 百万元: 6, 亿元: 8 };

const printed = /(?:^|[([【/,、;:]|单位|人民币)(百万元|亿元|万元|千元|元)(?=$|[)\]】,、;/])/gu;

/** "项目资金（万元）", "单位：元", "万元" → the unit that is printed; null: none, or several. */
export function unitIn(texts: readonly string[]): MoneyUnit | null {
  const found = texts.flatMap((text) =>
    text.length > 60
      ? []
      : Array.from(normalizeName(text).matchAll(printed), ([, unit]) => unit as MoneyUnit),
  );
  const [only, ...more] = new Set(found);
  return only === undefined || more.length > 0 ? null : only;
}

/** 1234567.89 元 → 123.456789 万元: the digits stay, only the point moves. */
export function inUnit(value: number, from: MoneyUnit, to: MoneyUnit): number {
  const digits = String(value);
  const power = powers[from] - powers[to];
  return digits.includes("e") ? value * 10 ** power : Number(`${digits}e${power}`);
}

export function isMoneyUnit(text: string): text is MoneyUnit {
  return Object.hasOwn(powers, text);
}
