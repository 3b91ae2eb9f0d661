import { tidy } from "../quantity/tidy";

/** 优≥90，良≥80，中≥60，其余为差；of the total as it is handed over, 0 to 100. */
export function gradeOf(total: number): "优" | "良" | "中" | "差" {
  const exact = tidy(total);
  if (exact >= 90) return "优";
  if (exact >= 80) return "良";
  return exact >= 60 ? "中" : "差";
}
