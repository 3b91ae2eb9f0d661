import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useEffect, useRef } from "react";
import { CellLink } from "./CellLink";
import { Icon } from "./Icon";
import type { PaneMessage } from "./paneState";
import { SendButton } from "./paneContext";

const useStyles = makeStyles({
  strip: {
    display: "grid",
    gridTemplateColumns: "16px minmax(0, 1fr) auto",
    gap: "8px",
    alignItems: "start",
    padding: "8px 4px 8px 10px",
    borderRadius: tokens.borderRadiusMedium,
    color: tokens.colorNeutralForeground1,
    // Below the bar, which stays in sight.
    scrollMarginTop: "120px",
  },
  done: {
    border: `1px solid ${tokens.colorStatusSuccessBorder1}`,
    backgroundColor: tokens.colorStatusSuccessBackground1,
  },
  problem: {
    border: `1px solid ${tokens.colorStatusDangerBorder1}`,
    backgroundColor: tokens.colorStatusDangerBackground1,
  },
  icon: { paddingTop: "2px" },
  words: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", rowGap: "4px", paddingTop: "1px" },
  title: { margin: 0, fontWeight: tokens.fontWeightSemibold },
  text: { margin: 0 },
  notes: { margin: 0, paddingLeft: "1.2em" },
});

/** What happened, why, and what to do; stays until closed. */
export function MessageStrip({ message }: { readonly message: PaneMessage }) {
  const styles = useStyles();
  const strip = useRef<HTMLElement>(null);
  useEffect(() => {
    strip.current?.scrollIntoView({ block: "nearest" });
  }, [message]);
  const notes = message.kind === "done" ? message.notes : (message.problem.details ?? []);
  const done = message.kind === "done";
  return (
    <section
      ref={strip}
      tabIndex={-1}
      className={mergeClasses(styles.strip, done ? styles.done : styles.problem)}
      aria-label={done ? "操作结果" : "问题"}
    >
      <span className={styles.icon}>
        <Icon name={done ? "check" : "warning"} />
      </span>
      <div className={styles.words}>
        <p className={styles.title}>{done ? message.text : message.problem.what}</p>
        {!done && (
          <>
            <p className={styles.text}>{message.problem.why}</p>
            <p className={styles.text}>
              <strong>{message.problem.todo}</strong>{" "}
              {message.problem.at !== undefined && <CellLink at={message.problem.at} />}
            </p>
          </>
        )}
        {notes.length > 0 && (
          <ul className={styles.notes}>
            {notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        )}
      </div>
      <SendButton
        appearance="transparent"
        size="small"
        aria-label="关闭提示"
        icon={<Icon name="close" />}
        intent={{ kind: "closeMessage" }}
      />
    </section>
  );
}
