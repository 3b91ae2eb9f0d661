import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { memo, useState } from "react";
import { sayRowRule } from "../app/sayRowRule";
import type { GatheredFact } from "../facts/gatheredFact";
import type { Scorecard, ScorecardRow } from "../scorecard/scorecard";
import { ClauseText } from "./ClauseText";
import { draftOf, isBlank, readDraft, type FactDraft } from "./factDraft";
import { FactField } from "./FactField";
import { FactQuote } from "./FactQuote";
import { insteadWords } from "./fillState";
import { useFieldFocus, usePaneState, useSend } from "./paneContext";
import { RowHeading } from "./RowHeading";

const useStyles = makeStyles({
  fields: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", rowGap: "10px" },
  field: {
    padding: "2px 8px",
    borderLeft: `3px solid ${tokens.colorNeutralStroke2}`,
  },
  /* Half typed: not an answer yet. */
  half: { borderLeft: `3px dashed ${tokens.colorPaletteMarigoldBorderActive}` },
  done: { borderLeftColor: tokens.colorStatusSuccessBorder2 },
  state: { margin: 0, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  /* Side by side while they are folded. */
  folds: { display: "flex", flexWrap: "wrap", columnGap: "16px", "& > details[open]": { flexBasis: "100%" } },
  summary: { cursor: "pointer", color: tokens.colorBrandForegroundLink, padding: "4px 0" },
  sources: { margin: "0 0 6px", paddingLeft: "1.2em", fontSize: tokens.fontSizeBase200 },
});

/** The open questions of one indicator; what may be given instead, where it is found and the clause are folded. */
export function FillRow(props: {
  readonly scorecard: Scorecard;
  readonly row: ScorecardRow;
  readonly asked: readonly GatheredFact[];
}) {
  const styles = useStyles();
  const { row, asked, scorecard } = props;
  const { drafts, filling, moveFocus } = usePaneState();
  const instead = row.facts.filter((fact) => fact.value === null && !asked.includes(fact));
  const [wantsOthers, setWantsOthers] = useState(instead.some(({ id }) => id in drafts));
  const [wantsClause, setWantsClause] = useState(false);
  const field = (fact: GatheredFact) => (
    <FillField
      key={fact.id}
      fact={fact}
      weight={row.weight}
      draft={drafts[fact.id]}
      given={filling.given.includes(fact.id)}
      pasted={filling.pasted !== null && fact.id in filling.pasted.before}
      focused={moveFocus && filling.at === fact.id}
    />
  );
  const sources = asked.filter(({ spec }) => spec.source !== "");
  return (
    <section aria-label={row.indicator}>
      <RowHeading row={row} />
      <div className={styles.fields}>{asked.map(field)}</div>
      <div className={styles.folds}>
        {instead.length > 0 && (
          <details
            open={wantsOthers}
            onToggle={(event) => {
              setWantsOthers(event.currentTarget.open);
            }}
          >
            <summary className={styles.summary}>
              {insteadWords}（{instead.length}）
            </summary>
            {wantsOthers && <div className={styles.fields}>{instead.map(field)}</div>}
          </details>
        )}
        <details
          onToggle={(event) => {
            setWantsClause(event.currentTarget.open);
          }}
        >
          <summary className={styles.summary}>在哪里找、评分标准</summary>
          {wantsClause && (
            <>
              <ul className={styles.sources}>
                {sources.map(({ id, spec }) => (
                  <li key={id}>
                    {spec.label}：{spec.source}
                  </li>
                ))}
              </ul>
              <ClauseText row={row} origin={sayRowRule(row, scorecard)} />
            </>
          )}
        </details>
      </div>
    </section>
  );
}

const FillField = memo(function FillField(props: {
  readonly fact: GatheredFact;
  readonly weight: number | null;
  readonly draft: FactDraft | undefined;
  /** Its field was left. */
  readonly given: boolean;
  /** What stands in it was pasted, and nobody was at it since. */
  readonly pasted: boolean;
  /** The keyboard comes back to it. */
  readonly focused: boolean;
}) {
  const styles = useStyles();
  const send = useSend();
  const { fact, weight, draft, given, pasted, focused } = props;
  const place = useFieldFocus<HTMLDivElement>(focused, "input:not(:disabled)");
  const problemOf = (one: FactDraft): string | null => {
    const read = readDraft(fact.spec, one, weight);
    return "problem" in read ? read.problem : null;
  };
  const wrong = draft === undefined ? fact.problem : given ? problemOf(draft) : null;
  const chosen = fact.spec.kind === "answer" || fact.spec.kind === "tier";
  const change = (next: FactDraft) => {
    send({ kind: "draft", factId: fact.id, draft: next });
    // A choice is whole as soon as it is made.
    if (chosen && problemOf(next) === null) send({ kind: "give", drafts: { [fact.id]: next } });
  };
  const leave = () => {
    // What was only pasted is written with the whole column, or taken back with it.
    if (draft === undefined || given || pasted) return;
    if (isBlank(draft) && fact.value === null) send({ kind: "dropDraft", factIds: [fact.id] });
    else send({ kind: "give", drafts: { [fact.id]: draft } });
  };
  const whole = draft === undefined ? fact.value !== null && fact.problem === null : given && wrong === null;
  const unwritten =
    pasted && draft !== undefined && problemOf(draft) === null ? "粘贴的，未写入" : "没有填完，未写入";
  const state = draft === undefined ? "" : whole ? "待写入" : unwritten;
  return (
    <div
      ref={place}
      className={mergeClasses(
        styles.field,
        draft !== undefined && !whole && styles.half,
        whole && styles.done,
      )}
      onFocus={() => {
        send({ kind: "fillAt", factId: fact.id });
      }}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) leave();
      }}
    >
      <FactField
        fact={fact}
        question={fact.spec.question}
        draft={draft ?? draftOf(fact)}
        complaint={wrong}
        brief
        change={change}
      />
      {state !== "" && <p className={styles.state}>{state}</p>}
      {fact.source !== null && <FactQuote source={fact.source} />}
    </div>
  );
});
