import { Field } from "@fluentui/react-components";
import { draftKinds, type DraftField } from "../clause/editDraft";
import type { Proposal } from "./proposeRule";
import type { RuleEditing } from "./ruleEditing";
import { RuleFields } from "./RuleFields";

/** A kind and its fields. */
export function RuleForm(props: {
  readonly proposal: Proposal;
  readonly editing: RuleEditing;
  readonly change: (part: Partial<RuleEditing>) => void;
  readonly complaint: (field: Pick<DraftField, "at" | "text">) => string | null;
}) {
  const { proposal, editing, change, complaint } = props;
  const { kind, draft } = proposal;
  const known = draftKinds.find((one) => one.kind === kind);
  const missing = complaint({ at: "kind", text: "" });
  return (
    <>
      <Field
        label="类型"
        hint={known?.hint ?? null}
        required
        validationState={missing === null ? "none" : "error"}
        validationMessage={missing}
      >
        {(native) => (
          <select
            {...native}
            className="native"
            value={kind ?? ""}
            onChange={(event) => {
              const picked = draftKinds.find((one) => one.kind === event.target.value);
              if (picked !== undefined) change({ kind: picked.kind });
            }}
          >
            {kind === null && <option value="">请选择…</option>}
            {draftKinds.map((one) => (
              <option key={one.kind} value={one.kind}>
                {one.title}
              </option>
            ))}
          </select>
        )}
      </Field>
      {draft !== null && (
        <RuleFields
          key={draft.kind}
          draft={draft}
          complaint={complaint}
          change={(next) => {
            change({ way: "form", kind: next.kind, forms: { ...editing.forms, [next.kind]: next } });
          }}
        />
      )}
    </>
  );
}
