import { makeStyles } from "@fluentui/react-components";
import type { ScorecardRow } from "../scorecard/scorecard";
import { Icon } from "./Icon";
import { BackButton, SendButton } from "./sendContext";

const useStyles = makeStyles({ bar: { display: "flex", gap: "4px" }, space: { flexGrow: 1 } });

/** Back to the list, and on to the neighbours. */
export function ExplanationBar(props: {
  readonly rows: readonly ScorecardRow[];
  readonly row: ScorecardRow;
}) {
  const styles = useStyles();
  const at = props.rows.findIndex((row) => row.row === props.row.row);
  const neighbour = (name: "previous" | "next", label: string, row: ScorecardRow | undefined) => (
    <SendButton
      size="small"
      appearance="subtle"
      aria-label={label}
      icon={<Icon name={name} />}
      disabledFocusable={row === undefined}
      intent={row === undefined ? null : { kind: "explain", row: row.row }}
    />
  );
  return (
    <nav className={styles.bar} aria-label="指标导航">
      <BackButton />
      <span className={styles.space} />
      {neighbour("previous", "上一项指标", at > 0 ? props.rows[at - 1] : undefined)}
      {neighbour("next", "下一项指标", props.rows[at + 1])}
    </nav>
  );
}
