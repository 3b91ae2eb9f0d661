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
  const choices = partly ? [...words, "partly"] : words;
  const isChosen = (choice: string) => {
    if (draft.notApplicable) return choice === "不涉及";
    if (draft.text === "") return false;
    return choice === "partly" ? !words.includes(draft.text) : choice === draft.text;
  };
  return (
    <div>
      <div role="radiogroup" aria-label={spec.question} className={styles.choices}>
        {choices.map((value) => (
          <label key={value} className={styles.choice}>
            <input
              type="radio"
              name={name}
              value={value}
              checked={isChosen(value)}
              onChange={() => {
                props.change({
                  text: value === "partly" ? "%" : value,
                  notApplicable: value === "不涉及",
                });
              }}
            />
            {value === "partly" ? "有缺漏" : value}
          </label>
        ))}
      </div>
      {partly && isChosen("partly") && (
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
