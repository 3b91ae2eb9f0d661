import type { Edit, EditPlan } from "../workbook/edit";
import { snapshotCell, type Snapshot } from "../workbook/snapshot";
import { readRestoreRecord } from "./copiedForm";

const ours = /(?<![\p{L}\p{N}_.])JX\.[A-Z]/u;

/**
 * Formulas of ours that show #NAME?, because a program without our functions has worked them out: written again as they
 * are, which has them and everything that depends on them worked out anew.
 */
export function planRepair(snapshot: Snapshot): EditPlan {
  const edits = snapshot.sheets.flatMap((sheet) =>
    Array.from(sheet.rows).flatMap(([row, cells]) =>
      Array.from(cells).flatMap(([column, { formula, value }]): readonly Edit[] => {
        if (value !== "#NAME?" || formula === undefined || !ours.test(formula)) return [];
        const at = { sheet: sheet.name, row, column };
        return [{ kind: "cell", at, content: { formula }, reason: "修复没有加载项时显示的 #NAME?" }];
      }),
    ),
  );
  return asTheyStand(edits);
}

/** Every formula of ours of a form once more, as it is: a program that knows no results may have left none, or old ones. */
export function planAnew(snapshot: Snapshot, sheet: string): EditPlan {
  const { cells } = readRestoreRecord(snapshot, sheet);
  return asTheyStand(
    cells.flatMap(({ at }): readonly Edit[] => {
      const formula = snapshotCell(snapshot, at)?.formula;
      if (formula === undefined) return [];
      return [{ kind: "cell", at, content: { formula }, reason: "存的结果不对，重新计算" }];
    }),
  );
}

function asTheyStand(edits: readonly Edit[]): EditPlan {
  const expects = edits.flatMap((edit) =>
    edit.kind === "cell" ? [{ at: edit.at, holds: edit.content }] : [],
  );
  return { edits, expects };
}
