import {
  FluentProvider,
  webDarkTheme,
  webLightTheme,
  Button,
  makeStyles,
  tokens,
} from "@fluentui/react-components";
import { useEffect, useRef, useState, useSyncExternalStore, type DragEvent } from "react";
import { Fetched } from "../taskpane/Fetched";
import { pageTheme } from "../taskpane/pageHost";
import { type Problem, fail, type Outcome } from "../workbook/port";
import type { Book } from "./createBook";
import { samples } from "./samples";
import { Toolbar } from "./Toolbar";
import { useWorkbenchStatics } from "./useWorkbenchStatics";

const tryPage = () => import("./TryPage");
const openBook = () => import("./OpenBook");
/* Wanted as soon as the page is seen, and not before: what opens a file, and what shows it. */
const fetchBooks = async () => {
  const [books] = await Promise.all([import("./createBook"), openBook()]);
  return books;
};

/** The page: the sheet on the left, the pane on the right. Everything stays in the page; nothing is sent anywhere. */
export function Workbench() {
  useWorkbenchStatics();
  const dark = useSyncExternalStore(pageTheme.onTheme, pageTheme.isDark);
  const [opened, setOpened] = useState<{ readonly book: Book; readonly turn: number } | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  // null: not looked at yet.
  const [trying, setTrying] = useState<boolean | null>(null);
  const toSheet = () => {
    setTrying((before) => (before === null ? null : false));
  };
  const [zoom, setZoom] = useState(() => (window.innerWidth < 1500 ? 0.8 : 1));
  const latest = useRef(0);

  const open = async (name: string, bytes: () => Promise<ArrayBuffer>) => {
    latest.current += 1;
    const turn = latest.current;
    const code = fetchBooks().catch(() => null);
    const read = await bytes().catch((error: unknown) => error);
    const books = await code;
    // Somebody has chosen another file meanwhile.
    if (turn !== latest.current) return;
    const outcome =
      books === null
        ? notFetched(name)
        : read instanceof ArrayBuffer
          ? books.createBook(name, new Uint8Array(read))
          : unreadable(name, read);
    setProblem(outcome.ok ? null : outcome.problem);
    if (outcome.ok) setOpened({ book: outcome.value, turn });
  };
  const openFile = (file: File) => {
    toSheet();
    void open(file.name, () => file.arrayBuffer());
  };
  const openUrl = (name: string, url: string) => {
    void open(name, async () => {
      const answer = await fetch(url);
      if (!answer.ok) throw new Error(`${answer.status} ${answer.statusText}`);
      return answer.arrayBuffer();
    });
  };
  const start = useRef(openUrl);
  useEffect(() => {
    const [first] = samples;
    if (first !== undefined) start.current(first.name, first.url);
  }, []);
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    const file = event.dataTransfer.files[0];
    if (file !== undefined) openFile(file);
  };
  const book = opened?.book ?? null;
  return (
    <FluentProvider theme={dark ? webDarkTheme : webLightTheme} className="workbench">
      <div
        className="page"
        onDragOver={(event) => {
          event.preventDefault();
        }}
        onDrop={onDrop}
      >
        <Toolbar
          book={book}
          zoom={zoom}
          trying={trying === true}
          onTry={setTrying}
          onZoom={setZoom}
          onFile={openFile}
          onSample={(sample) => {
            toSheet();
            openUrl(sample.name, sample.url);
          }}
        />
        {problem !== null && (
          <ProblemBanner
            problem={problem}
            onClose={() => {
              setProblem(null);
            }}
          />
        )}
        {opened !== null && (
          <Fetched load={openBook}>
            {({ OpenBook }) => (
              <OpenBook
                key={opened.turn}
                book={opened.book}
                shown={trying !== true}
                zoom={zoom}
                onProblem={setProblem}
              />
            )}
          </Fetched>
        )}
        {trying !== null && <Fetched load={tryPage}>{({ TryPage }) => <TryPage shown={trying} />}</Fetched>}
      </div>
    </FluentProvider>
  );
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

const useStyles = makeStyles({
  banner: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr) auto",
    gap: "8px 16px",
    alignItems: "start",
    padding: "8px 12px",
    color: tokens.colorNeutralForeground1,
    borderBottom: `1px solid ${tokens.colorStatusDangerBorder1}`,
    backgroundColor: tokens.colorStatusDangerBackground1,
  },
  words: { margin: 0 },
});

/** A problem of the page (a file that cannot be opened, a cell that cannot be written), above the sheet. */
function ProblemBanner(props: { readonly problem: Problem; readonly onClose: () => void }) {
  const styles = useStyles();
  const { what, why, todo } = props.problem;
  return (
    <div role="alert" className={styles.banner}>
      <div>
        <p className={styles.words}>
          <strong>{what}</strong> {why}
        </p>
        <p className={styles.words}>{todo}</p>
      </div>
      <Button size="small" onClick={props.onClose}>
        知道了
      </Button>
    </div>
  );
}
