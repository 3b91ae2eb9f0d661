import { makeStyles, tokens } from "@fluentui/react-components";
import { sayPoints } from "../scorecard/formatPoints";
import type { ScorecardRow } from "../scorecard/scorecard";
import { SendButton, usePaneState } from "./paneContext";

const useStyles = makeStyles({
  box: {
    padding: "8px 10px",
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorStatusWarningBorder1}`,
    backgroundColor: tokens.colorStatusWarningBackground1,
    color: tokens.colorNeutralForeground1,
  },
  title: { margin: "0 0 4px", fontWeight: tokens.fontWeightSemibold },
  figures: { display: "flex", gap: "16px", margin: "0 0 8px", fontVariantNumeric: "tabular-nums" },
  buttons: { display: "flex", flexWrap: "wrap", gap: "8px" },
});

/** The typed score and ours, where they differ. */
export function TypedScore({ row }: { readonly row: ScorecardRow }) {
  const styles = useStyles();
  const kept = usePaneState().kept.includes(row.row);
  if (row.compared !== "differs" || row.typed === null || row.points === null) return null;
  return (
    <section className={styles.box} aria-label="与填报得分不一致">
      <p className={styles.title}>与填报得分不一致{kept ? "（已选择保留填报得分）" : ""}</p>
      <p className={styles.figures}>
        <span>填报得分 {sayPoints(row.typed)} 分</span>
        <span>计算得分 {sayPoints(row.points)} 分</span>
      </p>
      <div className={styles.buttons}>
        <SendButton size="small" waits intent={{ kind: "adopt", row: row.row }}>
          采用计算得分
        </SendButton>
        {!kept && (
          <SendButton size="small" waits intent={{ kind: "keep", row: row.row }}>
            保留填报得分
          </SendButton>
        )}
      </div>
    </section>
  );
}
