import { Button, makeStyles } from "@fluentui/react-components";
import { useId, useState } from "react";
import { sayRowRule } from "../app/sayRowRule";
import type { Scorecard, ScorecardRow } from "../scorecard/scorecard";
import { CellLink } from "./CellLink";
import { ClauseText } from "./ClauseText";
import { Fetched } from "./Fetched";
import { usePaneState } from "./paneContext";

const useStyles = makeStyles({
  button: { minWidth: 0, marginBottom: "6px" },
  cell: { marginTop: "6px" },
});

const panel = () => import("./RulePanel");

/** The clause of a row and, behind a button, how it is read; what was typed there stays while it is folded. */
export function RuleFold({ row, scorecard }: { readonly row: ScorecardRow; readonly scorecard: Scorecard }) {
  const styles = useStyles();
  const id = useId();
  const editing = usePaneState().ruleEdits[row.ruleKey]?.open === true;
  const [open, setOpen] = useState(editing);
  const [opened, setOpened] = useState(editing);
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
        {opened && (
          <Fetched load={panel}>{({ RulePanel }) => <RulePanel row={row} scorecard={scorecard} />}</Fetched>
        )}
        {row.standard !== null && (
          <div className={styles.cell}>
            <CellLink at={row.standard.at} />
          </div>
        )}
      </div>
      {!open && <ClauseText row={row} origin={sayRowRule(row, scorecard)} />}
    </>
  );
}
