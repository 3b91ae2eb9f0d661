import { stat } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import type { Problem } from "../workbook/port";
import { tell } from "./formResults";
import type { Options } from "./options";
import { freshName, safeWrite } from "./safeWrite";
import { systemReason } from "./systemReason";

/** The file to write: beside the input unless --out names a file or a folder. */
export async function target(
  file: string,
  out: string | null,
  suffix = "已评分",
  promised?: ReadonlySet<string>,
): Promise<string> {
  if (out === null) return freshName(file, suffix, undefined, promised);
  return (await isFolder(out)) ? freshName(file, suffix, out, promised) : out;
}

/** Writes a file through a temporary name; why not, if it cannot be. */
export async function written(
  path: string,
  content: Uint8Array | string,
  options: Options,
): Promise<Problem | null> {
  try {
    await safeWrite(path, content);
    tell(options, `已写入 ${path}`);
    return null;
  } catch (error) {
    return {
      code: "fileNotWritable",
      what: `写不了文件 ${path}。`,
      why: systemReason(error),
      todo: "请检查文件夹是否存在、文件是否正被打开、磁盘是否已满，然后再试；原文件没有改动。",
    };
  }
}

/** Said before any work is done: a folder that is to be written into is not there. */
export async function unreachable({ files, out, factsTemplate, rulesOut }: Options): Promise<Problem | null> {
  const base = { code: "fileNotWritable", why: "没有写任何文件。" } as const;
  if (files.length > 1 && out !== null && !(await isFolder(out))) {
    const what = `--out ${out} 不是文件夹：评多个文件时请给一个已有的文件夹。`;
    return { ...base, what, todo: "请先建好文件夹，或者改正 --out。" };
  }
  const made = [
    ["--out", out],
    ["--facts-template", factsTemplate],
    ["--rules-out", rulesOut],
  ] as const;
  for (const [option, path] of made) {
    if (path === null || (await isFolder(path))) continue;
    const folder = /[\\/]$/u.test(path) ? path : dirname(resolve(path));
    if (await isFolder(folder)) continue;
    return {
      ...base,
      what: `${option} ${path} 要写入的文件夹不存在。`,
      todo: `请先建好文件夹“${folder}”，或者改正 ${option}。`,
    };
  }
  return null;
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}
