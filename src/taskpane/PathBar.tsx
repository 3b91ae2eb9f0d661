import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { Scorecard } from "../scorecard/scorecard";
import { countWaiting } from "./confirmState";
import { Icon } from "./Icon";
import { nextStep, openFindings, stepButtons, stepWords } from "./nextStep";
import { SendButton, usePaneState, useSend } from "./paneContext";
import type { PaneIntent } from "./paneEvent";
import { shortcutOf } from "./shortcuts";
import { countRows } from "./rowFilter";

const useStyles = makeStyles({
  path: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", rowGap: "6px", padding: "0 12px 8px" },
  steps: { display: "flex", flexWrap: "wrap", gap: "4px", margin: 0, padding: 0, listStyleType: "none" },
  step: { display: "inline-flex", alignItems: "center", gap: "4px" },
  button: {
    display: "inline-flex",
    alignItems: "center",
    gap: "4px",
    minHeight: "24px",
    padding: "2px 6px",
    font: "inherit",
    fontVariantNumeric: "tabular-nums",
    color: tokens.colorNeutralForeground1,
    backgroundColor: "transparent",
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    cursor: "pointer",
  },
  next: { border: `1px solid ${tokens.colorBrandStroke1}`, fontWeight: tokens.fontWeightSemibold },
  line: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: "4px 8px" },
  words: { color: tokens.colorNeutralForeground2 },
  unknown: { fontWeight: tokens.fontWeightRegular, color: tokens.colorNeutralForeground2 },
});

/** 补充 → 核对 → 自查 → 报送版 with what is left of each: always in sight, and over the list one button for the next thing. */
export function PathBar({ scorecard }: { readonly scorecard: Scorecard }) {
  const styles = useStyles();
  const send = useSend();
  const state = usePaneState();
  const next = nextStep(state);
  const points: readonly {
    readonly name: string;
    /** null: not known yet. */
    readonly left: number | null;
    readonly unit: string;
    /** What is said while it is not known. */
    readonly unknown?: string;
    readonly isNext: boolean;
    readonly intent: PaneIntent;
  }[] = [
    {
      name: "补充",
      left: countRows(scorecard.rows, "missing"),
      unit: "项",
      isNext: next === "fill",
      intent: { kind: "showFill" },
    },
    {
      name: "核对",
      left: countWaiting(scorecard),
      unit: "条",
      isNext: next === "confirm",
      intent: { kind: "showConfirm" },
    },
    {
      name: "自查",
      left: openFindings(state),
      unit: "处",
      unknown: state.findings.list === null ? "未查" : "待重查",
      isNext: next === "check" || next === "seen",
      intent: { kind: "showFindings" },
    },
    {
      name: "报送版",
      left: state.submitted ? 0 : null,
      unit: "",
      isNext: next === "submit",
      intent: { kind: "askConvert" },
    },
  ];
  return (
    <nav className={styles.path} aria-label="办理步骤">
      <ol className={styles.steps}>
        {points.map(({ name, left, unit, unknown, isNext, intent }, at) => (
          <li key={name} className={styles.step}>
            {at > 0 && <span aria-hidden="true">→</span>}
            <button
              type="button"
              className={mergeClasses(
                styles.button,
                isNext && styles.next,
                state.tour === at + 1 && "pointed",
              )}
              aria-current={isNext ? "step" : undefined}
              onClick={() => {
                send(intent);
              }}
            >
              {left === 0 && <Icon name="check" />}
              <span>
                {name}
                {left !== null && left > 0 && ` ${left}`}
                {left === null && unknown !== undefined && <span className={styles.unknown}> {unknown}</span>}
                {left !== null && <span className="visually-hidden">{left === 0 ? "：已完成" : unit}</span>}
              </span>
            </button>
          </li>
        ))}
      </ol>
      {state.view === "list" || next === "rescore" || next === "done" ? <NextButton /> : null}
    </nav>
  );
}

/** The next thing to do. */
export function NextButton() {
  const styles = useStyles();
  const state = usePaneState();
  const next = nextStep(state);
  const button = next === null ? null : stepButtons[next];
  const words = next === null ? "" : stepWords[next];
  return (
    <div className={styles.line}>
      {words !== "" && <span className={styles.words}>{words}</span>}
      {button !== null && (
        <SendButton appearance="primary" intent={button.intent} {...shortcutOf("next")}>
          {button.words}
        </SendButton>
      )}
      {state.written && state.view !== "wording" && state.view !== "findings" && (
        <SendButton appearance="subtle" intent={{ kind: "showWording" }}>
          生成评分依据（草稿）
        </SendButton>
      )}
    </div>
  );
}
