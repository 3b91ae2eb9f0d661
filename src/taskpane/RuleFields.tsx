import { Button, Field, Input, makeStyles, tokens } from "@fluentui/react-components";
import { useEffect, useRef } from "react";
import type { RuleDraft } from "../clause/drafts/ruleDraft";
import { layOut, retyped, withoutRow, withRow, type DraftField } from "../clause/editDraft";

const useStyles = makeStyles({
  stack: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", rowGap: "10px" },
  fields: {
    display: "grid",
    gridTemplateColumns: "repeat(auto-fit, minmax(min(100%, 130px), 1fr))",
    gap: "8px 12px",
    alignItems: "start",
  },
  row: {
    minWidth: 0,
    margin: 0,
    padding: "4px 10px 10px",
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  legend: { padding: "0 4px", fontWeight: tokens.fontWeightSemibold },
  input: { boxSizing: "border-box", width: "100%", minWidth: 0, "& > input": { minWidth: 0, width: "100%" } },
  one: { minWidth: 0, gridTemplateColumns: "minmax(0, 1fr)" },
  dropRow: { minWidth: 0, marginTop: "8px" },
  more: { justifySelf: "start" },
});

/** The fields of one kind of rule, with what is wrong beside each. */
export function RuleFields(props: {
  readonly draft: RuleDraft;
  /** What is wrong at a place; null: nothing, or nothing to be said yet. */
  readonly complaint: (field: DraftField) => string | null;
  readonly change: (draft: RuleDraft) => void;
}) {
  const styles = useStyles();
  const { draft, complaint, change } = props;
  const { fields, rows, veto } = layOut(draft);
  const stack = useRef<HTMLDivElement>(null);
  const count = rows?.each.length ?? 0;
  const before = useRef(count);
  useEffect(() => {
    if (count > before.current) {
      const [last] = [...(stack.current?.querySelectorAll("fieldset") ?? [])].slice(-1);
      last?.querySelector<HTMLElement>("input, select")?.focus();
    } else if (count < before.current) stack.current?.querySelector<HTMLElement>("[data-more]")?.focus();
    before.current = count;
  }, [count]);
  const drawn = (field: DraftField) => (
    <OneField
      key={field.at}
      field={field}
      complaint={complaint(field)}
      change={(text) => {
        change(retyped(draft, field.at, text));
      }}
    />
  );
  return (
    <div className={styles.stack} ref={stack}>
      {fields.length > 0 && <div className={styles.fields}>{fields.map(drawn)}</div>}
      {rows?.each.map((line, index) => (
        <fieldset key={index} className={styles.row}>
          <legend className={styles.legend}>
            第{index + 1}
            {rows.title}
          </legend>
          <div className={styles.fields}>{line.map(drawn)}</div>
          {rows.mayDrop && (
            <Button
              size="small"
              className={styles.dropRow}
              onClick={() => {
                change(withoutRow(draft, index));
              }}
            >
              删去第{index + 1}
              {rows.title}
            </Button>
          )}
        </fieldset>
      ))}
      {rows !== null && (
        <Button
          size="small"
          data-more
          className={styles.more}
          onClick={() => {
            change(withRow(draft));
          }}
        >
          {rows.more}
        </Button>
      )}
      {drawn(veto)}
    </div>
  );
}

function OneField(props: {
  readonly field: DraftField;
  readonly complaint: string | null;
  readonly change: (text: string) => void;
}) {
  const styles = useStyles();
  const { field, complaint, change } = props;
  const { label, hint, choices, decimal, optional, text } = field;
  return (
    <Field
      className={styles.one}
      label={label}
      hint={hint === "" ? null : hint}
      required={choices === undefined && optional !== true}
      validationState={complaint === null ? "none" : "error"}
      validationMessage={complaint}
    >
      {choices === undefined ? (
        <Input
          className={styles.input}
          value={text}
          inputMode={decimal === true ? "decimal" : "text"}
          onChange={(_, data) => {
            change(data.value);
          }}
        />
      ) : (
        (native) => (
          <select
            {...native}
            className={`native ${styles.input}`}
            value={text}
            onChange={(event) => {
              change(event.target.value);
            }}
          >
            {choices.map(({ value, title }) => (
              <option key={value} value={value}>
                {title}
              </option>
            ))}
          </select>
        )
      )}
    </Field>
  );
}
