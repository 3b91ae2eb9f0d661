import { basisDrafts, type BasisDraft } from "../../src/basis/basisDrafts";
import type { FactValue } from "../../src/criteria/fact";
import type { GivenFacts } from "../../src/facts/gatherFacts";
import type { Snapshot } from "../../src/workbook/snapshot";
import { setCell } from "../support/memoryWorkbook";
import { sampleSnapshot } from "../support/sampleSnapshot";
import { evaluated } from "../support/scored";

export const sheet = "部门整体支出绩效自评表";
/** 评分依据 */
export const basisColumn = 10;

/** The blank form of the seed, with nothing in 评分依据. */
export async function blankBasis(): Promise<Snapshot> {
  const book = await sampleSnapshot("samples/nansha-2023-blank.xlsx");
  return evaluated(book).form.indicators.reduce(
    (current, { row }) => setCell(current, { sheet, row, column: basisColumn }, { value: null }),
    book,
  );
}

/** By fact id; with the reason behind a bar: "不涉及|没有采购". */
type Given = Readonly<Record<string, FactValue>>;

export function givenFacts(given: Given): GivenFacts {
  return new Map(
    Object.entries(given).map(([id, value]) => {
      const [words = "", reason = ""] = typeof value === "string" ? value.split("|") : [];
      const isFigure = words !== "" && !Number.isNaN(Number(words));
      return [id, { value: typeof value !== "string" ? value : isFigure ? Number(words) : words, reason }];
    }),
  );
}

/** The drafts of a form once these answers are given. */
export function draftsWith(book: Snapshot, given: Given): readonly BasisDraft[] {
  return basisDrafts(evaluated(book, { given: givenFacts(given) }).scorecard).drafts;
}
