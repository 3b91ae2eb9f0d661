import { activeCell, frontSheet } from "../adapters/office/excelEvents";
import type { ExcelRun } from "../adapters/office/excelRun";
import { officeWorkbook } from "../adapters/office/officeWorkbook";
import { makeChange, type Made } from "../app/makeChange";
import type { News } from "../app/news";
import type { Change } from "../app/planChange";
import { sheetsToRead } from "../app/sheetsToRead";
import { succeed } from "../workbook/port";
import type { Commands } from "./associateCommands";

/** The workbook that the commands work on. */
export interface CommandBook {
  readonly run: ExcelRun;
  readonly supported: () => boolean;
  /** The sheet of the form that was picked in the pane; null: none was, and the one in front counts. */
  readonly pickedSheet: () => string | null;
}

/** What the ribbon's functions do. Fetched when the first of them is pressed. */
export function ribbonCommands({ run, supported, pickedSheet }: CommandBook): Commands {
  const workbook = officeWorkbook(run, { merges: "ask", wanted: sheetsToRead, supported });
  const repair = () =>
    workbook.brokenFormulas().length === 0 ? Promise.resolve(succeed(null)) : workbook.repairFormulas();
  const port = { read: workbook.read, apply: workbook.apply, amend: null, repair };
  const change = async (wanted: Change): Promise<News> =>
    newsOf(await makeChange(port, wanted, { picked: pickedSheet(), front: () => frontSheet(run) }));
  return {
    score: () => change({ kind: "score" }),
    restore: () => change({ kind: "restore", overwrite: null }),
    convert: () => Promise.resolve({ kind: "askConvert" }),
    openPane: () => Promise.resolve(null),
    check: () => Promise.resolve({ kind: "check" }),
    explainCell: async () => {
      const cell = await activeCell(run);
      return cell.ok ? { kind: "explain", at: cell.value } : { kind: "failed", problem: cell.problem };
    },
  };
}

function newsOf(made: Made): News {
  switch (made.kind) {
    case "asked":
      return { kind: "restoreAsks" };
    case "seen":
      return { kind: "done", text: "", notes: made.notes };
    case "done":
    case "failed":
      return made;
  }
}
