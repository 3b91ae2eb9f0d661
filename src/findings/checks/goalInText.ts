import type { Figure } from "../../quantity/figure";
import type { QuantityReading } from "../../quantity/readQuantity";
import { pairsOf } from "../../criteria/likeness";
import { bareName } from "../../form/normalizeName";
import { grouped } from "../../workbook/grouped";
import { inCell, type Check, type FindingContext, type Found } from "../finding";
import { goalsOf } from "../goals";
import { isOfDone, isSameFigure, namedFigures, type NamedFigure } from "../namedFigures";
import { isTargetList } from "../listedTargets";
import { thingOf } from "../namedThing";
import { headPassages, reportPassages } from "../passages";

/** The figures of the table against those of the text: the target by 年度总体目标, the actual by its 完成情况 and the report. */
export const goalInText: Check = {
  id: "goalInText",
  title: "目标值、实际完成值与年度目标、完成情况和自评报告的文字一致",
  severity: "待核实",
  find: (context) => {
    const { goal, goalResult } = context.form.head;
    const head = headPassages(context);
    const at = (cell: typeof goal) => head.filter(({ text }) => cell !== null && text === cell.value);
    const year = context.form.head.year?.value ?? null;
    const done = namedFigures([...at(goalResult), ...reportPassages(context)], year);
    // Targets, plans and other years are no actuals.
    const texts = { target: namedFigures(at(goal), null), actual: done.filter(isOfDone) };
    const ofGoals = goalsOf(context).flatMap(({ name, goal: own, reading, row }): readonly Found[] =>
      (["target", "actual"] as const).flatMap((side) => {
        const figure = onlyFigure(reading[side]);
        const said = figure === null ? null : saidOf(bareName(name), figure, texts[side]);
        if (figure === null || said === null) return [];
        return [told({ name, side, ...own[side] }, row.card.indicator, figure, said)];
      }),
    );
    return [...ofGoals, ...ofAnnexes(context, [...done, ...namedFigures(at(goal), year)])];
  },
};

interface Side {
  readonly name: string;
  readonly side: "target" | "actual";
  readonly content: string | number | boolean | null;
  readonly at: Parameters<typeof inCell>[0];
}

function told({ name, side, content, at }: Side, subject: string, figure: Figure, said: NamedFigure): Found {
  const what = side === "target" ? "目标值" : "实际完成值";
  return {
    at: inCell(at),
    other: said.passage.at,
    subject,
    essence: `${what}${figure.text}≠${said.text}`,
    what: `“${name}”的${what}，表中为“${String(content ?? "")}”，${said.passage.label}为“${said.label}${said.text}”。`,
    why: "同一个数写了两个，审核时会要求说明以哪个为准。",
    todo: "请核对批复的绩效目标和统计资料，改正其中一处。",
  };
}

/** Rows of the annexes against every figure of the texts that goes by their name. A text that says the right one, too, settles it. */
function ofAnnexes({ annexRows }: FindingContext, texts: readonly NamedFigure[]): readonly Found[] {
  const said = grouped(
    texts.flatMap((figure) => {
      // A list of indicators says their targets, as another check reads it.
      if (isTargetList(figure.passage.text)) return [];
      const row = figure.kind === "target" || isOfDone(figure) ? thingOf(figure, annexRows) : null;
      return row === null ? [] : [{ row, figure }];
    }),
    ({ row, figure }) => `${annexRows.indexOf(row)}|${figure.kind === "target"}`,
  );
  return Array.from(said.values()).flatMap(
    ([
      {
        row: { name, row, completion },
        figure: first,
      },
      ...others
    ]) => {
      const side = first.kind === "target" ? "target" : "actual";
      const own = onlyFigure(completion[side]);
      const figures = [first, ...others.map(({ figure }) => figure)].filter(
        ({ unit }) => unit === own?.unit.name,
      );
      const [differing] = figures;
      if (own === null || differing === undefined || figures.some((one) => isSameFigure(one, own))) return [];
      return [told({ name, side, ...row[side] }, name, own, differing)];
    },
  );
}

function onlyFigure(reading: QuantityReading): Figure | null {
  if (reading.kind !== "quantity") return null;
  const [figure, second] = reading.figures;
  return second === undefined && figure.high === null && figure.unit.name !== "" ? figure : null;
}

/** The one figure of the same unit whose words share the most with the name; null where it is the same, or nobody can say. */
function saidOf(name: string, figure: Figure, texts: readonly NamedFigure[]): NamedFigure | null {
  const alike = texts
    .filter(({ unit }) => unit === figure.unit.name)
    .map((said) => {
      // “完成12所义务教育学校校舍维修改造”: what is counted may stand behind the figure.
      const around = `${said.label} ${said.counted}`;
      return { said, shared: pairsOf(name).filter((pair) => around.includes(pair)).length };
    })
    .filter(({ shared }) => shared > 0)
    .sort((left, right) => right.shared - left.shared);
  const [best, second] = alike;
  if (best === undefined || alike.some(({ said }) => isSameFigure(said, figure))) return null;
  if (second !== undefined && second.shared === best.shared && second.said.value !== best.said.value)
    return null;
  return best.shared >= Math.min(2, name.length - 1) ? best.said : null;
}
