const edges = { EdgeTop: "top", EdgeBottom: "bottom", EdgeLeft: "left", EdgeRight: "right" } as const;

/** Gives cells a look that was read from a cell, as far as we ever change one. */
export function drawBack(format: Excel.RangeFormat, look: Excel.CellPropertiesFormat): void {
  const { wrapText, fill, font, borders, verticalAlignment, horizontalAlignment } = look;
  if (verticalAlignment !== undefined) format.verticalAlignment = verticalAlignment;
  if (horizontalAlignment !== undefined) format.horizontalAlignment = horizontalAlignment;
  if (typeof wrapText === "boolean") format.wrapText = wrapText;
  if (typeof font?.bold === "boolean") format.font.bold = font.bold;
  if (typeof font?.size === "number") format.font.size = font.size;
  if (typeof font?.color === "string" && font.color !== "") format.font.color = font.color;
  // White is not the same as no fill: only clear() takes a fill off.
  if (fill?.pattern === "None" || (fill?.color ?? "") === "") format.fill.clear();
  else if (fill?.color !== undefined) format.fill.color = fill.color;
  for (const edge of ["EdgeTop", "EdgeBottom", "EdgeLeft", "EdgeRight"] as const) {
    const before = borders?.[edges[edge]];
    if (before?.style === undefined) continue;
    const border = format.borders.getItem(edge);
    border.style = before.style;
    if (before.style === "None") continue;
    if (before.color !== undefined) border.color = before.color;
    if (before.weight !== undefined) border.weight = before.weight;
  }
}
