import { Button, makeStyles, tokens } from "@fluentui/react-components";
import type { Problem } from "../workbook/port";

const useStyles = makeStyles({
  banner: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr) auto",
    gap: "8px 16px",
    alignItems: "start",
    padding: "8px 12px",
    color: tokens.colorNeutralForeground1,
    borderBottom: `1px solid ${tokens.colorStatusDangerBorder1}`,
    backgroundColor: tokens.colorStatusDangerBackground1,
  },
  words: { margin: 0 },
});

/** A problem of the page (a file that cannot be opened, a cell that cannot be written), above the sheet. */
export function ProblemBanner(props: { readonly problem: Problem; readonly onClose: () => void }) {
  const styles = useStyles();
  const { what, why, todo } = props.problem;
  return (
    <div role="alert" className={styles.banner}>
      <div>
        <p className={styles.words}>
          <strong>{what}</strong> {why}
        </p>
        <p className={styles.words}>{todo}</p>
      </div>
      <Button size="small" onClick={props.onClose}>
        知道了
      </Button>
    </div>
  );
}
