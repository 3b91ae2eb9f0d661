import type { Criterion, DeductCriterion } from "../criteria/criterion";
import { deductOf } from "./readers/deduct";
import { earnedOf } from "./readers/earned";
import { deviatingOf } from "./readers/deviating";
import { enumeratedOf } from "./readers/enumerated";
import { escalatedOf } from "./readers/escalated";
import { formulaOf } from "./readers/formula";
import { levelsOf } from "./readers/levels";
import { meetOf } from "./readers/meet";
import { bandsOf } from "./readers/bands";
import { steppedOf } from "./readers/stepped";
import { toTargetOf } from "./readers/toTarget";
import { withGates } from "./readers/gates";
import { partsBySum } from "./readers/groups";
import { begunStepIn, withBegun } from "./begunStep";
import type { Built } from "./built";
import type { Around } from "./measures";
import { pieceOf, type Piece } from "./pieces";
import type { Reading } from "./statements";

/** One reader of pieces: the criterion that these statements make together, all of them; else null. */
type Reader = (pieces: readonly Piece[], around: Around) => Built | null;

const readers: readonly Reader[] = [
  steppedOf,
  bandsOf,
  formulaOf,
  toTargetOf,
  deviatingOf,
  enumeratedOf,
  escalatedOf,
  deductOf,
  earnedOf,
  meetOf,
  levelsOf,
];

/** What the statements of one item come to: every one of them is used, or nothing is read. */
export function composeStatements(reading: Reading, around: Around): Built | null {
  const pieces = reading.statements.map((statement) => pieceOf(statement, reading, around.text));
  return withGates(pieces, around, (rest) => {
    if (!marksFit(reading, rest, around)) return null;
    const built = composePieces(rest, around);
    const most = built === null ? null : withMost(built, reading, around);
    const [begun, ...more] = reading.contexts.flatMap(({ from, to }) => {
      const step = begunStepIn(around.text.slice(from, to));
      return step === null ? [] : [step];
    });
    if (most === null || begun === undefined) return most;
    return more.length > 0 ? null : withBegun(most, begun);
  });
}

/** 最多扣3分 of 6: what one kind of cut may cost; of several kinds the text does not say whose end it is. */
function withMost(built: Built, { marks }: Reading, { weight }: Around): Built | null {
  const ends = marks.flatMap((mark) =>
    mark.is === "mostCut" && mark.points !== weight ? [mark.points] : [],
  );
  const [most, ...more] = ends;
  if (most === undefined) return built;
  const { criterion } = built;
  if (more.length > 0 || !(criterion.kind === "stepped" || isOneKind(criterion))) return null;
  return { ...built, criterion: { ...criterion, most } };
}

function isOneKind(criterion: Criterion): criterion is DeductCriterion {
  return criterion.kind === "deduct" && criterion.items.length === 1;
}

function composePieces(pieces: readonly Piece[], around: Around): Built | null {
  for (const reader of readers) {
    const built = reader(pieces, around);
    if (built !== null) return built;
  }
  return partsBySum(pieces, around, composePieces);
}

/** 扣完为止 needs something that is deducted, a cap is that of the points to be had. */
function marksFit({ marks }: Reading, pieces: readonly Piece[], { weight }: Around): boolean {
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
    return mark.points === null || weight === null || mark.points === weight;
  });
}
