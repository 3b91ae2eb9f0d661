import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useEffect, useRef, useState } from "react";
import { formatPoints, sayPoints } from "../scorecard/formatPoints";
import type { AnnexRowResult, ScorecardRow } from "../scorecard/scorecard";
import { AnnexRowDetail } from "./AnnexRowDetail";
import { annexRowStates } from "./annexRowStates";
import { StateTags } from "./StateTags";

const useStyles = makeStyles({
  item: {
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  current: { border: `1px solid ${tokens.colorBrandStroke1}` },
  summary: {
    display: "grid",
    gridTemplateColumns: "12px minmax(0, 1fr) auto",
    gap: "2px 6px",
    padding: "6px 8px",
    cursor: "pointer",
    listStyleType: "none",
    "::-webkit-details-marker": { display: "none" },
  },
  arrow: { fontSize: "10px", lineHeight: "20px", color: tokens.colorNeutralForeground2 },
  points: { fontVariantNumeric: "tabular-nums", whiteSpace: "nowrap" },
  weight: { color: tokens.colorNeutralForeground2 },
  tags: { gridColumn: "2 / -1", display: "flex", flexWrap: "wrap", gap: "4px" },
});

/** One row of an annex: its name and points; opened, how it was read and what it asks. */
export function AnnexRowItem(props: {
  /** The form row with only the facts and questions of this annex row. */
  readonly row: ScorecardRow;
  readonly annexRow: AnnexRowResult;
  readonly decimals: number;
  readonly startsOpen: boolean;
  /** Selected in the sheet: opened and brought into view. */
  readonly current: boolean;
}) {
  const styles = useStyles();
  const { row, annexRow, current } = props;
  const [open, setOpen] = useState(props.startsOpen || current);
  const [wasCurrent, setWasCurrent] = useState(current);
  if (wasCurrent !== current) {
    setWasCurrent(current);
    if (current) setOpen(true);
  }
  const item = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (current) item.current?.scrollIntoView({ block: "nearest" });
  }, [current]);
  return (
    <li ref={item} className={mergeClasses(styles.item, current && styles.current)}>
      <details
        open={open}
        onToggle={(event) => {
          setOpen(event.currentTarget.open);
        }}
      >
        <summary className={styles.summary}>
          <span className={styles.arrow} aria-hidden="true">
            {open ? "▼" : "▶"}
          </span>
          <span>{annexRow.name}</span>
          <span className={styles.points}>
            {annexRow.points === null ? "—" : formatPoints(annexRow.points, props.decimals)}
            <span className={styles.weight}>
              /{annexRow.weight === null ? "—" : sayPoints(annexRow.weight, 3)}
            </span>
          </span>
          <span className={styles.tags}>
            <StateTags states={annexRowStates(annexRow, row.facts)} />
          </span>
        </summary>
        {open && <AnnexRowDetail row={row} annexRow={annexRow} />}
      </details>
    </li>
  );
}
