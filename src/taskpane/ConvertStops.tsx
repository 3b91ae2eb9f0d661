import { makeStyles } from "@fluentui/react-components";
import type { SubmissionStop } from "../edits/submissionStops";
import { CellLink } from "./CellLink";

const useStyles = makeStyles({
  list: { margin: 0, paddingLeft: "18px", display: "grid", rowGap: "6px" },
  words: { margin: 0 },
});

/** What is to be answered or confirmed before a 报送版 is made. */
export function ConvertStops(props: {
  readonly stops: readonly SubmissionStop[];
  readonly formSheet: string;
}) {
  const styles = useStyles();
  return (
    <>
      <p className={styles.words}>还有 {props.stops.length} 项待补充或待确认：</p>
      <ul className={styles.list}>
        {props.stops.map(({ at, name, state, todo }) => (
          <li key={`${at.row}-${name}`}>
            <CellLink at={at} formSheet={props.formSheet} /> {name} {state}：{todo}
          </li>
        ))}
      </ul>
    </>
  );
}
