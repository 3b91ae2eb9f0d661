import { checkForm } from "../app/makeChange";
import { isMarked } from "../app/writtenState";
import type { BesideBook } from "../findings/finding";
import type { FindingOptions } from "../findings/findFindings";
import type { Case } from "../scorecard/case";
import { succeed, type Outcome } from "../workbook/port";
import type { FindingsIntent, FindingsNews } from "./findingsState";

/** What 报送前自查 holds the form against besides itself. Only read, and kept nowhere. */
export interface Against {
  readonly report: {
    /** The file's name, or 粘贴的文字. */
    readonly name: string;
    readonly text: string;
  } | null;
  readonly books: readonly BesideBook[];
}

export const againstNothing: Against = { report: null, books: [] };

export function optionsAgainst({ report, books }: Against): FindingOptions {
  return { report: report?.text ?? null, beside: books };
}

/** What 报送前自查 finds, as the pane is told. */
export async function checkAgainst(
  formCase: Case,
  against: Against,
): Promise<Extract<FindingsNews, { readonly kind: "findingsRead" }>> {
  const { findings, unmatched } = await checkForm(formCase, optionsAgainst(against));
  return {
    kind: "findingsRead",
    list: findings,
    marked: isMarked(formCase.snapshot),
    report: against.report?.name ?? null,
    books: against.books.map(({ file }) => ({ file, matched: !unmatched.includes(file) })),
  };
}

/** The text of a report, pasted; an empty one takes it away again. */
export function againstPasted(before: Against, text: string): Against {
  return { ...before, report: text.trim() === "" ? null : { name: "粘贴的文字", text } };
}

/** Without the workbook of this name. */
export function againstFewer(before: Against, file: string): Against {
  return { ...before, books: before.books.filter((one) => one.file !== file) };
}

type FileIntent = Extract<FindingsIntent, { readonly bytes: Uint8Array }>;

/** With a report's file, or with one more workbook; one of the same name is read anew. The readers are rarely wanted:
 * fetched when they are. */
export async function againstFile({
  kind,
  name,
  bytes,
}: FileIntent): Promise<Outcome<(before: Against) => Against>> {
  if (kind === "openReport") {
    const { readReportFile } = await import("../adapters/docx/readReportFile");
    const text = readReportFile(bytes);
    return text.ok ? succeed((before) => ({ ...before, report: { name, text: text.value } })) : text;
  }
  const { readGoalsFile } = await import("../app/readGoalsFile");
  const book = readGoalsFile(name, bytes);
  if (!book.ok) return book;
  return succeed((before) => ({ ...before, books: [...againstFewer(before, name).books, book.value] }));
}
