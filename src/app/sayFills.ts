import type { FormFill, LedgerFill } from "../edits/planLedger";
import type { ProjectLedger } from "../ledger/ledger";

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

/** So many are named. */
const named = 5;

/** Projects of the list that none of these forms is. */
export function unusedNote({ rows }: ProjectLedger, forms: readonly FormFill[]): readonly string[] {
  const used = new Set(forms.flatMap((form) => form.rows.map(({ sheet, row }) => `${row}:${sheet}`)));
  const unused = rows.filter(
    ({ sheet, row, figures }) =>
      !used.has(`${row}:${sheet}`) && figures.some(({ amount }) => amount.kind === "number"),
  );
  if (unused.length === 0) return [];
  const names = unused.slice(0, named).map(({ name, code }) => (name === "" ? code : name));
  return [`台账里有${unused.length}行没有对上表：${names.join("、")}${unused.length > named ? "等" : ""}。`];
}
