import { makeStyles, tokens } from "@fluentui/react-components";
import { useEffect, useRef, useId } from "react";
import { Explanation } from "./Explanation";
import { fetchAhead, Fetched } from "./Fetched";
import { FindingsView } from "./FindingsView";
import { FirstRun } from "./FirstRun";
import { IndicatorList } from "./IndicatorList";
import { Overview } from "./Overview";
import { SendButton, usePaneState } from "./paneContext";
import { SettingsPanel } from "./SettingsPanel";
import type { NoForm } from "../form/form";

const useStyles = makeStyles({
  stack: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", rowGap: "16px" },
  hint: { margin: 0, color: tokens.colorNeutralForeground2 },
  title: { margin: "0 0 4px", fontSize: tokens.fontSizeBase400 },
  list: { paddingLeft: "1.2em", margin: "4px 0" },
});

const fillView = () => import("./FillView");
const confirmView = () => import("./ConfirmView");
const wordingView = () => import("./WordingView");

/** The view that the state asks for. The list stays in the page behind an explanation, so that its place is kept. */
export function PaneBody() {
  const styles = useStyles();
  const state = usePaneState();
  const list = useRef<HTMLDivElement>(null);
  const { scorecard, view, moveFocus, selected } = state;
  const hasForm = scorecard !== null;
  // The steps that follow: what is pressed on arriving there must not be lost while the page comes.
  useEffect(() => {
    if (hasForm) for (const load of [fillView, confirmView]) void fetchAhead(load);
  }, [hasForm]);
  const backInList = view === "list" && moveFocus;
  useEffect(() => {
    if (!backInList) return;
    list.current?.querySelector<HTMLElement>("button[data-row][tabindex='0']")?.focus();
  }, [backInList]);
  if (state.phase === "reading") return <p className={styles.hint}>正在读取表格…</p>;
  if (state.phase === "unreadable") {
    return <SendButton intent={{ kind: "reread" }}>重新读取</SendButton>;
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
          <IndicatorList scorecard={scorecard} />
        </div>
      </div>
      {view === "explanation" && row !== undefined && <Explanation scorecard={scorecard} row={row} />}
      {view === "findings" && <FindingsView />}
      {view === "confirm" && (
        <Fetched load={confirmView}>{({ ConfirmView }) => <ConfirmView scorecard={scorecard} />}</Fetched>
      )}
      {view === "fill" && (
        <Fetched load={fillView}>{({ FillView }) => <FillView scorecard={scorecard} />}</Fetched>
      )}
      {view === "wording" && (
        <Fetched load={wordingView}>{({ WordingView }) => <WordingView scorecard={scorecard} />}</Fetched>
      )}
      {view === "settings" && <SettingsPanel scorecard={scorecard} />}
    </>
  );
}

/** A workbook may hold hundreds of sheets; the most promising stand first. */
const told = 20;

/** No form was found: what was looked for, and sheet by sheet why that is none. */
function NoFormNotice({ noForm }: { readonly noForm: NoForm }) {
  const styles = useStyles();
  const id = useId();
  const rest = noForm.sheets.length - told;
  return (
    <section aria-labelledby={`${id}title`}>
      <h2 id={`${id}title`} className={styles.title}>
        没有找到自评表
      </h2>
      <p>{noForm.why}</p>
      <p>查找的表头：{noForm.wanted.join("、")}。</p>
      <ul className={styles.list}>
        {noForm.sheets.slice(0, told).map(({ sheet, found, reason }) => (
          <li key={sheet}>
            “{sheet}”{reason}
            {found.length > 0 && `（表头有${found.join("、")}）`}
          </li>
        ))}
        {rest > 0 && <li>另有{rest}个工作表。</li>}
      </ul>
      <p>表格改动后会自动重新查找。只改了工作表名称的，请点“重新查找”。</p>
      <SendButton intent={{ kind: "reread" }}>重新查找</SendButton>
    </section>
  );
}
