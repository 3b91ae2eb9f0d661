import type { BorderSide, CellStyle } from "./cellStyle";
import { readNumberFormats } from "./numberFormats";
import type { ReadColor } from "./readColor";
import { styleItems, type StyleList } from "./styleLists";
import { attribute, childOf, count, flag } from "./xmlElement";
import type { XmlDocument, XmlElement } from "./xmlTree";

/** The looks that cells point at, by style index. */
export function readCellStyles(document: XmlDocument | undefined, color: ReadColor): readonly CellStyle[] {
  if (document === undefined) return [];
  const list = (name: StyleList): readonly XmlElement[] => styleItems(document.root, name);
  const fonts = list("fonts").map((font) => readFont(font, color));
  const fills = list("fills").map((fill) => readFill(fill, color));
  const borders = list("borders").map((border) => readBorders(border, color));
  const formats = readNumberFormats(document);
  return list("cellXfs").map((xf, index) => {
    const alignment = childOf(xf, "alignment");
    const vertical = attribute(alignment, "vertical");
    return {
      font: fonts[count(xf, "fontId") ?? 0] ?? plainFont,
      fill: fills[count(xf, "fillId") ?? 0] ?? null,
      borders: borders[count(xf, "borderId") ?? 0] ?? noBorders,
      horizontal: attribute(alignment, "horizontal") ?? "general",
      vertical: vertical === "top" || vertical === "center" ? vertical : "bottom",
      wrap: flag(alignment, "wrapText"),
      indent: count(alignment, "indent") ?? 0,
      rotation: count(alignment, "textRotation") ?? 0,
      format: formats[index],
    };
  });
}

const plainFont: CellStyle["font"] = {
  name: "宋体",
  size: 11,
  bold: false,
  italic: false,
  underline: false,
  strike: false,
  color: null,
};

const noBorders: CellStyle["borders"] = { top: null, right: null, bottom: null, left: null };

function readFont(font: XmlElement, color: ReadColor): CellStyle["font"] {
  const size = Number(attribute(childOf(font, "sz"), "val") ?? "11");
  return {
    name: attribute(childOf(font, "name"), "val") ?? plainFont.name,
    size: size >= 1 && size <= 409 ? size : plainFont.size,
    bold: isOn(childOf(font, "b")),
    italic: isOn(childOf(font, "i")),
    underline: isOn(childOf(font, "u")),
    strike: isOn(childOf(font, "strike")),
    color: color(childOf(font, "color")),
  };
}

/** <b/> means yes, <b val="0"/> and <u val="none"/> no. */
function isOn(element: XmlElement | undefined): boolean {
  const value = attribute(element, "val");
  return element !== undefined && value !== "0" && value !== "false" && value !== "none";
}

/** A solid fill shows its foreground; any other pattern is drawn as its background. */
export function readFill(fill: XmlElement, color: ReadColor): string | null {
  const pattern = childOf(fill, "patternFill");
  const kind = attribute(pattern, "patternType");
  const back = childOf(pattern, "bgColor");
  // A conditional format leaves the kind out and keeps its colour behind.
  if (kind === undefined) return color(back) ?? color(childOf(pattern, "fgColor"));
  if (kind === "none" || kind === "gray125") return null;
  return kind === "solid" ? color(childOf(pattern, "fgColor")) : color(back);
}

function readBorders(border: XmlElement, color: ReadColor): CellStyle["borders"] {
  const side = (...names: readonly string[]): BorderSide | null => {
    for (const name of names) {
      const element = childOf(border, name);
      const style = attribute(element, "style");
      if (style === undefined || style === "none") continue;
      return { style, color: color(childOf(element, "color")) };
    }
    return null;
  };
  return {
    top: side("top"),
    right: side("right", "end"),
    bottom: side("bottom"),
    left: side("left", "start"),
  };
}
