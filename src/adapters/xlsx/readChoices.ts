import { parseArea, type Area } from "../../workbook/cell";
import { areasOf } from "./readSheet";
import { attribute, childOf, childrenOf, elementsOf, flag, localName, textOf } from "./xmlElement";
import type { XmlElement } from "./xmlTree";

/** A drop-down list of a sheet (data validation of the kind "list"). */
export interface ChoiceRule {
  readonly areas: readonly Area[];
  /** `"是,否"` in quotes, or where the items stand: `$A$1:$A$9`, `参数!$B$2:$B$5`; a name or a formula as it is. */
  readonly source: string;
  /** Excel shows no arrow for it. */
  readonly hidden: boolean;
}

/** The lists of a sheet, those that look at other sheets as Excel 2010 keeps them too; a later one is above the others. */
export function readChoices(sheet: XmlElement): readonly ChoiceRule[] {
  const newer = childrenOf(childOf(sheet, "extLst"), "ext");
  return [sheet, ...newer].flatMap((parent) =>
    childrenOf(childOf(parent, "dataValidations"), "dataValidation").flatMap((rule) => {
      if (attribute(rule, "type") !== "list") return [];
      const areas = [...areasOf(rule), ...ownAreas(rule)];
      const source = textWithin(childOf(rule, "formula1")).trim();
      return source === "" || areas.length === 0
        ? []
        : [{ areas, source, hidden: flag(rule, "showDropDown") }];
    }),
  );
}

/** Excel 2010 writes the cells as an element of their own. */
function ownAreas(rule: XmlElement): readonly Area[] {
  return textWithin(childOf(rule, "sqref"))
    .split(/\s+/u)
    .flatMap((text) => parseArea(text) ?? []);
}

function textWithin(element: XmlElement | undefined): string {
  const inner = element === undefined ? undefined : elementsOf(element).find((one) => localName(one) === "f");
  return textOf(inner ?? element);
}
