import fc from "fast-check";
import { expect, it } from "vitest";
import { officeWorkbook } from "../../src/adapters/office/officeWorkbook";
import { planFact } from "../../src/edits/planFact";
import { planRestore } from "../../src/edits/planRestore";
import { planScoring } from "../../src/edits/planScoring";
import { paperOf } from "../../src/facts/paperOf";
import { readCases, type Case } from "../../src/scorecard/case";
import type { EditPlan } from "../../src/workbook/edit";
import { findSheet, type Snapshot } from "../../src/workbook/snapshot";
import { copySheet } from "../support/asExcelWould";
import { bookOfSnapshot } from "../support/fakeExcel/bookOfSnapshot";
import { calculateBook } from "../support/fakeExcel/calculateBook";
import { fakeHost } from "../support/fakeExcel/fakeHost";
import { loadClient } from "../support/fakeExcel/loadClient";
import { workbookOf } from "../support/grid";
import { applyPlan } from "../support/memoryWorkbook";
import { otherBasis, otherEdition, otherForm } from "../support/otherPlace";
import { recalculated } from "../support/scored";

/* Two forms and a copy of one that was scored, through the client that Excel itself runs. */

const editions = [otherEdition];
const caseOf = (snapshot: Snapshot, sheet: string): Case => {
  const { main } = readCases(snapshot, { editions, sheet });
  if (main === null) throw new Error(sheet);
  return main;
};

const plans: readonly ((formCase: Case, n: number) => EditPlan)[] = [
  (formCase) => planScoring(formCase, { overwrite: "all" }),
  (formCase, n) => planFact(formCase, [{ factId: "openness.corrected", value: n }]),
  (formCase) => planRestore(formCase, { also: new Set(["sheet"]) }).plan,
];

function seen(snapshot: Snapshot, sheet: string): unknown {
  const { scorecard, facts, copyOf } = caseOf(snapshot, sheet);
  const paper = paperOf(snapshot, sheet)?.sheet.name ?? null;
  return {
    cells: copyOf === null ? findSheet(snapshot, sheet)?.rows : null,
    paper: paper === null ? null : [paper, findSheet(snapshot, paper)?.rows],
    facts: Array.from(facts.values(), ({ id, value }) => [id, value]),
    points: scorecard.rows.map(({ points }) => points),
  };
}

function startOf(withCopy: boolean): Snapshot {
  const forms = workbookOf([otherForm({ name: "甲", basis: otherBasis }), otherForm({ name: "乙" })]);
  if (!withCopy) return forms;
  const scored = recalculated(applyPlan(forms, planScoring(caseOf(forms, "甲"))));
  return copySheet(scored, "甲", "甲 (2)");
}

it("在 Excel 里：几张表和一张副本，评分、回答、恢复，什么次序都不改变另一张", async () => {
  const step = fc.tuple(fc.nat(2), fc.nat(2), fc.nat(9));
  await fc.assert(
    fc.asyncProperty(
      fc.boolean(),
      fc.array(step, { minLength: 2, maxLength: 6 }),
      async (withCopy, steps) => {
        const book = bookOfSnapshot(startOf(withCopy));
        book.calculate = calculateBook;
        const excel = officeWorkbook(loadClient(fakeHost(book)).run);
        const read = async (): Promise<Snapshot> => {
          const outcome = await excel.read();
          if (!outcome.ok) throw new Error(outcome.problem.why);
          return outcome.value;
        };
        const sheets = withCopy ? ["甲", "甲 (2)", "乙"] : ["甲", "乙"];
        for (const [act, which, n] of steps) {
          const sheet = sheets[which % sheets.length] ?? "";
          const before = await read();
          const plan = plans[act]?.(caseOf(before, sheet), n) ?? { edits: [], expects: [] };
          if (plan.edits.length > 0) expect(await excel.apply(plan)).toMatchObject({ ok: true });
          const after = await read();
          const original = caseOf(before, sheet).copyOf;
          for (const other of sheets.filter((name) => name !== sheet)) {
            // The paper of a form that was restored was left for its copy, and goes with it.
            const formulas = JSON.stringify(
              Array.from(findSheet(before, other)?.rows.values() ?? [], (line) => [...line.values()]),
            );
            if (other === original && !formulas.includes("formula")) continue;
            expect(seen(after, other)).toEqual(seen(before, other));
          }
        }
      },
    ),
    { numRuns: 8 },
  );
}, 240_000);
