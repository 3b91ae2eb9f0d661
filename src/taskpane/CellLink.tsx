import { a1, type CellAddress } from "../workbook/cell";
import { usePaneState, useSend } from "./paneContext";

/** A cell that is selected by a click. Its sheet is named where it is not the form's; of a long name the end is not drawn. */
export function CellLink({ at }: { readonly at: CellAddress }) {
  const send = useSend();
  const inForm = at.sheet === usePaneState().scorecard?.sheet;
  const name = inForm ? a1(at) : `${at.sheet}!${a1(at)}`;
  return (
    <button
      type="button"
      className="link"
      aria-label={`定位单元格 ${name}`}
      onClick={() => {
        send({ kind: "goTo", at });
      }}
    >
      {!inForm && <span className="sheet-name">{at.sheet}</span>}
      {inForm ? name : `!${a1(at)}`}
    </button>
  );
}
