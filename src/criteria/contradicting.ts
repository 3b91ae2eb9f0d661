import { pairsOf } from "./likeness";
import { tidy } from "../quantity/tidy";
import { compareUnits } from "../quantity/unit";
import { isStep, type FigureRole, type Mark } from "./figureRoles";
import type { TargetPart } from "./targetParts";

/** Of a figure that was not chosen, what may still change the one that was. */
export function contradicting(
  part: TargetPart,
  chosen: FigureRole,
  role: FigureRole,
  marks: readonly Mark[],
  isPart = false,
): readonly Mark[] {
  // "实际54场（计划60场）" says what the plan was; "60场（含上年10场）" what is in it.
  const strange = role.strange.map(unreadMark);
  if (role.detail) {
    // "安置52人，其中新增31人" of "新增安置50人".
    const nearer = pairsOf(role.noun).filter(
      (two) => part.role.noun.includes(two) && !chosen.noun.includes(two),
    );
    // "10个，其中7个通过验收": the others were not.
    const isFew = finished.test(role.statement.text) && !isEnough(part, role);
    const few = isFew && !finished.test(part.role.statement.text) ? [unreadMark(role.statement.text)] : [];
    return [
      ...marks.filter(({ kind }) => kind !== "partYear"),
      ...strange,
      ...nearer.map(unreadMark),
      ...few,
    ];
  }
  // "完成95场，未完成5场" of 100, "5场正在推进"; "65场，超额5场" of 60.
  const { value } = role.figure;
  const sum = tidy(chosen.figure.value + value) === tidy(part.figure.value);
  const over = tidy(chosen.figure.value - value) === tidy(part.figure.value);
  if (byOthers.test(role.statement.text)) return [unreadMark(role.statement.text)];
  if (role.statement.enclosed) {
    // "40次（系统显示38次）", "10个（验收7个）"
    const { name } = role.figure.unit;
    const isAlike = name === part.figure.unit.name || name === "";
    const isSecond = isAlike && value !== chosen.figure.value;
    const isPlain = marks.length === 0 && !isStep(role) && !isPart;
    const saysOther = source.test(role.statement.text) || (isPlain && !isEnough(part, role));
    if (isSecond && saysOther) return [unreadMark(role.statement.text)];
    const asPlanned = value === part.figure.value;
    const before = isYearBefore(chosen, role);
    const open = marks.filter(
      ({ kind }) =>
        !(kind === "plan" && asPlanned) &&
        !(sum && contrary.has(kind)) &&
        !(before && (kind === "past" || kind === "year")),
    );
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
  // "引进100人离职40人": what is said of the others in one breath.
  const isBeside = role.statement === chosen.statement && role.figure.unit.name === chosen.figure.unit.name;
  const beside = isBeside && !sum ? strange : [];
  const open = marks.filter(({ kind, word }) => {
    if (kind === "over") return !over;
    return contrary.has(kind) ? !sum : isOfOthers(kind, word) || word === "或";
  });
  return [...open, ...beside];
}

/** What makes a thing count as done. */
const finished =
  /验收|合格|完工|竣工|投用|投入使用|启用|正常(?:运行|使用)|到位|到货|交付|通过|达标|实到|成活|存活|有效/u;

/** The target is reached with this figure, too. */
function isEnough({ figure: { side, value } }: TargetPart, { figure }: FigureRole): boolean {
  const most = side === "atMost" || side === "lessThan";
  return most ? figure.value <= value : side !== "equal" && figure.value >= value;
}

/** "195人（上年188人）": what it was then, too much of this year's to be a part of it. */
function isYearBefore({ figure }: FigureRole, { figure: before, statement, noun }: FigureRole): boolean {
  const alone = /^(?:(?:上|去)年度?|20\d\d年度?)(?:同期)?[:为是]?$/u.test(statement.words[0] ?? "");
  const same = before.unit.name === figure.unit.name && noun === "" && statement.figures.length === 1;
  return alone && same && before.value > figure.value / 2;
}

/** "100%，1家未完成": something else that was not done, where all of it was to be. */
export function spoiling(part: TargetPart, chosen: FigureRole, role: FigureRole): readonly Mark[] {
  const { unit, value } = chosen.figure;
  const whole = unit.name === "%" ? value >= 1 : value >= part.figure.value;
  if (!whole || role.figure.value === 0 || compareUnits(unit, role.figure.unit) !== "unlike") return [];
  return role.marks.filter(({ kind }) => contrary.has(kind));
}

/** "另2次由街道承担" */
const byOthers = /由[^，,至到0-9]{0,4}(?:街道|[镇区市县乡村局委办]|单位|部门|学校|政府|社区)/u;
const source = /显示|核[实查定减]|认定|台账|登记|记录|复核|审计/u;

/** "另1次由下属单位开展", "除2个镇外", "上年结转": said beside the figure, and no comparison ("高于全市平均50场"). */
export function isOfOthers(kind: string, word: string): boolean {
  return kind === "except" || word.endsWith("结转") || (kind === "elsewhere" && word.includes("属"));
}

export const contrary: ReadonlySet<string> = new Set(["later", "deny", "rest"]);

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
