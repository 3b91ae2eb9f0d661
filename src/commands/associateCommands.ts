import type { ExcelRun } from "../adapters/office/excelRun";
import { officeWorkbook } from "../adapters/office/officeWorkbook";
import { activeCell } from "./activeCell";
import type { CommandNews } from "./commandNews";
import { runRestore, runScore } from "./runCommands";

/** What the commands need of Office: the ribbon's functions by name, and the pane. */
export interface CommandHost {
  readonly run: ExcelRun;
  readonly associate: (
    name: string,
    command: (event: { readonly completed: () => void }) => Promise<void>,
  ) => void;
  readonly supported: () => boolean;
  readonly showPane: () => Promise<void>;
  readonly tell: (news: CommandNews) => void;
}

/** Binds the functions that the manifest names. Every one of them completes, whatever happens: otherwise Excel
 * keeps the button busy. */
export function associateCommands(host: CommandHost): void {
  const workbook = officeWorkbook(host.run, { merges: "ask", supported: host.supported });
  const commands: Readonly<Record<string, () => Promise<CommandNews | null>>> = {
    score: () => runScore(workbook),
    restore: () => runRestore(workbook),
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
        host.tell({ kind: "failed", problem: unexpected(error) });
      } finally {
        event.completed();
      }
    });
  }
}

function unexpected(error: unknown) {
  return {
    code: "unexpected" as const,
    what: "没有完成",
    why: `程序内部错误：${error instanceof Error ? error.message : String(error)}`,
    todo: "请重试；仍不行请保存后重新打开工作簿。",
  };
}
