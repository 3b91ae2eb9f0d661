import type { Figure } from "../../quantity/figure";
import { pairsOf } from "../../criteria/likeness";
import { percentWords } from "../../criteria/words";
import { tidy } from "../../quantity/tidy";
import { bareName } from "../../form/normalizeName";
import { grouped } from "../../workbook/grouped";
import { inCell, type Check, type FindingContext, type Found } from "../finding";
import { goalsOf } from "../goals";
import {
  isOfDone,
  isSameFigure,
  namedBounds,
  namedFigures,
  onlyFigure,
  type NamedFigure,
} from "../namedFigures";
import { isTargetList } from "../listedTargets";
import { thingOf } from "../namedThing";
import { allPassages, headPassages, reportPassages, type Passage } from "../passages";

/** The figures of the table against those of the text: the target by 年度总体目标, the actual by its 完成情况 and the report. */
export const goalInText: Check = {
  id: "goalInText",
  title: "目标值、实际完成值与年度目标、完成情况和自评报告的文字一致",
  severity: "待核实",
  find: (context) => {
    const { goal, goalResult, shortfall } = context.form.head;
    const head = headPassages(context);
    const at = (cell: typeof goal) => head.filter(({ text }) => cell !== null && text === cell.value);
    const year = context.form.head.year?.value ?? null;
    const done = namedFigures([...at(goalResult), ...reportPassages(context)], year);
    // Targets, plans and other years are no actuals.
    const goals = goalsOf(context);
    const names = goals.map(({ name }) => bareName(name));
    const texts = {
      target: byWords(namedFigures(at(goal), null), names),
      actual: byWords(done.filter(isOfDone), names),
    };
    const ofGoals = goals.flatMap(({ name, goal: own, reading, row }): readonly Found[] =>
      (["target", "actual"] as const).flatMap((side) => {
        const figure = onlyFigure(reading[side]);
        const said = figure === null ? null : saidOf(bareName(name), figure, texts[side]);
        if (figure === null || said === null) return [];
        return [differing({ name, side, ...own[side] }, row.card.indicator, figure, said)];
      }),
    );
    const inTexts = ofAnnexes(context, [...done, ...targetsIn(at(goal), reportPassages(context), year)]);
    // Each once: what the cause tells settles nothing of the report, and the rate of a figure that is wrong is wrong, too.
    const told = new Set(inTexts.map(({ subject }) => subject));
    const cause = namedFigures(at(shortfall), year);
    const inCause = ofAnnexes(context, [...cause, ...missedTargets(cause)]);
    const rates = ratesOfAnnexes(context, year);
    return [...ofGoals, ...inTexts, ...[...inCause, ...rates].filter(({ subject }) => !told.has(subject))];
  },
};

/** Of several years, not of this one. */
const severalYears = /[三四五]年(?:内|行动|规划)|十[三四五]五|到20\d\d年|中长期|规划期/u;

/** What the goal wants of the year, as a figure or a bound (培训不少于3000人), and what the report says is wanted. */
function targetsIn(
  goal: readonly Passage[],
  report: readonly Passage[],
  year: number | null,
): readonly NamedFigure[] {
  const ofYear = goal.filter(({ text }) => !severalYears.test(text));
  const wanted = [...namedFigures(ofYear, year), ...namedBounds(ofYear, year)];
  const said = namedBounds(report, year).filter(({ kind }) => kind === "target");
  const plain = [...wanted, ...said].filter(
    ({ apart, kind }) => !apart && !["weight", "loss"].includes(kind),
  );
  return plain.map((figure) => ({ ...figure, kind: "target" }));
}

/** “…2760人，未达到年度目标3000人”: not a figure of what was done, but of what was wanted. */
function missedTargets(figures: readonly NamedFigure[]): readonly NamedFigure[] {
  return figures.flatMap((figure) => {
    const isMissed = figure.kind === "target" && /未能?(?:达到?|完成|实现)/u.test(figure.label);
    return isMissed && figure.apart && figure.years.length === 0 ? [{ ...figure, apart: false }] : [];
  });
}

interface Side {
  readonly name: string;
  readonly side: "target" | "actual";
  readonly content: string | number | boolean | null;
  readonly at: Parameters<typeof inCell>[0];
}

function differing(
  { name, side, content, at }: Side,
  subject: string,
  figure: Figure,
  said: NamedFigure,
): Found {
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

/** Rows of the annexes against every figure of the texts that goes by their name. */
function ofAnnexes({ annexRows }: FindingContext, texts: readonly NamedFigure[]): readonly Found[] {
  const said = grouped(
    texts.flatMap((figure) => {
      // A list of indicators says their targets, as another check reads it.
      if (isTargetList(figure.passage.text)) return [];
      const row = figure.kind === "target" || isOfDone(figure) ? thingOf(figure, annexRows) : null;
      return row === null ? [] : [{ row, figure }];
    }),
    ({ row, figure }) => `${row.row.name.at.sheet}|${row.row.row}|${figure.kind === "target"}`,
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
      if (own === null) return [];
      // 18处（街道12处、社区6处）: in brackets stand its parts.
      const wrong = figures.filter((one) => !isSameFigure(one, own) && !/^[(（]/u.test(one.label));
      const [other] = wrong;
      if (other === undefined) return [];
      const told = (one: NamedFigure): Found => differing({ name, side, ...row[side] }, name, own, one);
      if (wrong.length === figures.length) return [told(other)];
      // Said right as well: what is wrong is the text, each other figure of it once.
      const values = new Map(wrong.map((one) => [one.value, one] as const));
      return Array.from(values.values(), (one) => ({
        ...told(one),
        at: one.passage.at,
        other: inCell(row[side].at),
      }));
    },
  );
}

/** What is said to be how much of the target was reached: “青少年体育培训人数”完成率92%. */
const ofTarget =
  /(?:指标)?的?(?:目标|指标|任务)?完成(?:了?(?:年度)?(?:目标|计划|任务)的|率)?(?:为|是|达到?)?约?$/u;
/** The rate of a part of the year. */
const meanwhile = /(?:截[至止]|[上下]半年|年中|季度|\d月)[^。；;]*$/u;
const quoted = /[“"「]([^“”"「」]{2,40})[”"」](?:指标)?的?$/u;

/** A named indicator's 完成率, in all that form and report say, against its annex; a measure that is itself a rate may mean either. */
function ratesOfAnnexes(context: FindingContext, year: number | null): readonly Found[] {
  const { annexRows } = context;
  if (annexRows.length === 0) return [];
  return namedFigures(allPassages(context), year).flatMap((figure): readonly Found[] => {
    if (figure.unit !== "%" || figure.apart || !ofTarget.test(figure.label)) return [];
    const before = figure.passage.text.split(`${figure.label}${figure.text}`)[0] ?? "";
    if (meanwhile.test(before.slice(-50))) return [];
    const own = figure.label.replace(ofTarget, "");
    const subject = own === "" ? (quoted.exec(before.slice(-50))?.[1] ?? "") : own;
    const row = thingOf({ subject, label: "", counted: "", isNamed: true }, annexRows);
    if (row === null || row.completion.outcome !== "rate" || row.completion.certainty !== "sure") return [];
    const { rate, kind } = row.completion;
    const actual = onlyFigure(row.completion.actual);
    if (actual === null || actual.unit.name === "%" || kind === "atMost") return [];
    // More than all is often said to be all of it.
    if (isSameFigure(figure, { value: rate }) || (figure.value === 1 && rate > 1)) return [];
    return [
      {
        at: figure.passage.at,
        other: inCell(row.row.actual.at),
        subject: row.name,
        essence: `完成率${figure.text}≠${tidy(rate)}`,
        what: `${figure.passage.label}写“${row.name}”完成率${figure.text}，附表按目标值和实际完成值为${percentWords(rate)}。`,
        why: "同一个完成率写了两个数，审核时会要求说明以哪个为准。",
        todo: "请核对目标值和实际完成值，改正其中一处。",
      },
    ];
  });
}

interface PlacedFigure {
  readonly said: NamedFigure;
  readonly order: number;
}

/** The figures by unit and by the pairs of signs of these names that stand around them; read once for all names. */
function byWords(
  texts: readonly NamedFigure[],
  names: readonly string[],
): ReadonlyMap<string, readonly PlacedFigure[]> {
  const wanted = new Set(names.flatMap(pairsOf));
  const pairs = (wanted.size === 0 ? [] : texts).flatMap((said, order) => {
    // “完成12所义务教育学校校舍维修改造”: what is counted may stand behind the figure.
    const around = pairsOf(`${said.label} ${said.counted}`).filter((pair) => wanted.has(pair));
    return Array.from(new Set(around), (pair) => ({ key: `${said.unit}|${pair}`, one: { said, order } }));
  });
  const groups = Array.from(grouped(pairs, ({ key }) => key));
  return new Map(groups.map(([key, same]) => [key, same.map(({ one }) => one)]));
}

/** The one figure of the same unit whose words share the most with the name; null where it is the same, or nobody can say. */
function saidOf(
  name: string,
  figure: Figure,
  texts: ReadonlyMap<string, readonly PlacedFigure[]>,
): NamedFigure | null {
  const shared = new Map<number, PlacedFigure & { readonly shared: number }>();
  for (const pair of pairsOf(name))
    for (const one of texts.get(`${figure.unit.name}|${pair}`) ?? [])
      shared.set(one.order, { ...one, shared: (shared.get(one.order)?.shared ?? 0) + 1 });
  const alike = Array.from(shared.values()).sort(
    (left, right) => right.shared - left.shared || left.order - right.order,
  );
  const [best, second] = alike;
  if (best === undefined || alike.some(({ said }) => isSameFigure(said, figure))) return null;
  if (second !== undefined && second.shared === best.shared && second.said.value !== best.said.value)
    return null;
  return best.shared >= Math.min(2, name.length - 1) ? best.said : null;
}
