import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { memo, useId, useState, type KeyboardEvent } from "react";
import { flushSync } from "react-dom";
import { factStateWords, type GatheredFact, asSeen } from "../facts/gatheredFact";
import type { ScorecardRow } from "../scorecard/scorecard";
import { isWaiting } from "./confirmState";
import { draftOf, readDraft, type FactDraft } from "./factDraft";
import { FactField } from "./FactField";
import { FactQuote } from "./FactQuote";
import { formatFact } from "./formatStep";
import { useFieldFocus, useSend } from "./paneContext";

const useStyles = makeStyles({
  item: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr)",
    rowGap: "2px",
    /* Clear of the bars that stay in sight. */
    scrollMarginTop: "160px",
    scrollMarginBottom: "64px",
    listStyleType: "none",
    padding: "4px 8px",
    borderLeft: `3px solid ${tokens.colorNeutralStroke2}`,
  },
  yes: { borderLeftColor: tokens.colorStatusSuccessBorder2 },
  no: { borderLeftColor: tokens.colorStatusDangerBorder2 },
  line: { display: "flex", alignItems: "baseline", gap: "2px 8px" },
  name: { flexGrow: 1, minWidth: 0, cursor: "pointer" },
  value: { fontWeight: tokens.fontWeightSemibold, fontVariantNumeric: "tabular-nums" },
  refused: { textDecorationLine: "line-through" },
  state: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  buttons: { display: "inline-flex", gap: "4px", flexShrink: 0 },
  small: { minWidth: 0 },
});

/** One fact to look at: its figure, the quote that it rests on, and 是, 改 or 不是. */
export const ConfirmItem = memo(function ConfirmItem(props: {
  readonly row: ScorecardRow;
  readonly fact: GatheredFact;
  readonly draft: FactDraft | undefined;
  /** 是, 不是, or nothing yet. */
  readonly said: boolean | null;
  /** The one that Tab reaches. */
  readonly current: boolean;
  /** The keyboard comes back to it. */
  readonly focused: boolean;
}) {
  const styles = useStyles();
  const send = useSend();
  const quote = useId();
  const [left, setLeft] = useState(false);
  const { row, fact, draft, said, focused } = props;
  const { label } = fact.spec;
  const waits = isWaiting(row, fact);
  const seen = asSeen(fact);
  const place = useFieldFocus<HTMLLIElement>(focused, "[data-stop], [data-fact] input:not(:disabled)");
  const say = (is: boolean | null) => {
    const what = is === null || seen === null ? null : { is, seen };
    send({ kind: "sayOfFact", factId: fact.id, said: what });
  };
  const turn = (words: "draft" | "dropDraft") => {
    flushSync(() => {
      if (words === "draft") send({ kind: "draft", factId: fact.id, draft: draftOf(fact) });
      else send({ kind: "dropDraft", factIds: [fact.id] });
      setLeft(false);
    });
    place.current?.querySelector<HTMLElement>("[data-fact] input:not(:disabled), [data-stop]")?.focus();
  };
  const press = (event: KeyboardEvent) => {
    const { key, target } = event;
    if (!(target instanceof HTMLElement) || target.dataset["stop"] === undefined) return;
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if (key === "Enter" && waits) say(true);
    else if (key.toLowerCase() === "n" && seen !== null) say(said === false ? null : false);
    else if (key.toLowerCase() === "e") {
      event.preventDefault();
      turn("draft");
    }
  };
  const tab = { tabIndex: props.current ? 0 : -1 };
  const read = draft === undefined ? null : readDraft(fact.spec, draft, row.weight);
  return (
    <li
      ref={place}
      className={mergeClasses(styles.item, said === true && styles.yes, said === false && styles.no)}
      onKeyDown={press}
      onFocus={({ currentTarget }) => {
        // What is ticked is seen with its quote.
        currentTarget.scrollIntoView({ block: "nearest" });
        if (!props.current) send({ kind: "confirmAt", factId: fact.id });
      }}
    >
      {draft !== undefined ? (
        <div
          onBlur={(event) => {
            if (!event.currentTarget.contains(event.relatedTarget)) setLeft(true);
          }}
          onKeyDown={(event) => {
            if (event.key !== "Escape" || event.nativeEvent.isComposing) return;
            event.stopPropagation();
            turn("dropDraft");
          }}
        >
          <FactField
            fact={fact}
            question={fact.spec.question}
            draft={draft}
            complaint={left && read !== null && "problem" in read ? read.problem : null}
            change={(next) => {
              send({ kind: "draft", factId: fact.id, draft: next });
            }}
          />
          <Button
            size="small"
            appearance="subtle"
            onClick={() => {
              turn("dropDraft");
            }}
          >
            不改了
          </Button>
        </div>
      ) : (
        <div className={styles.line}>
          <label className={styles.name}>
            {waits && (
              <input
                type="checkbox"
                data-stop=""
                {...tab}
                aria-describedby={quote}
                checked={said === true}
                onChange={(event) => {
                  say(event.target.checked ? true : null);
                }}
              />
            )}
            <span>{label}</span>{" "}
            <span className={mergeClasses(styles.value, said === false && styles.refused)}>
              {formatFact(fact)}
            </span>
          </label>
          {!waits && <span className={styles.state}>{factStateWords[fact.state]}</span>}
          <span className={styles.buttons}>
            <Button
              size="small"
              className={styles.small}
              appearance="subtle"
              {...tab}
              {...(waits ? {} : { "data-stop": "" })}
              aria-label={`改：${label}`}
              onClick={() => {
                turn("draft");
              }}
            >
              改
            </Button>
            {waits && (
              <Button
                size="small"
                className={styles.small}
                {...tab}
                aria-label={`不是：${label}`}
                aria-pressed={said === false}
                appearance={said === false ? "primary" : "subtle"}
                onClick={() => {
                  say(said === false ? null : false);
                }}
              >
                不是
              </Button>
            )}
          </span>
        </div>
      )}
      {fact.source !== null && (
        <div id={quote} data-quote={fact.id}>
          <FactQuote source={fact.source} />
        </div>
      )}
    </li>
  );
});
