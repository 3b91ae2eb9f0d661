import { Button, Field, Input, makeStyles, tokens } from "@fluentui/react-components";
import { useState, type FormEvent } from "react";
import type { GatheredFact } from "../facts/gatheredFact";
import { AnswerField } from "./AnswerField";
import { draftOf, readDraft, type FactDraft } from "./factDraft";
import { MonthsField } from "./MonthsField";
import { useSend } from "./sendContext";

const useStyles = makeStyles({
  form: {
    display: "grid",
    rowGap: "8px",
    padding: "8px 10px 10px",
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  source: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  tick: { display: "inline-flex", alignItems: "center", gap: "6px" },
  buttons: { display: "flex", gap: "8px" },
});

/** Asks for one fact where it is missing; what is typed goes to 评分底稿. */
export function FactForm(props: {
  readonly fact: GatheredFact;
  readonly question: string;
  readonly weight: number | null;
  readonly draft: FactDraft | null;
  readonly busy: boolean;
}) {
  const styles = useStyles();
  const send = useSend();
  const [tried, setTried] = useState(false);
  const { fact } = props;
  const { spec } = fact;
  const draft = props.draft ?? draftOf(fact);
  const reading = readDraft(spec, draft, props.weight);
  const complaint = tried && "problem" in reading ? reading.problem : fact.problem;
  const change = (part: Partial<FactDraft>) => {
    send({ kind: "draft", factId: fact.id, draft: { ...draft, ...part } });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!("problem" in reading)) send({ kind: "answer", factId: fact.id, ...reading });
  };
  const inApplicable = spec.notApplicable === true && spec.kind !== "answer" && spec.kind !== "answerOrShare";
  const needsReason = draft.notApplicable || draft.text === "不涉及" || spec.kind === "points";
  return (
    <form className={styles.form} onSubmit={submit} aria-label={spec.label} noValidate>
      <Field
        label={props.question}
        hint={spec.source === "" ? null : { children: `来源：${spec.source}`, className: styles.source }}
        validationState={complaint === null ? "none" : "error"}
        validationMessage={complaint}
      >
        {spec.kind === "answer" || spec.kind === "answerOrShare" ? (
          <AnswerField spec={spec} draft={draft} change={change} />
        ) : spec.kind === "months" ? (
          <MonthsField
            label={spec.label}
            months={draft.months}
            change={(months) => {
              change({ months });
            }}
          />
        ) : (
          <Input
            value={draft.text}
            disabled={draft.notApplicable}
            inputMode={spec.kind === "date" || spec.range === true ? "text" : "decimal"}
            placeholder={spec.kind === "date" ? "2023-02-10" : ""}
            contentAfter={spec.kind === "date" ? null : spec.unit}
            onChange={(_, data) => {
              change({ text: data.value });
            }}
          />
        )}
      </Field>
      {spec.kind === "date" && (
        <label className={styles.tick}>
          <input
            type="checkbox"
            checked={draft.text === "未公开"}
            onChange={(event) => {
              change({ text: event.target.checked ? "未公开" : "" });
            }}
          />
          未公开
        </label>
      )}
      {inApplicable && (
        <label className={styles.tick}>
          <input
            type="checkbox"
            checked={draft.notApplicable}
            onChange={(event) => {
              change({ notApplicable: event.target.checked });
            }}
          />
          不涉及
        </label>
      )}
      {needsReason && (
        <Field label={spec.kind === "points" ? "评定理由" : "不涉及的理由"} required>
          <Input
            value={draft.reason}
            onChange={(_, data) => {
              change({ reason: data.value });
            }}
          />
        </Field>
      )}
      <span className={styles.buttons}>
        <Button type="submit" size="small" appearance="primary" disabled={props.busy}>
          写入底稿
        </Button>
        {fact.value !== null && props.draft !== null && (
          <Button
            size="small"
            appearance="subtle"
            onClick={() => {
              send({ kind: "dropDraft", factId: fact.id });
            }}
          >
            取消
          </Button>
        )}
      </span>
    </form>
  );
}
