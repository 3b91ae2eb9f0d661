import { describe, expect, it } from "vitest";
import { scoreAgainstRule } from "../../src/findings/checks/scoreAgainstRule";
import type { ExampleRow } from "./exampleBook";
import { findingsOf } from "./exampleContext";

function severityOf(row: ExampleRow): string | null {
  return findingsOf(scoreAgainstRule, { rows: [row] })[0]?.severity ?? null;
}

/** docs/decisions/0021: 须更正 where the form itself shows a score to be wrong. */
describe("得分与评分标准不符，什么时候算须更正", () => {
  it("数写在本行的评分依据里、整格读懂了：须更正，不代改", () => {
    const row = { id: "carryover", basis: "结余结转率为13.61%。" };
    expect(severityOf(row)).toBe("须更正");
    expect(findingsOf(scoreAgainstRule, { rows: [row] })[0]?.fix).toBeUndefined();
    expect(severityOf({ id: "threePublic", basis: "“三公”经费预算安排15.32万元，实际支出18.6万元。" })).toBe(
      "须更正",
    );
  });

  it("约数、还有没读懂的话：不是", () => {
    expect(severityOf({ id: "carryover", basis: "结余结转率约为13.61%。" })).not.toBe("须更正");
    expect(severityOf({ id: "carryover", basis: "结余结转率为13.61%，数据有误。" })).not.toBe("须更正");
  });

  it("与得分相符的：没有", () => {
    expect(severityOf({ id: "carryover", basis: "结余结转率为9.61%。" })).toBeNull();
  });
});
