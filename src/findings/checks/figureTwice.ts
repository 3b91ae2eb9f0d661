import type { Check, FindingContext, Found } from "../finding";
import { namedFigures, type NamedFigure } from "../namedFigures";
import { formPassages, reportPassages } from "../passages";

const shortestLabel = 5;

/** The same words with two figures: within the form, and between the form and the report. */
export const figureTwice: Check = {
  id: "figureTwice",
  title: "同一个数在各处写得一样",
  severity: "待核实",
  find: (context) => {
    const form = byLabel(namedFigures(formPassages(context), yearOf(context)));
    const report = byLabel(namedFigures(reportPassages(context), yearOf(context)));
    const found: Found[] = [];
    for (const [key, figures] of form) {
      // Within the form only between cells: one cell may count the same thing for two periods.
      const [first] = figures;
      if (first === undefined || !isOne(figures, true)) continue;
      const inForm = figures.find((other) => other.passage !== first.passage && differ(first, other));
      if (inForm !== undefined) found.push(told(first, inForm));
      const said = report.get(key) ?? [];
      const other = said[0];
      if (inForm === undefined && other !== undefined && isOne(said, false) && differ(first, other))
        found.push(told(first, other));
    }
    return found;
  },
};

function yearOf({ form }: FindingContext): number | null {
  return form.head.year?.value ?? null;
}

function byLabel(figures: readonly NamedFigure[]): ReadonlyMap<string, readonly NamedFigure[]> {
  const groups = new Map<string, NamedFigure[]>();
  for (const figure of figures) {
    if (figure.apart || Array.from(figure.label).length < shortestLabel) continue;
    const key = `${figure.label}|${figure.unit}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [figure]);
    else group.push(figure);
  }
  return groups;
}

/** A label that stands for several figures in one document (or in one cell) says nothing. */
function isOne(figures: readonly NamedFigure[], perPassage: boolean): boolean {
  const [first] = figures;
  return figures.every(
    (other) =>
      first === undefined || (perPassage && other.passage !== first.passage) || !differ(first, other),
  );
}

function differ(left: NamedFigure, right: NamedFigure): boolean {
  const tolerance = Math.max(left.rounding, right.rounding) * 1.000001;
  return Math.abs(left.value - right.value) > tolerance;
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
