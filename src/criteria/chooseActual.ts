import type { Figure } from "../quantity/figure";
import { tidy } from "../quantity/tidy";
import { compareUnits } from "../quantity/unit";
import { isStep, type FigureRole, type Mark } from "./figureRoles";
import { likeness } from "./likeness";
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
  const before = role.statement.words[role.statement.figures.indexOf(role.figure)] ?? "";
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
  const fitting = roles.filter((role) => answers(part, role));
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
  if (isTotal(part.role) && !isTotal(first))
    doubts.push(`“${first.figure.text}”是否与“${part.role.statement.text}”同样累计`);
  for (const role of roles) {
    const marks =
      against.get(role) ??
      role.marks.filter(({ kind, word }) => role.statement.enclosed || role.detail || isOfOthers(kind, word));
    const open =
      role === first ? [...marks, ...role.strange.map(unreadMark)] : contradicting(part, first, role, marks);
    doubts.push(...open.map((mark) => doubtOf(role, mark)));
  }
  return { role: first, doubts };
}

/** Of a figure that was not chosen, what may still change the one that was. */
export function contradicting(
  part: TargetPart,
  chosen: FigureRole,
  role: FigureRole,
  marks: readonly Mark[],
): readonly Mark[] {
  // "实际54场（计划60场）" says what the plan was; "60场（含上年10场）" what is in it.
  const strange = role.strange.map(unreadMark);
  if (role.detail) {
    // "安置52人，其中新增31人" of "新增安置50人".
    const nearer = pairsOf(role.noun).filter(
      (two) => part.role.noun.includes(two) && !chosen.noun.includes(two),
    );
    return [...marks.filter(({ kind }) => kind !== "partYear"), ...strange, ...nearer.map(unreadMark)];
  }
  // "完成95场，未完成5场" of 100, "5场正在推进"; "65场，超额5场" of 60.
  const { value } = role.figure;
  const sum = tidy(chosen.figure.value + value) === tidy(part.figure.value);
  const over = tidy(chosen.figure.value - value) === tidy(part.figure.value);
  if (byOthers.test(role.statement.text)) return [unreadMark(role.statement.text)];
  if (role.statement.enclosed) {
    // "40次（系统显示38次）"
    const isSecond = role.figure.unit.name === part.figure.unit.name && value !== chosen.figure.value;
    if (isSecond && source.test(role.statement.text)) return [unreadMark(role.statement.text)];
    const asPlanned = value === part.figure.value;
    const open = marks.filter(({ kind }) => !(kind === "plan" && asPlanned) && !(sum && contrary.has(kind)));
    return [...open, ...strange];
  }
  // "新建1个，提升1个" is no comparison.
  if (isStep(role) && /[比较](?:原)?(?:计划|目标|任务)/u.test(role.statement.text) && !over && !sum)
    return [unreadMark(role.statement.text)];
  if (
    isStep(role) &&
    !isStep(part.role) &&
    role.figure.unit.name === part.figure.unit.name &&
    !/[比较]/u.test(role.statement.text)
  )
    return [unreadMark(role.statement.text)];
  return marks.filter(({ kind, word }) => {
    if (kind === "over") return !over;
    return contrary.has(kind) ? !sum : isOfOthers(kind, word);
  });
}

function isShare(part: TargetPart, chosen: FigureRole, { figure, statement }: FigureRole): boolean {
  if (figure.unit.name !== "%" || part.figure.unit.name === "%" || isStep(chosen)) return false;
  const said = /完成|进度|任务|目标/u.test(statement.text);
  return said && Math.abs(figure.value - chosen.figure.value / part.figure.value) > 0.01;
}

const pairsOf = (noun: string): readonly string[] =>
  Array.from(noun, (_, i) => noun.slice(i, i + 2)).filter((two) => two.length === 2);

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
  return noun !== other.noun && tidy(figure.value) < tidy(part.figure.value);
}

/** "另2次由街道承担" */
const byOthers = /由[^，,至到0-9]{0,4}(?:街道|[镇区市县乡村局委办]|单位|部门|学校|政府|社区)/u;
const source = /显示|核[实查定减]|认定|台账|登记|记录|复核|审计/u;

/** "另1次由下属单位开展", "除2个镇外", "上年结转": said beside the figure, and no comparison ("高于全市平均50场"). */
function isOfOthers(kind: string, word: string): boolean {
  return kind === "except" || word.endsWith("结转") || (kind === "elsewhere" && word.includes("属"));
}

const contrary: ReadonlySet<string> = new Set(["later", "deny", "rest"]);

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

const meanings: Readonly<Partial<Record<Mark["kind"], string>>> = {
  plan: "不是已经完成的数",
  deny: "是没有做到的意思",
  absent: "是没有的意思",
  later: "是以后的事",
  past: "不是考核年度的数",
  partYear: "不是全年的数",
  total: "可能是几年的累计",
  vague: "不是准确的数",
  rest: "不是已完成的部分",
  except: "有除外的部分",
  over: "只是差额",
  elsewhere: "不是本单位的数",
  rank: "是名次",
};

export const unreadMark = (word: string): Mark => ({ kind: "unread", word });

/** “计划60场”中的“计划”不是已经完成的数，实际完成多少. */
export function doubtOf({ statement }: Pick<FigureRole, "statement">, { kind, word }: Mark): string {
  return `实际完成值“${statement.text}”中的“${word}”${meanings[kind] ?? "没有读懂"}，实际完成多少`;
}

function restates(target: Figure, figure: Figure): boolean {
  const bounded = figure.side !== null && figure.side !== "approx";
  return bounded && tidy(figure.value) === tidy(target.value);
}
