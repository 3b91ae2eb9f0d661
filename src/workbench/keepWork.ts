import { createStore, del, entries, set } from "idb-keyval";
import type { Book } from "./createBook";
import { createKeeper, sayNotKept } from "./createKeeper";
import type { KeptDrafts } from "../taskpane/draftsState";
import type { OpenedFile } from "./saveFile";

/** Work that was not saved, as it lies in this browser's IndexedDB. */
export interface LeftWork {
  readonly id: string;
  readonly name: string;
  readonly bytes: Uint8Array;
  /** When it was last changed, in milliseconds since 1970. */
  readonly at: number;
  readonly file: OpenedFile | null;
  /** Answers that were typed in the pane and not written. */
  readonly answers?: KeptDrafts | null;
}

const store = createStore("jx-workbench", "unsaved-work");
const lockOf = (id: string) => `jx-unsaved-work ${id}`;

/** Keeps a book's unsaved work until it is saved; id: of the work that it was restored from. Gives back what ends that. */
export function keepWork(book: Book, id: string | null, say: (text: string) => void): () => void {
  const own = id ?? `${Date.now()}-${Math.random().toString(36).slice(2)}`;
  const letGo = hold(own);
  const keeper = createKeeper({
    keep: async () => {
      const { name, file } = book;
      const answers = book.answersInPane();
      const work = { name, bytes: book.bytes().slice(), at: Date.now(), file, answers };
      // A handle that cannot be stored is no reason to lose the work.
      await set(own, work, store).catch((error: unknown) => {
        if (!(error instanceof DOMException && error.name === "DataCloneError")) throw error;
        return set(own, { ...work, file: null }, store);
      });
    },
    forget: () => del(own, store),
    failed: (error) => {
      say(sayNotKept(error));
    },
    pause: 400,
    patience: 10_000,
  });
  let { version, unsaved } = book.state();
  let answers = book.answersInPane();
  const onHidden = () => {
    if (document.visibilityState === "hidden") keeper.flush();
  };
  const leave = book.subscribe(() => {
    const state = book.state();
    const typed = book.answersInPane();
    const isLeft = state.unsaved || typed !== null;
    if (isLeft && (state.version !== version || state.unsaved !== unsaved || typed !== answers)) {
      keeper.changed();
      // What the pane writes on the way out cannot wait.
      onHidden();
    } else if (!isLeft && (unsaved || answers !== null)) keeper.discard();
    ({ version, unsaved } = state);
    answers = typed;
  });
  document.addEventListener("visibilitychange", onHidden);
  return () => {
    leave();
    document.removeEventListener("visibilitychange", onHidden);
    keeper.discard();
    letGo();
  };
}

/** Work that no open page holds, the latest first. Without a store, or where it cannot be read, there is none. */
export async function leftWork(): Promise<readonly LeftWork[]> {
  const [found, held] = await Promise.all([entries<string, unknown>(store), heldLocks()]);
  return found
    .flatMap(([id, kept]) => (isWork(kept) && !held.has(lockOf(id)) ? [{ ...kept, id }] : []))
    .sort((one, other) => other.at - one.at);
}

/** The same, if it is still there: another page may have taken it up meanwhile, or dropped it. */
export async function takeWork(id: string): Promise<LeftWork | null> {
  return (await leftWork()).find((one) => one.id === id) ?? null;
}

export function dropWork(id: string): Promise<void> {
  return del(id, store);
}

/** A page that is killed gives its locks back: what it kept is then anybody's. */
function hold(id: string): () => void {
  let release = (): void => undefined;
  const until = new Promise<void>((done) => {
    release = done;
  });
  // Only pages of https and of this machine have locks.
  if ("locks" in navigator) void navigator.locks.request(lockOf(id), () => until).catch(() => undefined);
  return () => {
    release();
  };
}

async function heldLocks(): Promise<ReadonlySet<string>> {
  if (!("locks" in navigator)) return new Set();
  const { held = [] } = await navigator.locks.query();
  return new Set(held.flatMap(({ name }) => name ?? []));
}

function isWork(kept: unknown): kept is Omit<LeftWork, "id"> {
  if (typeof kept !== "object" || kept === null) return false;
  const { name, bytes, at, file } = kept as Readonly<Record<string, unknown>>;
  return (
    typeof name === "string" &&
    bytes instanceof Uint8Array &&
    typeof at === "number" &&
    (file === null || typeof file === "object")
  );
}

/** The answers of kept work, as far as they are as this page writes them. */
export function answersOf({ answers }: LeftWork): KeptDrafts | null {
  if (typeof answers !== "object" || answers === null || typeof answers.sheet !== "string") return null;
  const known = Object.entries(answers.drafts).filter(
    ([, { text, months, notApplicable, reason }]) =>
      [text, reason, ...months].every((one) => typeof one === "string") && typeof notApplicable === "boolean",
  );
  return known.length === 0 ? null : { sheet: answers.sheet, drafts: Object.fromEntries(known) };
}
