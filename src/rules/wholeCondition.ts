import { tidy } from "../quantity/tidy";
import type { BandValue } from "./bandTable";
import { compared } from "./formulaText";
import { valueWhen, type Measure } from "./measure";

/** A rate of 100 %: everything, not nearly everything. */
export function wholeCondition(measure: Measure<BandValue>): Measure<boolean> {
  return {
    ...measure,
    take: (given, context) => {
      const rate = measure.take(given, context);
      if (rate.state !== "taken") return rate;
      if (typeof rate.value !== "number")
        return {
          state: "open",
          needs: measure.facts.map(({ key }) => key),
          problem: `请填写准确的${measure.name}。`,
        };
      return { ...rate, value: tidy(rate.value) >= 1 };
    },
    turns: (cells, context) =>
      measure
        .turns(cells, context)
        .map((turn) =>
          turn.then.kind === "value" ? valueWhen(turn.when, compared(turn.then.expression, ">=", 1)) : turn,
        ),
  };
}
