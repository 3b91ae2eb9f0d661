import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { Icon } from "./Icon";
import type { PaneState } from "./paneState";
import { useSend } from "./sendContext";

const useStyles = makeStyles({
  bar: {
    position: "sticky",
    top: 0,
    zIndex: 1,
    padding: "8px 12px",
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  /* The host draws its own menu over the right end of the first line. */
  buttons: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: "6px 4px", paddingRight: "34px" },
  button: { minWidth: 0, paddingLeft: "8px", paddingRight: "8px" },
  meter: { display: "block", width: "100%", height: "4px", accentColor: tokens.colorBrandBackground },
  progress: { margin: "6px 0 0", fontSize: tokens.fontSizeBase200 },
});

/** 计算得分, 恢复原表 and the settings: always at hand. */
export function ActionBar({ state }: { readonly state: PaneState }) {
  const styles = useStyles();
  const send = useSend();
  const ready = state.phase === "ready";
  return (
    <div className={styles.bar} role="region" aria-label="操作">
      <div className={styles.buttons}>
        <Button
          className={styles.button}
          appearance="primary"
          disabledFocusable={!ready || state.busy}
          onClick={() => {
            send({ kind: "score" });
          }}
        >
          {state.written ? "重新计算得分" : "计算得分"}
        </Button>
        <Button
          size="small"
          className={styles.button}
          disabledFocusable={!(ready || state.phase === "noForm") || state.busy || !state.restorable}
          onClick={() => {
            send({ kind: "askRestore" });
          }}
        >
          恢复原表
        </Button>
        <Button
          size="small"
          className={styles.button}
          disabledFocusable={!ready}
          onClick={() => {
            send({ kind: "showFindings" });
          }}
        >
          报送前自查
        </Button>
        <Button
          size="small"
          className={styles.button}
          disabledFocusable={!ready || state.busy}
          onClick={() => {
            send({ kind: "askConvert" });
          }}
        >
          转换／报送
        </Button>
        <Button
          size="small"
          appearance="subtle"
          aria-label="设置"
          icon={<Icon name="settings" />}
          disabledFocusable={!ready}
          onClick={() => {
            send({ kind: "showSettings" });
          }}
        />
      </div>
      {state.progress !== null && (
        <div className={styles.progress}>
          {state.progress}…
          <progress className={styles.meter} aria-label={state.progress} />
        </div>
      )}
    </div>
  );
}
