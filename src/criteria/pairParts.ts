import type { Figure } from "../quantity/figure";
import type { QuantityReading } from "../quantity/readQuantity";
import { tidy } from "../quantity/tidy";
import { compareUnits } from "../quantity/unit";
import { answers, marksAgainst, type Years } from "./chooseActual";
import { contradicting, doubtOf, spoiling, unreadMark } from "./contradicting";
import { isStep, type FigureRole } from "./figureRoles";
import { likeness } from "./likeness";
import type { TargetPart } from "./targetParts";

interface Pair {
  readonly part: TargetPart;
  readonly role: FigureRole;
}

/** Target parts with their actuals; doubts have to be confirmed. */
export type PairedParts =
  { readonly pairs: readonly Pair[]; readonly doubts: readonly string[] } | { readonly problem: string };

const unitOrder = ["same", "differs", "open"] as const;

/** Part by part: each by its unit, then by what is counted ("500名学生、45名教师"), then by its place. */
export function pairParts(
  parts: readonly TargetPart[],
  roles: readonly FigureRole[],
  years: Years,
  besides: readonly FigureRole[],
): PairedParts {
  const all = parts.flatMap((part, i) =>
    roles.flatMap((role, j) => {
      const unit = unitOrder.findIndex((one) => one === compareUnits(part.figure.unit, role.figure.unit));
      if (unit < 0 || !answers(part, role)) return [];
      const like = likeness(part.role.noun, role.noun);
      const stands = marksAgainst(part, role, years).length === 0 && isStep(part.role) === isStep(role);
      return [{ part, role, unit, like, stands, apart: Math.abs(i - j) }];
    }),
  );
  all.sort(
    (one, other) =>
      Number(other.stands) - Number(one.stands) ||
      one.unit - other.unit ||
      other.like - one.like ||
      one.apart - other.apart,
  );
  const found = new Map<TargetPart, FigureRole>();
  const taken = new Set<FigureRole>();
  for (const { part, role } of all) {
    if (found.has(part) || taken.has(role)) continue;
    found.set(part, role);
    taken.add(role);
  }
  const pairs: Pair[] = [];
  for (const [i, part] of parts.entries()) {
    const role = found.get(part);
    if (role === undefined) {
      return {
        problem: `目标值有${parts.length}项，实际完成值缺第${i + 1}项“${part.role.figure.text}”的数值`,
      };
    }
    pairs.push({ part, role });
  }
  const doubts = pairs.flatMap(({ part, role }) =>
    [...marksAgainst(part, role, years), ...role.strange.map(unreadMark)].map((mark) => doubtOf(role, mark)),
  );
  for (const role of [...roles, ...besides]) {
    const near = taken.has(role) ? undefined : pairs.find((one) => answers(one.part, role));
    if (near === undefined) {
      const open = taken.has(role) ? [] : pairs.flatMap((one) => spoiling(one.part, one.role, role));
      doubts.push(...open.map((mark) => doubtOf(role, mark)));
      continue;
    }
    const marks = marksAgainst(near.part, role, years);
    const open = contradicting(near.part, near.role, role, marks);
    doubts.push(...open.map((mark) => doubtOf(role, mark)));
    if (besides.includes(role)) continue;
    if (open.length === 0 && marks.length === 0 && !role.detail && !role.statement.enclosed && !isStep(role))
      doubts.push(`实际完成值“${role.statement.text}”与哪一项目标对照`);
  }
  return { pairs, doubts: isGuess(pairs, roles, taken) ? [...doubts, guess(pairs)] : doubts };
}

/** Several of one unit, and neither what they count nor their number says which is which. */
function isGuess(
  pairs: readonly Pair[],
  roles: readonly FigureRole[],
  taken: ReadonlySet<FigureRole>,
): boolean {
  return pairs.some(({ part, role }) => {
    const rivals = roles.filter((one) => one !== role && one.figure.unit.name === part.figure.unit.name);
    const twins = pairs.filter((one) => one.part.figure.unit.name === part.figure.unit.name);
    const left = rivals.filter(
      (one) => !taken.has(one) && !one.detail && !one.statement.enclosed && one.marks.length === 0,
    );
    const named = part.role.noun !== "" && role.noun !== "";
    if (named && likeness(part.role.noun, role.noun) === 0) return twins.length > 1 || left.length > 0;
    if (!named) return left.some((one) => tidy(one.figure.value) !== tidy(role.figure.value));
    return (
      twins.length > 1 &&
      rivals.some(
        (one) =>
          likeness(part.role.noun, one.noun) > likeness(part.role.noun, role.noun) && left.includes(one),
      )
    );
  });
}

function guess(pairs: readonly Pair[]): string {
  const shown = pairs.map(({ part, role }) => `“${part.role.figure.text}”对“${role.figure.text}”`).join("、");
  return `各部分是否为${shown}`;
}

/** Why the actual cannot answer this target. */
export function noFigure(target: Figure | undefined, done: QuantityReading): string {
  const wanted = `目标值“${target?.text ?? ""}”要有数值对照，请填写实际完成数`;
  if (done.kind === "verdict") return `实际完成值只写是否完成，没有数值；${wanted}`;
  if (done.kind === "quantity") return `实际完成值的单位与目标值不同，不能相除；${wanted}`;
  return `实际完成值没有数值；${wanted}`;
}
