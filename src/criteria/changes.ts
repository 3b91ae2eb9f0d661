import type { Figure } from "../quantity/figure";
import { tidy } from "../quantity/tidy";
import { isStep, type FigureRole } from "./figureRoles";

/** An actual as a change by so much where the target is one; a doubt where the two cannot be compared. */
interface ComparedChange {
  readonly actual: Figure;
  /** "由1000人增至1150人" → 增长15%. Chinese. */
  readonly remark: string | null;
  readonly doubt: string | null;
}

/** Brings an actual to what the target asks for: a change, in its direction, or a level. */
export function asChange(target: FigureRole, actual: FigureRole): ComparedChange {
  const plain = { actual: actual.figure, remark: null, doubt: null };
  if (isStep(target) !== isStep(actual)) {
    if (isStep(target) && actual.from !== null) return fromLevels(target, actual, actual.from);
    const level = actual.change === "upTo" || actual.change === "downTo";
    // "同比增长5%" and a bare "6%" are of one kind, and so is a level with a bare figure.
    if (isStep(target) ? !level && actual.noun === "" : !isStep(actual)) return plain;
    const doubt = `“${target.figure.text}”与“${actual.figure.text}”一个是增减幅度、一个是增减后的数，应怎样对照`;
    return { ...plain, doubt };
  }
  if (!isStep(target) || target.change === actual.change) return plain;
  // 增长5% and 下降2%: minus 2%.
  const { value, text } = actual.figure;
  const remark = `“${text}”与目标值“${target.figure.text}”增减方向相反，按未完成计算`;
  return { actual: { ...actual.figure, value: tidy(-value) }, remark, doubt: null };
}

function fromLevels(target: FigureRole, actual: FigureRole, before: Figure): ComparedChange {
  const { figure: after } = actual;
  const asked = target.figure.unit.name;
  const text = `${before.text}→${after.text}`;
  const sign = target.change === "fall" ? -1 : 1;
  const difference = tidy(sign * (after.value - before.value));
  const unit = after.unit.name === "" ? before.unit.name : after.unit.name;
  const points = asked === "百分点" && unit === "%";
  const relative = asked === "%" && unit !== "%";
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
