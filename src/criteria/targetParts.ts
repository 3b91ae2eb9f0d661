import type { Figure } from "../quantity/figure";
import { tidy } from "../quantity/tidy";
import type { FigureRole, Mark } from "./figureRoles";
import { isStep, wordsBefore } from "./figureRoles";

/** One thing that the target asks for. */
export interface TargetPart {
  readonly role: FigureRole;
  /** The figure of a whole year; that of the role where it names no shorter period. */
  readonly figure: Figure;
  /** "每季度1次": 4 of them make the year; null: no period, or one that does not add up ("每人"). */
  readonly times: number | null;
}

/** What of a target has to be met in this year, and what has to be asked of it (Chinese). */
export interface TargetParts {
  readonly parts: readonly TargetPart[];
  /** Figures of one of them ("每人500元") that are a standard, no part. */
  readonly standards: readonly FigureRole[];
  readonly doubts: readonly string[];
}

const timesOfPeriod: Readonly<Record<string, number>> = {
  半年: 2,
  半月: 24,
  半个月: 24,
  旬: 36,
  季度: 4,
  个季度: 4,
  季: 4,
  两月: 6,
  两个月: 6,
  月: 12,
  个月: 12,
  周: 52,
  星期: 52,
  两周: 26,
  日: 365,
  天: 365,
};

/** How often a year has this period: 每季度 4; null for 每人, 每村 and what else does not add up. */
function timesAYear(per: string): number | null {
  return timesOfPeriod[per.replace(/^每/u, "")] ?? null;
}

const several = (role: FigureRole): boolean => role.marks.some(({ kind }) => kind === "total");
const ofOne = ({ per }: FigureRole): boolean => per.some((word) => timesAYear(word) === null);

/** Kinds of words that leave open what a target wants; 计划 and 目标 do not. */
const unclear: ReadonlySet<string> = new Set(
  "rank elsewhere vague except partYear over later rest unread past".split(" "),
);

/**
 * @param counted the figures that the target measures
 * @param all these and its other figures
 * @param actual the plain text of the other side: "上半年60场" of both is no part of the year that was not read
 */
export function targetParts(
  counted: readonly FigureRole[],
  all: readonly FigureRole[],
  actual: string,
): TargetParts {
  const years = all.map(({ year }) => year).filter((year) => year !== null);
  const last = years
    .filter((year) => year !== "本年")
    .sort()
    .at(-1);
  const doubts: string[] = [];
  const alike = (role: FigureRole, roles: readonly FigureRole[]): readonly FigureRole[] =>
    roles.filter((one) => one !== role && one.figure.unit.name === role.figure.unit.name);
  // "三年合计300个，2023年100个": the year's own; "2022年80个，2023年100个": the last year's.
  let kept = counted.flatMap((role) => {
    if (!several(role)) return [role];
    const own = alike(role, all).filter((one) => !several(one) && one.year !== null);
    return own.length > 0 && !own.some((one) => counted.includes(one))
      ? own.slice(-1)
      : own.length > 0
        ? []
        : [role];
  });
  const dated = kept.filter(({ year }) => year === null || year === "本年" || year === last);
  if (dated.length > 0) kept = dated;
  // "每季度1次，共4次": the sum says it; "每人500元，不少于1000人": a standard.
  const whole = kept.filter((role) => role.per.length === 0);
  const standards = whole.length === 0 ? [] : kept.filter(ofOne);
  const summed = kept.filter((role) => {
    const [per, ...more] = role.per;
    const times = per === undefined || more.length > 0 ? null : timesAYear(per);
    const sum = times === null ? undefined : alike(role, whole)[0];
    if (times === null || sum === undefined) return false;
    const total = tidy(role.figure.value * times);
    const less = role.figure.side === "atLeast" && sum.figure.side === "atLeast" && total < sum.figure.value;
    if (!less && total !== tidy(sum.figure.value)) {
      doubts.push(
        `目标值“${role.statement.text}”合全年${shown(role.figure, times)}，与“${sum.figure.text}”不一致，以哪个为准`,
      );
    }
    return true;
  });
  const parts = kept
    .filter((role) => !standards.includes(role) && !summed.includes(role))
    .map((role) => yearly(role));
  // "优于全国平均水平(85%)": what the bracket is to be is not said.
  for (const { role } of parts) {
    if (role.statement.enclosed && role.figure.side === null)
      doubts.push(`目标值是否为“${role.figure.text}”`);
  }
  for (const { role } of parts) {
    // "每两班1次", "各1次": of what it is one, is not read.
    const before = wordsBefore(role);
    const each = /每(?!年)|各(?![类级种项自])\p{Script=Han}{0,4}$/u.exec(before)?.[0];
    if (each !== undefined && role.per.length === 0 && !actual.includes(before))
      doubts.push(doubtOf(role, { kind: "per", word: each }));
    const open = unclearMarks(role).filter(({ kind, word }) => kind !== "partYear" || !actual.includes(word));
    doubts.push(...open.map((mark) => doubtOf(role, mark)));
  }
  return { parts, standards, doubts };
}

function unclearMarks(role: FigureRole): readonly Mark[] {
  const { figure } = role;
  const compares = isStep(role) || figure.unit.name === "倍";
  return role.marks.filter(({ kind }) => unclear.has(kind) && !(compares && kind === "past"));
}

const doubtOf = ({ statement }: FigureRole, { word }: Mark): string =>
  `目标值“${statement.text}”中的“${word}”怎样理解`;

const repeated = /^(?:次|期|场|场次|份|篇|条|轮|批|节|课时|天|个|班)$/u;
/** Of people the same may come again every month, and rates do not add up. */
const neverAddsUp = /^[人%]$/u;

/** "每月1次" under a target of 12次: 12; anything else as it stands. */
export function ofYear(part: TargetPart | undefined, role: FigureRole): FigureRole {
  const [per, ...more] = role.per;
  const times = per === undefined || more.length > 0 ? null : timesAYear(per);
  const { figure } = role;
  const isOfTarget = part?.role.per.length === 0 && part.figure.unit.name === figure.unit.name;
  if (times === null || times > 52 || !isOfTarget || figure.side !== null || figure.high !== null)
    return role;
  if (neverAddsUp.test(figure.unit.name) || role.marks.length > 0) return role;
  const text = figure.text.includes(per ?? "") ? figure.text : `${per ?? ""}${figure.text}`;
  return { ...role, per: [], figure: { ...figure, value: tidy(figure.value * times), text } };
}

function yearly(role: FigureRole): TargetPart {
  const [per, ...more] = role.per;
  const times = per === undefined || more.length > 0 ? null : timesAYear(per);
  if (times === null) return { role, figure: role.figure, times };
  const { figure } = role;
  const value = tidy(figure.value * times);
  const text = figure.text.includes(per ?? "") ? figure.text : `${per ?? ""}${figure.text}`;
  const unit = { ...figure.unit, name: figure.unit.name.split("/", 1)[0] ?? "" };
  return { role, figure: { ...figure, value, unit, text }, times };
}

function shown({ value, unit }: Figure, times: number): string {
  return `${tidy(value * times)}${unit.written}`;
}

/** Whether both name the same period, or the actual is that of the whole year; else what to ask. */
export function periodDoubt(
  { role: target, figure, times }: TargetPart,
  actual: FigureRole,
  words: string,
): string | null {
  const wanted = target.per.join("");
  const done = actual.per.join("");
  if (wanted === done) return null;
  // "2.98万元/台" of a 单价 of 3万元.
  const oneSided =
    (wanted === "" || done === "") && `${target.figure.unit.name}${actual.figure.unit.name}`.includes("/");
  if (oneSided && timesAYear(wanted + done) === null && /均|单价|单位|标准/u.test(words)) return null;
  const asked = `目标值“${target.statement.text}”与实际完成值“${actual.statement.text}”的周期不同，应怎样对照`;
  if (wanted === "" && /^.均$/u.test(done) && words.includes(done)) return null;
  if (done !== "" || times === null) return asked;
  const whole = actual.year !== null || repeated.test(figure.unit.name);
  const daily = target.per.some((per) => timesAYear(per) === 365) && actual.figure.value < figure.value;
  // 1 of "每季度1次" may be one a quarter.
  return whole && !daily && actual.figure.value > target.figure.value ? null : asked;
}

/** “每季度至少1次”按全年4次计算, of either side. */
export function yearlyRemarks({ role, figure, times }: TargetPart, actual: FigureRole): readonly string[] {
  const said = (side: string, one: FigureRole, { value }: Figure): string =>
    `${side}“${one.statement.text}”按全年${value}${one.figure.unit.written.split("/", 1)[0] ?? ""}计算`;
  const isSum = !actual.statement.figures.includes(actual.figure);
  return [
    ...(times === null ? [] : [said("目标值", role, figure)]),
    ...(isSum ? [said("实际完成值", actual, actual.figure)] : []),
  ];
}
