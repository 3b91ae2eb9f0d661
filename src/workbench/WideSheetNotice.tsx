import type { SheetSnapshot } from "../workbook/snapshot";
import { hiddenByWidth, mostColumns } from "./layOutSheet";

/** Says that a sheet is cut on the screen; in the file nothing is missing. */
export function WideSheetNotice({ sheet }: { readonly sheet: SheetSnapshot }) {
  const hidden = hiddenByWidth(sheet);
  if (hidden === 0) return null;
  return (
    <p className="sheet-notice" role="note">
      本表列数较多，只显示前{mostColumns}列，其余{hidden}列不显示；计分、保存不受影响。
    </p>
  );
}
