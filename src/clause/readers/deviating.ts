import { labelWords, type Built } from "../built";
import { deviationIn, mirrored, type Deviation } from "../deviation";
import type { Around } from "../measures";
import type { Each, Piece } from "../pieces";
import type { RangeCondition } from "../readCondition";
import { isMeasureUnit, isTimeUnit } from "../units";
import { bandsOf } from "./bands";
import { steppedOf } from "./stepped";

/** 较上年下降5%以上得4分，持平得2分，增长不得分; 未超预算得5分，每超1%扣1分: stretches of one change or excess. */
export function deviatingOf(pieces: readonly Piece[], around: Around): Built | null {
  if (pieces.length < 2) return null;
  const read = pieces.map((piece) => {
    const { each, condition, statement } = piece;
    const said = each === null ? statement.condition : each.lead;
    return condition.of === "else" || said.length === 0 ? null : deviationIn(said, around.text);
  });
  if (!pieces.every((piece, index) => read[index] !== null || isOpen(piece))) return null;
  const found = read.filter((one) => one !== null);
  const families = new Set(found.flatMap(({ family }) => (family === null ? [] : [family])));
  const [family] = families;
  if (family === undefined || families.size > 1) return null;
  const named = nameOf(found, pieces, family, around);
  if (named === null) return null;
  const ranges = found.flatMap(({ range }) => (range === null ? [] : [range]));
  const [first] = ranges;
  const step = pieces.find(({ each }) => each !== null)?.each ?? null;
  const percent = first?.percent ?? (step === null || step.unit === "%");
  const unit = first?.unit ?? (step === null || percent ? "" : step.unit);
  if (ranges.some((range) => range.percent !== percent || range.unit !== unit)) return null;
  const moved = pieces.map((piece, index): Piece => {
    const one = read[index] ?? null;
    if (one === null) return piece;
    const marks = one.range?.marked ?? { from: true, to: true };
    // The marks are those of the print: of a fall counted upwards they change sides.
    const isMirrored = !named.down && isDown(one);
    const condition: RangeCondition = {
      of: "range",
      name: named.name,
      interval: named.down ? mirrored(one.interval) : one.interval,
      percent,
      unit,
      absolute: false,
      marked: isMirrored ? { from: marks.to, to: marks.from } : marks,
      soft: one.range?.soft ?? false,
      ...(isMirrored || one.range?.opened === undefined ? {} : { opened: one.range.opened }),
    };
    return { ...piece, condition };
  });
  return steppedOf(moved, around) ?? bandsOf(moved, around);
}

/** 否则, and steps that say nothing before them. */
function isOpen({ condition, each }: Piece): boolean {
  return condition.of === "else" || (each !== null && each.lead.length === 0);
}

/** How the figure is called, and whether more of it is less of the thing: 压减率. */
function nameOf(
  found: readonly Deviation[],
  pieces: readonly Piece[],
  family: "change" | "excess",
  around: Around,
): { readonly name: string; readonly down: boolean } | null {
  const subject = found.map((one) => one.subject).find((one) => one !== "") ?? "";
  const counted = found.filter(({ range }) => range !== null);
  const downs = counted.filter(isDown);
  const steps = pieces.flatMap(({ each }) => (each === null ? [] : [each]));
  const isSigned = /变动率|增长率|增幅|增减率/u.test(around.name);
  if (
    (!isSigned && counted.length + steps.length === 0) ||
    steps.some(({ direction }) => direction !== "above")
  )
    return null;
  const word = (counted[0] ?? found.find((one) => one.word !== ""))?.word ?? "";
  if (family === "excess") {
    const said = [...found.map((one) => one.word), behindEach(steps)].find((one) => one !== "") ?? "超出";
    const units = [...counted.map(({ range }) => range?.unit ?? ""), ...steps.map(({ unit }) => unit)];
    const thing = thingOf(units.find((unit) => unit !== "") ?? "%");
    return downs.length > 0 ? null : { name: `${subject}${said}${thing}`, down: false };
  }
  // 变动率, 增长率: below 0 where it falls, as the indicator has it.
  if (isSigned) return { name: around.name, down: false };
  if (downs.length > 0 && (downs.length < counted.length || steps.length > 0)) return null;
  if (downs.length > 0) return { name: `${subject}${word}率`, down: true };
  return { name: `${subject}增长率`, down: false };
}

/** What a question calls so many of a unit. */
function thingOf(unit: string): string {
  if (isTimeUnit(unit) || /^(?:月|小时|分钟|秒)$/u.test(unit)) return "时间";
  return unit === "%" ? "比例" : isMeasureUnit(unit) ? "数额" : "数量";
}

/** 每延迟一个月: the word of the steps. */
function behindEach([step]: readonly Each[]): string {
  return (
    /^(?:超出|超过|超支|超期|延误|延期|逾期|推迟|延迟|滞后)$/u.exec(labelWords(step?.words ?? ""))?.[0] ?? ""
  );
}

function isDown({ interval }: Deviation): boolean {
  return interval.from === null || (interval.to ?? 1) <= 0;
}
