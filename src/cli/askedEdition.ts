import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Edition } from "../editions/edition";
import { readEdition } from "../editions/readEdition";
import type { CaseOptions } from "../scorecard/case";
import { knownEditions } from "../scorecard/chooseEdition";
import { fail, succeed, type Outcome } from "../workbook/port";
import { systemReason } from "./systemReason";

/**
 * --edition, once or more: a folder of JSON data adds its edition to those to choose from, and the form chooses; the id of
 * one of them (of the product, or of a folder) chooses it.
 */
export async function askedEdition(
  asked: readonly string[],
): Promise<Outcome<Pick<CaseOptions, "edition" | "editions">>> {
  const editions: Edition[] = [...knownEditions];
  const named: string[] = [];
  for (const one of asked) {
    if (one.trim() === "") return unknown(editions, "（空）", "--edition 后面应写编号或文件夹。");
    const isFolder = await stat(one).then(
      (found) => found.isDirectory(),
      () => false,
    );
    if (!isFolder) named.push(one);
    else {
      const read = await folderEdition(one);
      if (!read.ok) return read;
      const same = editions.find(({ id }) => id === read.value.id);
      if (same !== undefined) return unreadable(one, `编号 ${same.id} 已经是“${same.title}”的了。`);
      editions.push(read.value);
    }
  }
  const [first = null, ...others] = named;
  if (others.length > 0) return unknown(editions, named.join("、"), "只能指定一个编号。");
  const known = first === null || editions.some(({ id }) => id === first);
  return known
    ? succeed({ edition: first, editions })
    : unknown(editions, first, "没有这个编号，也没有这个文件夹。");
}

/** The edition that a folder of JSON data describes. */
async function folderEdition(folder: string): Promise<Outcome<Edition>> {
  try {
    const names = (await readdir(folder)).filter((name) => /\.json$/iu.test(name));
    const files = names.map(async (name) => ({ name, text: await readFile(join(folder, name), "utf8") }));
    const read = readEdition(await Promise.all(files));
    return read.ok ? read : fail({ ...read.problem, what: `评分标准的文件夹 ${folder} 读不了。` });
  } catch (error) {
    return unreadable(folder, systemReason(error));
  }
}

function unreadable(folder: string, why: string): Outcome<never> {
  return fail({
    code: "badEdition",
    what: `评分标准的文件夹 ${folder} 读不了。`,
    why,
    todo: "请核对后再试一次。",
  });
}

function unknown(editions: readonly Edition[], asked: string, why: string): Outcome<never> {
  return fail({
    code: "unknownEdition",
    what: `没有评分标准版本 ${asked}（--edition）。`,
    why,
    todo: "可用的版本：",
    details: editions.map(({ id, title }) => `${id} ${title}`),
  });
}
