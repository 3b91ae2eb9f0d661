import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useEffect, useRef } from "react";
import type { SeenFix } from "../app/planChange";
import { shortChange } from "../edits/shortChange";
import { CellLink } from "./CellLink";
import { cellKey } from "../workbook/cell";
import { SendButton, usePaneState, useTitleFocus } from "./paneContext";

const useStyles = makeStyles({
  box: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr)",
    rowGap: "6px",
    // Above the bar that stays in sight.
    scrollMarginBottom: "60px",
    marginTop: "6px",
    padding: "8px",
    fontSize: tokens.fontSizeBase200,
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  title: { margin: 0, fontSize: tokens.fontSizeBase200 },
  list: { listStyleType: "none", margin: 0, padding: 0, display: "grid", rowGap: "4px" },
  change: { overflowWrap: "anywhere" },
  label: { color: tokens.colorNeutralForeground2 },
  buttons: { display: "flex", flexWrap: "wrap", gap: "8px" },
});

/** Every cell that would be written, before → after, and why; nothing is written before 采用. */
export function FixPreview(props: { readonly fixes: readonly SeenFix[]; readonly close: () => void }) {
  const styles = useStyles();
  const { fixes, close } = props;
  const { busy } = usePaneState();
  const title = useTitleFocus(true);
  const box = useRef<HTMLElement>(null);
  useEffect(() => {
    box.current?.scrollIntoView({ block: "nearest" });
  }, []);
  return (
    <section
      ref={box}
      className={styles.box}
      aria-label="改正的预览"
      onKeyDown={(event) => {
        // While something is under way Escape stops that.
        if (event.key !== "Escape" || busy) return;
        event.stopPropagation();
        close();
      }}
    >
      <h4 ref={title} tabIndex={-1} className={styles.title}>
        将要改动的单元格
      </h4>
      <ul className={styles.list}>
        {fixes.flatMap(({ fix }) =>
          fix.map((one) => {
            const { before, after } = shortChange(one);
            return (
              <li key={cellKey(one.at)}>
                <CellLink at={one.at} />{" "}
                <span className={styles.change}>
                  <del>{before}</del>
                  <span className="visually-hidden">改为</span>
                  <span aria-hidden> → </span>
                  <ins>{after}</ins>
                </span>{" "}
                <span className={styles.label}>{one.label}</span>
              </li>
            );
          }),
        )}
      </ul>
      <div className={styles.buttons}>
        <SendButton appearance="primary" size="small" waits intent={{ kind: "mendFindings", fixes }}>
          采用
        </SendButton>
        <Button size="small" onClick={close}>
          取消
        </Button>
      </div>
    </section>
  );
}
