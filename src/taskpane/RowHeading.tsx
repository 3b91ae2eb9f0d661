import { makeStyles, tokens } from "@fluentui/react-components";
import type { ScorecardRow } from "../scorecard/scorecard";
import { useSend } from "./paneContext";

const useStyles = makeStyles({
  heading: { margin: "4px 0 2px", fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  levels: {
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground2,
  },
});

/** The indicator that a group of facts belongs to; a click explains it. */
export function RowHeading({ row }: { readonly row: ScorecardRow }) {
  const styles = useStyles();
  const send = useSend();
  return (
    <h3 className={styles.heading}>
      <button
        type="button"
        className="link"
        tabIndex={-1}
        onClick={() => {
          send({ kind: "explain", row: row.row });
        }}
      >
        {row.indicator}
      </button>{" "}
      <span className={styles.levels}>{row.level2}</span>
    </h3>
  );
}
