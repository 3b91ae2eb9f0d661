import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { severities, type Finding } from "../findings/finding";
import { findingsText } from "../edits/findingsSheet";
import { countLine } from "../edits/findingsSheet";
import { FindingItem } from "./FindingItem";
import { FindingsReport } from "./FindingsReport";
import { stepFinding } from "./findingsState";
import { Icon } from "./Icon";
import { BackButton, SendButton, usePaneState, useTitleFocus } from "./paneContext";

const useStyles = makeStyles({
  view: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", rowGap: "10px" },
  title: { margin: "4px 0", fontSize: tokens.fontSizeBase400 },
  heading: { margin: "8px 0 4px", fontSize: tokens.fontSizeBase300 },
  buttons: { display: "flex", flexWrap: "wrap", gap: "8px", alignItems: "center" },
  /* Stays in sight while the list is stepped through. */
  steps: {
    position: "sticky",
    bottom: 0,
    padding: "6px 0",
    backgroundColor: tokens.colorNeutralBackground1,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  list: { listStyleType: "none", margin: 0, padding: 0, display: "grid", rowGap: "6px" },
  hint: { margin: 0, color: tokens.colorNeutralForeground2 },
});

/** 报送前自查: the findings by severity, one unfolded at a time; steps, marks, list, report. */
export function FindingsView() {
  const styles = useStyles();
  const { findings, moveFocus } = usePaneState();
  const title = useTitleFocus(moveFocus);
  const list = findings.list ?? [];
  const open = list.filter(({ dismissed }) => dismissed === null);
  const done = list.filter(({ dismissed }) => dismissed !== null);
  const step = (by: 1 | -1, label: string) => {
    const target = stepFinding(findings, by);
    return (
      <SendButton
        size="small"
        icon={<Icon name={by === 1 ? "next" : "previous"} />}
        intent={target === null ? null : { kind: "pickFinding", key: target.key }}
      >
        {label}
      </SendButton>
    );
  };
  const items = (some: readonly Finding[]) => (
    <ul className={styles.list}>
      {some.map((finding) => (
        <FindingItem key={finding.key} finding={finding} unfolded={finding.key === findings.current} />
      ))}
    </ul>
  );
  return (
    <section className={styles.view} aria-labelledby="findings-title">
      <div>
        <BackButton />
      </div>
      <h2 id="findings-title" ref={title} tabIndex={-1} className={styles.title}>
        报送前自查
      </h2>
      {findings.list === null ? (
        <p className={styles.hint}>正在检查…</p>
      ) : (
        <p className={styles.hint} role="status">
          {list.length === 0 ? "没有发现问题。" : countLine(list)}
        </p>
      )}
      {severities.map((severity) => {
        const some = open.filter((finding) => finding.severity === severity);
        if (some.length === 0) return null;
        return (
          <div key={severity}>
            <h3 className={styles.heading}>
              {severity}（{some.length}）
            </h3>
            {items(some)}
          </div>
        );
      })}
      {done.length > 0 && (
        <details>
          <summary>已核实，不处理（{done.length}）</summary>
          {items(done)}
        </details>
      )}
      <div className={styles.buttons}>
        <SendButton
          size="small"
          waits
          disabledFocusable={!findings.marked && open.length === 0}
          intent={{ kind: findings.marked ? "clearFindingMarks" : "markFindings" }}
        >
          {findings.marked ? "清除标记" : "在表中标出"}
        </SendButton>
        <SendButton
          size="small"
          waits
          disabledFocusable={list.length === 0}
          intent={{ kind: "exportFindings" }}
        >
          导出清单
        </SendButton>
        <SendButton
          size="small"
          icon={<Icon name="copy" />}
          disabledFocusable={list.length === 0}
          intent={{ kind: "copy", text: findingsText(list) }}
        >
          复制清单
        </SendButton>
      </div>
      <FindingsReport report={findings.report} />
      <div className={mergeClasses(styles.buttons, styles.steps)} role="group" aria-label="逐处查看">
        {step(-1, "上一处")}
        {step(1, "下一处")}
      </div>
    </section>
  );
}
