import type { CompletionRate } from "../criteria/completionRate";
import { isLate } from "../criteria/deadline";
import { percentWords } from "../criteria/words";
import type { Goal } from "../form/form";
import { tidy } from "../quantity/tidy";
import { goalReading, namedIn, withOwnSign } from "../scorecard/goalReading";
import type { CheckedRow, FindingContext } from "./finding";

/** A row of the form with its target and its actual; the row of the money is none. */
interface CheckedGoal {
  readonly row: CheckedRow;
  readonly name: string;
  readonly goal: Goal;
  readonly reading: CompletionRate;
  /** How what was achieved falls short: "完成率93%"; false: it does not; null: nobody knows. */
  readonly missed: string | false | null;
}

export function goalsOf({ rows, form }: Pick<FindingContext, "rows" | "form">): readonly CheckedGoal[] {
  const prose = form.head.goalResult?.value ?? "";
  return rows.flatMap((row): CheckedGoal | [] => {
    const { goal, name } = row.indicator;
    if (goal === null || row.indicator.row === form.fund?.row) return [];
    const named = { ...namedIn(form.head, row.indicator), prose };
    const reading = goalReading(withOwnSign(goal, named), named);
    return { row, name: name.value, goal, reading, missed: missedBy(goal, reading) };
  });
}

function missedBy({ target, actual }: Goal, reading: CompletionRate): CheckedGoal["missed"] {
  if (isLate(String(target.content ?? ""), String(actual.content ?? ""))) return "实际完成的日期晚于目标日期";
  if (reading.outcome !== "rate" || reading.certainty === "unsure") return null;
  return !reading.met && `完成率${percentWords(tidy(Number(reading.rate.toFixed(6))))}`;
}
