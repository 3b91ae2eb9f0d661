import { describe, expect, it } from "vitest";
import { checkExamples } from "../../src/cli/checkExamples";
import { checks } from "../../src/findings/checks";
import { applyPlan } from "../support/memoryWorkbook";
import { exampleContext, findingsOf } from "./exampleContext";
import { runChecks } from "../../src/findings/findFindings";

const all = await checkExamples(checks);

describe("能改的改法", () => {
  const fixable = checks.flatMap((check) =>
    (all.get(check.id) ?? []).flatMap((example) =>
      findingsOf(check, example.book).flatMap((finding) =>
        finding.fix === undefined ? [] : [{ check, example, fix: finding.fix, title: example.title }],
      ),
    ),
  );

  it("至少有一项检查给出改法", () => {
    expect(fixable.length).toBeGreaterThan(0);
  });

  it.each(fixable)("$title：改了以后不再提出", ({ check, example, fix }) => {
    const mended = exampleContext(example.book, (snapshot) =>
      applyPlan(snapshot, { edits: fix, expects: [] }),
    );
    expect(runChecks(mended, [check])).toEqual([]);
  });
});
