import type { RoleLook } from "./cellLooks";
import {
  attribute,
  childOf,
  elementsOf,
  flag,
  insertBefore,
  localName,
  makeElement,
  prefixOf,
  setAttribute,
  setChildren,
} from "./xmlElement";
import type { XmlElement } from "./xmlTree";

/* Copies of what a style is made of, changed where a look says so. */

export function copy(element: XmlElement): XmlElement {
  const children = element.children.map((child) => (typeof child === "string" ? child : copy(child)));
  return { ...element, children };
}

export function setReference(xf: XmlElement, kind: "font" | "fill" | "border", index: number): void {
  setAttribute(xf, `${kind}Id`, String(index));
  setAttribute(xf, `apply${kind.charAt(0).toUpperCase()}${kind.slice(1)}`, "1");
}

const fontOrder =
  "b i strike condense extend outline shadow u vertAlign sz color name family charset scheme".split(" ");

/** Only what the role speaks of; the face, and a size of 10.5, stay. */
export function setFont(font: XmlElement, look: Pick<RoleLook, "bold" | "size" | "color">): void {
  const set = (local: string, attributes: Readonly<Record<string, string>>): void => {
    const made = makeElement(prefixOf(font) + local, attributes);
    const index = font.children.findIndex((child) => typeof child !== "string" && localName(child) === local);
    if (index >= 0) {
      font.children[index] = made;
      return;
    }
    const rank = fontOrder.indexOf(local);
    const next = elementsOf(font).find((child) => fontOrder.indexOf(localName(child)) > rank);
    insertBefore(font, made, next);
  };
  if (look.bold === true && !isOn(childOf(font, "b"))) set("b", {});
  if (look.bold === false)
    setChildren(
      font,
      font.children.filter((child) => typeof child === "string" || localName(child) !== "b"),
    );
  if (look.size !== undefined) set("sz", { val: String(look.size) });
  if (look.color !== undefined) set("color", { rgb: look.color });
}

function isOn(element: XmlElement | undefined): boolean {
  return element !== undefined && (attribute(element, "val") === undefined || flag(element, "val"));
}

export function setAlignment(xf: XmlElement, wrap: boolean | undefined, role: RoleLook | undefined): void {
  let alignment = childOf(xf, "alignment");
  if (alignment === undefined) {
    alignment = makeElement(`${prefixOf(xf)}alignment`);
    setChildren(xf, [alignment, ...xf.children]);
  }
  if (wrap !== undefined) setAttribute(alignment, "wrapText", wrap ? "1" : "0");
  if (role?.vertical !== undefined) setAttribute(alignment, "vertical", role.vertical);
  if (role?.horizontal !== undefined) setAttribute(alignment, "horizontal", role.horizontal);
  setAttribute(xf, "applyAlignment", "1");
}

export function fillElement(prefix: string, color: string): XmlElement {
  const colors = [
    makeElement(`${prefix}fgColor`, { rgb: color }),
    makeElement(`${prefix}bgColor`, { indexed: "64" }),
  ];
  return makeElement(`${prefix}fill`, {}, [
    makeElement(`${prefix}patternFill`, { patternType: "solid" }, colors),
  ]);
}

export function borderElement(prefix: string, color: string): XmlElement {
  const sides = ["left", "right", "top", "bottom"].map((side) =>
    makeElement(prefix + side, { style: "thin" }, [makeElement(`${prefix}color`, { rgb: color })]),
  );
  return makeElement(`${prefix}border`, {}, [...sides, makeElement(`${prefix}diagonal`)]);
}
