import type { BandValue } from "./bandTable";
import type { Measure } from "./measure";

/** A measure of which the row needs an exact number: a stretch ("≤10%") is asked about. */
export function numberOnly(measure: Measure<BandValue>): Measure<number> {
  return {
    ...measure,
    take: (facts, context) => {
      const taken = measure.take(facts, context);
      if (taken.state !== "taken") return taken;
      const { value } = taken;
      return typeof value === "number"
        ? { ...taken, value }
        : {
            state: "open",
            needs: measure.facts.map(({ key }) => key),
            problem: `请填写准确的${measure.name}。`,
          };
    },
  };
}
