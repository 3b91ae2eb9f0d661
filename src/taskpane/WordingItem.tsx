import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { memo, useId, type KeyboardEvent } from "react";
import type { BasisDraft } from "../basis/basisDrafts";
import type { GatheredFact } from "../facts/gatheredFact";
import { CellLink } from "./CellLink";
import { formatFact } from "./formatStep";
import { SendButton, useFieldFocus, useSend } from "./paneContext";

const useStyles = makeStyles({
  item: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr)",
    rowGap: "4px",
    padding: "4px 8px",
    borderLeft: `3px solid ${tokens.colorNeutralStroke2}`,
  },
  standing: { borderLeftColor: tokens.colorStatusSuccessBorder2 },
  expired: { borderLeftColor: tokens.colorStatusWarningBorder2 },
  quiet: { margin: 0, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  words: { margin: 0, overflowWrap: "anywhere" },
  old: { textDecorationLine: "line-through" },
  facts: { display: "flex", flexWrap: "wrap", gap: "0 12px", margin: 0, padding: 0, listStyleType: "none" },
  line: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: "4px 8px" },
  field: { width: "100%", boxSizing: "border-box", resize: "vertical" },
});

const stateWords = { offered: "草稿", standing: "已采用", expired: "已过期" } as const;
const [lettersOfLine, mostLines] = [20, 8] as const;

/** One draft: what stands in the cell, the sentence to change or to take, and the answers that it is made of. */
export const WordingItem = memo(function WordingItem(props: {
  readonly draft: BasisDraft;
  /** The person's text of it; null: as it is. */
  readonly changed: string | null;
  /** The keyboard comes back to it. */
  readonly focused: boolean;
  readonly current: boolean;
}) {
  const styles = useStyles();
  const send = useSend();
  const id = useId();
  const { draft, changed, focused } = props;
  const { ruleKey, indicator, at, words, text, state, standing, lost, from } = draft;
  const place = useFieldFocus<HTMLDivElement>(focused, "textarea, button");
  const shown = changed ?? text ?? "";
  const isTaken = state === "standing" && (changed === null || changed === text);
  const take = { kind: "writeBasis", taken: [{ ruleKey, seen: text, text: shown }] } as const;
  const back = { kind: "writeBasis", taken: [{ ruleKey, seen: text, text: null }] } as const;
  const isReady = text !== null && !isTaken && shown.trim() !== "";
  const press = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || event.nativeEvent.isComposing) return;
    event.preventDefault();
    if (isReady) send(take);
    const fields = [...document.querySelectorAll<HTMLElement>("[data-wording] textarea")];
    fields[fields.indexOf(event.currentTarget) + 1]?.focus();
  };
  return (
    <div
      ref={place}
      data-wording={ruleKey}
      className={mergeClasses(
        styles.item,
        state === "standing" && styles.standing,
        state === "expired" && styles.expired,
      )}
      onFocus={() => {
        if (!props.current) send({ kind: "wordingAt", row: draft.row });
      }}
    >
      <div className={styles.line}>
        <span>{stateWords[state]}</span>
        <CellLink at={at} />
      </div>
      {words !== "" && (
        <p className={styles.words}>
          <span className={styles.quiet}>已写：</span>
          {words}
        </p>
      )}
      {state === "expired" && standing !== null && (
        <p className={styles.words}>
          <span className={styles.quiet}>用到的数据已经变了：</span>
          <span className={styles.old}>{standing.text.replace(/^[。\n]/u, "")}</span>
        </p>
      )}
      {text !== null && (
        <>
          <label htmlFor={`${id}text`} className={styles.quiet}>
            {words === "" ? "评分依据" : "接在后面"}
          </label>
          <textarea
            id={`${id}text`}
            className={mergeClasses("native", styles.field)}
            aria-label={`${indicator}：${words === "" ? "评分依据" : "接在后面"}`}
            aria-describedby={`${id}from`}
            rows={Math.min(mostLines, Math.ceil(shown.length / lettersOfLine))}
            value={shown}
            onKeyDown={press}
            onChange={({ target: { value } }) => {
              send({ kind: "changeWording", ruleKey, text: value === text ? null : value });
            }}
          />
        </>
      )}
      {from.length > 0 && (
        <ul id={`${id}from`} className={mergeClasses(styles.facts, styles.quiet)} aria-label="来自">
          {from.map((fact) => (
            <li key={fact.id}>
              {fact.spec.label} {formatFact(fact)} <SourceLink fact={fact} />
            </li>
          ))}
        </ul>
      )}
      {lost > 0 && <p className={styles.quiet}>扣分的原因和改进措施，请接着写。</p>}
      <div className={styles.line}>
        {text !== null && (
          <SendButton
            size="small"
            waits
            disabledFocusable={!isReady}
            aria-label={`${isTaken ? "已采用" : "采用"}：${indicator}`}
            intent={isReady ? take : null}
          >
            {isTaken ? "已采用" : "采用"}
          </SendButton>
        )}
        {changed !== null && (
          <SendButton
            size="small"
            appearance="subtle"
            aria-label={`还原草稿：${indicator}`}
            intent={{ kind: "changeWording", ruleKey, text: null }}
          >
            还原草稿
          </SendButton>
        )}
        {state !== "offered" && (
          <SendButton size="small" appearance="subtle" waits aria-label={`撤下：${indicator}`} intent={back}>
            撤下
          </SendButton>
        )}
      </div>
    </div>
  );
});

function SourceLink({ fact }: { readonly fact: GatheredFact }) {
  const at = fact.at ?? fact.source?.at ?? null;
  return at === null ? null : <CellLink at={at} />;
}
