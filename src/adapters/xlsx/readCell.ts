import type { CellValue } from "../../workbook/snapshot";
import { attribute, childOf, childrenOf, elementsOf, localName, textOf } from "./xmlElement";
import { decodeCellText } from "./xmlText";
import type { XmlDocument, XmlElement } from "./xmlTree";

/** The value that a cell shows; for a formula its cached result. */
export function readValue(cell: XmlElement, strings: readonly string[]): CellValue {
  const type = attribute(cell, "t") ?? "n";
  if (type === "inlineStr") {
    const inline = childOf(cell, "is");
    return inline === undefined ? null : blankAsNull(richText(inline));
  }
  const written = childOf(cell, "v");
  if (written === undefined) return null;
  const text = textOf(written);
  switch (type) {
    case "s":
      return blankAsNull(strings[Number(text.trim())] ?? "");
    case "str":
      return blankAsNull(decodeCellText(text));
    case "b":
      return text.trim() === "1" || text.trim() === "true";
    case "e":
      return text.trim();
    case "d":
      return serialOf(text.trim());
    default:
      return numberOf(text.trim());
  }
}

function blankAsNull(text: string): string | null {
  return text === "" ? null : text;
}

function numberOf(text: string): CellValue {
  if (text === "") return null;
  const value = Number(text);
  return Number.isFinite(value) ? value : text;
}

/** An ISO date of a strict file as Excel's day number (1900 system). */
function serialOf(text: string): CellValue {
  const match = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2}(?:\.\d{1,9})?))?)?Z?$/.exec(text);
  if (match === null) return blankAsNull(text);
  const [, year, month, day, hour = "0", minute = "0", second = "0"] = match.map(
    (part) => part as string | undefined,
  );
  const days = Date.UTC(Number(year), Number(month) - 1, Number(day)) / 86_400_000 + 25_569;
  const fraction = (Number(hour) * 3600 + Number(minute) * 60 + Number(second)) / 86_400;
  // Excel counts a 29 February 1900 that never was.
  return (days < 61 ? days - 1 : days) + fraction;
}

/** The table of texts that cells point into. */
export function readSharedStrings(document: XmlDocument | undefined): readonly string[] {
  return childrenOf(document?.root, "si").map(richText);
}

/** The words of a text with its runs joined; phonetic runs (拼音) are not part of them. */
function richText(element: XmlElement): string {
  let text = "";
  for (const child of elementsOf(element)) {
    const local = localName(child);
    if (local === "t") text += textOf(child);
    else if (local === "r") for (const part of childrenOf(child, "t")) text += textOf(part);
  }
  return decodeCellText(text);
}
