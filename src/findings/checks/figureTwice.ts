import { grouped } from "../../workbook/grouped";
import type { Check, Found } from "../finding";
import { isSameFigure, namedFigures, type NamedFigure } from "../namedFigures";
import { formPassages, reportPassages } from "../passages";

const shortestLabel = 5;

/** The same words with two figures: within the form, and between the form and the report. */
export const figureTwice: Check = {
  id: "figureTwice",
  title: "同一个数在各处写得一样",
  severity: "待核实",
  find: (context) => {
    const year = context.form.head.year?.value ?? null;
    const form = byLabel(namedFigures(formPassages(context), year));
    const report = byLabel(namedFigures(reportPassages(context), year));
    const found: Found[] = [];
    for (const [key, figures] of form) {
      // Within the form only between cells: one cell may count the same thing for two periods.
      const [first] = figures;
      if (!isOne(figures, true)) continue;
      const inForm = figures.find((other) => other.passage !== first.passage && differ(first, other));
      if (inForm !== undefined) found.push(told(first, inForm));
      const said = report.get(key);
      if (inForm === undefined && said !== undefined && isOne(said, false) && differ(first, said[0]))
        found.push(told(first, said[0]));
    }
    return found;
  },
};

type Figures = readonly [NamedFigure, ...NamedFigure[]];

function byLabel(figures: readonly NamedFigure[]): ReadonlyMap<string, Figures> {
  const plain = figures.filter(
    ({ apart, kind, label }) => !apart && kind !== "target" && Array.from(label).length >= shortestLabel,
  );
  return grouped(plain, ({ label, unit }) => `${label}|${unit}`);
}

/** A label that stands for several figures in one document (or in one cell) says nothing. */
function isOne([first, ...others]: Figures, perPassage: boolean): boolean {
  return others.every((other) => (perPassage && other.passage !== first.passage) || !differ(first, other));
}

function differ(left: NamedFigure, right: NamedFigure): boolean {
  return !isSameFigure(left, right);
}

function told(here: NamedFigure, other: NamedFigure): Found {
  return {
    at: here.passage.at,
    other: other.passage.at,
    subject: here.label,
    essence: `${here.text}≠${other.text}`,
    what: `“${here.label}”在${here.passage.label}里是${here.text}，在${other.passage.label}里是${other.text}。`,
    why: "同一个数在两处不同，审核时会要求说明。",
    todo: "请核对统计口径，改正其中一处。",
  };
}
