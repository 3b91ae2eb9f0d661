import {
  Button,
  FluentProvider,
  makeStyles,
  tokens,
  webDarkTheme,
  webLightTheme,
} from "@fluentui/react-components";
import { useSyncExternalStore } from "react";
import { ActionBar } from "./ActionBar";
import { BrokenFormulas } from "./BrokenFormulas";
import { ConvertBar } from "./ConvertBar";
import { FormPicker } from "./FormPicker";
import type { Host } from "./host";
import { MessageStrip } from "./MessageStrip";
import { PaneBody } from "./PaneBody";
import type { PaneState } from "./paneState";
import { RestoreBar } from "./RestoreBar";
import { SendProvider, type Send } from "./sendContext";
import { useKeptFocus } from "./useKeptFocus";
import { usePane } from "./usePane";
import { usePaneStatics } from "./usePaneStatics";

const useStyles = makeStyles({
  pane: { minHeight: "100%", backgroundColor: tokens.colorNeutralBackground1, overflowWrap: "anywhere" },
  body: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", rowGap: "12px", padding: "12px" },
  hint: { display: "flex", gap: "8px", alignItems: "center", flexWrap: "wrap" },
});

const font = `"Segoe UI", "Microsoft YaHei UI", "Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC", sans-serif`;
const lightTheme = { ...webLightTheme, fontFamilyBase: font };
const darkTheme = { ...webDarkTheme, fontFamilyBase: font };

/** The pane over any host. */
export function Pane({ host }: { readonly host: Host }) {
  const [state, send] = usePane(host);
  usePaneStatics();
  const dark = useSyncExternalStore(host.onTheme, host.isDark);
  return (
    <FluentProvider theme={dark ? darkTheme : lightTheme} style={{ height: "100%" }}>
      <SendProvider value={send}>
        <PaneFrame state={state} send={send} />
      </SendProvider>
    </FluentProvider>
  );
}

function PaneFrame({ state, send }: { readonly state: PaneState; readonly send: Send }) {
  const styles = useStyles();
  const formSheet = state.scorecard?.sheet ?? "";
  const { sheetRow } = state;
  const keptFocus = useKeptFocus();
  const other = state.scorecard?.rows.find((row) => row.row === sheetRow);
  return (
    <main className={styles.pane} aria-label="绩效自评" {...keptFocus}>
      <ActionBar state={state} />
      <div className={styles.body}>
        {state.choices.forms.length > 1 && (
          <FormPicker forms={state.choices.forms} picked={formSheet} busy={state.busy} />
        )}
        {state.message !== null && <MessageStrip message={state.message} formSheet={formSheet} />}
        {state.broken > 0 && <BrokenFormulas count={state.broken} busy={state.busy} />}
        {state.outdated && state.message === null && (
          <p className={styles.hint} style={{ margin: 0 }}>
            数据已有变化，表内得分尚未更新，请重新计算得分。
          </p>
        )}
        {other !== undefined && (
          <div className={styles.hint}>
            <span>表内选中：{other.indicator}</span>
            <Button
              size="small"
              onClick={() => {
                send({ kind: "explain", row: other.row });
              }}
            >
              查看
            </Button>
          </div>
        )}
        {state.restoring !== null && (
          <RestoreBar questions={state.restoring} formSheet={formSheet} busy={state.busy} />
        )}
        {state.converting !== null && (
          <ConvertBar converting={state.converting} formSheet={formSheet} busy={state.busy} />
        )}
        <PaneBody state={state} />
      </div>
      <div role="status" className="visually-hidden">
        {state.announcement}
      </div>
    </main>
  );
}
