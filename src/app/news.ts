import type { CellAddress } from "../workbook/cell";
import type { Problem } from "../workbook/port";

/** What was done, or why it was not: told by whatever did it, shown by the face that has a place for words. */
export type Told =
  | { readonly kind: "done"; readonly text: string; readonly notes: readonly string[] }
  | { readonly kind: "failed"; readonly problem: Problem };

/** What a ribbon button has to tell. It has no place of its own for words: the pane shows them, or does what is asked. */
export type News =
  | Told
  /** 恢复原表 met cells that were changed since: the pane asks about each. */
  | { readonly kind: "restoreAsks" }
  /** 转换公式: the pane asks into what. */
  | { readonly kind: "askConvert" }
  /** 报送前自查: the pane shows its list. */
  | { readonly kind: "check" }
  /** 查看计分依据 of this cell. */
  | { readonly kind: "explain"; readonly at: CellAddress };

/** A mistake of ours, as a person is told of it. */
export function unexpectedProblem(error: unknown): Problem {
  return {
    code: "unexpected",
    what: "没有完成。",
    why: `程序内部错误：${error instanceof Error ? error.message : String(error)}。`,
    todo: "请重试；仍不行请保存后重新打开工作簿。",
  };
}

/* Pane and commands are separate scripts of one page, so they meet at the page: its event, one place for the news that
 * no pane has heard yet, because a command may run before the pane was ever opened, and one for the form picked. */
const eventName = "jx-command-news";
const untold = Symbol.for("jx-command-news");
const picked = Symbol.for("jx-picked-sheet");

/** Tells the pane, now or as soon as it listens. */
export function tellNews(page: EventTarget, news: News): void {
  const event = new CustomEvent(eventName, { detail: news, cancelable: true });
  // A listener says by preventDefault() that it has shown the news.
  if (page.dispatchEvent(event)) Reflect.set(page, untold, news);
}

/** For the pane: hears what was told before it listened, and everything after. Returns what ends it. */
export function listenToNews(page: EventTarget, listener: (news: News) => void): () => void {
  const hear = (event: Event): void => {
    event.preventDefault();
    listener((event as CustomEvent<News>).detail);
  };
  page.addEventListener(eventName, hear);
  const waiting = Reflect.get(page, untold) as News | undefined;
  Reflect.deleteProperty(page, untold);
  if (waiting !== undefined) listener(waiting);
  return () => {
    page.removeEventListener(eventName, hear);
  };
}

/** The sheet of the form that a person picked among several; null: nobody did. */
export interface SheetPick {
  readonly sheet: () => string | null;
  readonly pick: (sheet: string | null) => void;
}

/** The pick that pane and commands share. */
export function sheetPick(page: object): SheetPick {
  return {
    sheet: () => (Reflect.get(page, picked) as string | null | undefined) ?? null,
    pick: (sheet) => {
      Reflect.set(page, picked, sheet);
    },
  };
}
