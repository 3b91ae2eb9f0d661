import { attribute, childOf, elementsOf, flag } from "./xmlElement";
import type { XmlDocument, XmlElement } from "./xmlTree";

/** A colour element (rgb, theme with tint, or indexed) as "#rrggbb"; null for none or automatic. */
export type ReadColor = (element: XmlElement | undefined) => string | null;

/** The colours 8 to 63 of the old palette, 0 to 7 being the same as 8 to 15. */
const palette =
  "000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF 800000 008000 000080 808000 800080 008080 C0C0C0 808080 " +
  "9999FF 993366 FFFFCC CCFFFF 660066 FF8080 0066CC CCCCFF 000080 FF00FF FFFF00 00FFFF 800080 800000 008080 0000FF " +
  "00CCFF CCFFFF CCFFCC FFFF99 99CCFF FF99CC CC99FF FFCC99 3366FF 33CCCC 99CC00 FFCC00 FF9900 FF6600 666699 969696 " +
  "003366 339966 003300 333300 993300 993366 333399 333333";
const indexed = palette.split(" ");

/** A theme lists dark before light; the numbers in a sheet count light before dark. */
const themeOrder = "lt1 dk1 lt2 dk2 accent1 accent2 accent3 accent4 accent5 accent6".split(" ");

/** Colours as the workbook's own theme has them. */
export function colorReader(theme: XmlDocument | undefined): ReadColor {
  const scheme = childOf(childOf(theme?.root, "themeElements"), "clrScheme");
  const themed = themeOrder.map((name) => {
    const color = childOf(scheme, name);
    const named = color === undefined ? undefined : elementsOf(color)[0];
    return hex(attribute(named, "lastClr") ?? attribute(named, "val"));
  });
  return (element) => {
    if (element === undefined || flag(element, "auto")) return null;
    const theme = attribute(element, "theme");
    const index = attribute(element, "indexed");
    const plain =
      theme !== undefined
        ? (themed[Number(theme)] ?? null)
        : index !== undefined
          ? hex(indexed[Number(index) < 8 ? Number(index) : Number(index) - 8])
          : hex(attribute(element, "rgb"));
    return plain === null ? null : tinted(plain, Number(attribute(element, "tint") ?? "0"));
  };
}

/** "FFRRGGBB" or "RRGGBB" → "#rrggbb". */
function hex(text: string | undefined): string | null {
  const match = /^(?:[0-9a-f]{2})?([0-9a-f]{6})$/iu.exec(text ?? "");
  return match?.[1] === undefined ? null : `#${match[1].toLowerCase()}`;
}

/** Lighter for a tint above 0, darker below: near enough to the lightness that the format asks for. */
function tinted(color: string, tint: number): string {
  if (!Number.isFinite(tint) || tint === 0) return color;
  const parts = [1, 3, 5].map((at) => {
    const part = parseInt(color.slice(at, at + 2), 16);
    const moved = tint > 0 ? part + (255 - part) * tint : part * (1 + tint);
    return Math.round(Math.min(255, Math.max(0, moved)))
      .toString(16)
      .padStart(2, "0");
  });
  return `#${parts.join("")}`;
}
