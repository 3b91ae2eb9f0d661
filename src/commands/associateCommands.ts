import { activeCell, frontSheet } from "../adapters/office/excelEvents";
import type { ExcelRun } from "../adapters/office/excelRun";
import { officeWorkbook } from "../adapters/office/officeWorkbook";
import { makeChange, type Made } from "../app/makeChange";
import { unexpectedProblem, type News } from "../app/news";
import { sheetsToRead } from "../app/sheetsToRead";
import type { Change } from "../app/planChange";
import { succeed } from "../workbook/port";

/** What the commands need of Office: the ribbon's functions by name, and the pane. */
interface CommandHost {
  readonly run: ExcelRun;
  readonly associate: (
    name: string,
    command: (event: { readonly completed: () => void }) => Promise<void>,
  ) => void;
  readonly supported: () => boolean;
  readonly showPane: () => Promise<void>;
  readonly tell: (news: News) => void;
  /** The sheet of the form that was picked in the pane; null: none was, and the one in front counts. */
  readonly pickedSheet: () => string | null;
}

/** Binds the functions that the manifest names. Every one of them completes, whatever happens: otherwise Excel
 * keeps the button busy. */
export function associateCommands(host: CommandHost): void {
  const workbook = officeWorkbook(host.run, {
    merges: "ask",
    wanted: sheetsToRead,
    supported: host.supported,
  });
  const repair = () =>
    workbook.brokenFormulas().length === 0 ? Promise.resolve(succeed(null)) : workbook.repairFormulas();
  const port = { read: workbook.read, apply: workbook.apply, amend: null, repair };
  const change = async (wanted: Change): Promise<News> =>
    newsOf(await makeChange(port, wanted, { picked: host.pickedSheet(), front: () => frontSheet(host.run) }));
  const commands: Readonly<Record<string, () => Promise<News | null>>> = {
    score: () => change({ kind: "score" }),
    restore: () => change({ kind: "restore", overwrite: null }),
    convert: () => Promise.resolve({ kind: "askConvert" }),
    openPane: () => Promise.resolve(null),
    check: () => Promise.resolve({ kind: "check" }),
    explainCell: async () => {
      const cell = await activeCell(host.run);
      return cell.ok ? { kind: "explain", at: cell.value } : { kind: "failed", problem: cell.problem };
    },
  };
  for (const [name, command] of Object.entries(commands)) {
    host.associate(name, async (event) => {
      try {
        const news = await command();
        if (news !== null) host.tell(news);
        // A success is seen in the sheet; everything else needs words.
        const silent = news?.kind === "done" && news.notes.length === 0;
        if (!silent) await host.showPane();
      } catch (error) {
        host.tell({ kind: "failed", problem: unexpectedProblem(error) });
      } finally {
        event.completed();
      }
    });
  }
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
