import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { formatPoints, sayPoints } from "../scorecard/formatPoints";
import type { ScorecardRow } from "../scorecard/scorecard";
import { rowStates } from "./rowStates";
import { useSend } from "./sendContext";
import { StateTag } from "./StateTag";

const useStyles = makeStyles({
  item: {
    display: "grid",
    gridTemplateColumns: "1fr auto",
    gap: "2px 8px",
    width: "100%",
    padding: "6px 8px",
    textAlign: "left",
    font: "inherit",
    color: tokens.colorNeutralForeground1,
    backgroundColor: "transparent",
    border: "1px solid transparent",
    borderRadius: tokens.borderRadiusMedium,
    cursor: "pointer",
    ":hover": { backgroundColor: tokens.colorNeutralBackground1Hover },
  },
  selected: {
    backgroundColor: tokens.colorNeutralBackground1Selected,
    border: `1px solid ${tokens.colorNeutralStroke1Selected}`,
  },
  points: { fontVariantNumeric: "tabular-nums", whiteSpace: "nowrap" },
  weight: { color: tokens.colorNeutralForeground2 },
  tags: { display: "flex", flexWrap: "wrap", gap: "4px" },
});

/** One line of the list. Only the current one is reached by Tab; the arrows do the rest. */
export function IndicatorItem(props: {
  readonly row: ScorecardRow;
  readonly decimals: number;
  readonly current: boolean;
  readonly selected: boolean;
  readonly outdated: boolean;
}) {
  const styles = useStyles();
  const send = useSend();
  const { row } = props;
  return (
    <li>
      <button
        type="button"
        data-row={row.row}
        tabIndex={props.current ? 0 : -1}
        aria-current={props.selected ? "true" : undefined}
        className={mergeClasses(styles.item, props.selected && styles.selected)}
        onClick={() => {
          send({ kind: "explain", row: row.row });
        }}
      >
        <span>{row.indicator}</span>
        <span className={styles.points}>
          {row.points === null ? "—" : formatPoints(row.points, props.decimals)}
          <span className={styles.weight}>/{row.weight === null ? "—" : sayPoints(row.weight)}</span>
        </span>
        <span className={styles.tags}>
          {rowStates(row, props.outdated).map((state) => (
            <StateTag key={state} state={state} />
          ))}
        </span>
      </button>
    </li>
  );
}
