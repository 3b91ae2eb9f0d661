import type { XlsxPackage } from "./xlsxPackage";

/** The numbers by which a workbook points at its looks, whether there is such a look or not. */
export interface UsedStyles {
  readonly cells: ReadonlySet<number>;
  readonly conditional: ReadonlySet<number>;
}

/** Every part is looked through, so that a table or a filter that we know nothing of keeps its look. */
export function usedStyles(opened: XlsxPackage): UsedStyles {
  const cells = new Set<number>();
  const conditional = new Set<number>();
  for (const name of opened.names) {
    if (!/\.xml$/iu.test(name)) continue;
    const text = opened.text(name) ?? "";
    for (const [, number] of text.matchAll(/\s(?:s|style)\s*=\s*["'](\d{1,9})["']/gu))
      cells.add(Number(number));
    for (const [, number] of text.matchAll(/dxfId\s*=\s*["'](\d{1,9})["']/giu))
      conditional.add(Number(number));
  }
  return { cells, conditional };
}
