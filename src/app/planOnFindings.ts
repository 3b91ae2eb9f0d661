import { planFindingMarks, planFindingsSheet } from "../edits/planFindings";
import { findFindings } from "../findings/findFindings";
import type { Case } from "../scorecard/case";
import type { FindingsChange, Planned } from "./planChange";

/** What a change writes of what 报送前自查 finds. */
export function planOnFindings(
  { kind }: FindingsChange,
  formCase: Case,
  report: string | null = null,
): Planned {
  const findings = findFindings(formCase, { report });
  return kind === "markFindings"
    ? { plan: planFindingMarks(formCase, findings), done: null }
    : { plan: planFindingsSheet(formCase, findings), done: "已导出到工作表“自查问题清单”" };
}
