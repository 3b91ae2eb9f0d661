import { Input, makeStyles, tokens } from "@fluentui/react-components";
import type { ClipboardEvent } from "react";
import { readPlainNumber } from "../quantity/plainNumber";
import { tidy } from "../quantity/tidy";

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

/**
 * What a paste from a sheet means for the twelve fields: by month where the paste names months ("3月  99.83%", down
 * or across), else one after the other from the field that was pasted into. Texts are percents without the sign.
 * Null for words: the paste is then left to the field itself.
 */
export function pasteMonths(
  pasted: string,
  fields: readonly string[],
  from: number,
): readonly string[] | null {
  const grid = pasted
    .replace(/\r\n?/gu, "\n")
    .replace(/(?<!\n)\n+$/u, "")
    .slice(0, 2000)
    .split("\n")
    .map((line) => line.split("\t").map((cell) => cell.trim()));
  const inOrder = grid.flat().slice(0, 12 - from);
  const placed = byMonth(grid) ?? new Map(inOrder.map((cell, n) => [from + n, cell]));
  const figures = [...placed.values()].filter((text) => text !== "").map((text) => readPlainNumber(text));
  if (figures.length === 0 || figures.includes(null)) return null;
  // Cells of the format General copy 99.83 % as 0.9983; no month's rate is really below 1.5 %.
  const fractions = figures.every((figure) => figure?.unit === "" && figure.value <= 1.5);
  return fields.map((field, month) => {
    const text = placed.get(month);
    return text === undefined || text === "" ? field : percentText(text, fractions);
  });
}

function byMonth(grid: readonly (readonly string[])[]): ReadonlyMap<number, string> | null {
  const [heads = [], below = []] = grid;
  const across = grid.length === 2 && heads.length > 2 && heads.some((cell) => monthOf(cell) !== null);
  const pairs = across ? heads.map((head, n) => [head, below[n]]) : grid;
  const placed = new Map<number, string>();
  for (const [head = "", value = ""] of pairs) {
    const month = monthOf(head);
    if (month !== null) placed.set(month, value);
  }
  return placed.size > 0 ? placed : null;
}

function monthOf(text: string): number | null {
  const match = /^(\d{1,2})月份?$/u.exec(text.normalize("NFKC"));
  const month = Number(match?.[1]);
  return month >= 1 && month <= 12 ? month - 1 : null;
}

function percentText(text: string, fractions: boolean): string {
  const figure = readPlainNumber(text);
  if (figure === null) return text;
  return String(figure.unit === "%" || fractions ? tidy(figure.value * 100) : figure.value);
}
