import { comparedOf } from "./readers/compared";
import { deductOf } from "./readers/deduct";
import { defectsOf } from "./readers/defects";
import { earnedOf } from "./readers/earned";
import { deviatingOf } from "./readers/deviating";
import { enumeratedOf } from "./readers/enumerated";
import { escalatedOf } from "./readers/escalated";
import { formulaOf } from "./readers/formula";
import { levelsOf } from "./readers/levels";
import { meetOf } from "./readers/meet";
import { bandsOf } from "./readers/bands";
import { steppedOf } from "./readers/stepped";
import { withMost } from "./readers/mostCut";
import { isOtherProportion } from "./readers/otherProportion";
import { toTargetOf } from "./readers/toTarget";
import { withGates } from "./readers/gates";
import { partsBySum } from "./readers/groups";
import { begunStepIn, withBegun } from "./begunStep";
import type { Built } from "./built";
import type { Around } from "./measures";
import { pieceOf, type Piece } from "./pieces";
import { ofPrinted } from "./ofPrinted";
import { pointsIn } from "./readItems";
import type { Reading } from "./statements";

/** One reader of pieces: the criterion that these statements make together, all of them; else null. */
type Reader = (pieces: readonly Piece[], around: Around) => Built | null;

const readers: readonly Reader[] = [
  steppedOf,
  bandsOf,
  comparedOf,
  formulaOf,
  toTargetOf,
  deviatingOf,
  enumeratedOf,
  escalatedOf,
  deductOf,
  defectsOf,
  earnedOf,
  meetOf,
  levelsOf,
];

/** What the statements of one item come to: every one of them is used, or nothing is read. */
export function composeStatements(reading: Reading, around: Around): Built | null {
  const pieces = reading.statements.map((statement) => {
    const piece = pieceOf(statement, reading, around.text);
    return { ...piece, condition: ofPrinted(piece.condition, around.target ?? null) };
  });
  return withGates(pieces, around, (rest) => {
    if (!marksFit(reading, rest, around)) return null;
    // Several ends: each of its own part.
    const ends = reading.marks.filter(({ is }) => is === "mostCut");
    const built = ends.length > 1 ? partsBySum(rest, around, composePieces) : composePieces(rest, around);
    // Of levels nothing is deducted until nothing is left.
    const isLevels = built?.criterion.kind === "levels" && reading.marks.some(({ is }) => is === "end");
    const most = built === null || isLevels ? null : limited(built, reading, around);
    const said = reading.contexts.map(({ from, to }) => begunStepIn(around.text.slice(from, to)));
    const [begun, ...more] = [...said, ...rest.map(({ each }) => each?.begun ?? null)].filter(
      (step) => step !== null,
    );
    if (most === null || begun === undefined) return most;
    return more.length > 0 ? null : withBegun(most, begun);
  });
}

/** Of one kind of cut the most it may cost; parts have taken theirs already. */
function limited(built: Built, { marks, statements }: Reading, { weight }: Around): Built | null {
  const ends = marks.flatMap((mark) => (mark.is === "mostCut" ? [mark.points] : []));
  const [most, ...more] = ends;
  if (built.criterion.kind === "parts")
    return statements.filter((one) => one.most !== undefined).length === ends.length ? built : null;
  if (most === undefined || (most === weight && more.length === 0)) return built;
  return more.length > 0 ? null : withMost(built, most);
}

function composePieces(pieces: readonly Piece[], around: Around): Built | null {
  if (!sidesFit(pieces) || pieces.some(isUnreadStep) || pieces.some(isOfSome)) return null;
  if (pieces.some((piece) => isOtherProportion(piece, pieces, around))) return null;
  for (const reader of readers) {
    const built = reader(pieces, around);
    if (built !== null) return built;
  }
  return partsBySum(pieces, around, composePieces);
}

/** 低于60%的部分不得分, 低于90%的项目不得分: some of what the row measures has the points, not the whole of it. */
function isOfSome({ each, words }: Piece): boolean {
  return (
    each === null &&
    /\d%?(?:\([^()]*\))?(?:及?以[上下内外])?的?(?:部分|[子分]?项目|任务|资金|月份|季度)的?$/u.test(words)
  );
}

/** 从总分中扣2分: of the whole sheet, not of this row. */
const ofWholeSheet =
  /[从在][^,;。]{0,6}(?:总(?:得|评)?分|总成绩|(?:综合|最终|评价|考核)得分)(?:值)?[中里内]?$/u;

/** What each of something costs, where it was not read of what: 每年未开展的扣1分. */
function isUnreadStep({ each, words, statement: { what, condition } }: Piece): boolean {
  const isCut = what.gives === "cut" || what.gives === "cutShare";
  return isCut && ((each === null && condition.some(({ is }) => is === "each")) || ofWholeSheet.test(words));
}

/** 超过的不得分 behind ≤5%得2分; behind a bound from below it says something else. */
function sidesFit(pieces: readonly Piece[]): boolean {
  return pieces.every(({ condition, each }, index) => {
    // Before steps only that the bound is missed.
    if (each !== null || condition.of !== "else" || condition.side === undefined) return true;
    const before = pieces[index - 1]?.condition;
    if (before?.of === "against")
      return condition.side === "above" ? /[≤<]/u.test(before.sign) : /[≥>]/u.test(before.sign);
    if (before?.of !== "range") return false;
    const { from, to } = before.interval;
    return condition.side === "above" ? from === null && to !== null : to === null && from !== null;
  });
}

/** 扣完为止 needs something that is deducted, a cap is that of the points to be had. */
export function marksFit({ marks }: Reading, pieces: readonly Piece[], { weight }: Around): boolean {
  const cuts = pieces.some(
    ({ each, statement }) =>
      each !== null || statement.what.gives === "cut" || statement.what.gives === "cutShare",
  );
  const falls = pieces.some(({ statement: { what } }) => what.gives === "formula");
  return marks.every((mark) => {
    if (mark.is === "veto") return true;
    if (mark.is === "mostCut") return cuts && (weight === null || mark.points <= weight);
    if (mark.is !== "end" && mark.is !== "cap") return false;
    // 最低为0分 of a formula says what is so anyhow.
    if (mark.is === "end" && !cuts && !falls) return false;
    if (mark.points === null || mark.points === weight) return true;
    const { points } = mark;
    return (
      weight === null &&
      pieces.every(({ statement }) => pointsIn(statement.what).every((one) => one <= points))
    );
  });
}
