import type { GatheredFact } from "../facts/gatheredFact";
import type { FactValue } from "../criteria/fact";
import { withGiven, type Case } from "../scorecard/case";
import type { EditPlan } from "../workbook/edit";
import { longestText } from "../workbook/planLimits";
import { isNewer, keepValues, keptValue, refusedPlan } from "../workbook/records";
import { inExistingSheets } from "./editLedger";
import { locateTouched } from "./locateTouched";
import { layOutPaper } from "./paperLayout";
import { planWorkingPaper } from "./planWorkingPaper";
import { readRestoreRecord } from "./copiedForm";
import { keptRestore, readKept } from "./restoreRecord";
import { sameAddress } from "../workbook/cell";

/** A person's answer to one question. */
export interface FactAnswer {
  readonly factId: string;
  readonly value: FactValue;
  /** For 不涉及, points and shares; "" leaves what stands in 口径说明. */
  readonly reason?: string;
}

/** Writes answers into 评分底稿, which is made when it is missing. */
export function planFact(formCase: Case, answers: readonly FactAnswer[]): EditPlan {
  const given = new Map(
    answers.map(({ factId, value, reason }) => [
      factId,
      {
        value,
        ...(reason === undefined || reason.trim() === ""
          ? {}
          : { reason: reason.trim().slice(0, longestText) }),
      },
    ]),
  );
  return planPaper(withGiven(formCase, given), (fact) => fact);
}

/** Marks facts that were read from words as 已确认, with the value that was read. */
export function planConfirm(formCase: Case, factIds: ReadonlySet<string>): EditPlan {
  return planPaper(formCase, (fact) =>
    factIds.has(fact.id) && fact.state === "extracted" ? { ...fact, state: "confirmed" } : fact,
  );
}

function planPaper(formCase: Case, change: (fact: GatheredFact) => GatheredFact): EditPlan {
  const { snapshot, sheet, copyOf, unused, scorecard } = formCase;
  if (isNewer(snapshot)) return refusedPlan;
  // A copy is one until its formulas are its own.
  const record =
    copyOf === null ? readRestoreRecord(snapshot, sheet) : readKept(keptValue(snapshot, "restore", sheet));
  const located = locateTouched(snapshot, record.cells, sheet);
  const layout = layOutPaper(formCase);
  const asked = new Set(scorecard.rows.flatMap((row) => row.questions.map(({ factId }) => factId)));
  const facts = scorecard.rows.flatMap((row) => row.facts).map(change);
  const paper = planWorkingPaper(snapshot, sheet, layout, facts, asked, unused, located);
  const kept = record.cells.filter((cell) => !paper.entries.some(({ at }) => sameAddress(at, cell.at)));
  const restore = keptRestore({
    ...record,
    cells: [...kept, ...paper.entries],
    addedSheet: layout.isNew ? layout.sheet : record.addedSheet,
  });
  const edits = keepValues(snapshot, sheet, { restore, extracted: paper.extracted });
  return { edits: [...paper.edits, ...edits], expects: inExistingSheets(snapshot, paper.expects) };
}
