import {
  FluentProvider,
  webDarkTheme,
  webLightTheme,
  Button,
  makeStyles,
  tokens,
} from "@fluentui/react-components";
import { useState, useSyncExternalStore, type DragEvent } from "react";
import { Fetched } from "../taskpane/Fetched";
import { focusFirst, SkipLinks } from "../taskpane/SkipLinks";
import { pageTheme } from "../taskpane/pageHost";
import type { Problem } from "../workbook/port";
import { openBook } from "./fetchParts";
import { droppedFile, type PickedFile } from "./pickFile";
import { Toolbar } from "./Toolbar";
import { useOpenBook } from "./useOpenBook";
import { useHelpKey, useSaveKey } from "./useShortcuts";
import { useWorkbenchStatics } from "./useWorkbenchStatics";

const loadHelp = () => import("../taskpane/HelpDialog");
const tryPage = () => import("./TryPage");
/** The page: the sheet on the left, the pane on the right. Everything stays in the page; nothing is sent anywhere. */
export function Workbench() {
  useWorkbenchStatics();
  const dark = useSyncExternalStore(pageTheme.onTheme, pageTheme.isDark);
  // null: not looked at yet.
  const [trying, setTrying] = useState<boolean | null>(null);
  const toSheet = () => {
    setTrying((before) => (before === null ? null : false));
  };
  const [zoom, setZoom] = useState(() => (window.innerWidth < 1500 ? 0.8 : 1));
  const [help, setHelp] = useState(false);
  const [tours, setTours] = useState(0);
  useHelpKey(() => {
    setHelp(true);
  });
  const desk = useOpenBook();
  useSaveKey(desk.save);
  const { opened, problem, parts } = desk;
  const openFile = (picked: PickedFile) => {
    toSheet();
    desk.openFile(picked);
  };
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    const dropped = droppedFile(event.dataTransfer);
    if (dropped !== null) openFile(dropped);
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
        <SkipLinks
          label="跳转"
          links={[
            {
              words: "到表格",
              go: () => {
                focusFirst("table[role='grid']");
              },
            },
            {
              words: "到侧边栏",
              go: () => {
                focusFirst(".pane-side main button", ".divider-fold");
              },
            },
          ]}
        />
        <Toolbar
          book={book}
          zoom={zoom}
          trying={trying === true}
          onTry={setTrying}
          onZoom={setZoom}
          onFile={openFile}
          onSave={desk.save}
          said={desk.said}
          onHelp={() => {
            setHelp(true);
          }}
          onSample={(sample) => {
            toSheet();
            desk.openSample(sample);
          }}
        />
        {parts !== null && (
          <>
            <parts.LeftWorkStrip left={desk.left} onRestore={desk.restore} onDrop={desk.discard} />
            {desk.notice !== null && <parts.Notice text={desk.notice} onClose={desk.closeNotice} />}
            {desk.waiting !== null && book !== null && (
              <parts.ReplaceDialog
                key={desk.waiting.turn}
                name={book.name}
                next={desk.waiting.book.name}
                typedInPane={book.isTypedInPane()}
                onAnswer={desk.answer}
              />
            )}
          </>
        )}
        {problem !== null && (
          <ProblemBanner
            problem={problem}
            onClose={() => {
              desk.setProblem(null);
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
                tours={tours}
                onProblem={desk.setProblem}
              />
            )}
          </Fetched>
        )}
        {help && (
          <Fetched load={loadHelp}>
            {({ HelpDialog }) => (
              <HelpDialog
                onTour={
                  book === null
                    ? null
                    : () => {
                        toSheet();
                        setTours(tours + 1);
                      }
                }
                onClose={() => {
                  setHelp(false);
                }}
              />
            )}
          </Fetched>
        )}
        {trying !== null && <Fetched load={tryPage}>{({ TryPage }) => <TryPage shown={trying} />}</Fetched>}
      </div>
    </FluentProvider>
  );
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
