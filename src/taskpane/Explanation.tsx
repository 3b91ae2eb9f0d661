import { makeStyles, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { formatPoints, sayPoints } from "../scorecard/formatPoints";
import type { Scorecard, ScorecardRow } from "../scorecard/scorecard";
import { AnnexSection, answersItself } from "./AnnexSection";
import { besideAnnexRows } from "./annexRowStates";
import { FactSection } from "./FactSection";
import { Icon } from "./Icon";
import { measuredLabel } from "./layOutScale";
import { filterRows, neighboursOf, rowFilterWords } from "./rowFilter";
import { lagOf, rowStates } from "./rowStates";
import { RuleFold } from "./RuleFold";
import { ScaleDrawing } from "./ScaleDrawing";
import { BackButton, SendButton, usePaneState, useTitleFocus } from "./paneContext";
import { SettingField } from "./SettingField";
import { StateTags } from "./StateTags";
import { StepTree } from "./StepTree";
import { TypedScore } from "./TypedScore";
import { UnusedFacts } from "./UnusedFacts";

const useStyles = makeStyles({
  title: { margin: "8px 0 0", fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  levels: { margin: 0, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  points: {
    display: "flex",
    alignItems: "baseline",
    flexWrap: "wrap",
    gap: "4px 8px",
    margin: "4px 0 8px",
    fontVariantNumeric: "tabular-nums",
  },
  figure: {
    fontSize: tokens.fontSizeHero700,
    lineHeight: tokens.lineHeightHero700,
    fontWeight: tokens.fontWeightSemibold,
  },
  place: { alignSelf: "center" },
  part: { marginTop: "16px" },
  heading: {
    margin: "0 0 6px",
    fontSize: tokens.fontSizeBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  remarks: { margin: 0, paddingLeft: "1.2em" },
  line: { display: "grid", gridTemplateColumns: "1fr auto", gap: "8px", alignItems: "start" },
  text: { margin: 0 },
  bar: { display: "flex", gap: "4px", alignItems: "center" },
  narrowed: {
    flexGrow: 1,
    minWidth: 0,
    textAlign: "right",
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
  },
});

/** One indicator: its points, why, the clause, the figures, and what is still to fill in. */
export function Explanation(props: { readonly scorecard: Scorecard; readonly row: ScorecardRow }) {
  const styles = useStyles();
  const { scorecard, row } = props;
  const state = usePaneState();
  const { moveFocus } = state;
  const title = useTitleFocus(moveFocus, row.row);
  const { result } = row;
  const own = besideAnnexRows(row);
  return (
    <article aria-labelledby="indicator-title">
      <ExplanationBar rows={scorecard.rows} row={row} />
      <h2 id="indicator-title" ref={title} tabIndex={-1} className={styles.title}>
        {row.indicator}
      </h2>
      <p className={styles.levels}>{[row.level1, row.level2].filter(Boolean).join(" › ")}</p>
      <p className={styles.points}>
        <span className={styles.figure} data-testid="points">
          {row.points === null ? "—" : formatPoints(row.points, scorecard.decimals)}
        </span>
        <span>/ {row.weight === null ? "—" : sayPoints(row.weight)} 分</span>
        <StateTags states={rowStates(row, lagOf(state, row.row))} />
        <SendButton
          size="small"
          appearance="subtle"
          className={styles.place}
          icon={<Icon name="target" />}
          intent={{ kind: "goTo", at: row.at }}
        >
          定位得分格
        </SendButton>
      </p>
      <TypedScore row={row} />
      {row.basis?.closed === null && row.points !== null && (
        <SendButton size="small" appearance="subtle" intent={{ kind: "showWording", at: row.row }}>
          生成评分依据（草稿）
        </SendButton>
      )}
      {row.reason !== "" && (
        <Part title={row.outcome === "scored" ? "扣分说明" : "说明"}>
          <ReasonText reason={row.reason} />
        </Part>
      )}
      {result.outcome === "scored" && result.scale !== undefined && (
        <Part title="得分档次">
          <ScaleDrawing scale={result.scale} points={result.points} label={measuredLabel(row)} />
        </Part>
      )}
      {row.annexRows.length > 0 && (
        <Part title={answersItself(row) ? "目标与完成" : "附表各行"}>
          <AnnexSection key={row.row} row={row} decimals={scorecard.decimals} />
        </Part>
      )}
      {own.facts.length > 0 && (
        <Part title={own.questions.length > 0 ? "待补充的数据" : "计分数据"}>
          <FactSection row={own} />
        </Part>
      )}
      {row.unused.length > 0 && <UnusedFacts lines={row.unused} />}
      {/* The rows of the annex above are the same figures, and say more. */}
      {row.step !== null && row.annexRows.length === 0 && (
        <Part title="计分过程">
          <StepTree step={row.step} />
        </Part>
      )}
      {row.remarks.length > 0 && (
        <Part title="提示">
          <ul className={styles.remarks}>
            {row.remarks.map((remark) => (
              <li key={remark}>{remark}</li>
            ))}
          </ul>
        </Part>
      )}
      <Part title="评分标准">
        <RuleFold key={row.row} row={row} scorecard={scorecard} />
        {Object.values(row.settingNames).map((name) => (
          <SettingField key={name} name={name} scorecard={scorecard} />
        ))}
      </Part>
    </article>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const styles = useStyles();
  return (
    <section className={styles.part} aria-label={title}>
      <h3 className={styles.heading}>{title}</h3>
      {children}
    </section>
  );
}

/** The sentence that stands in the sheet, with a button that copies it. */
function ReasonText({ reason }: { readonly reason: string }) {
  const styles = useStyles();
  return (
    <div className={styles.line}>
      <p className={styles.text}>{reason}</p>
      <SendButton
        size="small"
        icon={<Icon name="copy" />}
        aria-label="复制说明"
        intent={{ kind: "copy", text: reason }}
      />
    </div>
  );
}

/** Back to the list, and on to the neighbours in it, as it is filtered. */
function ExplanationBar(props: { readonly rows: readonly ScorecardRow[]; readonly row: ScorecardRow }) {
  const styles = useStyles();
  const { filter, query } = usePaneState();
  const { previous, next } = neighboursOf(filterRows(props.rows, filter, query), props.row.row);
  const narrowed = [filter === "all" ? "" : rowFilterWords[filter], query.trim()].filter(Boolean);
  const neighbour = (name: "previous" | "next", label: string, row: ScorecardRow | undefined) => (
    <SendButton
      size="small"
      appearance="subtle"
      aria-label={label}
      icon={<Icon name={name} />}
      intent={row === undefined ? null : { kind: "explain", row: row.row }}
    />
  );
  return (
    <nav className={styles.bar} aria-label="指标导航">
      <BackButton />
      <span className={styles.narrowed}>{narrowed.length > 0 && `筛选：${narrowed.join("、")}`}</span>
      {neighbour("previous", "上一项指标", previous)}
      {neighbour("next", "下一项指标", next)}
    </nav>
  );
}
