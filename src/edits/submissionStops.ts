import type { Case } from "../scorecard/case";
import type { CellAddress } from "../workbook/cell";

/** Why no 报送版 is made yet, at its cell. */
export interface SubmissionStop {
  readonly at: CellAddress;
  readonly name: string;
  /** 不一致: its cell would show other points than were worked out. */
  readonly state: "待补充" | "需人工评定" | "待确认" | "不一致";
  /** Chinese: what is to be answered, confirmed or put right. */
  readonly todo: string;
}

/** Everything that is 待补充, 需人工评定 or 待确认, from top to bottom; empty when the form can be submitted. */
export function submissionStops({ scorecard }: Case): readonly SubmissionStop[] {
  return scorecard.rows.flatMap((row): readonly SubmissionStop[] => {
    const { at, indicator: name, outcome } = row;
    if (row.points === null) {
      const state = outcome === "judgement" ? "需人工评定" : "待补充";
      const questions = row.questions.map(({ question }) => question);
      const todo = questions.length === 0 ? row.reason || "请在评分底稿补充数据。" : questions.join("");
      return [{ at, name, state, todo }];
    }
    if (row.unconfirmed === 0) return [];
    const facts = row.facts.filter(({ state }) => state === "extracted").map(({ spec }) => spec.label);
    const which = facts.length === 0 ? `${row.unconfirmed}项数据` : `“${facts.join("”“")}”`;
    return [{ at, name, state: "待确认", todo: `${which}摘自评分依据，请核对后确认。` }];
  });
}
