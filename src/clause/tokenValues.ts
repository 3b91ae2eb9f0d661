import { readChineseNumeral } from "../quantity/writtenNumber";
import type { Consequence, Token } from "./token";

type Value<T> = T extends unknown ? Omit<T, "from" | "to"> : never;
export type Made = Value<Token>;

export function consequence(what: Consequence): Made {
  return { is: "consequence", what };
}

/** （含90%） says which number it means, （含） that of the number before it. */
export function included([, digits, sign]: readonly (string | undefined)[], isIn: boolean): Made {
  return {
    is: "included",
    included: isIn,
    at: digits === undefined ? null : sign === "%" ? percent(digits) : Number(digits),
  };
}

export function percent(digits: string | undefined): number {
  return Number(`${digits ?? "0"}e-2`);
}

export function numberOf([, digits = "", scale, unit = ""]: readonly (string | undefined)[]): Made {
  if (unit === "‰") return { is: "number", value: Number(`${digits}e-3`), unit: "%" };
  if (unit === "%") return { is: "number", value: Number(`${digits}e-2`), unit };
  if (unit === "亿元") return { is: "number", value: Number(`${digits}e4`), unit: "万元" };
  const value = Number(`${digits}${scale === "万" ? "e4" : scale === "亿" ? "e8" : ""}`);
  return { is: "number", value, unit: unit.replace(/^个(?=百分点|工作日|自然日)/u, "") };
}

export function numeralOf([, digits = "", unit = ""]: readonly (string | undefined)[]): Made | null {
  const value = readChineseNumeral(digits);
  return value === null ? null : { is: "number", value, unit: unit.replace(/^个(?=百分点|工作日)/u, "") };
}
