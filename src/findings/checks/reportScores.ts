import { gradeOf, gradePattern } from "../../criteria/grade";
import { bareName, normalizeName } from "../../form/normalizeName";
import { decimalPlaces, sumOf, tidy } from "../../quantity/tidy";
import { sayPoints } from "../../scorecard/formatPoints";
import { grouped } from "../../workbook/grouped";
import type { CellAddress } from "../../workbook/cell";
import { inCell, type Check, type CheckedRow, type FindingContext, type Found } from "../finding";
import { isSameFigure, namedFigures, type NamedFigure } from "../namedFigures";
import { inReport, reportPassages } from "../passages";
import { saidFull } from "../saidFull";
import { plainFigure, sharedScores, type Points, type SharedScores } from "../sharedScores";

/** Scores of one project or fund are not those of the form. */
const oneItem = /[该此本][项部]|专项/u;
/** Of one project, whose own indicators go by the same short names. */
const oneProject = /[该此本]项目|[该此本]专项/u;
/** 采购 or 预算 alone is a word of many things. */
const shortestName = 4;
/** What a total is called: 自评得分, 综合得分, 最终得分为, 部门整体支出绩效自评总分值. */
const total =
  /(?:自评|总|综合|最终|整体)(?:自评)?(?:总?得分|总?分值?|评分)|总分|绩效(?:自评)?得分|自评(?:结果)?(?:为|共|约)*$/u;
/** Names of bodies; what belongs to the department without being all of it. */
const body = /\p{Script=Han}{0,24}(?:[局委厅办馆院所站校园队]|中心|单位|公司|协会)$/u;
const below = /(?<![及和与])(?:下属|所属|直属)/u;
/** Of the form as a whole. */
const whole = /整体|部门|自评|综合|总/u;

/** Total, groups, indicators and grade as the report says them, against the form. */
export const reportScores: Check = {
  id: "reportScores",
  title: "自评报告里的总分、分项得分和等级与自评表一致",
  severity: "待核实",
  find: (context) => {
    const { report, rows } = context;
    const full = saidFull(context);
    if (rows.length === 0 || rows.some(({ score }) => score === null)) return firstOfEach(full);
    const scored = scoredThings(context);
    const own = normalizeName(context.form.head.department?.value ?? "");
    const read = reportPassages(context).map(sharedScores);
    const passages = read.map(({ rest }) => rest);
    const said = namedFigures(passages, context.form.head.year?.value ?? null).filter(
      ({ kind, unit, apart }) => !apart && unit === "分" && (kind === "score" || kind === "loss"),
    );
    const scores = said.flatMap((figure) => {
      const thing = thingScored(figure, scored, own);
      return thing === null || agrees(figure, thing) ? [] : [told(figure, thing)];
    });
    const together = read.flatMap(({ shared }) => shared.flatMap((one) => toldTogether(one, scored, own)));
    const here = scoreOf(rows);
    const grades = report.flatMap(({ text, line }) => {
      // Most sentences speak of no grade.
      if (!/[级果]/u.test(text)) return [];
      return gradeFound(context, text.normalize("NFKC").replace(/\s+/gu, ""), inReport(line, text), here);
    });
    return firstOfEach([...scores, ...together, ...grades, ...full]);
  },
};

/** Anything of the form that has points. */
interface ScoredThing {
  readonly of: "total" | "group" | "indicator";
  readonly name: string;
  readonly points: number;
  readonly weight: number | null;
  readonly at: CellAddress;
}

function scoredThings({ form, rows }: FindingContext): readonly ScoredThing[] {
  const groups = form.groups.flatMap(({ name, rows: members }): ScoredThing | [] => {
    const own = rows.filter(({ indicator }) => members.includes(indicator.row));
    const [first] = own;
    if (first === undefined) return [];
    const weights = own.map(({ card }) => card.weight);
    const weight = weights.includes(null) ? null : sumOf(weights);
    return { of: "group", name: bareName(name), points: scoreOf(own), weight, at: first.card.at };
  });
  const indicators = rows.map(({ card, score, indicator }): ScoredThing => ({
    of: "indicator",
    name: bareName(indicator.name.value),
    points: score ?? 0,
    weight: card.weight,
    at: card.at,
  }));
  const whole = form.total === null ? [] : [{ at: form.total.score.at, points: scoreOf(rows), weight: null }];
  return [
    ...whole.map((one): ScoredThing => ({ ...one, of: "total", name: "总分" })),
    ...onlyOnes(groups),
    ...onlyOnes(indicators),
  ];
}

/** A name that two rows share says neither. */
function onlyOnes(things: readonly ScoredThing[]): readonly ScoredThing[] {
  return Array.from(grouped(things, ({ name }) => name).values()).flatMap((same) =>
    same.length === 1 ? same : [],
  );
}

/** What these points are of: by its name in full; the total by what totals are called, where no part is named. */
function thingScored(
  {
    subject,
    isNamed,
    label,
    passage,
    value,
  }: Pick<NamedFigure, "subject" | "isNamed" | "label" | "passage" | "value">,
  things: readonly ScoredThing[],
  own: string,
): ScoredThing | null {
  const name = bareName(subject).replace(/(?:部分|方面|指标)$/u, "");
  const named = things.filter(
    (thing) => name.endsWith(thing.name) || name === thing.name.replace(/指标$/u, ""),
  );
  const [best] = [...named].sort((one, other) => other.name.length - one.name.length);
  // 群众满意度92.4分 of a row of 10分 is what was measured, not its score.
  const one =
    best ??
    ((isNamed || label.startsWith(")")) && !oneProject.test(passage.text)
      ? shortNamed(bareName(subject), things)
      : null);
  if (one !== null && one.of !== "total") return one.weight !== null && value > one.weight ? null : one;
  // "产出指标方面，自评得分9.8分" carries on with a name that is no total; "自评结果为优，自评得分98.67分" does not.
  const ofAll =
    total.test(label) &&
    (isNamed || subject === "" || whole.test(subject)) &&
    !oneItem.test(passage.text) &&
    !isOfAnother(subject, isNamed ? label : subject, own) &&
    !things.some((thing) => label.includes(thing.name) && thing.of !== "total");
  return ofAll ? (things.find(({ of }) => of === "total") ?? null) : null;
}

/** Figures of several things: in order where each has its own, their sum where there is one. Of a name that is none of the form's nobody can say. */
function toldTogether(
  { passage, names, of, kind, points }: SharedScores,
  things: readonly ScoredThing[],
  own: string,
): readonly Found[] {
  const all = names.map((subject) =>
    thingScored({ subject, isNamed: true, label: subject, passage, value: 0 }, things, own),
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

/** 产出指标得分9.6分 of 部门整体绩效目标产出指标完成情况: the words of exactly one name. */
function shortNamed(name: string, things: readonly ScoredThing[]): ScoredThing | null {
  const said = name.replace(/(?:部分|方面|(?:完成|实现)?情况)$/u, "");
  if (said.length < shortestName) return null;
  const [only, second] = things.filter(({ of, name: full }) => of !== "total" && full.includes(said));
  return second === undefined ? (only ?? null) : null;
}

/** "下属单位市农业技术推广中心自评得分95分": the total of another body. */
function isOfAnother(subject: string, words: string, own: string): boolean {
  const [named] = body.exec(subject) ?? [];
  if (below.test(words)) return true;
  return named !== undefined && !/^[本我]/u.test(named) && !own.includes(named) && !named.includes(own);
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

function gradeFound(
  { form, scorecard, edition }: FindingContext,
  plain: string,
  at: Found["at"],
  here: number,
): readonly Found[] {
  const grade = new RegExp(
    `(?:自评结果|评价等级|自评等级|等级)[为是：:]?[“"]?(${gradePattern(edition.grades)})`,
    "u",
  );
  const said = grade.exec(plain)?.[1];
  const right = gradeOf(here, edition.grades);
  const cell = form.total?.score.at;
  if (said === undefined || cell === undefined || right === null || right === said) return [];
  if (tidy(scorecard.weight) !== edition.total) return [];
  return [
    {
      at,
      other: inCell(cell),
      subject: "评价等级",
      essence: `${said}≠${right}`,
      what: `自评报告写自评结果为“${said}”，自评表各项得分合计${sayPoints(here)}分，对应“${right}”。`,
      why: "报告与表的等级应当一致。",
      todo: "请核对总分，改正其中一处。",
      right,
    },
  ];
}

const scoreOf = (rows: readonly CheckedRow[]): number => sumOf(rows.map(({ score }) => score));

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
