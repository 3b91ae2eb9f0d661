import { Field, Input, makeStyles, tokens } from "@fluentui/react-components";
import type { GatheredFact } from "../facts/gatheredFact";
import type { FactKind } from "../criteria/fact";
import { AnswerField } from "./AnswerField";
import type { FactDraft } from "./factDraft";
import { formatDay, readDay } from "./formatStep";
import { MonthsField } from "./MonthsField";

const useStyles = makeStyles({
  fact: { display: "grid", rowGap: "6px" },
  source: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  ticks: { display: "flex", flexWrap: "wrap", gap: "4px 16px" },
  /* Only its calendar: the day is typed, and shown, beside it. */
  picker: {
    width: "24px",
    border: "none",
    backgroundColor: "transparent",
    colorScheme: "inherit",
    "::-webkit-datetime-edit": { display: "none" },
  },
  tick: { display: "inline-flex", alignItems: "center", gap: "6px" },
});

/** Kinds that hold more than digits, for keyboards on a screen. */
const plainWords: readonly FactKind[] = ["date", "figure", "text"];

/** The fields for one fact: a figure with its unit, an answer, twelve months; 不涉及 with its reason. */
export function FactField(props: {
  readonly fact: Pick<GatheredFact, "id" | "spec">;
  readonly question: string;
  readonly draft: FactDraft;
  readonly complaint: string | null;
  /** Only tried, kept nowhere: nobody has to say why. */
  readonly trial?: true;
  /** 来源 is said elsewhere. */
  readonly brief?: true;
  readonly change: (draft: FactDraft) => void;
}) {
  const styles = useStyles();
  const { draft, complaint } = props;
  const { spec } = props.fact;
  const change = (part: Partial<FactDraft>) => {
    props.change({ ...draft, ...part });
  };
  const chosen = spec.kind === "answer" || spec.kind === "answerOrShare" || spec.kind === "tier";
  const needsReason =
    props.trial !== true && (draft.notApplicable || draft.text === "不涉及" || spec.kind === "points");
  return (
    <div className={styles.fact} role="group" aria-label={spec.label} data-fact={props.fact.id}>
      <Field
        label={props.question}
        hint={
          spec.source === "" || props.brief === true
            ? null
            : { children: `来源：${spec.source}`, className: styles.source }
        }
        validationState={complaint === null ? "none" : "error"}
        validationMessage={complaint}
      >
        {chosen ? (
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
            inputMode={plainWords.includes(spec.kind) || spec.range === true ? "text" : "decimal"}
            placeholder={spec.kind === "date" ? "2023-02-10" : ""}
            contentAfter={
              spec.kind === "date" ? (
                <DayPicker
                  label={spec.label}
                  text={draft.text}
                  pick={(text) => {
                    change({ text });
                  }}
                />
              ) : (
                spec.unit
              )
            }
            onChange={(_, data) => {
              change({ text: data.value });
            }}
          />
        )}
      </Field>
      <div className={styles.ticks}>
        {spec.kind === "date" && props.question.includes("未公开") && (
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
        {spec.notApplicable === true && !chosen && (
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
      </div>
      {needsReason && (
        <Field label={spec.kind === "points" ? "评定理由" : "不涉及的理由"} required data-reason="">
          <Input
            value={draft.reason}
            onChange={(_, data) => {
              change({ reason: data.value });
            }}
          />
        </Field>
      )}
    </div>
  );
}

/** The browser's own calendar; not reached by Tab, as whoever uses the keyboard types the day. */
function DayPicker(props: {
  readonly label: string;
  readonly text: string;
  readonly pick: (text: string) => void;
}) {
  const styles = useStyles();
  const day = readDay(props.text);
  return (
    <input
      type="date"
      tabIndex={-1}
      className={styles.picker}
      aria-label={`从日历里选：${props.label}`}
      value={day === null ? "" : formatDay(day)}
      onChange={(event) => {
        if (event.target.value !== "") props.pick(event.target.value);
      }}
    />
  );
}
