import type { Figure } from "../quantity/figure";
import { tidy } from "../quantity/tidy";
import { isStep, wordsBefore, type FigureRole } from "./figureRoles";

/** An actual as a change by so much where the target is one; a doubt where the two cannot be compared. */
interface ComparedChange {
  readonly actual: Figure;
  /** "由1000人增至1150人" → 增长15%. Chinese. */
  readonly remark: string | null;
  readonly doubt: string | null;
}

/** Brings an actual to what the target asks for: a change, in its direction, or a level. words: the name and the target. */
export function asChange(target: FigureRole, actual: FigureRole, words: string): ComparedChange {
  const isNamed = isNamedLevel(target, actual, words);
  const plain = { actual: actual.figure, remark: null, doubt: isNamed ? changeDoubt(target, actual) : null };
  const lowered = asFall(target, actual);
  if (lowered !== null) return lowered;
  if (isStep(target) !== isStep(actual)) {
    if (isStep(target) && actual.from !== null) return fromLevels(target, actual, actual.from);
    const level = actual.change === "upTo" || actual.change === "downTo";
    // "同比增长5%" and a bare "6%" are of one kind, and so is a level with a bare figure.
    // "1.8倍" may be what it grew to.
    const units = [target.figure.unit, actual.figure.unit];
    const isTimes = units.some(({ name }) => name === "倍") && units.some(({ name }) => name !== "倍");
    const rate = !isTimes && /^(?:%|百分点|倍|)$/u.test(target.figure.unit.name);
    if (isStep(target) ? rate && !level && actual.noun === "" : !isStep(actual))
      return { ...plain, doubt: isLikeLevel(target, actual) ? changeDoubt(target, actual) : null };
    return { ...plain, doubt: changeDoubt(target, actual) };
  }
  if (!isStep(target) || target.change === actual.change) return plain;
  // 增长5% and 下降2%: minus 2%.
  const { value, text } = actual.figure;
  const remark = `“${text}”与目标值“${target.figure.text}”增减方向相反，按未完成计算`;
  return { actual: { ...actual.figure, value: tidy(-value) }, remark, doubt: null };
}

/** A bare 105% or 96% of 增长5%: by so much, or to so much of what it was? 6% is a change. */
function isLikeLevel(target: FigureRole, { figure, change }: FigureRole): boolean {
  const isShare = target.figure.unit.name === "%" && figure.unit.name === "%" && change === null;
  return (
    isShare && figure.value >= 0.5 && (figure.value >= 1 || figure.value >= 2 * Math.abs(target.figure.value))
  );
}

const namedRate = /(?:(?:下降|降低|减少|压减|增长|提高|提升|上升|增加)率|[降增]幅|增速)(?=\s|$)/u;

/** A bare target of a rate of growth, 5%, and 105% of it. */
function isNamedLevel(target: FigureRole, actual: FigureRole, words: string): boolean {
  const isNamed = target.change === null && target.figure.value < 0.5 && namedRate.test(words);
  return isNamed && actual.figure.value >= 0.9 && isLikeLevel(target, actual);
}

/** "-10%" of 降低10%: fallen by 10 %. Of less than that the sign may as well be a dash. */
function asFall(target: FigureRole, { figure, change }: FigureRole): ComparedChange | null {
  if (target.change !== "fall" || change !== null || !(figure.value < 0)) return null;
  const value = tidy(-figure.value);
  const short = value < target.figure.value;
  return {
    actual: { ...figure, value, side: null },
    remark: short ? null : `“${figure.text}”按降低${figure.text.replace(/^\D*/u, "")}计算`,
    doubt: short ? `“${figure.text}”是降低了多少` : null,
  };
}

const namedChange = /(?:(下降|降低|减少|压减|缩减|压降)率?|降幅|(?:增长|提高|提升|上升|增加)率?|增[幅速])$/u;

/** A bare "5%" under the name 压减率, where the actual says "压减6%". */
export function withNamedChange(target: FigureRole, actual: FigureRole, name: string): FigureRole {
  const named =
    isStep(actual) && target.change === null && target.noun === "" ? namedChange.exec(name) : null;
  if (named === null) return target;
  return { ...target, change: named[1] !== undefined || named[0] === "降幅" ? "fall" : "rise" };
}

/** "新增床位100张" of "由500张增加到590张": so many more. */
export function withAdded(target: FigureRole, actual: FigureRole): FigureRole {
  const before = wordsBefore(target);
  const isAdded = target.change === null && /[新净]增[^，,]{0,8}$/u.test(before);
  return isAdded && actual.from !== null ? { ...target, change: "rise" } : target;
}

/** "上年20人，今年18人" under a target of so much more or less: the earlier figure is where the later one starts. */
export function withYearsBefore(roles: readonly FigureRole[]): readonly FigureRole[] {
  return roles.map((role, index) => {
    const before = roles[index - 1];
    const same =
      before?.figure.unit.name === role.figure.unit.name && role.from === null && role.change === null;
    const earlier = before !== undefined && isEarlier(before, role);
    return same && earlier ? { ...role, from: before.figure } : role;
  });
}

function isEarlier(before: FigureRole, role: FigureRole): boolean {
  const past = before.marks.some(({ kind, word }) => kind === "past" && /^(?:上|去)/u.test(word));
  const follows = Number(before.year) + 1 === Number(role.year);
  return (
    role.marks.length === 0 && ((past && before.marks.length === 1) || follows) && !role.statement.enclosed
  );
}

function fromLevels(target: FigureRole, actual: FigureRole, before: Figure): ComparedChange {
  const { figure: after } = actual;
  const asked = target.figure.unit.name;
  const text = `${before.text}→${after.text}`;
  const sign = target.change === "fall" ? -1 : 1;
  const difference = tidy(sign * (after.value - before.value));
  const unit = after.unit.name === "" ? before.unit.name : after.unit.name;
  const points = asked === "百分点" && unit === "%";
  const relative = (asked === "%" && unit !== "%") || (asked === "倍" && unit !== "倍" && unit !== "%");
  const doubt = points || asked === unit || relative ? null : `“${target.figure.text}”与“${text}”应怎样对照`;
  // 由80%提高到85% is five points, or 6.25 percent.
  const unclear = asked === "%" && unit === "%" ? `“${target.figure.text}”是百分点还是增幅` : doubt;
  if (relative && before.value <= 0)
    return { actual: after, remark: null, doubt: `“${text}”不能计算增减幅度` };
  const value = relative ? tidy(difference / before.value) : difference;
  const figure: Figure = { ...after, value, unit: target.figure.unit, side: null, fraction: null, text };
  const shown =
    asked === "%" || asked === "百分点"
      ? `${tidy(value * 100)}${asked}`
      : `${value}${target.figure.unit.written}`;
  return { actual: figure, remark: `“${text}”按${sign > 0 ? "增加" : "减少"}${shown}计算`, doubt: unclear };
}

/** One side says by how much something changed, the other how much of it there is. */
export function changeDoubt(target: FigureRole, actual: FigureRole): string {
  return `“${target.figure.text}”与“${actual.figure.text}”一个是增减幅度、一个是增减后的数，应怎样对照`;
}

/** 由85%提高到95% beside 由85%提高到90%: half of the way, or 94.7 % of the level; null where one of them is no such change. */
export function levelDoubt(target: FigureRole, actual: FigureRole): string | null {
  return target.from !== null && actual.from !== null
    ? `“${target.statement.text}”按达到的数还是按增减的数计算`
    : null;
}
