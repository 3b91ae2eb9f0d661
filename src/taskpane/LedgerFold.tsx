import { makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { Fetched } from "./Fetched";
import { usePaneState } from "./paneContext";

const useStyles = makeStyles({
  summary: { cursor: "pointer", color: tokens.colorBrandForegroundLink },
});

const load = () => import("./LedgerPanel");

/** 项目台账, for workbooks whose forms have a block of money: folded, and fetched when it is first opened. */
export function LedgerFold() {
  const styles = useStyles();
  const { ledger } = usePaneState();
  const [opened, setOpened] = useState(false);
  return (
    <details
      onToggle={(event) => {
        if (event.currentTarget.open) setOpened(true);
      }}
    >
      <summary className={styles.summary}>从项目台账填入资金</summary>
      {opened && <Fetched load={load}>{({ LedgerPanel }) => <LedgerPanel preview={ledger} />}</Fetched>}
    </details>
  );
}
