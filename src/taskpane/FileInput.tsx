import { useId } from "react";
import { usePaneState } from "./paneContext";

/** Opens one file of a person's choice; the same one may be chosen again. */
export function FileInput(props: {
  readonly label: string;
  /** Endings and types, as the page's own input takes them. */
  readonly accept: string;
  readonly open: (file: File) => Promise<void>;
}) {
  const { busy } = usePaneState();
  const id = useId();
  return (
    <>
      <label htmlFor={id}>{props.label}</label>
      <input
        id={id}
        type="file"
        accept={props.accept}
        disabled={busy}
        onChange={(event) => {
          const file = event.target.files?.[0];
          if (file !== undefined) void props.open(file);
          event.target.value = "";
        }}
      />
    </>
  );
}
