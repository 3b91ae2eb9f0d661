import type { CellLook } from "../workbook/edit";

/** How a role is drawn; colours as #RRGGBB, sizes in points. Absent: left as it is. */
export interface Drawing {
  readonly bold?: boolean;
  readonly size?: number;
  readonly color?: string;
  readonly fill?: string;
  readonly wrap?: boolean;
}

/** The same look in Excel and in a file. */
export const roleLook: Readonly<Record<NonNullable<CellLook["role"]>, Drawing>> = {
  title: { bold: true, size: 14 },
  heading: { bold: true, fill: "#E8EEF2" },
  input: { fill: "#FFFDE7" },
  note: { color: "#666666", size: 9 },
  reason: { wrap: true },
};

/** Pale, never red: 底色仅供填报查看. */
export const highlightFill = { deduction: "#FFF2CC", finding: "#FCE4D6" } as const;
