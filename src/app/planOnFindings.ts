import { planFindingMarks, planFindingsSheet } from "../edits/planFindings";
import { planMend, planUnmend } from "../edits/planMend";
import { findFindings, type FindingOptions } from "../findings/findFindings";
import type { Finding } from "../findings/finding";
import type { Case } from "../scorecard/case";
import { a1, cellKey } from "../workbook/cell";
import { fail, succeed, type Outcome, type Problem } from "../workbook/port";
import type { FindingsChange, Planned, SeenFix } from "./planChange";

/** What a change writes of what 报送前自查 finds. */
export function planOnFindings(
  change: FindingsChange,
  formCase: Case,
  beside: FindingOptions = {},
): Outcome<Planned> {
  if (change.kind === "unmend") {
    const plan = planUnmend(formCase, change.mended);
    return plan === null ? fail(changedSince) : succeed({ plan, mended: null, done: "已撤销改正" });
  }
  const findings = findFindings(formCase, beside);
  switch (change.kind) {
    case "markFindings":
      return succeed({ plan: planFindingMarks(formCase, findings), done: null });
    case "exportFindings":
      return succeed({ plan: planFindingsSheet(formCase, findings), done: "已导出到工作表“自查问题清单”" });
    case "mendFindings":
      return planSeen(formCase, change.fixes, findings);
  }
}

/** All of what a person saw, or nothing: where it would be another fix now, it is to be looked at again. */
function planSeen(formCase: Case, seen: readonly SeenFix[], findings: readonly Finding[]): Outcome<Planned> {
  if (formCase.copyOf !== null) return fail(ofCopy(formCase.copyOf));
  const now = new Map(findings.map(({ key, fix }) => [key, JSON.stringify(fix)]));
  const stale = seen.find(({ key, fix }) => now.get(key) !== JSON.stringify(fix));
  if (stale !== undefined) return fail(seenOtherwise(stale));
  const cells = new Map(seen.flatMap(({ fix }) => fix.map((one) => [cellKey(one.at), one])));
  const { plan, mended } = planMend(formCase, Array.from(cells.values()));
  return succeed({ plan, mended, done: `已改正${mended.length}格；可以撤销，“恢复原表”也会还原` });
}

function seenOtherwise({ fix: [first] }: SeenFix): Problem {
  return {
    code: "changedMeanwhile",
    what: "没有改正，表格没有改动。",
    why: `${first === undefined ? "表格" : `${a1(first.at)}或者与它有关的单元格`}在预览之后有变动。`,
    todo: "已重新自查，请看过新的预览再采用。",
    ...(first === undefined ? {} : { at: first.at }),
  };
}

const changedSince: Problem = {
  code: "changedMeanwhile",
  what: "没有撤销，表格没有改动。",
  why: "改正过的单元格后来又有变动。",
  todo: "需要原来的内容时，请用“恢复原表”逐格确认。",
};

function ofCopy(original: string): Problem {
  return {
    code: "noForm",
    what: "没有改正，表格没有改动。",
    why: `这张表是“${original}”的副本。`,
    todo: "请先对它“计算得分”，再自查、改正。",
  };
}
