import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { Icon } from "./Icon";
import { nextStep, openFindings } from "./nextStep";
import { shortcutOf } from "./shortcuts";
import { SendButton, usePaneState } from "./paneContext";

const useStyles = makeStyles({
  bar: { position: "relative", padding: "8px 12px 6px" },
  /* The host draws its own menu over the right end of the first line. */
  buttons: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: "6px 4px", paddingRight: "34px" },
  /* What would look lost in a line of its own stays with what stands before it. */
  pair: { display: "inline-flex", alignItems: "center", gap: "4px" },
  button: { minWidth: 0, paddingLeft: "8px", paddingRight: "8px" },
  meter: { display: "block", width: "100%", height: "4px", accentColor: tokens.colorBrandBackground },
  /* Over what stands below, which must not move away from under the mouse when it comes and goes. */
  progress: {
    position: "absolute",
    zIndex: 1,
    top: "100%",
    left: 0,
    right: 0,
    padding: "0 12px 6px",
    fontSize: tokens.fontSizeBase200,
    backgroundColor: tokens.colorNeutralBackground1,
    pointerEvents: "none",
    "& button": { pointerEvents: "auto" },
  },
  step: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    justifyContent: "space-between",
    gap: "4px 8px",
  },
});

const stopWords = { can: "停止", asked: "正在停止", late: "已开始写入，不能停止" } as const;

/** 计算得分, 恢复原表 and the settings: always at hand. */
export function ActionBar() {
  const styles = useStyles();
  const state = usePaneState();
  const next = nextStep(state);
  // One primary button in sight: the other steps have theirs below.
  const isNext = next === null || next === "score" || next === "rescore";
  const ready = state.phase === "ready";
  const isCopy = state.choices.forms.some(
    ({ sheet, copyOf }) => copyOf !== null && sheet === state.scorecard?.sheet,
  );
  return (
    <div className={styles.bar} role="region" aria-label="操作">
      <div className={styles.buttons}>
        <SendButton
          className={mergeClasses(styles.button, state.tour === 0 && "pointed")}
          appearance={isNext ? "primary" : "secondary"}
          waits
          disabledFocusable={!ready}
          intent={{ kind: "score" }}
          {...shortcutOf("score")}
        >
          {isCopy ? "作为新表计算" : state.written ? "重新计算得分" : "计算得分"}
        </SendButton>
        <SendButton
          size="small"
          className={styles.button}
          waits
          disabledFocusable={!(ready || state.phase === "noForm") || !state.restorable}
          intent={{ kind: "askRestore" }}
        >
          恢复原表
        </SendButton>
        {/* On the first line in the narrowest pane, however long the words of the buttons after it grow. */}
        <SendButton
          size="small"
          appearance="subtle"
          aria-label="设置"
          icon={<Icon name="settings" />}
          disabledFocusable={!ready}
          intent={{ kind: "showSettings" }}
        />
        <SendButton
          size="small"
          className={styles.button}
          disabledFocusable={!ready}
          intent={{ kind: "showFindings" }}
        >
          报送前自查{openCount(openFindings(state))}
        </SendButton>
        <span className={styles.pair}>
          <SendButton
            size="small"
            className={styles.button}
            waits
            disabledFocusable={!ready}
            intent={{ kind: "askConvert" }}
          >
            转换／报送
          </SendButton>
          <SendButton
            size="small"
            appearance="subtle"
            aria-label="帮助"
            icon={<Icon name="help" />}
            intent={{ kind: "help", open: true }}
            {...shortcutOf("help")}
          />
        </span>
      </div>
      {state.progress !== null && (
        <div className={styles.progress}>
          <div className={styles.step}>
            <span>{state.progress}…</span>
            {state.stopping !== "no" && (
              <SendButton
                size="small"
                className={styles.button}
                intent={state.stopping === "can" ? { kind: "stop" } : null}
              >
                {stopWords[state.stopping]}
              </SendButton>
            )}
          </div>
          <progress className={styles.meter} aria-label="进度" />
        </div>
      )}
    </div>
  );
}

/** "（27）": what is left to look at, once it was checked. */
function openCount(open: number | null): string {
  return open === null || open === 0 ? "" : `（${open}）`;
}
