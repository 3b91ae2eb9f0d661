import { useEffect, useMemo, useRef, useState } from "react";
import { fail, type Outcome, type Problem } from "../workbook/port";
import type { Book } from "./createBook";
import { fetchParts, type Parts } from "./fetchParts";
import type { LeftWork } from "./keepWork";
import type { PickedFile } from "./pickFile";
import { samples, type Sample } from "./samples";
import type { OpenedFile } from "./saveFile";
import type { ReplaceAnswer } from "./UnsavedWork";
import { focusGrid } from "./useShortcuts";

/** A workbook that is to be opened. */
interface Coming {
  readonly name: string;
  readonly bytes: () => Promise<ArrayBuffer>;
  readonly file: () => Promise<OpenedFile | null>;
  /** The kept work that it is; null: it comes from elsewhere. */
  readonly work: LeftWork | null;
}

/** A workbook that was read; turn: the how manieth. */
interface OpenedBook {
  readonly book: Book;
  readonly turn: number;
  readonly workId: string | null;
}

/** In the workbook, or typed in the pane and not written yet. */
function isUnsaved(book: Book): boolean {
  return book.state().unsaved || book.isTypedInPane();
}

/** The open workbook of the page: opening another one, saving, and keeping what is not saved. */
export function useOpenBook() {
  const [parts, setParts] = useState<Parts | null>(null);
  const [opened, setOpened] = useState<OpenedBook | null>(null);
  /** Read, while a person is asked about the unsaved work in its place. */
  const [waiting, setWaiting] = useState<OpenedBook | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [left, setLeft] = useState<readonly LeftWork[]>([]);
  const [notice, setNotice] = useState<string | null>(null);
  const [said, setSaid] = useState("");
  const latest = useRef(0);
  /** What is shown, and how its unsaved work is let go. */
  const current = useRef<{ readonly book: Book; readonly letGo: () => void } | null>(null);

  const { open, show } = useMemo(() => {
    const show = (next: OpenedBook, { keepWork }: Parts) => {
      current.current?.letGo();
      current.current = { book: next.book, letGo: keepWork(next.book, next.workId, setNotice) };
      setOpened(next);
      setSaid("");
      setLeft((before) => before.filter(({ id }) => id !== next.workId));
    };
    const open = async ({ name, bytes, file, work }: Coming) => {
      latest.current += 1;
      const turn = latest.current;
      const code = fetchParts().catch(() => null);
      const [read, from] = await Promise.all([
        bytes().catch((error: unknown) => error),
        file().catch(() => null),
      ]);
      const fetched = await code;
      // Somebody has chosen another file meanwhile.
      if (turn !== latest.current) return;
      if (fetched !== null) setParts(fetched);
      const outcome =
        fetched === null
          ? notFetched(name)
          : read instanceof ArrayBuffer
            ? fetched.createBook(name, new Uint8Array(read), {
                file: from,
                unsaved: work !== null,
                answers: work === null ? null : fetched.answersOf(work),
              })
            : unreadable(name, read);
      setProblem(outcome.ok ? null : outcome.problem);
      if (!outcome.ok || fetched === null) return;
      const next = { book: outcome.value, turn, workId: work?.id ?? null };
      // A file that is dropped leaves an entry open.
      if (current.current?.book.isTyping() === true) {
        await current.current.book.settle();
        focusGrid();
        if (turn !== latest.current) return;
      }
      if (current.current !== null && isUnsaved(current.current.book)) setWaiting(next);
      else show(next, fetched);
    };
    return { open, show };
  }, []);

  useEffect(() => {
    const [first] = samples;
    if (first !== undefined) void open(ofSample(first));
    // Where nothing can be kept, that is said once there is something to keep.
    void fetchParts()
      .then(({ leftWork }) => leftWork())
      .then(setLeft, () => undefined);
    const warn = (event: BeforeUnloadEvent) => {
      const book = current.current?.book;
      if (book !== undefined && (isUnsaved(book) || book.isTyping())) event.preventDefault();
    };
    window.addEventListener("beforeunload", warn);
    return () => {
      window.removeEventListener("beforeunload", warn);
    };
  }, [open]);

  const save = async () => {
    const book = current.current?.book;
    if (book === undefined) return;
    const done = await book.save();
    setSaid(done.how === "file" ? "（已写回原文件）" : "");
    if (done.how === "download" && done.refused !== null) {
      setNotice(`没有写回原文件：${done.refused}。已改为下载“${book.name}”，请使用下载的文件。`);
    }
  };
  const answer = async (given: ReplaceAnswer) => {
    setWaiting(null);
    if (given === "save") await save();
    if (given !== "cancel" && waiting !== null && parts !== null) show(waiting, parts);
  };
  const restore = async ({ id }: LeftWork) => {
    const work = (await parts?.takeWork(id).catch(() => null)) ?? null;
    focusToolbar();
    if (work !== null) await open(ofWork(work));
    else {
      setLeft((before) => before.filter((one) => one.id !== id));
      setNotice("这份内容已经在另一个页面恢复或放弃，或者浏览器已经清除。");
    }
  };
  const discard = async ({ id }: LeftWork) => {
    setLeft((before) => before.filter((one) => one.id !== id));
    focusToolbar();
    await parts?.dropWork(id).catch(() => undefined);
  };
  return {
    parts,
    opened,
    waiting,
    problem,
    setProblem,
    left,
    notice,
    said,
    openFile: ({ file, opened: from }: PickedFile) => {
      void open({ name: file.name, bytes: () => file.arrayBuffer(), file: from, work: null });
    },
    openSample: (sample: Sample) => {
      void open(ofSample(sample));
    },
    save: () => {
      void save();
    },
    answer: (given: ReplaceAnswer) => {
      void answer(given);
    },
    restore: (work: LeftWork) => {
      void restore(work);
    },
    discard: (work: LeftWork) => {
      void discard(work);
    },
    closeNotice: () => {
      setNotice(null);
      focusToolbar();
    },
  };
}

/** What was pressed is gone: the keyboard goes on at the beginning of the page. */
function focusToolbar(): void {
  document.querySelector<HTMLElement>(".toolbar button")?.focus();
}

function ofSample({ name, url }: Sample): Coming {
  const bytes = async () => {
    const answer = await fetch(url);
    if (!answer.ok) throw new Error(`${answer.status} ${answer.statusText}`);
    return answer.arrayBuffer();
  };
  return { name, bytes, file: () => Promise.resolve(null), work: null };
}

function ofWork(work: LeftWork): Coming {
  const { name, bytes, file } = work;
  return {
    name,
    bytes: () => Promise.resolve(bytes.slice().buffer),
    file: () => Promise.resolve(file),
    work,
  };
}

/** The part of the page that opens files did not come. */
function notFetched(name: string): Outcome<never> {
  return fail({
    code: "unexpected",
    what: `没有打开文件“${name}”。`,
    why: "工作台的一部分没有取到。",
    todo: "请检查网络，再重新打开。",
  });
}

/** A file whose bytes could not be had at all. */
function unreadable(name: string, error: unknown): Outcome<never> {
  return fail({
    code: "fileMissing",
    what: `读不了文件“${name}”。`,
    why: error instanceof Error ? `浏览器没能读取文件（${error.message}）。` : "浏览器没能读取文件。",
    todo: "请检查文件是否还在、是否正被其他程序占用，再重新打开。",
  });
}
