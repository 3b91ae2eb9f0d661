import type { FactValue } from "../../src/criteria/fact";
import type { Check, Finding, FindingContext } from "../../src/findings/finding";
import { runChecks, findingContext } from "../../src/findings/findFindings";
import { guangzhou2023 } from "../../src/editions/guangzhou2023/edition";
import { readCases } from "../../src/scorecard/case";
import type { Snapshot } from "../../src/workbook/snapshot";
import { exampleSnapshot, type ExampleBook } from "./exampleBook";

/** What the checks see of an example. */
export function exampleContext(
  book: ExampleBook,
  { change = (snapshot: Snapshot) => snapshot, edition = guangzhou2023 } = {},
): FindingContext {
  // A book about an annex or the head alone still needs one row to be a form.
  const rows = book.rows ?? [
    { name: "其他事项", level2: "其他管理", weight: 2, basis: "已完成。", evidence: "台账" },
  ];
  const snapshot = change(exampleSnapshot({ ...book, rows }, edition));
  const options = { given: givenFacts(book), editions: [edition], edition: edition.id };
  const { main, noForm } = readCases(snapshot, options);
  if (noForm !== null) throw new Error(noForm.why);
  return findingContext(main, { report: book.report ?? null });
}

export function findingsOf(check: Check, book: ExampleBook): readonly Finding[] {
  return runChecks(exampleContext(book), [check]);
}

function givenFacts(
  book: ExampleBook,
): ReadonlyMap<string, { readonly value: FactValue; readonly reason?: string }> {
  return new Map(
    Object.entries(book.facts ?? {}).map(([id, fact]) => [
      id,
      typeof fact === "object" && "value" in fact ? fact : { value: fact },
    ]),
  );
}
