import { describe, expect, it } from "vitest";
import { checks } from "../../src/findings/checks";
import { examplesOf } from "./checkExamples";

const fewest = { told: 3, silent: 5 };

describe("例子", () => {
  it.each(checks.map(({ id }) => id))("%s：至少三个会提出的、五个不提出的", (id) => {
    const examples = examplesOf(id);
    const told = examples.filter(({ finds }) => finds > 0).length;
    expect(told).toBeGreaterThanOrEqual(fewest.told);
    expect(examples.length - told).toBeGreaterThanOrEqual(fewest.silent);
  });
});
