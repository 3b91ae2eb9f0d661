import { makeStyles, tokens } from "@fluentui/react-components";
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
  /** Where the rule that counts comes from: 表中评分标准. */
  readonly origin?: string;
  /** Of what the text leaves open, as the row's settings have it. */
  readonly options?: ChosenOptions;
}) {
  const styles = useStyles();
  const { clause, reading, weight, origin, options = {} } = props;
  return (
    <div className={styles.card} role="group" aria-label="评分标准的读法">
      {origin !== undefined && <p className={styles.words}>计分依据：{origin}</p>}
      <MarkedClause clause={clause} pieces={reading.pieces} />
      <div>
        <h4 className={styles.heading}>读成的规则</h4>
        {reading.state === "read" ? (
          <RuleWords rule={sayRule(reading, options)} />
        ) : (
          <p className={styles.words}>
            {origin === undefined
              ? unreadWords[reading.state]
              : "单凭这些文字没有全部读懂；本行另有标准（与评分标准版本的原文相同，或由人选定），已按它计分。"}
          </p>
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
        <div>
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
