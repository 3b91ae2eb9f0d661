import { stat } from "node:fs/promises";
import type { Edition } from "../editions/edition";
import type { CaseOptions } from "../scorecard/case";
import { knownEditions } from "../scorecard/chooseEdition";
import { fail, succeed, type Outcome } from "../workbook/port";

/** --edition: the id of an edition that comes with the product, or a folder of JSON data that describes one. */
export async function askedEdition(
  asked: string | null,
): Promise<Outcome<Pick<CaseOptions, "edition" | "editions">>> {
  if (asked === null || knownEditions.some(({ id }) => id === asked)) return succeed({ edition: asked });
  const isFolder = await stat(asked).then(
    (found) => found.isDirectory(),
    () => false,
  );
  const read = isFolder ? folderEdition(asked) : unknown(asked, "没有这个编号，也没有这个文件夹。");
  return read.ok ? succeed({ edition: read.value.id, editions: [read.value] }) : read;
}

/** The edition that a folder of JSON data describes. */
function folderEdition(path: string): Outcome<Edition> {
  return unknown(path, "还不能从文件夹读取评分标准。");
}

function unknown(asked: string, why: string): Outcome<never> {
  return fail({
    code: "unknownEdition",
    what: `没有评分标准版本 ${asked}（--edition）。`,
    why,
    todo: "可用的版本：",
    details: knownEditions.map(({ id, title }) => `${id} ${title}`),
  });
}
