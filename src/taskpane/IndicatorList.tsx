import { Input, makeStyles, tokens, mergeClasses } from "@fluentui/react-components";
import { Fragment, type KeyboardEvent } from "react";
import type { Scorecard, ScorecardRow } from "../scorecard/scorecard";
import { Icon } from "./Icon";
import { countRows, filterRows, rowFilters, rowFilterWords } from "./rowFilter";
import { SendButton, usePaneState, useSend } from "./paneContext";
import { formatPoints, sayPoints } from "../scorecard/formatPoints";
import { lagOf, rowStates } from "./rowStates";
import { StateTags } from "./StateTags";

const useStyles = makeStyles({
  tools: { display: "grid", rowGap: "8px", marginBottom: "8px" },
  filters: { display: "flex", flexWrap: "wrap", gap: "4px" },
  filter: { minWidth: 0, paddingLeft: "8px", paddingRight: "8px" },
  list: { listStyleType: "none", margin: 0, padding: 0 },
  level1: {
    margin: "12px 0 2px",
    fontSize: tokens.fontSizeBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  level2: { margin: "6px 0 2px", fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  none: { color: tokens.colorNeutralForeground2 },
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

/** Every indicator by level; arrows walk the list, Enter opens. */
export function IndicatorList({ scorecard }: { readonly scorecard: Scorecard }) {
  const styles = useStyles();
  const send = useSend();
  const { filter, query, selected } = usePaneState();
  const rows = filterRows(scorecard.rows, filter, query);
  const current = rows.some((row) => row.row === selected) ? selected : (rows[0]?.row ?? null);
  return (
    <section aria-label="指标列表">
      <div className={styles.tools}>
        <Input
          type="search"
          value={query}
          placeholder="查找指标"
          aria-label="查找指标"
          contentBefore={<Icon name="search" />}
          onChange={(_, data) => {
            send({ kind: "search", query: data.value });
          }}
        />
        <div role="group" aria-label="筛选" className={styles.filters}>
          {rowFilters.map((one) => (
            <SendButton
              key={one}
              size="small"
              shape="circular"
              className={styles.filter}
              appearance={one === filter ? "primary" : "outline"}
              aria-pressed={one === filter}
              intent={{ kind: "filter", filter: one }}
            >
              {rowFilterWords[one]} {countRows(scorecard.rows, one)}
            </SendButton>
          ))}
        </div>
      </div>
      {rows.length === 0 && <p className={styles.none}>没有符合条件的指标。</p>}
      <div onKeyDown={walk} role="presentation">
        {grouped(rows).map(({ first, newLevel1, rows: some }) => (
          <Fragment key={first.row}>
            {newLevel1 && first.level1 !== "" && <h3 className={styles.level1}>{first.level1}</h3>}
            {first.level2 !== "" && <h4 className={styles.level2}>{first.level2}</h4>}
            <ul className={styles.list}>
              {some.map((row) => (
                <IndicatorItem
                  key={row.row}
                  row={row}
                  decimals={scorecard.decimals}
                  current={row.row === current}
                />
              ))}
            </ul>
          </Fragment>
        ))}
      </div>
    </section>
  );
}

/** Rows under the same two levels, and whether they are the first of their 一级指标. */
interface RowGroup {
  readonly first: ScorecardRow;
  readonly newLevel1: boolean;
  readonly rows: ScorecardRow[];
}

function grouped(rows: readonly ScorecardRow[]): readonly RowGroup[] {
  const groups: RowGroup[] = [];
  for (const row of rows) {
    const last = groups.at(-1);
    const newLevel1 = last?.first.level1 !== row.level1;
    if (last === undefined || newLevel1 || last.first.level2 !== row.level2) {
      groups.push({ first: row, newLevel1, rows: [row] });
    } else last.rows.push(row);
  }
  return groups;
}

/** Up, Down, Home and End move among the indicators, whatever headings stand between them. */
function walk(event: KeyboardEvent<HTMLDivElement>): void {
  const buttons = [...event.currentTarget.querySelectorAll<HTMLButtonElement>("button[data-row]")];
  const at = buttons.findIndex((button) => button === document.activeElement);
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: buttons.length - 1 }[event.key];
  if (to === undefined || at < 0) return;
  event.preventDefault();
  buttons[Math.max(0, Math.min(buttons.length - 1, to))]?.focus();
}

/** One line of the list. Only the current one is reached by Tab; the arrows do the rest. */
function IndicatorItem(props: {
  readonly row: ScorecardRow;
  readonly decimals: number;
  readonly current: boolean;
}) {
  const styles = useStyles();
  const send = useSend();
  const { row } = props;
  const state = usePaneState();
  const { selected } = state;
  const isSelected = row.row === selected;
  return (
    <li>
      <button
        type="button"
        data-row={row.row}
        tabIndex={props.current ? 0 : -1}
        aria-current={isSelected ? "true" : undefined}
        className={mergeClasses(styles.item, isSelected && styles.selected)}
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
          <StateTags states={rowStates(row, lagOf(state, row.row))} />
        </span>
      </button>
    </li>
  );
}
