import { describe, expect, it } from "vitest";
import { checks } from "../../src/findings/checks";
import { applyPlan } from "../support/memoryWorkbook";
import { examplesOf } from "./checkExamples";
import { exampleContext, findingsOf } from "./exampleContext";
import { runChecks } from "../../src/findings/findFindings";

describe("能改的改法", () => {
  const fixable = checks.flatMap((check) =>
    examplesOf(check.id).flatMap((example) =>
      findingsOf(check, example.book).flatMap((finding) =>
        finding.fix === undefined ? [] : [{ check, example, fix: finding.fix, title: example.title }],
      ),
    ),
  );

  it("至少有一项检查给出改法", () => {
    expect(fixable.length).toBeGreaterThan(0);
  });

  it.each(fixable)("$title：改了以后不再提出", ({ check, example, fix }) => {
    const mended = exampleContext(example.book, {
      change: (snapshot) => applyPlan(snapshot, { edits: fix, expects: [] }),
    });
    expect(runChecks(mended, [check])).toEqual([]);
  });
});
