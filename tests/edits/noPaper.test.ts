import { describe, expect, it } from "vitest";
import { planFact } from "../../src/edits/planFact";
import { planScoring } from "../../src/edits/planScoring";
import { workingPapers } from "../../src/facts/workingPaper";
import { readCases } from "../../src/scorecard/case";
import { planRestore } from "../../src/edits/planRestore";
import type { Snapshot } from "../../src/workbook/snapshot";
import { workbookOf } from "../support/grid";
import { applyPlan } from "../support/memoryWorkbook";
import { projectForm } from "../support/projectForms";
import { recalculated } from "../support/scored";

/*
 * Target and actual of a project form stand in the form: where nothing else is asked it gets no 评分底稿.
 */

function caseOf(snapshot: Snapshot, sheet = "项目") {
  const { main } = readCases(snapshot, { sheet });
  if (main === null) throw new Error("no form");
  return main;
}

const scored = (snapshot: Snapshot, sheet = "项目"): Snapshot =>
  recalculated(applyPlan(snapshot, planScoring(caseOf(snapshot, sheet))));

describe("什么都不用问的项目表没有评分底稿", () => {
  const plain = workbookOf([projectForm()]);

  it("得分照写，只写在自己的表里，再算一遍什么也不改", () => {
    const after = scored(plain);
    expect(after.sheets.map(({ name }) => name)).toEqual(["项目"]);
    expect(caseOf(after).scorecard).toMatchObject({ total: 99.5, openPoints: 0 });
    expect(planScoring(caseOf(after)).edits).toEqual([]);
  });

  it("恢复原表", () => {
    const after = scored(plain);
    const restored = recalculated(applyPlan(after, planRestore(caseOf(after)).plan));
    expect(restored.sheets).toEqual(plain.sheets);
  });

  it("以后有一项要问，再建底稿；答过的留着", () => {
    const asked = scored(workbookOf([projectForm({ effect: "有所改善" })]));
    expect(workingPapers(asked).map(({ sheet }) => sheet.name)).toEqual(["评分底稿"]);
    const formCase = caseOf(scored(plain));
    const [fact] = formCase.scorecard.rows.flatMap(({ facts }) => facts);
    const answered = applyPlan(
      formCase.snapshot,
      planFact(formCase, [{ factId: fact?.id ?? "", value: 0.5 }]),
    );
    expect(workingPapers(scored(answered))).toHaveLength(1);
  });

  it("两张表里只有一张要问：只有它有底稿", () => {
    const book = workbookOf([projectForm(), projectForm({ name: "乙", effect: "有所改善" })]);
    const after = scored(scored(book, "乙"));
    expect(after.sheets.map(({ name }) => name)).toEqual(["项目", "乙", "评分底稿"]);
    expect(caseOf(after).scorecard.openPoints).toBe(0);
    expect(caseOf(after, "乙").scorecard.openPoints).toBe(30);
  });
});
