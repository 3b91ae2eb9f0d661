import type { CriterionLevel } from "../../criteria/criterion";
import { asking, labelWords, merged, type Built } from "../built";
import { isMore } from "./kept";
import { isOfOtherYear } from "../leaning";
import { prefixed, type Around } from "../measures";
import type { Piece } from "../pieces";

/** G8: 明显改善得20分，有所改善得12分，无改善不得分; a level with a range is a person's to place. */
export function levelsOf(pieces: readonly Piece[], around: Around): Built | null {
  if (pieces.length < 2 || around.weight === null || around.weight <= 0) return null;
  // A stretch of a value is no level by its words, nor is what has a figure that was not read.
  if (pieces.some(({ condition, statement }) => condition.of === "range" || hasFigure(statement)))
    return null;
  const levels: CriterionLevel[] = [];
  const shown = withoutSubject(pieces.map(({ words }) => labelWords(words)));
  for (const [index, piece] of pieces.entries()) {
    if (piece.each !== null || piece.veto) return null;
    const name = piece.condition.of === "else" ? "其他" : (shown[index] ?? "");
    const share = shareOf(piece, around.weight);
    if (name === "" || share === null || (piece.condition.of === "else" && index < pieces.length - 1))
      return null;
    levels.push({ name, ...share, toIncluded: true, clause: piece.clause });
  }
  // 公开不及时扣1分，公开不完整扣1分: each for itself, no grades of one thing.
  const cuts = pieces.filter(({ statement: { what } }) => what.gives === "cut" || what.gives === "cutShare");
  if (cuts.length > 1 && !cuts.every(({ words }) => degrees.test(labelWords(words)))) return null;
  const names = new Set(levels.map(({ name }) => name));
  // Two alike, or none better than another: these are no levels of one thing.
  if (names.size < levels.length || levels.every(({ to }) => to === levels[0]?.to)) return null;
  if (Math.max(...levels.map(({ to }) => to)) < 1 - 1e-9) return null;
  if (areDeeds(levels)) return null;
  // 连续三年优秀得满分 beside 优秀得5分: a case of its own that gives as much.
  if (
    levels.some((level) => isMore(level.name) && levels.some((one) => one !== level && one.to === level.to))
  )
    return null;
  if (!isDescending(levels) || !areOfOneKind(pieces) || !areOfOneScale(pieces, levels)) return null;
  const level = asking("tier", prefixed(around.name, around), "", {
    choices: levels.map(({ name }) => name),
  });
  const open = levels.some(({ from, to }) => from !== to);
  const share = open
    ? asking("rate", prefixed(`${around.name}评定比例`, around), "%", { standIn: true })
    : null;
  return {
    criterion: { kind: "levels", level: level.key, ...(share === null ? {} : { share: share.key }), levels },
    asked: share === null ? level.asked : merged(level.asked, share.asked),
  };
}

function hasFigure({ condition }: Piece["statement"]): boolean {
  return condition.some(({ is }) => is === "number" || is === "each");
}

function shareOf(
  { statement: { what } }: Piece,
  weight: number,
): { readonly from: number; readonly to: number } | null {
  switch (what.gives) {
    case "points":
    case "own":
      return what.points > weight ? null : { from: what.points / weight, to: what.points / weight };
    case "share":
      return { from: what.share, to: what.share };
    case "range":
      return what.from > what.to || what.to > weight
        ? null
        : { from: what.from / weight, to: what.to / weight };
    case "cut":
      return what.points > weight ? null : { from: 1 - what.points / weight, to: 1 - what.points / weight };
    case "cutShare":
      return { from: 1 - what.share, to: 1 - what.share };
    case "formula":
    case "judged":
    case "pointsEach":
    case "interpolated":
    case "proportion":
      return null;
  }
}

/** 按时提交得1分；内容完整得1分；新设单位得满分: what can both be so and then makes the whole are no grades of one thing. */
function areDeeds(levels: readonly CriterionLevel[]): boolean {
  const some = levels.filter(
    ({ name, to }) => to > 0 && to < 1 - 1e-9 && !graded.test(name) && !degrees.test(name),
  );
  const sum = some.reduce((all, { to }) => all + to, 0);
  return some.length > 1 && (Math.abs(sum - 1) < 1e-9 || some.every(({ to }) => to === some[0]?.to));
}

const degrees = /^(?:基本|比较|较为|较|不够|不|未|一般|部分|有所|明显|无|欠|没有|显著|略有|非常|很)/u;

/** How much, in front of what a level says: it belongs to the level, not to its subject. */
const howMuch =
  /(?:明显|显著|大幅度?|全面|全部|完全|非常|高度|充分|十分|极[大其为]|[较很更]大?|进一步|持续|普遍|稳步|切实|有效|圆满|严格|认真|积极|及时|按[时期]|[足全]额|[均都已全]|总体|整体|基本|比较|较为|特别|更加|逐步|不断|连续|真正|深入|广泛|良好)$/u;

/** 机制健全、基本健全、不健全: the first names its subject, the others only how much of it. 生态环境明显改善: it does both. */
function withoutSubject(names: readonly string[]): readonly string[] {
  const [first = "", ...others] = names;
  const [, own] = namedGrade.exec(first) ?? [];
  if (own !== undefined && others.length > 0 && others.every((name) => grade.test(name)))
    return [own, ...others];
  if (degrees.test(first) || others.length === 0 || !others.every((name) => degrees.test(name))) return names;
  const cores = new Set(others.map((name) => name.replace(degrees, "")));
  const [core = ""] = cores;
  const subject = first.slice(0, first.length - core.length);
  const isSubject =
    first.endsWith(core) && !/[且并,、]|同时|不[低高]于/u.test(subject) && !isOfOtherYear(subject);
  if (cores.size !== 1 || core === "" || !isSubject) return names;
  return [(howMuch.exec(subject)?.[0] ?? "") + core, ...others];
}

/**
 * Levels are printed from the best to the worst, or the other way round. One that gives what its neighbour gives is another
 * only where it speaks of the same (明显改善, 有所改善), not of 未公开 behind 差, or of 涉密部门 in front.
 */
function isDescending(levels: readonly CriterionLevel[]): boolean {
  const steps = levels.slice(1).map(({ to, name }, index) => {
    const before = levels[index];
    return { by: to - (before?.to ?? to), alike: sharesWord(name, before?.name ?? "") };
  });
  if (steps.some(({ by, alike }) => Math.abs(by) < 1e-9 && !alike)) return false;
  return steps.every(({ by }) => by < 1e-9) || steps.every(({ by }) => by > -1e-9);
}

/** Of more than two levels each but the best says how much of what the others speak of: 资料不全 beside 效果较好 is none. */
function areOfOneScale(pieces: readonly Piece[], levels: readonly CriterionLevel[]): boolean {
  const best = Math.max(...levels.map(({ to }) => to));
  const own = levels.filter((_, index) => pieces[index]?.condition.of !== "else");
  return (
    (levels.length === 2 && /^(?:存在|有|发生|出现)/u.test(levels[1]?.name ?? "")) ||
    own.every(
      ({ name, to }) =>
        to === best ||
        graded.test(name) ||
        own.some((other) => other.name !== name && sharesWord(name, other.name)),
    )
  );
}

/** Words of one scale that share no characters. */
const grade = /^(?:评[为定])?(?:优秀?|良好?|中等?|好|一般|合格|及格|不合格|不及格|较[好差]|差)$/u;
/** 评价结果为优 beside 良, 中, 差: 优. */
const namedGrade = /^[^,、且并或]{0,20}(?:评[为定]|为|达到|属于?)(优秀?|良好?|好|合格|及格)$/u;
/** 考核等次为优秀, 同比持平, A档: it ends with a word of a scale. */
const graded =
  /(?:优秀?|良好?|(?:^|为)[中差]等?|(?:^|较|为)好|一般|合格|及格|较[好差]|很[好差]|显著|明显|下降|上升|增长|持平|不变|[A-Da-d一二三四甲乙丙丁][档级类等])$/u;

function sharesWord(one: string, other: string): boolean {
  if (grade.test(one) && grade.test(other)) return true;
  return Array.from({ length: Math.max(0, one.length - 1) }, (_, at) => one.slice(at, at + 2)).some((pair) =>
    other.includes(pair),
  );
}

/** Between levels that say their points stands none that says what is taken off, or half: 未按时报送的扣2分. */
function areOfOneKind(pieces: readonly Piece[]): boolean {
  const given = pieces.map(({ statement: { what } }) => what);
  const pointed = given.filter((what) => what.gives === "points" && what.points > 0).length;
  const cuts = given.some(({ gives }) => gives === "cut" || gives === "cutShare");
  const halves = given.some((what) => what.gives === "share" && what.share > 0 && what.share < 1);
  return !(pointed > 0 && cuts) && !(pointed > 1 && halves);
}
