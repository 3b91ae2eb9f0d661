import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useEffect, useId, useRef, type MouseEvent } from "react";
import type { LeftWork } from "./keepWork";

const useStyles = makeStyles({
  strip: {
    display: "flex",
    flexWrap: "wrap",
    gap: "4px 12px",
    alignItems: "center",
    padding: "6px 12px",
    color: tokens.colorNeutralForeground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke1}`,
    backgroundColor: tokens.colorStatusWarningBackground1,
  },
  words: { margin: 0, flexGrow: 1, flexBasis: "240px", overflowWrap: "anywhere" },
  buttons: { display: "flex", flexWrap: "wrap", gap: "8px" },
  dialog: {
    maxWidth: "min(460px, calc(100vw - 32px))",
    boxSizing: "border-box",
    padding: "16px",
    color: tokens.colorNeutralForeground1,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground1,
    overflowWrap: "anywhere",
    "::backdrop": { backgroundColor: "rgba(0, 0, 0, .4)" },
  },
  title: { margin: "0 0 8px", fontSize: tokens.fontSizeBase400 },
  text: { margin: "0 0 12px" },
});

/** 恢复上次未完成的填写: the latest work that was left without being saved. */
export function LeftWorkStrip(props: {
  readonly left: readonly LeftWork[];
  readonly onRestore: (work: LeftWork) => void;
  readonly onDrop: (work: LeftWork) => void;
}) {
  const styles = useStyles();
  const [work] = props.left;
  if (work === undefined) return null;
  const more = props.left.length > 1 ? `（另有${props.left.length - 1}份，随后询问）` : "";
  return (
    <section className={styles.strip} aria-label="恢复上次未完成的填写">
      <p className={styles.words} role="status">
        <strong>恢复上次未完成的填写</strong>：“{work.name}”，{sayTime(work.at)}的内容没有保存{more}。
      </p>
      <div className={styles.buttons}>
        <Button
          size="small"
          appearance="primary"
          onClick={() => {
            props.onRestore(work);
          }}
        >
          恢复
        </Button>
        <Button
          size="small"
          onClick={() => {
            props.onDrop(work);
          }}
        >
          放弃
        </Button>
      </div>
    </section>
  );
}

/** Something that is to be known and stops nothing. */
export function Notice(props: { readonly text: string; readonly onClose: () => void }) {
  const styles = useStyles();
  return (
    <div className={styles.strip}>
      <p className={styles.words} role="status">
        {props.text}
      </p>
      <Button size="small" onClick={props.onClose}>
        知道了
      </Button>
    </div>
  );
}

export type ReplaceAnswer = "save" | "replace" | "cancel";

/** Asked before another file takes the place of unsaved work. The browser's own modal: it keeps the keyboard inside, Esc
 * cancels, and the keyboard goes back to where it was. */
export function ReplaceDialog(props: {
  readonly name: string;
  readonly next: string;
  /** Something is typed in the pane and not written: saving does not take it along. */
  readonly typedInPane: boolean;
  readonly onAnswer: (answer: ReplaceAnswer) => void;
}) {
  const styles = useStyles();
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const { onAnswer } = props;
  useEffect(() => {
    const shown = dialog.current;
    if (shown?.open === false) shown.showModal();
  }, []);
  const close =
    (answer: ReplaceAnswer) =>
    ({ currentTarget }: MouseEvent<HTMLElement>) => {
      currentTarget.closest("dialog")?.close(answer);
    };
  return (
    <dialog
      ref={dialog}
      className={styles.dialog}
      aria-labelledby={`${id}title`}
      aria-describedby={`${id}text`}
      onClose={({ currentTarget: { returnValue } }) => {
        onAnswer(returnValue === "save" || returnValue === "replace" ? returnValue : "cancel");
      }}
    >
      <h2 id={`${id}title`} className={styles.title}>
        “{props.name}”还没有保存
      </h2>
      <p id={`${id}text`} className={styles.text}>
        要打开“{props.next}”，先保存现在的表吗？不保存的改动不能找回。
        {props.typedInPane && "侧边栏里还有没写入的内容，不会存进文件：要留着的，请先取消，写入以后再保存。"}
      </p>
      <div className={styles.buttons}>
        <Button appearance="primary" onClick={close("save")}>
          保存后打开
        </Button>
        <Button onClick={close("replace")}>不保存，直接打开</Button>
        <Button onClick={close("cancel")}>取消</Button>
      </div>
    </dialog>
  );
}

/** "11月28日 14:05", with the year where it is not this one. */
function sayTime(at: number): string {
  const date = new Date(at);
  const year = date.getFullYear() === new Date().getFullYear() ? "" : `${date.getFullYear()}年`;
  const minutes = String(date.getMinutes()).padStart(2, "0");
  return `${year}${date.getMonth() + 1}月${date.getDate()}日 ${date.getHours()}:${minutes}`;
}
