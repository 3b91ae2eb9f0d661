import { Button, makeStyles } from "@fluentui/react-components";
import type { ConvertedTo } from "../edits/planConvert";
import type { Finding } from "../findings/finding";
import { CellLink } from "./CellLink";
import { useSend } from "./sendContext";

const useStyles = makeStyles({
  list: { margin: 0, paddingLeft: "18px", display: "grid", rowGap: "6px" },
  words: { margin: 0 },
});

/** What a reviewer would find, to be looked through before the form is handed in. */
export function ConvertFindings(props: {
  readonly findings: readonly Finding[];
  readonly freeze: ConvertedTo;
  readonly formSheet: string;
  readonly busy: boolean;
}) {
  const styles = useStyles();
  const send = useSend();
  return (
    <>
      <p className={styles.words}>报送前请先看一遍这 {props.findings.length} 处：</p>
      <ul className={styles.list}>
        {props.findings.map(({ key, at, severity, what, todo }) => (
          <li key={key}>
            {at.kind === "cell" && <CellLink at={at.at} formSheet={props.formSheet} />} {severity}：{what}
            {todo}
          </li>
        ))}
      </ul>
      <div>
        <Button
          appearance="primary"
          disabledFocusable={props.busy}
          onClick={() => {
            send({ kind: "submit", freeze: props.freeze, checked: true });
          }}
        >
          已看过，仍生成报送版
        </Button>
      </div>
    </>
  );
}
