import { tidy } from "../quantity/tidy";
import { fail, succeed, type Outcome } from "../workbook/port";
import type { Edition, EditionRow } from "./edition";
import { editionShape, rowShape, type WrittenEdition, type WrittenRow } from "./editionShape";
import { numbered } from "./describe";
import { readJson } from "./readJson";
import { settingSpecs } from "./settings";
import { faultsOf, isPlain, type Around } from "./shape";

/** A file of the folder in which an edition is written down. */
export interface EditionFile {
  /** "edition.json" */
  readonly name: string;
  readonly text: string;
}

const mainFile = "edition.json";
const mostShown = 20;

/**
 * An edition from a folder of JSON: edition.json says what holds for the whole, every other .json is a list of rows; the
 * rows stand in the order of the file names. A person wrote it: whatever is not as it has to be is said with its file,
 * its row and its field. Never throws.
 */
export function readEdition(files: readonly EditionFile[]): Outcome<Edition> {
  const read = files
    .filter(({ name }) => /\.json$/iu.test(name))
    .sort((left, right) => (left.name < right.name ? -1 : 1))
    .map(parsed);
  const unread = read.flatMap(({ problem }) => problem ?? []);
  const main = read.find(({ name }) => name === mainFile);
  if (main === undefined) return refused([`没有 ${mainFile}：它写编号、名称、总分、等级和说不清的地方。`]);
  if (unread.length > 0) return refused(unread);
  const edition = main.value;
  const ambiguities = isPlain(edition) && isPlain(edition["ambiguities"]) ? edition["ambiguities"] : {};
  const around = { asks: new Map(), ambiguities, read: new Set() } as Around;
  const faults = faultsOf(editionShape, edition, "", around).map(
    ({ at, says }) => `${mainFile}：${said(at, says)}`,
  );
  const rows = read
    .filter(({ name }) => name !== mainFile)
    .flatMap(({ name, value }) => {
      if (!Array.isArray(value)) faults.push(`${name}：应当是用[ ]括起的一列，每项是一行指标。`);
      return (Array.isArray(value) ? value : []).map((row: unknown, index) => ({
        row,
        at: placeOf(name, row, index),
      }));
    });
  for (const { row, at } of rows) {
    const found = faultsOf(rowShape, row, "", { ...around, asks: asksOf(row) });
    faults.push(...found.map((one) => `${at}：${said(one.at, one.says)}`));
  }
  if (faults.length > 0) return refused(faults);
  const written = rows.map(({ row }) => withDefaults(row as WrittenRow));
  const whole: Edition = { ambiguities: {}, ...(edition as WrittenEdition), rows: numbered(written) };
  const odd = [
    ...namesAtOdds(whole, around.read),
    ...rows.flatMap(({ at }, index) => rowAtOdds(whole.rows[index], at, around.read)),
  ];
  return odd.length > 0 ? refused(odd) : succeed(whole);
}

interface Parsed {
  readonly name: string;
  readonly value: unknown;
  readonly problem?: string;
}

function parsed({ name, text }: EditionFile): Parsed {
  const read = readJson(text);
  return "value" in read
    ? { name, value: read.value }
    : { name, value: null, problem: `${name}：${read.fault}` };
}

function placeOf(file: string, row: unknown, index: number): string {
  const name = isPlain(row) && typeof row["name"] === "string" ? `“${row["name"].slice(0, 30)}”` : "";
  return `${file} 第${index + 1}行${name}`;
}

function asksOf(row: unknown): Around["asks"] {
  const asks: unknown = isPlain(row) ? row["asks"] : [];
  return new Map(Array.isArray(asks) ? asks.filter(isPlain).map((spec) => [spec["key"], spec]) : []);
}

function said(at: string, says: string): string {
  return `${at === "" ? "" : `${at} `}${says}。`;
}

function withDefaults(row: WrittenRow): Omit<EditionRow, "number" | "part"> {
  return { aliases: [], words: [], ...row };
}

/** What only the whole tells: names that are used twice or not at all, sums, grades. */
function namesAtOdds(edition: Edition, read: Around["read"]): readonly string[] {
  const { rows, grades, total, ambiguities, topics = [], slips = [], specialFund } = edition;
  const faults: string[] = [];
  const ids = new Set(rows.map(({ id }) => id));
  for (const id of twice(rows.map((row) => row.id))) faults.push(`有几行的id都是“${id}”，每行应当不同。`);
  for (const name of twice(rows.map((row) => `${row.level2}／${row.name}（第${row.part}行）`)))
    faults.push(`有几行同名：${name}；至多两行，第二行紧接着写。`);
  const named = [...topics.flatMap(({ rows: of }) => of), ...slips.flatMap(({ row = [] }) => row)];
  for (const id of [...named, ...Object.keys(specialFund?.weights ?? {})].filter((one) => !ids.has(one)))
    faults.push(`${mainFile}：没有id是“${id}”的行。`);
  for (const name of Object.keys(ambiguities).filter((one) => Object.hasOwn(settingSpecs(null), one)))
    faults.push(`${mainFile}：ambiguities.${name} 与本工具自己的设置同名，请换一个名字。`);
  for (const [name] of Object.entries(ambiguities).filter(([, one]) => !read.has(one)))
    faults.push(`${mainFile}：ambiguities.${name} 没有一行用到，请去掉或用上。`);
  const sum = tidy(rows.reduce((so, { weight }) => so + weight, 0));
  if (sum !== tidy(total)) faults.push(`各行分值合计${sum}分，不是总分${total}分，请核对weight和total。`);
  const descends = grades.every(({ from }, index) => index === 0 || from < (grades[index - 1]?.from ?? 0));
  const ends = grades.length === 0 || (grades.at(-1)?.from === 0 && (grades[0]?.from ?? 0) <= total);
  if (!descends || !ends || twice(grades.map(({ grade }) => grade)).length > 0)
    faults.push(`${mainFile}：grades应从高到低，各不相同，不超过总分，最后一个从0起。`);
  return faults;
}

function rowAtOdds(row: EditionRow | undefined, at: string, read: Around["read"]): readonly string[] {
  if (row === undefined) return [];
  const keys = twice(row.asks.map(({ key }) => key)).map((key) => `${at}：asks里有几项的key都是“${key}”。`);
  const unread = row.asks.filter(({ key }) => !row.asks.some((one) => one.key === key && read.has(one)));
  const bare = row.words.filter(
    ({ fixed, pattern }) => fixed === undefined && !/\((?!\?)|\{(?:pct|amt|cnt|day|rng)\}/u.test(pattern),
  );
  return [
    ...keys,
    ...unread.map(({ key }) => `${at}：asks里的“${key}”计分等处都没有用到，请去掉或用上。`),
    ...bare.map(({ pattern }) => `${at}：words的“${pattern}”没有fixed，样式里也没有括住那个数的一处括号。`),
  ];
}

function twice(names: readonly string[]): readonly string[] {
  return [...new Set(names.filter((name, index) => names.indexOf(name) !== index))];
}

function refused(faults: readonly string[]): Outcome<never> {
  const more = faults.length - mostShown;
  return fail({
    code: "badEdition",
    what: "评分标准的文件夹读不了。",
    why: faults[0] ?? "",
    todo: "请照着提示改好文件里的这些地方，再试一次。",
    details: [...faults.slice(0, mostShown), ...(more > 0 ? [`……另有${more}处。`] : [])],
  });
}
