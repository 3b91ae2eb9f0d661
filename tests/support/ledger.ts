import type { SheetSnapshot } from "../../src/workbook/snapshot";
import { gridSheet } from "./grid";

const titles = ["日期", "凭证号", "摘要", "科室", "经费来源", "经办人", "收款单位", "数额", "余额", "备注"];

/** A sheet that has nothing to do with any form: a ledger of many rows. */
export function ledger(name: string, rows: number): SheetSnapshot {
  const lines = Array.from({ length: rows }, (_, y): (string | number)[] =>
    y === 0
      ? titles
      : titles.map((title, x) => (x === 7 || x === 8 ? y * 100 + x : x === 1 ? y : `${title}第${y}笔`)),
  );
  return gridSheet(lines, { name });
}
