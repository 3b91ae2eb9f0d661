import type { Figure } from "../quantity/figure";
import { tidy } from "../quantity/tidy";
import { compareUnits } from "../quantity/unit";
import { isStep, wordsBefore, type FigureRole, type Mark } from "./figureRoles";
import { contradicting, contrary, doubtOf, isOfOthers, spoiling, unreadMark } from "./contradicting";
import { likeness, pairsOf } from "./likeness";
import type { TargetPart } from "./targetParts";

/** The figure of an actual that answers a target; doubts have to be confirmed. */
interface ChosenActual {
  readonly role: FigureRole;
  readonly doubts: readonly string[];
}

/** What the years of an actual are measured by. */
export interface Years {
  /** The year that is reported; null: nobody says. */
  readonly own: string | null;
  /** The indicator itself counts from the beginning on: 累计持卡人数. */
  readonly total: boolean;
}

/** Whether this figure can answer that target at all. */
export function answers(part: TargetPart, role: FigureRole): boolean {
  const fits = compareUnits(part.figure.unit, role.figure.unit) !== "unlike";
  if (isStep(part.role)) return role.from !== null || fits;
  return fits;
}

/** Words that set a figure aside: it is another year's, another's, a plan or what is left. */
const aside: ReadonlySet<string> = new Set(
  "plan past later rest over partYear elsewhere total except".split(" "),
);

/** What speaks against this figure as the actual of that target. */
export function marksAgainst(part: TargetPart, role: FigureRole, years: Years): readonly Mark[] {
  const before = wordsBefore(role);
  // "达到上年的1.9倍" is of this year.
  const ofLast = role.figure.unit.name === "倍" && /[上去]年度?的$/u.test(before);
  const ownYear = role.year === "本年" || (role.year !== null && role.year === years.own);
  const marks = role.marks.filter(({ kind, word }) => {
    // "上半年60场" of "上半年60场".
    if (kind === "partYear" && part.role.marks.some((one) => one.kind === kind && one.word === word))
      return false;
    if (kind === "total") return !(ownYear || years.total || isTotal(part.role));
    return !(kind === "past" && ofLast);
  });
  const otherYear = role.year !== null && !ownYear;
  return otherYear ? [...marks, { kind: "past", word: `${role.year}年` }] : marks;
}

/** 累计 of several years; "2023年累计" is of one. */
const isTotal = ({ marks, year }: FigureRole): boolean =>
  year === null && marks.some(({ kind }) => kind === "total");

/**
 * Of several figures, counted before those said in passing: one that restates the target ("已超过100万人") is left out, then those that words set aside; the
 * measured one wins, then the one of the target's unit, then the one beside the indicator's own words.
 */
export function chooseActual(
  part: TargetPart,
  roles: readonly FigureRole[],
  counted: readonly FigureRole[],
  name: string,
  years: Years,
): ChosenActual | null {
  const able = roles.filter((role) => answers(part, role));
  // "未完成60场，仅完成48场"
  const short = able.some(({ figure }) => figure.value < part.figure.value);
  const fitting = short ? able.filter((role) => !isDeniedTarget(part, role)) : able;
  const against = new Map(fitting.map((role) => [role, marksAgainst(part, role, years)] as const));
  const setAside = (role: FigureRole): boolean =>
    (against.get(role) ?? []).some(({ kind }) => aside.has(kind));
  let left = fitting;
  const narrow = (keep: (role: FigureRole) => boolean): void => {
    const kept = left.filter(keep);
    if (kept.length > 0) left = kept;
  };
  narrow((role) => counted.includes(role));
  narrow((role) => !role.detail && !role.statement.enclosed);
  narrow((role) => isStep(part.role) === (isStep(role) || role.from !== null));
  narrow((role) => !setAside(role));
  narrow((role) => !restates(part.figure, role.figure));
  narrow((role) => isTotal(part.role) === isTotal(role));
  const alike = left.filter((role) => compareUnits(part.figure.unit, role.figure.unit) === "same");
  narrow(({ measured }) => measured);
  narrow(({ year }) => year !== null);
  narrow((role) => compareUnits(part.figure.unit, role.figure.unit) === "same");
  const like = (role: FigureRole): number => likeness(role.noun, name);
  const best = Math.max(...left.map(like));
  if (best > 0) narrow((role) => like(role) === best);
  const [first, ...others] = left;
  if (first === undefined) return null;
  const rivals = [
    ...others,
    ...alike.filter((role) => !left.includes(role) && !isMeant(part, first, role, name)),
  ].filter((role) => isOther(part, first, role));
  const doubts: string[] = [];
  // "2条示范带完成80%建设任务": a share of the target that is not what the figure comes to.
  const share = roles.find((role) => isShare(part, first, role));
  if (share !== undefined) doubts.push(`“${share.figure.text}”与“${first.figure.text}”不一致，以哪个为准`);
  if (rivals.length > 0) {
    const choices = [first, ...rivals].slice(0, 4).map(({ figure }) => `“${figure.text}”`);
    doubts.push(`实际完成值中有${choices.join("、")}，以哪个为准`);
  }
  if (first.detail && !part.role.detail)
    doubts.push(`实际完成值“${first.statement.text}”只是其中的一部分，全部是多少`);
  if (isTotal(part.role) && !isTotal(first))
    doubts.push(`“${first.figure.text}”是否与“${part.role.statement.text}”同样累计`);
  // "28场（线上20场、线下8场）"
  const enclosed = roles.filter(
    ({ statement, figure }) => statement.enclosed && figure.unit.name === first.figure.unit.name,
  );
  const parts = tidy(enclosed.reduce((sum, { figure }) => sum + figure.value, 0));
  const isMadeOf = enclosed.length > 1 && parts === tidy(first.figure.value);
  for (const role of roles) {
    if (able.includes(role) && !fitting.includes(role)) continue;
    const marks =
      against.get(role) ??
      role.marks.filter(({ kind, word }) => role.statement.enclosed || role.detail || isOfOthers(kind, word));
    const open =
      role === first
        ? [...marks, ...role.strange.map(unreadMark)]
        : [...contradicting(part, first, role, marks, isMadeOf), ...spoiling(part, first, role)];
    doubts.push(...open.map((mark) => doubtOf(role, mark)));
  }
  return { role: first, doubts };
}

/** "未完成60场" of 60场. */
function isDeniedTarget({ figure }: TargetPart, role: FigureRole): boolean {
  const denied = role.marks.length === 1 && role.marks[0]?.kind === "deny";
  const { unit, value } = role.figure;
  return denied && unit.name === figure.unit.name && value === figure.value && role.strange.length === 0;
}

function isShare(part: TargetPart, chosen: FigureRole, { figure, statement }: FigureRole): boolean {
  if (figure.unit.name !== "%" || part.figure.unit.name === "%" || isStep(chosen)) return false;
  const said = /完成|进度|任务|目标/u.test(statement.text);
  return said && Math.abs(figure.value - chosen.figure.value / part.figure.value) > 0.01;
}

/** Another figure, or the same of another thing: "新建1个，提升1个" of 2. */
function isOther(
  part: TargetPart,
  { figure, month, noun, statement }: FigureRole,
  other: FigureRole,
): boolean {
  const [before] = statement.words;
  const [first] = other.statement.words;
  const rest = tidy(figure.value + other.figure.value) === tidy(part.figure.value);
  // "改造196户，4户搬迁" of 200.
  if (rest && other.marks.some(({ kind }) => contrary.has(kind))) return false;
  if (rest && figure.value > other.figure.value && first === "" && before !== "") return false;
  if (tidy(figure.value) !== tidy(other.figure.value) || month !== other.month) return true;
  // "30场和30场": both in one breath.
  const apart = noun !== other.noun || /^(?:[和及与加]|)$/u.test(first ?? "");
  return apart && tidy(figure.value) < tidy(part.figure.value);
}

/**
 * Of two figures of one unit this one is called what the name or the target call it, and the other is not, or this one
 * is said to be so; and the other is no later stage of fewer ("采购45台，到货43台") nor a part of the whole.
 */
function isMeant(part: TargetPart, role: FigureRole, rival: FigureRole, name: string): boolean {
  const own = (one: FigureRole, other: FigureRole): boolean =>
    pairsOf(one.noun).some((two) => name.includes(two) && !other.noun.includes(two));
  const named = own(role, rival) && !own(rival, role);
  const more = rival.figure.value >= role.figure.value && rival.figure.value >= part.figure.value;
  const rate = /[^，,;；]{2,6}[率度]$/u.exec(role.noun)?.[0];
  if (rate !== undefined && name.includes(rate) && /[率度]$/u.test(rival.noun))
    return !name.includes(rival.noun);
  const same = /[数量率额]$/u.test(role.noun) && role.noun === part.role.noun && role.noun !== rival.noun;
  return same || (more && (named || (role.measured && !rival.measured)));
}

function restates(target: Figure, figure: Figure): boolean {
  const bounded = figure.side !== null && figure.side !== "approx";
  return bounded && tidy(figure.value) === tidy(target.value);
}
