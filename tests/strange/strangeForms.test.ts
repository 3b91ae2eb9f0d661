import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { unzipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { csvCells } from "../submission/scratch";
import { libreOfficeCsvs } from "../support/libreOffice";
import { packageFaults } from "../support/packageFaults";
import { a1, parseA1 } from "../../src/workbook/cell";
import { scoreAndRestore, wholeLife, type Scored } from "./lives";
import { compareByOpenpyxl, nothingOfOurs, type Compared, type Ours } from "./openpyxl";
import { baseBook, bookBytes, type Book } from "./strangeBook";
import { strangeKinds, type Kind } from "./strangeKinds";

/** What openpyxl 3.0 does not open itself: LibreOffice's eyes have to do for these. */
const beyondOpenpyxl: ReadonlySet<string> = new Set([
  "目标的大小写与零件名不同",
  "样式表、共享字符串叫别的名字",
  "Strict 的命名空间",
  "处处有注释",
  "处处有处理指令",
  "名字里是反斜杠",
]);

/** LibreOffice shows nothing of the original either: our file shows as much. */
const beyondLibreOffice: ReadonlySet<string> = new Set([
  "目标里有 . 和 ..",
  "目标的大小写与零件名不同",
  "名字里是反斜杠",
]);

/** LibreOffice works these out anew when it opens them, without our functions: only what is no formula can be compared. */
const workedOutAnew: ReadonlySet<string> = new Set(["忽略的错误、监视窗口、方案", "手动计算、迭代、R1C1"]);

interface Tried {
  readonly kind: Kind;
  readonly book: Book;
  readonly parts: ReadonlyMap<string, Uint8Array>;
  readonly life: Scored;
}

const tried = new Map<string, Tried>();
let compared: Readonly<Record<string, Compared>>;
let shownByLibreOffice: ReadonlyMap<string, ReadonlyMap<string, string>>;
let folder = "";

const fileOf = ({ kind, book }: Tried): string =>
  `k${strangeKinds.indexOf(kind)}${book.parts.has("xl/vbaProject.bin") ? ".xlsm" : ".xlsx"}`;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "jx-strange-"));
  for (const kind of strangeKinds) {
    const book = baseBook();
    kind.change(book);
    const { bytes, parts } = bookBytes(book);
    const each = { kind, book, parts, life: await scoreAndRestore(bytes) };
    tried.set(kind.name, each);
    const { scored, restored } = each.life;
    for (const [word, content] of Object.entries({ before: bytes, scored, restored })) {
      await writeFile(join(folder, `${word}-${fileOf(each)}`), content);
    }
  }
  const all = [...tried.values()];
  const path = (word: string, each: Tried): string => join(folder, `${word}-${fileOf(each)}`);
  const tasks = all.map((each) => ({
    name: each.kind.name,
    before: path("before", each),
    anyFont: each.kind.noFont === true,
    after: { scored: path("scored", each), restored: path("restored", each) },
    // The filled paper is kept when the form is restored.
    ours: { scored: each.life.ours, restored: { ...nothingOfOurs, sheets: each.life.ours.sheets } },
  }));
  const files = new Map(all.map((each) => [fileOf(each), each.life.scored]));
  const beyond = [beyondOpenpyxl, beyondLibreOffice, workedOutAnew];
  for (const each of all.filter(({ kind }) => beyond.some((names) => names.has(kind.name)))) {
    files
      .set(`before-${fileOf(each)}`, bookBytes(each.book).bytes)
      .set(`restored-${fileOf(each)}`, each.life.restored);
  }
  [compared, shownByLibreOffice] = await Promise.all([compareByOpenpyxl(tasks), libreOfficeCsvs(files)]);
}, 900_000);

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

describe.each(strangeKinds.map(({ name }) => name))("%s", (name) => {
  const each = (): Tried => {
    const found = tried.get(name);
    if (found === undefined) throw new Error("评分或恢复没有完成");
    return found;
  };

  it("写出的零件合乎标准，没有碰的零件逐字节相同，恢复后表也逐字节相同", () => {
    const { book, parts, life, kind } = each();
    expect(packageFaults(parts)).toEqual([]);
    for (const bytes of [life.scored, life.restored]) expect(packageFaults(partsIn(bytes))).toEqual([]);
    expect(changedParts(parts, partsIn(life.scored))).toEqual(mayChange(book, life.scored, true));
    expect(changedParts(parts, partsIn(life.restored))).toEqual(
      mayChange(book, life.restored, kind.respelled === true),
    );
  });

  it("openpyxl 看来：评分时别的单元格都没有变，恢复后全部相同", () => {
    const seen = compared[name];
    expect([name, seen?.unreadable === null]).toEqual([name, !beyondOpenpyxl.has(name)]);
    if (seen?.unreadable === null) expect([seen["scored"], seen["restored"]]).toEqual([[], []]);
    else
      expect(otherCells(each(), "restored-", nothingOfOurs)).toEqual(
        otherCells(each(), "before-", nothingOfOurs),
      );
    if (seen?.unreadable !== null)
      expect(otherCells(each(), "", each().life.ours)).toEqual(
        otherCells(each(), "before-", each().life.ours),
      );
  });

  it("LibreOffice 打得开，显示写进去的得分和原因", () => {
    const { life } = each();
    if (beyondLibreOffice.has(name) || workedOutAnew.has(name)) {
      const { ours } = life;
      expect(otherCells(each(), "", ours)).toEqual(otherCells(each(), "before-", ours));
      return;
    }
    const sheets = shownByLibreOffice.get(fileOf(each())) ?? new Map<string, string>();
    for (const [sheet, cells] of life.shown) {
      // The paper shows percentages and dates in their formats.
      if (life.ours.sheets.includes(sheet)) continue;
      const lines = csvCells(sheets.get(sheet) ?? "");
      const seen = Array.from(cells, ([address, value]) => {
        const at = parseA1(address);
        const text = lines[(at?.row ?? 0) - 1]?.[(at?.column ?? 0) - 1] ?? "";
        return [address, typeof value === "number" ? Number(text) : text];
      });
      expect(seen).toEqual(Array.from(cells, ([address, value]) => [address, value ?? ""]));
    }
  });
});

describe("几种放在一起", () => {
  it("评分、标记自查问题、转换、恢复，写出的零件都合乎标准，没有碰的零件逐字节相同", async () => {
    const some = fc.subarray([...strangeKinds], { minLength: 2, maxLength: 9 });
    const run = async (picked: readonly Kind[]): Promise<void> => {
      const book = baseBook();
      for (const kind of picked) if (goesWith(kind, picked)) kind.change(book);
      const { bytes, parts } = bookBytes(book);
      expect(packageFaults(parts)).toEqual([]);
      const life = await wholeLife(bytes);
      for (const [word, content] of Object.entries(life)) {
        expect([word, packageFaults(partsIn(content))]).toEqual([word, []]);
        const changed = changedParts(parts, partsIn(content));
        const allowed = mayChange(book, content, true);
        expect([word, changed.filter((part) => !allowed.includes(part))]).toEqual([word, []]);
      }
    };
    await fc.assert(fc.asyncProperty(some, run), { numRuns: 12 });
  }, 300_000);
});

/** What LibreOffice shows in all cells but ours. */
function otherCells(each: Tried, word: string, ours: Ours): readonly string[] {
  const sheets = shownByLibreOffice.get(`${word}${fileOf(each)}`) ?? new Map<string, string>();
  return Array.from(sheets).flatMap(([sheet, text]) =>
    each.life.ours.sheets.includes(sheet)
      ? []
      : csvCells(text).flatMap((line, row) =>
          line.flatMap((value, column) => {
            const at = a1({ row: row + 1, column: column + 1 });
            return value === "" || ours.marks[sheet]?.includes(`cell ${at}`) === true
              ? []
              : [`${sheet}!${at} ${value}`];
          }),
        ),
  );
}

/** The first of the picked kinds that clash. */
function goesWith(kind: Kind, picked: readonly Kind[]): boolean {
  return kind.clash === undefined || picked.find(({ clash }) => clash === kind.clash) === kind;
}

/** The parts by their names in the package, whatever the stroke between folders. */
function partsIn(bytes: Uint8Array): ReadonlyMap<string, Uint8Array> {
  const entries = Object.entries(unzipSync(bytes)).map(
    ([name, content]) => [name.replaceAll("\\", "/"), content] as const,
  );
  return new Map(entries.filter(([name]) => !name.endsWith("/")));
}

function changedParts(
  before: ReadonlyMap<string, Uint8Array>,
  after: ReadonlyMap<string, Uint8Array>,
): readonly string[] {
  return [...before.keys()]
    .filter(
      (name) =>
        !Buffer.from(before.get(name) ?? new Uint8Array()).equals(after.get(name) ?? new Uint8Array()),
    )
    .sort();
}

/** Where something is written when a form is scored. */
function mayChange(book: Book, after: Uint8Array, form: boolean): readonly string[] {
  const { at, parts } = book;
  const slash = at.workbook.lastIndexOf("/") + 1;
  const relations = `${at.workbook.slice(0, slash)}_rels/${at.workbook.slice(slash)}.rels`;
  const chain =
    parts.has("xl/calcChain.xml") && !partsIn(after).has("xl/calcChain.xml") ? ["xl/calcChain.xml"] : [];
  const styles = parts.has(at.styles) ? [at.styles] : [];
  return [
    "[Content_Types].xml",
    relations,
    at.workbook,
    ...styles,
    ...chain,
    ...(form ? [at.form] : []),
  ].sort();
}
