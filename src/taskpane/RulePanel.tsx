import { makeStyles, tokens } from "@fluentui/react-components";
import { rowReading } from "../app/rowReading";
import { sayOtherRule } from "../app/sayRowRule";
import type { Scorecard, ScorecardRow } from "../scorecard/scorecard";
import { usePaneState } from "./paneContext";
import { RowRule } from "./RowRule";
import { RuleCard } from "./RuleCard";

const useStyles = makeStyles({
  heading: { margin: "10px 0 4px", fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  printed: { margin: 0, whiteSpace: "pre-line", fontSize: tokens.fontSizeBase200 },
});

/** The rule card of a row: what counts, the clause as it is read, values to try, and ways to say otherwise. */
export function RulePanel({ row, scorecard }: { readonly row: ScorecardRow; readonly scorecard: Scorecard }) {
  const styles = useStyles();
  const editing = usePaneState().ruleEdits[row.ruleKey]?.open === true;
  const { standard } = row;
  const read = rowReading(row, scorecard);
  const rule = <RowRule row={row} scorecard={scorecard} />;
  if (read === null) return rule;
  const note = sayOtherRule(row, scorecard, read);
  return (
    <>
      <RuleCard {...read} weight={row.weight} textOnly={editing} {...(note === null ? {} : { note })}>
        {rule}
      </RuleCard>
      {read.by === "person" && (
        <>
          <h4 className={styles.heading}>表中评分标准</h4>
          <p className={styles.printed} lang="zh">
            {standard === null || standard.value.trim() === "" ? "没有印。" : standard.value}
          </p>
        </>
      )}
    </>
  );
}
