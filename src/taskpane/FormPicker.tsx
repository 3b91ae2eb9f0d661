import { useId } from "react";
import { useSend } from "./sendContext";

/** Several forms in one workbook: which of them is worked on. Offers only sheets in which a form was found. */
export function FormPicker(props: {
  readonly forms: readonly string[];
  readonly picked: string;
  readonly busy: boolean;
}) {
  const send = useSend();
  const id = useId();
  return (
    <div>
      <label htmlFor={id}>自评表</label>{" "}
      <select
        id={id}
        className="native"
        value={props.picked}
        disabled={props.busy}
        onChange={(event) => {
          send({ kind: "pickForm", sheet: event.target.value });
        }}
      >
        {props.forms.map((sheet) => (
          <option key={sheet}>{sheet}</option>
        ))}
      </select>
    </div>
  );
}
