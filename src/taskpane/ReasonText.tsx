import { Button, makeStyles } from "@fluentui/react-components";
import { Icon } from "./Icon";
import { useSend } from "./sendContext";

const useStyles = makeStyles({
  line: { display: "grid", gridTemplateColumns: "1fr auto", gap: "8px", alignItems: "start" },
  text: { margin: 0 },
});

/** The sentence that stands in the sheet, with a button that copies it. */
export function ReasonText({ reason }: { readonly reason: string }) {
  const styles = useStyles();
  const send = useSend();
  return (
    <div className={styles.line}>
      <p className={styles.text}>{reason}</p>
      <Button
        size="small"
        icon={<Icon name="copy" />}
        aria-label="复制说明"
        onClick={() => {
          send({ kind: "copy", text: reason });
        }}
      />
    </div>
  );
}
