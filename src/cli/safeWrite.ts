import { randomUUID } from "node:crypto";
import { access, open, rename, rm } from "node:fs/promises";
import { basename, dirname, extname, join } from "node:path";

/** Writes through a temporary name in the same folder, so that no reader ever sees half a file. */
export async function safeWrite(path: string, content: Uint8Array | string): Promise<void> {
  const temporary = join(dirname(path), `.${basename(path)}.${randomUUID()}.tmp`);
  try {
    const file = await open(temporary, "wx");
    try {
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

/** "form.xlsx" → "form-已评分.xlsx" beside it, or "form-已评分(2).xlsx" where that exists: a file that somebody may
 * have worked in is never replaced unasked. promised: names that files of this run will get. */
export async function freshName(
  source: string,
  suffix: string,
  folder = dirname(source),
  promised: ReadonlySet<string> = new Set(),
): Promise<string> {
  const extension = extname(source);
  const stem = basename(source, extension);
  for (let count = 1; ; count += 1) {
    const name = join(folder, `${stem}-${suffix}${count === 1 ? "" : `(${count})`}${extension}`);
    if (promised.has(name)) continue;
    const taken = await access(name).then(
      () => true,
      () => false,
    );
    if (!taken) return name;
  }
}
