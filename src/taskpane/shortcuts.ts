type ShortcutName = "score" | "next" | "list" | "help";

/**
 * With Alt and Shift, which neither Excel nor the browsers join to these letters (A, B, I and T are theirs). By where the
 * key is, not by the letter: with Option a Mac writes another.
 */
export const shortcuts: Readonly<Record<ShortcutName, { readonly letter: string; readonly words: string }>> =
  {
    score: { letter: "S", words: "计算得分" },
    next: { letter: "N", words: "下一步" },
    list: { letter: "L", words: "返回列表" },
    help: { letter: "H", words: "帮助" },
  };

export const shortcutNames = Object.keys(shortcuts) as readonly ShortcutName[];

/** "Alt+Shift+S", as people and aria-keyshortcuts write it. */
export function sayShortcut(name: ShortcutName): string {
  return `Alt+Shift+${shortcuts[name].letter}`;
}

/** What says a shortcut of a button: to the eye, and to a screen reader. */
export function shortcutOf(name: ShortcutName): {
  readonly title: string;
  readonly "aria-keyshortcuts": string;
} {
  return {
    title: `${shortcuts[name].words}（${sayShortcut(name)}）`,
    "aria-keyshortcuts": sayShortcut(name),
  };
}

type Key = Pick<KeyboardEvent, "code" | "altKey" | "shiftKey" | "ctrlKey" | "metaKey">;

/** The shortcut that a key is; null: none. */
export function readShortcut(key: Key): ShortcutName | null {
  if (!key.altKey || !key.shiftKey || key.ctrlKey || key.metaKey) return null;
  return shortcutNames.find((name) => key.code === `Key${shortcuts[name].letter}`) ?? null;
}
