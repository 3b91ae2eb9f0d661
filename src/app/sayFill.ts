import type { LedgerFill } from "../edits/planLedger";

/** "空白 → 126.4", "已是126.4", "不填：表里填的是120，台账是126.4". */
export function sayFill({ old, value, state, why }: LedgerFill): string {
  switch (state) {
    case "fill":
      return `${old === "" ? "空白" : old} → ${value ?? ""}`;
    case "same":
      return `已是${old}`;
    case "left":
      return `不填：${why}`;
  }
}
