import { Button, makeStyles } from "@fluentui/react-components";
import { useId, useState } from "react";
import { rowReading } from "../app/rowReading";
import { originWords } from "../scorecard/originWords";
import type { Scorecard, ScorecardRow } from "../scorecard/scorecard";
import { CellLink } from "./CellLink";
import { ClauseText } from "./ClauseText";
import { RuleCard } from "./RuleCard";

const useStyles = makeStyles({
  button: { minWidth: 0, marginBottom: "6px" },
  words: { margin: "0 0 6px" },
  cell: { marginTop: "6px" },
});

/** The clause of a row and, behind a button, how it is read; what was typed there stays while it is folded. */
export function RuleFold({ row, scorecard }: { readonly row: ScorecardRow; readonly scorecard: Scorecard }) {
  const styles = useStyles();
  const id = useId();
  const [open, setOpen] = useState(false);
  const [opened, setOpened] = useState(false);
  const { standard } = row;
  const origin = originWords(row, scorecard);
  const text = <ClauseText row={row} origin={origin} />;
  if (standard === null || standard.value.trim() === "") return text;
  const read = opened ? rowReading(row, scorecard) : null;
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
      <div id={id} hidden={!open}>
        {read !== null && <RuleCard {...read} weight={row.weight} {...(origin === "" ? {} : { origin })} />}
        <div className={styles.cell}>
          <CellLink at={standard.at} />
        </div>
      </div>
      {!open && text}
    </>
  );
}
