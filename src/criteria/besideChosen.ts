import { tidy } from "../quantity/tidy";
import { compareUnits } from "../quantity/unit";
import { changeDoubt } from "./changes";
import { pairsOf } from "./likeness";
import { wordsBefore, type FigureRole, type SideRoles } from "./figureRoles";
import type { TargetPart } from "./targetParts";

interface Pair {
  readonly part: TargetPart;
  readonly role: FigureRole;
}

/** Doubts (Chinese) of figures that neither side was measured by and that may decide all the same. */
export function besideChosen(
  asked: SideRoles,
  given: SideRoles,
  pairs: readonly Pair[],
  measured: readonly FigureRole[],
): readonly string[] {
  const isMeasured = (role: FigureRole): boolean =>
    measured.includes(role) || pairs.some(({ part }) => part.role.figure === role.figure);
  const details = asked.roles.filter((role) => !isMeasured(role));
  const rest = given.roles.filter((one) => !pairs.some(({ role }) => role.figure === one.figure));
  // "5场（线上2场、线下3场）" of "4场": what it is made of, and nothing of that is said of the other.
  const sum = details.reduce((all, { figure }) => tidy(all + figure.value), 0);
  const isMadeOf =
    rest.length === 0 && details.length > 1 && pairs.some(({ part }) => part.figure.value === sum);
  // "≥90%（批复数90%）": the same again.
  const isNew = ({ figure, statement }: FigureRole): boolean =>
    !statement.enclosed ||
    !pairs.some(
      ({ part }) =>
        part.figure.value === figure.value && compareUnits(part.figure.unit, figure.unit) === "same",
    );
  return [
    ...(isMadeOf ? [] : details.filter(isNew).flatMap((role) => unmetDetail(role, rest))),
    ...pairs.flatMap((pair) => [
      ...fromBeginning(pair, asked.roles, given.roles),
      ...ofBudget(pair),
      ...changeOrStock(pair),
      ...wholeOrPart(pair, given.roles),
    ]),
  ];
}

/** What a figure in brackets surely is no target of: of another time, the rest of it. */
const settled: ReadonlySet<string> = new Set("past later rest total month actual".split(" "));

/** "10项，其中发明专利3项": what is said of a part has to be met as well. */
function unmetDetail(detail: FigureRole, done: readonly FigureRole[]): readonly string[] {
  const { figure, statement, noun } = detail;
  // "≥90%（中期调整为95%）": the target itself, perhaps.
  const isOfTarget = statement.enclosed && detail.marks.every(({ kind }) => !settled.has(kind));
  if (!isDetail(detail) || (detail.marks.length > 0 && !isOfTarget) || detail.per.length > 0) return [];
  // "≥4.5分（满分5分）": the scale, no part.
  if (figure.unit.name === "分" && /^[满总]分/u.test(statement.text)) return [];
  if (figure.value === 0 || figure.side === "atMost" || figure.side === "lessThan") return [];
  const alike = (role: FigureRole): boolean =>
    compareUnits(figure.unit, role.figure.unit) !== "unlike" &&
    (noun === role.noun || pairsOf(noun).some((two) => role.noun.includes(two)));
  const met = done.some((role) => alike(role) && role.figure.value >= figure.value);
  return met ? [] : [`目标值中的“${statement.text}”是否做到`];
}

function isDetail({ detail, statement }: FigureRole): boolean {
  return detail || statement.enclosed || /^(?:其中|含|包括)/u.test(statement.text);
}

/** "新增92个，累计100个" of 100个: of this year, or of all years? */
function fromBeginning(
  { part, role }: Pair,
  wanted: readonly FigureRole[],
  done: readonly FigureRole[],
): readonly string[] {
  const isTotal = ({ marks }: FigureRole): boolean => marks.some(({ kind }) => kind === "total");
  if (wanted.some(isTotal) || part.role.year !== null || role.figure.value >= part.figure.value) return [];
  const total = done.find(
    (one) =>
      one !== role &&
      isTotal(one) &&
      compareUnits(part.figure.unit, one.figure.unit) === "same" &&
      one.figure.value >= part.figure.value,
  );
  return total === undefined
    ? []
    : [`目标值“${part.figure.text}”是当年的还是累计的（实际完成值中有“${total.figure.text}”）`];
}

/** "预算120万元": as much as may be spent, or as has to be? */
function ofBudget({ part: { role, figure }, role: actual }: Pair): readonly string[] {
  const before = wordsBefore(role);
  const isOpen = figure.side === null && figure.high === null && actual.figure.value !== figure.value;
  return isOpen &&
    /元$/u.test(figure.unit.name) &&
    /(?:预算|概算|限额)(?:数|额|金额|总额|安排|资金)?(?:为|是)?$/u.test(before)
    ? [`目标值“${role.statement.text}”是“不低于”还是“不高于”`]
    : [];
}

const changed = /^(?:(减少|降低|节[约省]|[压削]减)|[新净]增|增加)了?(.{2,12})$/u;

/** 减少排放100吨 of 排放100吨, 新增床位100张 of 床位达到100张: by so much, or so much of it? */
function changeOrStock({ part, role: actual }: Pair): readonly string[] {
  const done = wordsBefore(actual);
  const [, fewer, named] = changed.exec(wordsBefore(part.role)) ?? [];
  if (named === undefined || !done.includes(named) || /[减降节省压削增]/u.test(done)) return [];
  const isOpen = fewer !== undefined || /达到?|总|共有|[现保]有|存量/u.test(done.replace(named, ""));
  return isOpen ? [changeDoubt(part.role, actual)] : [];
}

/** 其中核心期刊3篇 of 发表论文5篇，其中核心期刊2篇: the part is asked for, and the whole was taken. */
function wholeOrPart({ part, role: actual }: Pair, done: readonly FigureRole[]): readonly string[] {
  const isPart = isDetail(part.role) && !isDetail(actual) && done.some(isDetail);
  return isPart ? [`实际完成值是否为“${actual.figure.text}”`] : [];
}
