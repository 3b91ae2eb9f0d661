import { Input, makeStyles } from "@fluentui/react-components";
import { useId } from "react";
import type { FactSpec } from "../criteria/fact";
import { tierNames } from "../criteria/kinds/levels";
import type { FactDraft } from "./factDraft";

const useStyles = makeStyles({
  choices: { display: "flex", flexWrap: "wrap", gap: "6px 16px", padding: "4px 0" },
  choice: { display: "inline-flex", alignItems: "center", gap: "6px", minHeight: "24px", cursor: "pointer" },
});

/** 是／否／不涉及, a tier, and 有缺漏 with its percent where the clause knows one. */
export function AnswerField(props: {
  readonly spec: FactSpec;
  readonly draft: FactDraft;
  readonly change: (part: Partial<FactDraft>) => void;
}) {
  const styles = useStyles();
  const name = useId();
  const { spec, draft } = props;
  const partly = spec.kind === "answerOrShare";
  const own = spec.kind === "tier" ? tierNames(spec) : ["是", "否"];
  const words = [...own, ...(spec.notApplicable === true ? ["不涉及"] : [])];
  const chosen = draft.notApplicable
    ? "不涉及"
    : words.includes(draft.text) || !partly
      ? draft.text
      : "partly";
  const untouched = draft.text === "" && !draft.notApplicable;
  const choices = [
    ...words.map((word) => [word, word] as const),
    ...(partly ? [["partly", "有缺漏"] as const] : []),
  ];
  return (
    <div>
      <div role="radiogroup" aria-label={spec.question} className={styles.choices}>
        {choices.map(([value, label]) => (
          <label key={value} className={styles.choice}>
            <input
              type="radio"
              name={name}
              value={value}
              checked={!untouched && chosen === value}
              onChange={() => {
                props.change({
                  text: value === "partly" ? "%" : value,
                  notApplicable: value === "不涉及",
                });
              }}
            />
            {label}
          </label>
        ))}
      </div>
      {partly && chosen === "partly" && !untouched && (
        <Input
          value={draft.text === "%" ? "" : draft.text}
          inputMode="decimal"
          aria-label="完整度"
          contentBefore="完整度"
          contentAfter="%"
          onChange={(_, data) => {
            props.change({ text: data.value === "" ? "%" : data.value });
          }}
        />
      )}
    </div>
  );
}
