import type { CellAddress } from "../workbook/cell";
import type { Problem } from "../workbook/port";

/** What a ribbon command has to tell. Ribbon buttons have no place of their own for words: the pane shows them. */
export type CommandNews =
  | { readonly kind: "done"; readonly text: string; readonly notes: readonly string[] }
  | { readonly kind: "failed"; readonly problem: Problem }
  /** 恢复原表 met cells that were changed since: the pane asks about each. */
  | { readonly kind: "restoreAsks" }
  /** 转换公式: the pane asks into what. */
  | { readonly kind: "askConvert" }
  /** 报送前自查: the pane shows its list. */
  | { readonly kind: "check" }
  /** 查看计分依据 of this cell. */
  | { readonly kind: "explain"; readonly at: CellAddress };

/* Pane and commands are separate scripts of one page, so they meet at the page: its event, and one place for the
 * news that no pane has heard yet, because a command may run before the pane was ever opened. */
const eventName = "jx-command-news";
const untold = Symbol.for("jx-command-news");

/** Tells the pane, now or as soon as it listens. */
export function tellNews(page: EventTarget, news: CommandNews): void {
  const event = new CustomEvent(eventName, { detail: news, cancelable: true });
  // A listener says by preventDefault() that it has shown the news.
  if (page.dispatchEvent(event)) Reflect.set(page, untold, news);
}

/** For the pane: hears what was told before it listened, and everything after. Returns what ends it. */
export function listenToNews(page: EventTarget, listener: (news: CommandNews) => void): () => void {
  const hear = (event: Event): void => {
    event.preventDefault();
    listener((event as CustomEvent<CommandNews>).detail);
  };
  page.addEventListener(eventName, hear);
  const waiting = Reflect.get(page, untold) as CommandNews | undefined;
  Reflect.deleteProperty(page, untold);
  if (waiting !== undefined) listener(waiting);
  return () => {
    page.removeEventListener(eventName, hear);
  };
}
