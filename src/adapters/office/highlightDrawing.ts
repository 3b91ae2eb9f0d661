/** Pale, never red: 底色仅供填报查看. A deduction is bold and underlined too, so that it is told apart without colour.
 * The same look as in a file (see highlightLooks of the .xlsx adapter). */
export interface HighlightDrawing {
  readonly fill: string;
  readonly color?: string;
  readonly bold?: boolean;
  readonly underlined?: boolean;
}

export const highlightDrawing = {
  deduction: { fill: "#FFF6CC", color: "#7F4F00", bold: true, underlined: true },
  finding: { fill: "#DDEBF7" },
} as const satisfies Readonly<Record<string, HighlightDrawing>>;

/** Ours by its fill; another fill is given back as it was. */
export function drawingOf(fill: string): HighlightDrawing {
  const known = Object.values<HighlightDrawing>(highlightDrawing);
  return known.find((drawing) => drawing.fill.toUpperCase() === fill.toUpperCase()) ?? { fill };
}
