import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useEffect, useId, useRef } from "react";
import product from "../../package.json";
import { helpPages, releaseNotes, viewKeys } from "./helpContent";
import { sayShortcut, shortcutNames, shortcuts } from "./shortcuts";

const useStyles = makeStyles({
  dialog: {
    boxSizing: "border-box",
    width: "min(560px, calc(100vw - 16px))",
    maxHeight: "calc(100vh - 16px)",
    padding: "16px",
    overflowY: "auto",
    overflowWrap: "anywhere",
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusLarge,
    "::backdrop": { backgroundColor: tokens.colorBackgroundOverlay },
  },
  title: { margin: 0, fontSize: tokens.fontSizeBase500, ":focus": { outline: "none" } },
  heading: { margin: "12px 0 4px", fontSize: tokens.fontSizeBase300 },
  words: { margin: "2px 0" },
  list: { margin: 0, paddingLeft: "1.2em", display: "grid", rowGap: "4px" },
  keys: {
    display: "grid",
    gridTemplateColumns: "auto minmax(0, 1fr)",
    gap: "4px 12px",
    margin: 0,
    "& dd": { margin: 0 },
  },
  key: { fontFamily: tokens.fontFamilyMonospace, whiteSpace: "nowrap" },
  link: { color: tokens.colorBrandForegroundLink },
  buttons: { display: "flex", flexWrap: "wrap", gap: "8px", marginTop: "16px" },
});

/** 帮助: the version, what is new in it, the keys, and where more is said. The browser's own modal: Esc closes it, and the
 * keyboard goes back to where it was. */
export function HelpDialog(props: {
  readonly onClose: () => void;
  /** Begins the first tour; null: it cannot be begun from here. */
  readonly onTour: (() => void) | null;
}) {
  const styles = useStyles();
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const title = useRef<HTMLHeadingElement>(null);
  const { onClose, onTour } = props;
  useEffect(() => {
    const shown = dialog.current;
    if (shown?.open === false) shown.showModal();
    title.current?.focus();
  }, []);
  return (
    <dialog ref={dialog} className={styles.dialog} aria-labelledby={`${id}title`} onClose={onClose}>
      <h2 id={`${id}title`} ref={title} tabIndex={-1} className={styles.title}>
        帮助
      </h2>
      <p className={styles.words}>绩效自评评分，版本 {product.version}</p>
      <h3 className={styles.heading}>更新内容</h3>
      <ul className={styles.list}>
        {releaseNotes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
      <h3 className={styles.heading}>快捷键</h3>
      <dl className={styles.keys}>
        {shortcutNames.map((name) => (
          <KeyLine key={name} keys={sayShortcut(name)} words={shortcuts[name].words} />
        ))}
        {viewKeys.map(([keys, words]) => (
          <KeyLine key={keys} keys={keys} words={words} />
        ))}
      </dl>
      <p className={styles.words}>Mac 上 Alt 是 Option 键。在 Excel 里，先点一下侧边栏。</p>
      <h3 className={styles.heading}>说明</h3>
      <ul className={styles.list}>
        {helpPages.map(([page, words]) => (
          <li key={page}>
            <a href={page} target="_blank" rel="noreferrer" className={styles.link}>
              {words}
            </a>
          </li>
        ))}
      </ul>
      <div className={styles.buttons}>
        <Button
          appearance="primary"
          onClick={() => {
            dialog.current?.close();
          }}
        >
          关闭
        </Button>
        {onTour !== null && (
          <Button
            onClick={() => {
              dialog.current?.close();
              onTour();
            }}
          >
            看一遍引导
          </Button>
        )}
      </div>
    </dialog>
  );
}

function KeyLine({ keys, words }: { readonly keys: string; readonly words: string }) {
  const styles = useStyles();
  return (
    <>
      <dt>
        <kbd className={styles.key}>{keys}</kbd>
      </dt>
      <dd>{words}</dd>
    </>
  );
}
