import type { CellLook } from "../../workbook/edit";
import { dresses, roleLooks } from "./cellLooks";
import { builtInFormat, formatCodes } from "./numberFormats";
import { Refusal, refusals } from "./refusals";
import { copy, setReference, setFont, setAlignment, fillElement, borderElement } from "./styleElements";
import { addItem, plainItem, styleItems, styleElement, type StyleList } from "./styleLists";
import type { UsedStyles } from "./usedStyles";
import {
  attribute,
  attributesOf,
  childOf,
  count,
  flag,
  makeElement,
  prefixOf,
  setAttribute,
} from "./xmlElement";
import { nodeText, type XmlElement } from "./xmlTree";

/** The styles while a plan is being applied: lists only grow, nothing that is there is changed. */
export interface StyleDraft {
  /** The index of the style that looks like `base` with the change. */
  readonly styled: (base: number, look: CellLook) => number;
  /** The style that was there before our role was put over it, if this is ours over `plain`. */
  readonly withoutRole: (style: number, plain: number) => number;
  readonly locked: (style: number) => boolean;
  readonly wraps: (style: number) => boolean;
  /** Of its letters, in points. */
  readonly size: (style: number) => number;
  /** The index of a conditional look, added when it is not there. */
  readonly conditional: (inner: string) => number;
}

const usualSize = 11;

/** Excel does not open a workbook with more. */
const mostStyles = 65_490;

/** `used`: the numbers that the workbook points at; what points at nothing must not come to point at ours. */
export function draftStyles(root: XmlElement, used: () => UsedStyles): StyleDraft {
  const prefix = prefixOf(root);
  const list = (local: StyleList) => styleItems(root, local);
  let xfs = list("cellXfs");
  const known = new Map<string, number>();
  const conditional = new Map<string, number>();
  const keys: string[] = [];

  const pointed = (["font", "fill", "border"] as const).map((each) => {
    const all = [...xfs, ...list("cellStyleXfs")];
    return [`${each}s` as const, new Set(all.map((xf) => count(xf, `${each}Id`) ?? 0))] as const;
  });
  const targets: ReadonlyMap<StyleList, ReadonlySet<number>> = new Map(pointed);

  /** Whether something looks like that element already, although it is not there. */
  const isTaken = (local: StyleList, index: number): boolean => {
    if (local === "cellXfs") return index === 0 || used().cells.has(index);
    if (local === "dxfs") return used().conditional.has(index);
    return (
      local !== "numFmts" && (index < (local === "fills" ? 2 : 1) || targets.get(local)?.has(index) === true)
    );
  };

  /** The place of an element in its list: an equal one that is there, else a new one at the end. */
  const place = (local: StyleList, element: XmlElement): number => {
    const text = nodeText(element);
    const known = list(local);
    const equal = known.findIndex((each) => nodeText(each) === text);
    if (equal >= 0) return equal;
    let index = known.length;
    while (isTaken(local, index)) index++;
    if (local === "cellXfs" && index >= mostStyles) throw new Refusal(refusals.tooManyStyles());
    return addItem(root, local, element, index);
  };

  /** A style needs something to point at in every list. */
  const placeStyle = (xf: XmlElement): number => {
    for (const local of ["fonts", "fills", "borders", "cellStyleXfs"] as const) {
      if (list(local).length === 0) addItem(root, local, plainItem(root, local, 0), 0);
    }
    const index = place("cellXfs", xf);
    xfs = list("cellXfs");
    return index;
  };

  const formatId = (code: string): number => {
    const formats = list("numFmts");
    const own = formats.find((each) => attribute(each, "formatCode") === code);
    const id = builtInFormat(code) ?? count(own, "numFmtId");
    if (id !== undefined) return id;
    const next = Math.max(163, ...formats.map((each) => count(each, "numFmtId") ?? 0)) + 1;
    place("numFmts", makeElement(`${prefix}numFmt`, { numFmtId: String(next), formatCode: code }));
    return next;
  };

  const fontOf = (xf: XmlElement | undefined): XmlElement | undefined =>
    list("fonts")[count(xf, "fontId") ?? 0];

  const changed = (base: number, look: CellLook): XmlElement => {
    const from = xfs[base];
    const xf =
      from === undefined
        ? makeElement(`${prefix}xf`, { numFmtId: "0", fontId: "0", fillId: "0", borderId: "0", xfId: "0" })
        : copy(from);
    const role = look.role === undefined ? undefined : roleLooks[look.role];
    const bold = look.bold ?? role?.bold;
    if (bold !== undefined || role !== undefined) {
      const font = copy(fontOf(xf) ?? makeElement(`${prefix}font`));
      setFont(font, { ...role, ...(bold === undefined ? {} : { bold }) });
      setReference(xf, "font", place("fonts", font));
    }
    if (role?.fill !== undefined) setReference(xf, "fill", place("fills", fillElement(prefix, role.fill)));
    if (role?.border !== undefined)
      setReference(xf, "border", place("borders", borderElement(prefix, role.border)));
    const wrap = look.wrap ?? role?.wrap;
    if (wrap !== undefined || role !== undefined) setAlignment(xf, wrap, role);
    if (look.format !== undefined) {
      setAttribute(xf, "numFmtId", String(formatId(look.format)));
      setAttribute(xf, "applyNumberFormat", look.format === "General" ? undefined : "1");
    }
    return xf;
  };

  const styled = (base: number, look: CellLook): number => {
    const before = xfs[base];
    if (before === undefined && look.format === "General" && Object.keys(look).length === 1) return base;
    const wanted = changed(base, look);
    // Only now: the change may have brought a format code with it.
    const code = formatCodes(root);
    const key = styleKey(wanted, code);
    const keyOf = (index: number): string | undefined => {
      const each = xfs[index];
      if (each !== undefined) keys[index] ??= styleKey(each, code);
      return keys[index];
    };
    if (keyOf(base) === key) return base;
    const found = xfs.findIndex((_, index) => keyOf(index) === key);
    return found >= 0 ? found : placeStyle(wanted);
  };

  return {
    styled: (base, look) => {
      // Lists only grow, so that an answer stays right.
      const question = [base, look.format, look.wrap, look.bold, look.role].join("|");
      const answer = known.get(question) ?? styled(base, look);
      known.set(question, answer);
      return answer;
    },
    withoutRole: (style, plain) => {
      const now = xfs[style];
      const fontNow = fontOf(now);
      if (now === undefined || fontNow === undefined || style === plain) return style;
      const font = nodeText(fontNow);
      const plainFont = fontOf(xfs[plain]) ?? makeElement(`${prefix}font`);
      const seen = nodeText(plainFont) !== font || flag(childOf(now, "alignment"), "wrapText");
      const ours = dresses.some((look) => {
        const dressed = copy(plainFont);
        setFont(dressed, look);
        return nodeText(dressed) === font && (look.fill !== undefined || seen);
      });
      return ours ? plain : style;
    },
    locked: (style) => {
      const protection = childOf(xfs[style], "protection");
      return attribute(protection, "locked") === undefined || flag(protection, "locked");
    },
    wraps: (style) => flag(childOf(xfs[style], "alignment"), "wrapText"),
    size: (style) => Number(attribute(childOf(fontOf(xfs[style]), "sz"), "val") ?? usualSize),
    conditional: (inner) => {
      const index = conditional.get(inner) ?? place("dxfs", styleElement(root, `<dxf>${inner}</dxf>`));
      conditional.set(inner, index);
      return index;
    },
  };
}

/** Everything that a style says, whatever its spelling: formats by code, "true" as "1", defaults left out. */
function styleKey(xf: XmlElement, code: (id: number) => string): string {
  const plain = attributesOf(xf)
    .filter(([name]) => name !== "numFmtId" && name !== "applyNumberFormat")
    .map(([name, value]) => `${name}=${value}`);
  return [...plain.sort(), code(count(xf, "numFmtId") ?? 0), ...xf.children.map(nodeText)].join("|");
}
