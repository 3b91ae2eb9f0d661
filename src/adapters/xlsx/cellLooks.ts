import type { CellLook } from "../../workbook/edit";

/** How a role is drawn over the style that the cell has. Colours as ARGB. */
export interface RoleLook {
  readonly bold?: boolean;
  readonly size?: number;
  readonly color?: string;
  readonly fill?: string;
  readonly border?: string;
  readonly wrap?: boolean;
  readonly vertical?: "center" | "top";
  readonly horizontal?: "center" | "left";
}

export const roleLooks: Readonly<Record<NonNullable<CellLook["role"]>, RoleLook>> = {
  title: { bold: true, size: 14, vertical: "center" },
  heading: {
    bold: true,
    fill: "FFF2F2F2",
    border: "FFBFBFBF",
    wrap: true,
    vertical: "center",
    horizontal: "center",
  },
  line: { border: "FFD9D9D9", wrap: true, vertical: "center" },
  // A field to fill in is told apart by its frame as well as by its colour.
  input: { fill: "FFEAF4EA", border: "FF7F9F7F", vertical: "center" },
  note: { size: 9, color: "FF595959", vertical: "center" },
  reason: { size: 9, color: "FF404040", wrap: true, vertical: "center", horizontal: "left" },
};

/** What a cell of ours that is emptied takes off again. A line of a table keeps its look, and a cell of somebody else may
 * well be wrapped. */
export const dresses: readonly RoleLook[] = Object.entries(roleLooks).flatMap(([role, look]) =>
  role === "line" ? [] : [look],
);

/** Conditional looks, as the inside of a dxf. A deduction is bold and underlined too, so that it can be told
 * in a black and white print; the number format is left alone, because decimals matter there. */
export const highlightLooks = {
  deduction:
    '<font><b/><u/><color rgb="FF7F4F00"/></font><fill><patternFill><bgColor rgb="FFFFF6CC"/></patternFill></fill>',
  required: '<fill><patternFill><bgColor rgb="FFFCE4D6"/></patternFill></fill>',
  finding: '<fill><patternFill><bgColor rgb="FFDDEBF7"/></patternFill></fill>',
} as const;
