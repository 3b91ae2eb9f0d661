import { makeStyles, tokens } from "@fluentui/react-components";
import { rowReading } from "../app/rowReading";
import { sayRule } from "../app/sayTrial";
import type { Scorecard, ScorecardRow } from "../scorecard/scorecard";
import { MarkedClause } from "./MarkedClause";
import type { Proposal } from "./proposeRule";
import { TrialForm } from "./TrialForm";

const useStyles = makeStyles({
  words: { margin: 0 },
  heading: {
    margin: "0 0 4px",
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground2,
  },
});

/** The words that would count, what is read of them, and values to try before anything is kept. */
export function RulePreview(props: {
  readonly proposal: Proposal;
  readonly row: ScorecardRow;
  readonly scorecard: Scorecard;
}) {
  const styles = useStyles();
  const { counts } = props.proposal;
  if (counts === null) return null;
  const { clause, reading } = counts;
  const options = rowReading(props.row, props.scorecard)?.options ?? {};
  return (
    <>
      <div>
        <h5 className={styles.heading}>将要采用的文字</h5>
        <MarkedClause clause={clause} pieces={reading.pieces} />
      </div>
      {reading.state === "read" && (
        <>
          <div>
            <h5 className={styles.heading}>读成的规则</h5>
            {sayRule(reading, options).map((line) => (
              <p key={line} className={styles.words}>
                {line}
              </p>
            ))}
          </div>
          <div>
            <h5 className={styles.heading}>保存前试一试</h5>
            <TrialForm reading={reading} weight={props.row.weight} options={options} />
          </div>
        </>
      )}
    </>
  );
}
