import { readdir } from "node:fs/promises";
import { join } from "node:path";

/** What this command has written beside a form, and what a spreadsheet product keeps beside one that is open. */
const notForms = /^(?:~\$|\.)|-(?:已评分|报送版)(?:\(\d+\))?\.xlsx$/u;

/** The workbooks to score: those named, and of a folder those that stand in it, in the order of their names. */
export async function listFiles(named: readonly string[]): Promise<readonly string[]> {
  const lists = await Promise.all(
    named.map(async (path) => {
      const names = await readdir(path).catch(() => null);
      const forms = names?.filter((name) => /\.xlsx$/iu.test(name) && !notForms.test(name)).sort();
      // A file, or nothing to score: whoever opens it says so.
      return forms === undefined || forms.length === 0 ? [path] : forms.map((name) => join(path, name));
    }),
  );
  return lists.flat();
}
