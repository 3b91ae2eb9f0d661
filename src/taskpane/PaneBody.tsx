import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useEffect, useRef } from "react";
import { Explanation } from "./Explanation";
import { FindingsView } from "./FindingsView";
import { FirstRun } from "./FirstRun";
import { IndicatorList } from "./IndicatorList";
import { NoFormNotice } from "./NoFormNotice";
import { Overview } from "./Overview";
import type { PaneState } from "./paneState";
import { useSend } from "./sendContext";
import { SettingsPanel } from "./SettingsPanel";

const useStyles = makeStyles({
  stack: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", rowGap: "16px" },
  hint: { margin: 0, color: tokens.colorNeutralForeground2 },
});

/** The view that the state asks for. The list stays in the page behind an explanation, so that its place is kept. */
export function PaneBody({ state }: { readonly state: PaneState }) {
  const styles = useStyles();
  const send = useSend();
  const list = useRef<HTMLDivElement>(null);
  const { scorecard, view, moveFocus, selected } = state;
  const backInList = view === "list" && moveFocus;
  useEffect(() => {
    if (!backInList) return;
    list.current?.querySelector<HTMLElement>("button[data-row][tabindex='0']")?.focus();
  }, [backInList]);
  if (state.phase === "reading") return <p className={styles.hint}>正在读取表格…</p>;
  if (state.phase === "unreadable") {
    return (
      <Button
        onClick={() => {
          send({ kind: "reread" });
        }}
      >
        重新读取
      </Button>
    );
  }
  if (state.noForm !== null) {
    return (
      <div className={styles.stack}>
        <FirstRun />
        <NoFormNotice noForm={state.noForm} />
      </div>
    );
  }
  if (scorecard === null) return null;
  const row = scorecard.rows.find((one) => one.row === selected);
  return (
    <>
      <div ref={list} hidden={view !== "list"}>
        <div className={styles.stack}>
          {!state.written && <FirstRun />}
          <Overview scorecard={scorecard} />
          <IndicatorList
            scorecard={scorecard}
            filter={state.filter}
            query={state.query}
            selected={selected}
            outdated={state.outdatedRows}
          />
        </div>
      </div>
      {view === "explanation" && row !== undefined && (
        <Explanation
          scorecard={scorecard}
          row={row}
          drafts={state.drafts}
          kept={state.kept.includes(row.row)}
          outdated={state.outdatedRows.includes(row.row)}
          busy={state.busy}
          moveFocus={moveFocus}
          annexRow={state.annexRow}
        />
      )}
      {view === "findings" && (
        <FindingsView
          findings={state.findings}
          formSheet={scorecard.sheet}
          busy={state.busy}
          moveFocus={moveFocus}
        />
      )}
      {view === "settings" && (
        <SettingsPanel
          scorecard={scorecard}
          choices={state.choices}
          busy={state.busy}
          moveFocus={moveFocus}
        />
      )}
    </>
  );
}
