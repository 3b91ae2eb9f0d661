import { Input, makeStyles, tokens } from "@fluentui/react-components";
import type { ClipboardEvent } from "react";
import { pasteMonths } from "./pasteMonths";

const useStyles = makeStyles({
  grid: {
    display: "grid",
    gridTemplateColumns: "repeat(auto-fill, minmax(84px, 1fr))",
    gap: "4px 8px",
    border: "none",
    margin: 0,
    padding: 0,
  },
  month: { display: "grid", gridTemplateColumns: "2.4em 1fr", alignItems: "center" },
  input: { minWidth: 0, width: "100%" },
  hint: { margin: "4px 0 0", fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
});

/** Twelve months in percent; a paste of cells from Excel fills them. */
export function MonthsField(props: {
  readonly label: string;
  readonly months: readonly string[];
  readonly change: (months: readonly string[]) => void;
}) {
  const styles = useStyles();
  const paste = (event: ClipboardEvent, from: number) => {
    const months = pasteMonths(event.clipboardData.getData("text/plain"), props.months, from);
    if (months === null) return;
    event.preventDefault();
    props.change(months);
  };
  return (
    <div>
      <fieldset className={styles.grid} aria-label={`${props.label}（%）`}>
        {props.months.map((text, month) => (
          <label key={month} className={styles.month}>
            {month + 1}月
            <Input
              size="small"
              className={styles.input}
              input={{ style: { width: "100%", minWidth: 0 } }}
              value={text}
              inputMode="decimal"
              onPaste={(event) => {
                paste(event, month);
              }}
              onChange={(_, data) => {
                props.change(props.months.map((one, n) => (n === month ? data.value : one)));
              }}
            />
          </label>
        ))}
      </fieldset>
      <p className={styles.hint}>单位%。可从 Excel 复制各月数据，粘贴到任一格；未通报的月份留空。</p>
    </div>
  );
}
