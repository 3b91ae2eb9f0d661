import { readPlainNumber } from "../quantity/plainNumber";
import { isErrorValue, type CellSnapshot } from "../workbook/snapshot";
import type { Amount, MoneyUnit } from "./ledger";
import { isMoneyUnit } from "./moneyUnit";

/** What a cell of an amount holds. `unit`: the one that is printed for it. */
export function readAmount(cell: CellSnapshot | undefined, unit: MoneyUnit | null): Amount {
  const value = cell?.value ?? null;
  if (cell?.formula !== undefined && value === null) {
    return unread("是没有结果的公式，请用 Excel 或 WPS 打开台账保存一次");
  }
  if (value === null || (typeof value === "string" && value.trim() === "")) return { kind: "blank" };
  if (isErrorValue(value)) return unread(`是错误值${String(value)}`);
  if (typeof value === "number" && isNoMoney(cell?.format)) return unread("是日期或百分数，不是金额");
  const number = readPlainNumber(value);
  if (number === null) return unread(`“${String(value).slice(0, 20)}”不是一个数`);
  if (number.unit !== "" && !isMoneyUnit(number.unit)) return unread(`“${String(value)}”不是金额`);
  if (number.value < 0) return unread(`${number.value}是负数`);
  return { kind: "number", value: number.value, unit: number.unit === "" ? unit : number.unit };
}

/** A number format of a date, a time or a percent. */
function isNoMoney(format = "General"): boolean {
  const bare = format.replace(/"[^"]*"|\\.|\[[^[\]]*\]|_.|\*./gu, "");
  return bare.includes("%") || (!/general/iu.test(bare) && /[ymdhs年月日]/iu.test(bare));
}

function unread(why: string): Amount {
  return { kind: "unread", why };
}
