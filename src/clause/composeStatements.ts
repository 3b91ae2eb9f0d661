import { deductOf } from "./readers/deduct";
import { earnedOf } from "./readers/earned";
import { formulaOf } from "./readers/formula";
import { levelsOf } from "./readers/levels";
import { meetOf } from "./readers/meet";
import { bandsOf } from "./readers/bands";
import { steppedOf } from "./readers/stepped";
import { withGates } from "./readers/gates";
import { partsBySum } from "./readers/groups";
import type { Built } from "./built";
import type { Around } from "./measures";
import { pieceOf, type Piece } from "./pieces";
import type { Reading } from "./statements";

/** One reader of pieces: the criterion that these statements make together, all of them; else null. */
type Reader = (pieces: readonly Piece[], around: Around) => Built | null;

const readers: readonly Reader[] = [steppedOf, bandsOf, formulaOf, deductOf, earnedOf, meetOf, levelsOf];

/** What the statements of one item come to: every one of them is used, or nothing is read. */
export function composeStatements(reading: Reading, around: Around): Built | null {
  const pieces = reading.statements.map((statement) => pieceOf(statement, reading, around.text));
  return withGates(pieces, around, (rest) => {
    if (!marksFit(reading, rest, around)) return null;
    return composePieces(rest, around);
  });
}

function composePieces(pieces: readonly Piece[], around: Around): Built | null {
  // Nothing else has steps that may be begun.
  const able = pieces.some(({ statement }) => statement.begun !== undefined) ? [steppedOf] : readers;
  for (const reader of able) {
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
  return marks.every((mark) => {
    if (mark.is === "veto") return true;
    if (mark.is === "begun") return pieces.some(({ statement }) => statement.begun === mark);
    if (mark.is === "mostCut") return cuts && mark.points === weight;
    if (mark.is !== "end" && mark.is !== "cap") return false;
    if (mark.is === "end" && !cuts) return false;
    return mark.points === null || weight === null || mark.points === weight;
  });
}
