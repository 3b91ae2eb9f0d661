import { Button, makeStyles } from "@fluentui/react-components";
import { useId, useState } from "react";
import type { ScorecardRow } from "../scorecard/scorecard";
import { CellLink } from "./CellLink";
import { ClauseText } from "./ClauseText";
import { RuleCard } from "./RuleCard";
import { useClauseReading } from "./useClauseReading";

const useStyles = makeStyles({
  button: { minWidth: 0, marginBottom: "6px" },
  words: { margin: "0 0 6px" },
  cell: { marginTop: "6px" },
});

/** The clause of a row and, behind a button, how it is read; what was typed there stays while it is folded. */
export function RuleFold({ row, origin }: { readonly row: ScorecardRow; readonly origin: string }) {
  const styles = useStyles();
  const id = useId();
  const [open, setOpen] = useState(false);
  const [opened, setOpened] = useState(false);
  const { standard } = row;
  const reading = useClauseReading(opened ? (standard?.value ?? "") : null, row);
  if (standard === null || standard.value.trim() === "") return <ClauseText row={row} origin={origin} />;
  const shown = open && reading !== null;
  return (
    <>
      <Button
        size="small"
        className={styles.button}
        aria-expanded={open}
        aria-controls={id}
        onClick={() => {
          setOpen(!open);
          setOpened(true);
        }}
      >
        <span aria-hidden="true">{open ? "▼" : "▶"}&nbsp;</span>读法与试算
      </Button>
      <div id={id} hidden={!shown}>
        {reading !== null && (
          <RuleCard
            clause={standard.value}
            reading={reading}
            weight={row.weight}
            {...(origin === "" ? {} : { origin })}
          />
        )}
        <div className={styles.cell}>
          <CellLink at={standard.at} />
        </div>
      </div>
      {!shown && <ClauseText row={row} origin={origin} />}
    </>
  );
}
