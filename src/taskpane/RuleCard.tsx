import { makeStyles, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { sayRule, unreadWords } from "../app/sayTrial";
import type { ClauseReading } from "../clause/clauseReading";
import type { ChosenOptions } from "../criteria/choices";
import { MarkedClause } from "./MarkedClause";
import { TrialForm } from "./TrialForm";

const useStyles = makeStyles({
  card: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr)",
    rowGap: "12px",
    padding: "10px",
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  heading: {
    margin: "0 0 4px",
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground2,
  },
  words: { margin: 0 },
  open: { margin: "4px 0 0", fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  list: { margin: "2px 0 0", paddingLeft: "1.2em", fontSize: tokens.fontSizeBase200 },
});

/** How a 评分标准 was read: its text with what each piece was used for, the rule in plain words, and values to try. */
export function RuleCard(props: {
  readonly clause: string;
  readonly reading: ClauseReading;
  /** 分; null: unknown. */
  readonly weight: number | null;
  /** Of a row: what counts for it, below the text. */
  readonly children?: ReactNode;
  /** What the row makes of this reading, where it counts by something else. */
  readonly note?: string;
  /** Only the text: something else is being said of the rule. */
  readonly textOnly?: boolean;
  /** Of what the text leaves open, as the row's settings have it. */
  readonly options?: ChosenOptions;
}) {
  const styles = useStyles();
  const { clause, reading, weight, note, textOnly = false, options = {} } = props;
  return (
    <div className={styles.card} role="group" aria-label="评分标准的读法">
      <MarkedClause clause={clause} pieces={reading.pieces} />
      {props.children}
      <div hidden={textOnly}>
        <h4 className={styles.heading}>读成的规则</h4>
        {note !== undefined && <p className={styles.open}>{note}</p>}
        {reading.state === "read" ? (
          <RuleWords rule={sayRule(reading, options)} />
        ) : (
          <p className={styles.words}>{unreadWords[reading.state]}</p>
        )}
        {reading.state === "unread" && (
          <>
            <p className={styles.open}>没有读懂的：</p>
            <ul className={styles.list} lang="zh">
              {reading.unread.map((words) => (
                <li key={words}>“{words}”</li>
              ))}
            </ul>
          </>
        )}
      </div>
      {reading.state === "read" && (
        <div hidden={textOnly}>
          <h4 className={styles.heading}>试一试</h4>
          <TrialForm reading={reading} weight={weight} options={options} />
        </div>
      )}
    </div>
  );
}

function RuleWords({ rule: [main, ...open] }: { readonly rule: ReturnType<typeof sayRule> }) {
  const styles = useStyles();
  return (
    <>
      <p className={styles.words}>{main}</p>
      {open.map((line) => (
        <p key={line} className={styles.open}>
          {line}
        </p>
      ))}
    </>
  );
}
