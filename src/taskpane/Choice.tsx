import { useId } from "react";
import { usePaneState } from "./paneContext";

/** A native list to choose from, with its label before it; waits while an action is under way. */
export function Choice(props: {
  readonly label: string;
  readonly value: string;
  /** Value and words of each. */
  readonly options: readonly (readonly [string, string])[];
  readonly describedBy?: string | undefined;
  readonly onPick: (value: string) => void;
}) {
  const id = useId();
  const { busy } = usePaneState();
  return (
    <>
      <label htmlFor={id}>{props.label}</label>{" "}
      <select
        id={id}
        className="native"
        value={props.value}
        disabled={busy}
        aria-describedby={props.describedBy}
        onChange={(event) => {
          props.onPick(event.target.value);
        }}
      >
        {props.options.map(([value, words]) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
    </>
  );
}
