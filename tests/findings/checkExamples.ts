import { existsSync, readFileSync } from "node:fs";
import type { ExampleBook } from "./exampleBook";

/** A small form, and how many findings of its check it gives: documentation and test at once. */
export interface CheckExample {
  /** Chinese, says what is shown. */
  readonly title: string;
  readonly book: ExampleBook;
  readonly finds: number;
}

const folder = "tests/findings/examples";
const rowWords = "id name level1 level2 level1Weight level2Weight weight standard score basis evidence";
const annexWords = "level1 level2 name target adjusted actual weight rate score shortfall";
const projectWords = "fund fundScore rows reasonTitle unweighed notes";
const goalWords = "level1 level2 name target actual weight score reason rate";
const bookWords =
  "department year unitCount goal goalResult shortfall budget rows total totalWeight grade annex fundAnnex project approved lastYear another facts report";

/** What stands in examples/<check>.json: whoever adds a case there writes no code. Empty while there is no such file. */
export function examplesOf(check: string): readonly CheckExample[] {
  const file = `${folder}/${check}.json`;
  if (!existsSync(file)) return [];
  const examples = JSON.parse(readFileSync(file, "utf8")) as readonly CheckExample[];
  for (const example of examples) {
    const where = `${file}“${example.title}”`;
    only(example, "title book finds", where);
    only(example.book, bookWords, where);
    for (const row of example.book.rows ?? []) only(row, rowWords, where);
    if (example.book.project !== undefined) only(example.book.project, projectWords, where);
    for (const row of example.book.project?.rows ?? []) only(row, goalWords, where);
    for (const row of [...(example.book.annex ?? []), ...(example.book.fundAnnex ?? [])])
      only(row, annexWords, where);
  }
  return examples;
}

/** A word that nobody reads would be an example of something else. */
function only(record: object, words: string, where: string): void {
  const known = words.split(" ");
  const unknown = Object.keys(record).filter((key) => !known.includes(key));
  if (unknown.length > 0) throw new Error(`${where}：不认得${unknown.join("、")}，应为${known.join("、")}`);
}
