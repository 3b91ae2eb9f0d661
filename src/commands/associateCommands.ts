import { unexpectedProblem, type News } from "../app/news";

/** The ribbon's functions as the manifest names them. */
const commandNames = ["score", "restore", "convert", "openPane", "check", "explainCell"] as const;

/** What each of them does, and what it has to tell; null: nothing. */
export type Commands = Readonly<Record<(typeof commandNames)[number], () => Promise<News | null>>>;

/** What the commands need of Office: the ribbon's functions by name, and the pane. */
interface CommandHost {
  readonly associate: (
    name: string,
    command: (event: { readonly completed: () => void }) => Promise<void>,
  ) => void;
  readonly showPane: () => Promise<void>;
  readonly tell: (news: News) => void;
  /** Fetches what they do, when the first of them is pressed. */
  readonly fetchCommands: () => Promise<Commands>;
}

/** Binds the functions that the manifest names. Every one of them completes, whatever happens: otherwise Excel
 * keeps the button busy. */
export function associateCommands(host: CommandHost): void {
  let commands: Commands | null = null;
  for (const name of commandNames) {
    host.associate(name, async (event) => {
      try {
        commands ??= await host.fetchCommands();
        const news = await commands[name]();
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
