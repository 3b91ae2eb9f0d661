import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { countLine, findingsText } from "../edits/findingsSheet";
import { groupFindings } from "../findings/causes";
import type { MendedCell } from "../edits/planMend";
import type { Finding } from "../findings/finding";
import { a1 } from "../workbook/cell";
import { FindingList, FindingsFilter, FindingsGroup } from "./FindingsGroup";
import { FindingsAgainst } from "./FindingsAgainst";
import { FindingsReport } from "./FindingsReport";
import { sinceBefore, stepFinding } from "./findingsState";
import { Icon } from "./Icon";
import { BackButton, SendButton, usePaneState, useTitleFocus } from "./paneContext";
import { NextButton } from "./PathBar";

const useStyles = makeStyles({
  view: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", rowGap: "10px" },
  title: { margin: "4px 0", fontSize: tokens.fontSizeBase400 },
  buttons: { display: "flex", flexWrap: "wrap", gap: "8px", alignItems: "center" },
  /* Stays in sight while the list is stepped through. */
  steps: {
    position: "sticky",
    bottom: 0,
    padding: "6px 0",
    backgroundColor: tokens.colorNeutralBackground1,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  mended: { margin: 0, fontSize: "inherit", fontWeight: "inherit" },
  hint: { margin: 0, color: tokens.colorNeutralForeground2 },
});

/** 报送前自查: the findings by cause, one unfolded at a time; steps, marks, list, report. */
export function FindingsView() {
  const styles = useStyles();
  const { findings, moveFocus } = usePaneState();
  const title = useTitleFocus(moveFocus);
  const [shown, setShown] = useState<Finding["severity"] | "">("");
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
      {sinceBefore(findings) !== "" && <p className={styles.hint}>{sinceBefore(findings)}</p>}
      <UndoMend mended={findings.mended} />
      {open.length > 0 && <FindingsFilter shown={shown} onShow={setShown} open={open} />}
      {groupFindings(open.filter(({ severity }) => shown === "" || severity === shown)).map((group) => (
        <FindingsGroup key={group.id} group={group} current={findings.current} />
      ))}
      {done.length > 0 && (
        <details>
          <summary>已核实，不处理（{done.length}）</summary>
          <FindingList findings={done} current={findings.current} />
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
      <FindingsAgainst books={findings.books} />
      <div
        className={mergeClasses("pane-bar", styles.buttons, styles.steps)}
        role="group"
        aria-label="逐处查看"
      >
        {step(-1, "上一处")}
        {step(1, "下一处")}
        {findings.list !== null && <NextButton />}
      </div>
    </section>
  );
}

/** 撤销 of what 采用 wrote last. It takes the keyboard, whose place in the list is gone with the finding. */
function UndoMend({ mended }: { readonly mended: readonly (readonly MendedCell[])[] }) {
  const styles = useStyles();
  const count = mended.length;
  const bar = useTitleFocus(count > 0, count);
  const last = mended.at(-1);
  if (last === undefined) return null;
  return (
    <div className={styles.buttons} role="group" aria-labelledby="mended">
      <h3 id="mended" ref={bar} tabIndex={-1} className={styles.mended}>
        已改正
        {last
          .map(({ at }) => a1(at))
          .slice(0, 3)
          .join("、")}
        {last.length > 3 ? `等${last.length}格` : ""}
      </h3>
      <SendButton size="small" waits intent={{ kind: "unmend", mended: last }}>
        撤销
      </SendButton>
    </div>
  );
}
