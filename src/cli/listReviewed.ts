import { readdir, stat } from "node:fs/promises";
import { join, relative, resolve, sep } from "node:path";

/** A file to review: where it is, and by which name it goes in the workbook. */
export interface ReviewedFile {
  readonly path: string;
  readonly name: string;
}

/** What we write ourselves, and what a spreadsheet product keeps beside a workbook that is open. */
const left = /-(?:已评分|报送版|已改正)(?:\(\d+\))?\.xlsx$|^(?:~\$|\.)/u;
/** Workbooks of every kind: those that cannot be read are named, not passed over. */
const workbook = /\.(?:xlsx|xlsm|xltx|xltm|xlsb|xls|xlt|et|ett)$/iu;

/** The workbooks that were named, and those of the named folders and the folders below; `except`: what else is read or
 * written. In the order of their names. A folder's files go by their place in it. */
export async function listReviewed(
  named: readonly string[],
  except: readonly (string | null)[],
  files: RegExp = workbook,
): Promise<readonly ReviewedFile[]> {
  const others = new Set(except.flatMap((path) => (path === null ? [] : [resolve(path)])));
  const lists: ReviewedFile[] = [];
  for (const path of named) {
    const isFolder = await stat(path).then(
      (found) => found.isDirectory(),
      () => false,
    );
    if (!isFolder) {
      lists.push({ path, name: path });
      continue;
    }
    const names = await readdir(path, { recursive: true, withFileTypes: true }).catch(() => []);
    const found = names
      .filter((entry) => !entry.isDirectory() && files.test(entry.name) && !left.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name))
      .filter((one) => !others.has(resolve(one)))
      .sort();
    for (const one of found) {
      const own = relative(path, one).split(sep).join("/");
      lists.push({ path: one, name: named.length === 1 ? own : one });
    }
  }
  return lists;
}
