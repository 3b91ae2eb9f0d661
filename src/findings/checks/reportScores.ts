import { normalizeName } from "../../form/normalizeName";
import { percentWords } from "../../criteria/words";
import { decimalPlaces, sumOf, tidy } from "../../quantity/tidy";
import { sayPoints } from "../../scorecard/formatPoints";
import { grouped } from "../../workbook/grouped";
import { inCell, type Check, type Found, type Place } from "../finding";
import { isSameFigure, namedFigures, type NamedFigure } from "../namedFigures";
import { reportPassages, type Passage } from "../passages";
import { saidCounts } from "../saidCounts";
import { saidFull } from "../saidFull";
import { saidGrades } from "../saidGrades";
import { scoredThings, thingScored, unquoted, type ScoredThing } from "../scoredThings";
import { plainFigure, sharedScores, type Points, type SharedScores } from "../sharedScores";
import { tableScores } from "../tableScores";

/** Total, groups, indicators and grade as the report says them, against the form. */
export const reportScores: Check = {
  id: "reportScores",
  title: "自评报告里的总分、分项得分和等级与自评表一致",
  severity: "待核实",
  find: (context) => {
    const { rows, scorecard, edition } = context;
    const full = saidFull(context);
    if (rows.length === 0 || rows.some(({ score }) => score === null)) return firstOfEach(full);
    const scored = scoredThings(context);
    const own = normalizeName(context.form.head.department?.value ?? "");
    const read = reportPassages(context).map((passage) => sharedScores(unquoted(passage)));
    const passages = read.map(({ rest }) => rest);
    const isWhole = tidy(scorecard.weight) === edition.total;
    const year = context.form.head.year?.value ?? null;
    const figures = ofThisYear(passages, year);
    const scores = figures.flatMap((figure, index): readonly Found[] => {
      if (figure.unit === "%") return ofRate(figure, scored, own);
      if (figure.unit !== "分") return [];
      if (figure.kind === "loss" && summed.test(figure.label)) return ofLosses(figures, index, scored);
      if (figure.kind === "weight") return isWhole ? ofWeight(figure, scored) : [];
      const thing =
        figure.kind === "score" || figure.kind === "loss" ? thingScored(figure, scored, own) : null;
      return thing === null || agrees(figure, thing) ? [] : [told(figure, thing)];
    });
    const together = read.flatMap(({ shared }) => shared.flatMap((one) => toldTogether(one, scored, own)));
    const grades = saidGrades(context, passages, own, (figure) => thingScored(figure, scored, own) === null);
    return firstOfEach([
      ...scores,
      ...together,
      ...tableScores(context.report, scored).flatMap(({ figure, thing }) =>
        agrees(figure, thing) ? [] : [told(figure, thing)],
      ),
      ...saidCounts(passages, rows).filter(({ at }) => full.every((one) => !isSameLine(one.at, at))),
      ...grades,
      ...full,
    ]);
  },
};

function isSameLine(one: Place, other: Place): boolean {
  return one.kind === "report" && other.kind === "report" && one.line === other.line;
}

/** The figures of the year; "2022年自评得分96.3分；履职效能48.2分。" goes on with the year behind ；, where none is named. */
function ofThisYear(passages: readonly Passage[], year: number | null): readonly NamedFigure[] {
  let isOther = false;
  return passages.flatMap((passage) => {
    const figures = namedFigures([passage], year);
    const points = figures.filter(({ kind, unit }) => kind === "score" && unit === "分");
    const isOpen = figures.every(({ years, since }) => years.length === 0 && since === null);
    const wasOther = isOther && isOpen;
    isOther =
      /[；;]$/u.test(passage.text) && (wasOther || (points.length > 0 && points.every(({ apart }) => apart)));
    return wasOther ? [] : figures.filter(({ apart }) => !apart);
  });
}

/** 合计扣1.33分, 自评共失分1.33分: of all that is named, not of the last of them. */
const summed =
  /^(?:本次|部门|整体|支出|绩效|自评|总体|评价|综合|最终|以上|上述|各项|指标)*(?:合计|共计?|总[共计]?|累计|一共)(?:被)?(?:扣|失|丢)/u;
/** So many losses may be what a sum is of. */
const mostLosses = 40;

/** A sum of losses: of the whole, of a group, or of those that were told before. */
function ofLosses(
  figures: readonly NamedFigure[],
  index: number,
  things: readonly ScoredThing[],
): readonly Found[] {
  const figure = figures[index];
  const whole = things.find(({ of }) => of === "total");
  if (figure === undefined || whole?.weight == null) return [];
  const before = figures.slice(Math.max(0, index - mostLosses), index).reverse();
  let sum = 0;
  const sums = before.flatMap(({ kind, unit, value }) => {
    if (kind !== "loss" || unit !== "分") return [];
    sum += value;
    return [tidy(sum)];
  });
  const groups = things.flatMap(({ of, weight, points }) =>
    of === "indicator" || weight === null ? [] : tidy(weight - points),
  );
  const isOne = [...groups, ...sums].some((value) => isSameFigure(figure, { value }));
  return isOne ? [] : [told(figure, whole)];
}

/** 履职效能（满分60分）: the points that a thing may have, by its name in full. */
function ofWeight(figure: NamedFigure, things: readonly ScoredThing[]): readonly Found[] {
  const thing = things.find(({ of, name }) => of !== "total" && name === figure.subject);
  if (thing?.weight == null || !figure.isNamed || isSameFigure(figure, { value: thing.weight })) return [];
  return [
    {
      at: figure.passage.at,
      other: inCell(thing.at),
      subject: thing.name,
      essence: `满分${figure.text}≠${thing.weight}`,
      what: `自评报告写“${thing.name}”的分值为${figure.text}，自评表为${sayPoints(thing.weight)}分。`,
      why: "报告与表的分值应当一致。",
      todo: "请核对分值，改正报告。",
      right: `${sayPoints(thing.weight)}分`,
    },
  ];
}

const rateOf = /得分率(?:为|是|达到?)?约?$/u;
const ofWhole = /^(?:本次|部门|整体|支出|绩效|自评|总体|总|评价|综合|最终)*$/u;

/** 自评得分率98.67%, 管理效率得分率98%: the points against what there may be. */
function ofRate(figure: NamedFigure, things: readonly ScoredThing[], own: string): readonly Found[] {
  if (!rateOf.test(figure.label) || figure.value === 1) return [];
  const words = figure.label.replace(rateOf, "");
  const label = `${words}得分`;
  const isNamed = !ofWhole.test(words);
  const subject = isNamed ? words : words === "" ? figure.subject.replace(/得分率$/u, "") : "";
  const thing =
    !isNamed && ofWhole.test(subject)
      ? things.find(({ of }) => of === "total")
      : thingScored({ ...figure, label, isNamed, subject, value: 0 }, things, own);
  if (thing?.weight == null || thing.weight === 0) return [];
  const right = thing.points / thing.weight;
  if (isSameFigure(figure, { value: right })) return [];
  return [
    {
      at: figure.passage.at,
      other: inCell(thing.at),
      subject: thing.name,
      essence: `得分率${figure.text}≠${tidy(right)}`,
      what: `自评报告写“${thing.name}”的得分率为${figure.text}，自评表得${sayPoints(thing.points)}分，满分${sayPoints(thing.weight)}分，得分率为${percentWords(right)}。`,
      why: "得分率=得分÷满分，报告与表应当一致。",
      todo: "请核对得分，改正其中一处。",
    },
  ];
}

/** Figures of several things: in order where each has its own, their sum where there is one. Of a name that is none of the form's nobody can say. */
function toldTogether(
  { passage, names, of, kind, points }: SharedScores,
  things: readonly ScoredThing[],
  own: string,
): readonly Found[] {
  const all = names.map((subject) =>
    thingScored(
      { subject, isNamed: true, isAfterColon: false, label: subject, passage, value: 0 },
      things,
      own,
    ),
  );
  if (of === "each")
    return all.length !== points.length
      ? []
      : all.flatMap((thing, at) => {
          const figure = plainFigure(points[at] ?? "", kind, passage);
          return thing === null || agrees(figure, thing) ? [] : [told(figure, thing)];
        });
  const known = all.flatMap((thing) => thing ?? []);
  const [first] = known;
  const weights = known.map(({ weight }) => weight);
  if (first === undefined || known.length !== all.length) return [];
  const whole: ScoredThing = {
    ...first,
    of: "group",
    name: known.map(({ name }) => name).join("、"),
    points: sumOf(known.map((thing) => thing.points)),
    weight: weights.includes(null) ? null : sumOf(weights),
  };
  const figure = plainFigure(points[0] ?? "", kind, passage);
  return agrees(figure, whole) ? [] : [told(figure, whole)];
}

/** Equal at the decimals that the report writes; a loss is what the weight leaves. */
function agrees(figure: Points, { points, weight }: ScoredThing): boolean {
  // 25分 of 24.77分 is no rounding where 25 is full marks.
  if (figure.kind === "score")
    return isSameFigure(figure, { value: points }) && (figure.value !== weight || tidy(points) === weight);
  return weight === null || isSameFigure(figure, { value: tidy(weight - points) });
}

/** A report says the same total in several places. */
function firstOfEach(found: readonly Found[]): readonly Found[] {
  const groups = grouped(found, ({ subject, essence }) => `${subject}|${essence}`);
  return Array.from(groups.values(), ([first]) => first);
}

function told({ kind, value, text, passage }: Points, { of, name, points, weight, at }: ScoredThing): Found {
  const decimals = decimalPlaces(value);
  const step = 10 ** decimals;
  const cut = kind === "score" && Math.floor(tidy(points * step)) / step === value && tidy(points) !== value;
  const here = `${of === "indicator" ? "自评表为" : "自评表合计"}${sayPoints(points)}分`;
  const said = kind === "loss" ? `扣${text}` : text;
  return {
    at: passage.at,
    other: inCell(at),
    subject: name,
    essence: `${said}≠${points}`,
    what: `自评报告写“${name}”${said}，${here}${kind === "loss" && weight !== null ? `，扣${sayPoints(tidy(weight - points))}分` : ""}${cut ? "；报告是截去后面的小数，没有四舍五入" : ""}。`,
    why: "报告与表的得分应当一致。",
    todo: "请核对得分，改正其中一处。",
    ...(kind === "score"
      ? { right: `${sayPoints(points)}分` }
      : weight === null
        ? {}
        : { right: `${sayPoints(tidy(weight - points))}分` }),
  };
}
