import { Input, Radio, RadioGroup } from "@fluentui/react-components";
import type { FactSpec } from "../rules/fact";
import type { FactDraft } from "./factDraft";

/** 是／否／不涉及, a tier, and 有缺漏 with its percent where the clause knows one. */
export function AnswerField(props: {
  readonly spec: FactSpec;
  readonly draft: FactDraft;
  readonly change: (part: Partial<FactDraft>) => void;
}) {
  const { spec, draft } = props;
  const partly = spec.kind === "answerOrShare";
  const own = spec.kind === "tier" ? ["达成", "部分达成", "未达成"] : ["是", "否"];
  const words = [...own, ...(spec.notApplicable === true ? ["不涉及"] : [])];
  const chosen = draft.notApplicable
    ? "不涉及"
    : words.includes(draft.text) || !partly
      ? draft.text
      : "partly";
  const untouched = draft.text === "" && !draft.notApplicable;
  return (
    <div>
      <RadioGroup
        layout="horizontal"
        aria-label={spec.question}
        value={untouched ? "" : chosen}
        onChange={(_, data) => {
          props.change({
            text: data.value === "partly" ? "%" : data.value,
            notApplicable: data.value === "不涉及",
          });
        }}
      >
        {words.map((word) => (
          <Radio key={word} value={word} label={word} />
        ))}
        {partly && <Radio value="partly" label="有缺漏" />}
      </RadioGroup>
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
