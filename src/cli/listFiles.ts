import { readdir } from "node:fs/promises";
import { join, resolve } from "node:path";
import type { Options } from "./options";

/** What this command has written beside a form. */
const written = /-(?:已评分|报送版|已改正)(?:\(\d+\))?\.xlsx$/u;
/** What a spreadsheet product keeps beside a workbook that is open. */
const lock = /^(?:~\$|\.)/u;

/** The workbooks to score: those named, and of a folder those that stand in it, in the order of their names; the list of
 * --ledger may stand there, too. */
export async function listFiles({
  files: named,
  ledger,
}: Pick<Options, "files" | "ledger">): Promise<readonly string[]> {
  const list = ledger === null ? null : resolve(ledger);
  const lists = await Promise.all(
    named.map(async (path) => {
      const names = await readdir(path).catch(() => null);
      const forms = names?.filter((name) => isForm(name) && resolve(path, name) !== list).sort();
      // A file, or nothing to score: whoever opens it says so.
      return forms === undefined || forms.length === 0 ? [path] : forms.map((name) => join(path, name));
    }),
  );
  return lists.flat();
}

function isForm(name: string): boolean {
  return /\.xlsx$/iu.test(name) && !written.test(name) && !lock.test(name);
}
