import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { flushSync } from "react-dom";
import { factStateWords, type GatheredFact } from "../facts/gatheredFact";
import { CellLink } from "./CellLink";
import { draftOf } from "./factDraft";
import { FactQuote } from "./FactQuote";
import { formatFact } from "./formatStep";
import { SendButton, useSend } from "./paneContext";
import { confirmIntent } from "./confirmState";

const useStyles = makeStyles({
  fact: { display: "grid", rowGap: "2px" },
  label: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  line: { display: "flex", flexWrap: "wrap", alignItems: "baseline", gap: "0 8px" },
  value: { fontWeight: tokens.fontWeightSemibold, fontVariantNumeric: "tabular-nums" },
  state: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  buttons: { display: "inline-flex", gap: "4px", marginLeft: "auto" },
  small: { minWidth: 0 },
});

/** A fact that is there: its value, the words that it was read from, 确认 and 改正. */
export function FactView({ fact }: { readonly fact: GatheredFact }) {
  const styles = useStyles();
  const send = useSend();
  return (
    <div className={styles.fact} role="group" aria-label={fact.spec.label}>
      <span className={styles.label}>{fact.spec.label}</span>
      <span className={styles.line}>
        <span className={styles.value}>{formatFact(fact)}</span>
        <span className={styles.state}>{factStateWords[fact.state]}</span>
        {fact.at !== null && <CellLink at={fact.at} />}
        <span className={styles.buttons}>
          {fact.state === "extracted" && (
            <SendButton
              size="small"
              className={styles.small}
              waits
              aria-label={`确认：${fact.spec.label}`}
              intent={confirmIntent([fact])}
            >
              确认
            </SendButton>
          )}
          <Button
            size="small"
            className={styles.small}
            appearance="subtle"
            aria-label={`改正：${fact.spec.label}`}
            onClick={() => {
              flushSync(() => {
                send({ kind: "draft", factId: fact.id, draft: draftOf(fact) });
              });
              // The button is gone: the keyboard goes on in the field that has taken its place.
              document
                .querySelector<HTMLElement>(`[data-fact="${CSS.escape(fact.id)}"] input:not(:disabled)`)
                ?.focus();
            }}
          >
            改正
          </Button>
        </span>
      </span>
      {fact.reason !== "" && <span className={styles.state}>说明：{fact.reason}</span>}
      {fact.source !== null && <FactQuote source={fact.source} />}
    </div>
  );
}
