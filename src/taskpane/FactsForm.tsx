import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useState, type SubmitEvent } from "react";
import type { GatheredFact } from "../facts/gatheredFact";
import type { ScorecardRow } from "../scorecard/scorecard";
import { draftOf, type FactDraft, isBlank, readDraft } from "./factDraft";
import { FactField } from "./FactField";
import { FactQuote } from "./FactQuote";
import { usePaneState, useSend } from "./paneContext";
import type { FactAnswer } from "../edits/planFact";

const useStyles = makeStyles({
  form: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr)",
    rowGap: "14px",
    padding: "10px",
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  buttons: { display: "flex", flexWrap: "wrap", gap: "8px" },
});

/** Asks for what is missing right where it is missing; one button writes all that was filled in to 评分底稿. */
export function FactsForm(props: {
  readonly row: ScorecardRow;
  readonly facts: readonly GatheredFact[];
  readonly label: string;
}) {
  const styles = useStyles();
  const send = useSend();
  const [tried, setTried] = useState(false);
  const { row, facts } = props;
  const { drafts, busy } = usePaneState();
  const reading = readAnswers(facts, drafts, row.weight);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setTried(true);
    if (reading.answers !== null) send({ kind: "answer", answers: reading.answers });
  };
  const begun = facts.filter((fact) => Object.hasOwn(drafts, fact.id));
  return (
    <form className={styles.form} onSubmit={submit} aria-label={props.label} noValidate>
      {facts.map((fact) => (
        <div key={fact.id}>
          <FactField
            fact={fact}
            question={fact.spec.question}
            draft={drafts[fact.id] ?? draftOf(fact)}
            complaint={(tried ? reading.problems[fact.id] : undefined) ?? fact.problem}
            change={(draft) => {
              send({ kind: "draft", factId: fact.id, draft });
            }}
          />
          {fact.source !== null && <FactQuote source={fact.source} />}
        </div>
      ))}
      <div className={styles.buttons}>
        <Button type="submit" appearance="primary" disabledFocusable={busy}>
          写入底稿
        </Button>
        {begun.length > 0 && (
          <Button
            appearance="subtle"
            onClick={() => {
              setTried(false);
              send({ kind: "dropDraft", factIds: begun.map((fact) => fact.id) });
            }}
          >
            取消
          </Button>
        )}
      </div>
    </form>
  );
}

/** All that was typed into one form: the answers, or null with what is wrong by fact id. What was not touched is
 * left open. */
function readAnswers(
  facts: readonly GatheredFact[],
  drafts: Readonly<Record<string, FactDraft>>,
  weight: number | null,
): {
  readonly answers: readonly FactAnswer[] | null;
  readonly problems: Readonly<Record<string, string>>;
} {
  const answers: FactAnswer[] = [];
  const problems: Record<string, string> = {};
  for (const fact of facts) {
    const draft = drafts[fact.id];
    if (draft === undefined || isBlank(draft)) continue;
    const reading = readDraft(fact.spec, draft, weight);
    if ("problem" in reading) problems[fact.id] = reading.problem;
    else answers.push({ factId: fact.id, value: reading.value, reason: reading.reason });
  }
  const [first] = facts;
  if (answers.length === 0 && Object.keys(problems).length === 0 && first !== undefined) {
    problems[first.id] = "还没有填写。";
  }
  return { answers: Object.keys(problems).length > 0 ? null : answers, problems };
}
