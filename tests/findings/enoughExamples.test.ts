import { describe, expect, it } from "vitest";
import { checks } from "../../src/findings/checks";
import { examplesOf } from "./checkExamples";
import exempt from "./tooFewExamples.json";

const fewest = { told: 3, silent: 5 };

function hasEnough(check: string): boolean {
  const examples = examplesOf(check);
  const told = examples.filter(({ finds }) => finds > 0).length;
  return told >= fewest.told && examples.length - told >= fewest.silent;
}

describe("每项检查至少三个会提出的、五个不提出的例子", () => {
  it("没有写够的，只有名单上的", () => {
    const lacking = checks.flatMap(({ id }) => (hasEnough(id) || exempt.includes(id) ? [] : id));
    expect(lacking).toEqual([]);
  });

  it("名单（tooFewExamples.json）只减不增：写够了的、不再有的请划去", () => {
    const ids = checks.map(({ id }) => id);
    expect(exempt.filter((id) => !ids.includes(id) || hasEnough(id))).toEqual([]);
    expect(exempt).toEqual([...new Set(exempt)].sort());
    // As many as when the list was made.
    expect(exempt.length).toBeLessThanOrEqual(60);
  });
});
