import { a1, type CellAddress } from "../workbook/cell";
import { useSend } from "./sendContext";

/** A cell that is selected by a click. Its sheet is named where it is not the form's; of a long name the end is not drawn. */
export function CellLink({ at, formSheet }: { readonly at: CellAddress; readonly formSheet: string }) {
  const send = useSend();
  const name = at.sheet === formSheet ? a1(at) : `${at.sheet}!${a1(at)}`;
  return (
    <button
      type="button"
      className="link"
      aria-label={`定位单元格 ${name}`}
      onClick={() => {
        send({ kind: "goTo", at });
      }}
    >
      {at.sheet !== formSheet && <span className="sheet-name">{at.sheet}</span>}
      {at.sheet === formSheet ? name : `!${a1(at)}`}
    </button>
  );
}
