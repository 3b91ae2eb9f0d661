import {
  FluentProvider,
  makeStyles,
  mergeClasses,
  tokens,
  webDarkTheme,
  webLightTheme,
} from "@fluentui/react-components";
import { useSyncExternalStore, useCallback, useEffect, useReducer, useRef } from "react";
import { ActionBar } from "./ActionBar";
import { ConvertBar } from "./ConvertBar";
import { Fetched } from "./Fetched";
import { FormPicker } from "./FormPicker";
import type { KeptDrafts } from "./draftsState";
import type { PaneTheme } from "./host";
import { lateSession } from "./lateSession";
import { LedgerFold } from "./LedgerFold";
import { MessageStrip } from "./MessageStrip";
import { sayNoResults, whyNoResults } from "./noResults";
import { outdatedWords, type PaneState } from "./paneState";
import { RestoreBar } from "./RestoreBar";
import { SendButton, SendProvider, StateProvider, type Send, usePaneState, useSend } from "./paneContext";
import { focusNextStep, SkipLinks } from "./SkipLinks";
import { usePaneKeys } from "./usePaneKeys";
import { usePaneStatics } from "./usePaneStatics";
import type { Session } from "./createSession";
import type { PaneEvent, PaneIntent } from "./paneEvent";
import { reducePane } from "./reducePane";
import { stateWith } from "./takeScorecard";

const useStyles = makeStyles({
  pane: { minHeight: "100%", backgroundColor: tokens.colorNeutralBackground1, overflowWrap: "anywhere" },
  /* Always in sight, unless there would be no room left below. */
  head: {
    position: "sticky",
    top: 0,
    zIndex: 1,
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    "@media (max-height: 480px)": { position: "static" },
  },
  body: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", rowGap: "12px", padding: "12px" },
  hint: { display: "flex", gap: "8px", alignItems: "center", flexWrap: "wrap" },
  box: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr)",
    justifyItems: "start",
    rowGap: "8px",
    padding: "8px 10px",
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorStatusWarningBorder1}`,
    backgroundColor: tokens.colorStatusWarningBackground1,
    color: tokens.colorNeutralForeground1,
  },
  words: { margin: 0 },
});

const font = `"Segoe UI", "Microsoft YaHei UI", "Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC", sans-serif`;
const lightTheme = { ...webLightTheme, fontFamilyBase: font };
const darkTheme = { ...webDarkTheme, fontFamilyBase: font };

/** Fetches what works behind the pane, and begins. Always the same function for the same workbook. */
export type OpenSession = (tell: (event: PaneEvent) => void) => Promise<Session>;

const loadBody = () => import("./PaneBody");
const loadHelp = () => import("./HelpDialog");
const loadTour = () => import("./Tour");
const loadPath = () => import("./PathBar");

/** The pane over any host. */
export function Pane(props: {
  readonly theme: PaneTheme;
  readonly open: OpenSession;
  /** Whether something is typed that is not in the workbook, and the answers among it; always the same function. */
  readonly onTyped?: (typed: boolean, answers: KeptDrafts | null) => void;
  /** Answers that were typed in an earlier visit. */
  readonly kept?: KeptDrafts | null;
  /** How often the page round it has asked for the first tour. */
  readonly tours?: number;
}) {
  const { theme, open, onTyped, tours = 0 } = props;
  const [state, send] = usePane(open, props.kept ?? null);
  const { drafts } = state;
  const [sheet, answers, texts] = [
    state.scorecard?.sheet,
    Object.keys(drafts).length,
    Object.keys(state.wording.texts).length,
  ];
  useEffect(() => {
    if (sheet !== undefined) onTyped?.(answers + texts > 0, answers === 0 ? null : { sheet, drafts });
  }, [onTyped, sheet, answers, texts, drafts]);
  useEffect(() => {
    if (tours > 0) send({ kind: "tour", step: 0 });
  }, [send, tours]);
  usePaneStatics();
  const dark = useSyncExternalStore(theme.onTheme, theme.isDark);
  return (
    <FluentProvider theme={dark ? darkTheme : lightTheme} style={{ height: "100%" }}>
      <SendProvider value={send}>
        <StateProvider value={state}>
          <PaneFrame />
        </StateProvider>
      </SendProvider>
    </FluentProvider>
  );
}

function PaneFrame() {
  const styles = useStyles();
  const state = usePaneState();
  const { sheetRow, scorecard } = state;
  const send = useSend();
  const keptFocus = useKeptFocus();
  const keys = usePaneKeys();
  const startTour = () => {
    send({ kind: "tour", step: 0 });
  };
  const other = scorecard?.rows.find((row) => row.row === sheetRow);
  return (
    <main className={styles.pane} aria-label="绩效自评" {...keptFocus} {...keys}>
      <SkipLinks label="侧边栏跳转" links={[{ words: "到下一步", go: focusNextStep }]} />
      <div className={styles.head}>
        <ActionBar />
        {scorecard !== null && (
          <Fetched load={loadPath}>{({ PathBar }) => <PathBar scorecard={scorecard} />}</Fetched>
        )}
      </div>
      <div className={mergeClasses("pane-body", styles.body)}>
        {state.tour !== null && scorecard !== null && (
          <Fetched load={loadTour}>{({ Tour }) => <Tour step={state.tour ?? 0} />}</Fetched>
        )}
        {state.choices.forms.length > 1 && <FormPicker />}
        {state.choices.forms.some(({ hasFund }) => hasFund) && <LedgerFold />}
        {state.message !== null && <MessageStrip message={state.message} />}
        {state.broken > 0 && <BrokenFormulas count={state.broken} />}
        {state.outdated && <p className={styles.words}>{outdatedWords}</p>}
        {state.lockedRows.length > 0 && (
          <p className={styles.words}>
            工作表设了保护，锁定的得分不能更新：请在“审阅”里撤销“保护工作表”，再重新计算得分。
          </p>
        )}
        {other !== undefined && (
          <div className={styles.hint}>
            <span>表内选中：{other.indicator}</span>
            <SendButton size="small" intent={{ kind: "explain", row: other.row }}>
              查看
            </SendButton>
          </div>
        )}
        {state.restoring !== null && <RestoreBar questions={state.restoring} />}
        {state.converting !== null && <ConvertBar converting={state.converting} />}
        <Fetched load={loadBody}>{({ PaneBody }) => <PaneBody />}</Fetched>
      </div>
      {state.help && (
        <Fetched load={loadHelp}>
          {({ HelpDialog }) => (
            <HelpDialog
              onTour={scorecard === null ? null : startTour}
              onClose={() => {
                send({ kind: "help", open: false });
              }}
            />
          )}
        </Fetched>
      )}
      <div role="status" className="visually-hidden">
        {state.announcement}
      </div>
    </main>
  );
}

/** The pane's state over a session: every intent goes to the reducer, and to the session for what it does outside. */
function usePane(open: OpenSession, kept: KeptDrafts | null): readonly [PaneState, Send] {
  const [state, dispatch] = useReducer(reducePane, kept, stateWith);
  const session = useRef<Session | null>(null);
  useEffect(() => {
    const started = lateSession(() => open(dispatch), dispatch);
    session.current = started;
    return () => {
      session.current = null;
      started.end();
    };
  }, [open]);
  const send = useCallback((intent: PaneIntent) => {
    dispatch(intent);
    session.current?.perform(intent);
  }, []);
  return [state, send];
}

/**
 * When what had the keyboard disappears (a form that was written, a bar that was closed), the keyboard goes to the
 * message, the heading or the list that is now in sight, instead of back to the start of the page. Never takes it from elsewhere:
 * whoever clicked into the sheet stays there.
 */
function useKeptFocus() {
  const inside = useRef(false);
  useEffect(() => {
    if (!inside.current || document.activeElement !== document.body) return;
    const homes = document.querySelectorAll<HTMLElement>(
      "main section[tabindex='-1'], main h2[tabindex='-1'], main [data-row][tabindex='0']",
    );
    [...homes].find((home) => home.offsetParent !== null)?.focus();
  });
  return {
    onFocus: () => {
      inside.current = true;
    },
    // Not called for an element that React takes away: then the keyboard is still ours. On its way from one element to
    // another nothing has the keyboard, and nothing must take it: what comes next says so itself.
    onBlur: () => {
      inside.current = false;
    },
  };
}

/** Formulas of ours that Excel has lost, as happens to a file that was opened where the add-in is not installed. */
function BrokenFormulas({ count }: { readonly count: number }) {
  const styles = useStyles();
  return (
    <section className={styles.box} aria-label="没有得数的公式">
      <p className={styles.words}>
        {sayNoResults(count)}：{whyNoResults}
      </p>
      <SendButton size="small" waits intent={{ kind: "repair" }}>
        修复公式
      </SendButton>
    </section>
  );
}
