import { grouped } from "../../workbook/grouped";
import type { Check, Found } from "../finding";
import { isSameFigure, namedFigures, type NamedFigure } from "../namedFigures";
import { formPassages, reportPassages } from "../passages";

const shortestName = 4;
/** Words around a name that change nothing of what is counted. 累计 and 其中 do. */
const leading = /^(?:全年|本年度?|年内)(?:共计?)?|^共计?/u;
const trailing = /(?:共计?|合计|总计|达到?|约|近|为|是|有|了){1,3}$/u;

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
  const plain = figures.flatMap((figure) => {
    const name = nameOf(figure);
    if (figure.apart || figure.kind === "target" || Array.from(name).length < shortestOf(figure)) return [];
    return { key: `${name}|${figure.unit}`, figure };
  });
  const groups = Array.from(grouped(plain, ({ key }) => key));
  return new Map(
    groups.map(([key, [first, ...others]]) => [key, [first.figure, ...others.map(({ figure }) => figure)]]),
  );
}

/** 实际支出 or 应公开 of one row is not that of another: a short name says enough of what is counted in the head and the report only. */
function shortestOf({ unit, passage }: NamedFigure): number {
  return unit === "元" || unit === "%" || passage.from === "basis" ? shortestName + 1 : shortestName;
}

/** The label without what changes nothing; before a colon as well: "新建社区健身点：共16处", "全年新建社区健身点达16处". */
function nameOf({ label, subject, isAfterColon }: NamedFigure): string {
  const bare = label.replace(leading, "").replace(trailing, "");
  if (bare === "") return isAfterColon ? subject : "";
  const uncounted = bare.replace(/(?:人数|人次|场次|数量)$/u, "");
  return Array.from(uncounted).length >= shortestName ? uncounted : bare;
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
    subject: nameOf(here),
    essence: `${here.text}≠${other.text}`,
    what: `“${nameOf(here)}”在${here.passage.label}里是${here.text}，在${other.passage.label}里是${other.text}。`,
    why: "同一个数在两处不同，审核时会要求说明。",
    todo: "请核对统计口径，改正其中一处。",
  };
}
