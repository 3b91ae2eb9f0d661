import { readFile } from "node:fs/promises";
import fc from "fast-check";
import { expect, it } from "vitest";
import { planScoring } from "../../src/edits/planScoring";
import { functionTable } from "../../src/functions/functionTable";
import type { CellValue, Snapshot } from "../../src/workbook/snapshot";
import { applied, cellEdit, opened, partText } from "../adapters/xlsx/openParts";
import { foreignBook, withoutResults, type ForeignCell } from "../support/foreignBook";
import { libreOfficeXlsx } from "../support/libreOffice";
import { evaluated } from "../support/scored";

const sheet = "自评表";

/** What stands in column A: the cells that the formulas look at, before and after. */
const places = 12;
const value = fc.oneof(
  { weight: 5, arbitrary: fc.integer({ min: -40, max: 400 }).map((number) => number / 4) },
  { weight: 2, arbitrary: fc.constantFrom<CellValue>("文字", "12", "不涉及") },
  { weight: 2, arbitrary: fc.constant<CellValue>(null) },
);
const cell = fc.integer({ min: 1, max: places }).map((row) => `A${row}`);
const area = fc.tuple(cell, cell).map(([one, other]) => `${one}:${other}`);
const lists = "SUM AVERAGE MAX MIN COUNT COUNTA PRODUCT SUMSQ MEDIAN STDEV STDEVP VAR VARP".split(" ");
const formula = fc.oneof(
  fc
    .tuple(fc.constantFrom(...lists), fc.array(fc.oneof(cell, area), { minLength: 1, maxLength: 4 }))
    .map(([name, args]) => `=${name}(${args.join(",")})`),
  fc.tuple(cell, cell, fc.constantFrom("+", "-", "*", "/", "&")).map(([a, b, sign]) => `=${a}${sign}${b}`),
  fc
    .tuple(cell, cell, fc.constantFrom("=", "<>", ">", "<="))
    .map(([a, b, sign]) => `=IF(${a}${sign}${b},1,2)`),
  fc.tuple(fc.constantFrom("COUNTIF", "SUMIF"), area).map(([name, a]) => `=${name}(${a},">3")`),
  cell.map((a) => `=IF(${a}="","未评",${a}&"分")`),
  cell.map((a) => `=IF(AND(ISNUMBER(${a}),${a}>=9),"优","差")`),
  // 要找的不空着：空着时 LibreOffice 找得到什么都不显示的格子，Excel 找的是 0。
  cell.map((a) => `=IFERROR(VLOOKUP(${a.replace("A", "B")},A1:B12,2,FALSE),"无")`),
  cell.map((a) => `=TEXT(${a},"0.00_ ")`),
  area.map((a) => `=IFERROR(LARGE(${a},2),"-")`),
  fc.tuple(cell, cell).map(([a, b]) => `=ROUND(SUM(${a},${b})/3,1)`),
  area.map((a) => `=SUMPRODUCT((${a}>5)*1)`),
  cell.map((a) => `=LEFT(${a},2)&LEN(${a})`),
);

async function recalculated(bytes: Uint8Array): Promise<Snapshot> {
  return opened(await libreOfficeXlsx(withoutResults(bytes))).snapshot();
}

const shownAt = (snapshot: Snapshot, row: number): CellValue =>
  snapshot.sheets[0]?.rows.get(row)?.get(3)?.value ?? null;

const alike = (one: CellValue, other: CellValue): boolean =>
  typeof one === "number" && typeof other === "number"
    ? Math.abs(one - other) <= 1e-9 * Math.max(1, Math.abs(one))
    : one === other;

it("随意的公式：改数以后，存的结果与 LibreOffice 算的相同，或者没有动而说明了", async () => {
  const [before = [], after = []] = fc.sample(fc.array(value, { minLength: places, maxLength: places }), 2);
  const formulas = fc.sample(formula, 300);
  const cells = (values: readonly CellValue[], stored: (index: number) => CellValue) =>
    Object.fromEntries<ForeignCell>([
      ...values.map((each, index): [string, ForeignCell] => [
        `A${index + 1}`,
        // 有的格子是公式，没有数时什么都不显示。
        index % 3 === 0 ? [`=IF(D${index + 1}="","",D${index + 1})`, each ?? ""] : each,
      ]),
      ...values.map((each, index): [string, ForeignCell] => [`D${index + 1}`, index % 3 === 0 ? each : null]),
      ...values.map((_, index): [string, ForeignCell] => [`B${index + 1}`, index]),
      ...formulas.map((text, index): [string, ForeignCell] => [`C${index + 1}`, [text, stored(index)]]),
    ]);
  const first = await recalculated(foreignBook({ [sheet]: cells(before, () => null) }));
  // 每五个里有一个，存的结果不是这里算得出来的。
  const stored = (index: number): CellValue => (index % 5 === 0 ? 12.345 : (shownAt(first, index + 1) ?? ""));
  const workbook = opened(foreignBook({ [sheet]: cells(before, stored) }));
  const notes = await applied(
    workbook,
    after.map((each, index) =>
      cellEdit(sheet, `${index % 3 === 0 ? "D" : "A"}${index + 1}`, { value: each }),
    ),
  );
  const saved = workbook.save();
  const second = await recalculated(saved);
  let fresh = 0;
  let kept = 0;
  for (const [index, text] of formulas.entries()) {
    const shown = shownAt(workbook.snapshot(), index + 1);
    if (alike(shown, shownAt(second, index + 1))) fresh++;
    else {
      // 改动没有影响到的，本来就不看。
      if (!alike(shownAt(first, index + 1), shownAt(second, index + 1))) kept++;
      expect([text, shown ?? ""]).toEqual([text, stored(index)]);
    }
  }
  const counted = Number(/有 (\d+) 个表中原有的公式没有在这里重算/.exec(notes.join())?.[1] ?? "0");
  expect(kept).toBeLessThanOrEqual(counted);
  // 不是什么都不算就了事。
  expect(fresh).toBeGreaterThan(formulas.length / 2);
}, 300_000);

it.each([
  ["sumsOfBlankScores", "公式对着空白的得分，从来没有算过"],
  ["sumsAndText", "SUM 一类和 TEXT，从来没有算过"],
  ["namesInCircle", "名称互相引用"],
  ["wholeSheet", "整张表的数组"],
])("%s：%s", async (file) => {
  const workbook = opened(new Uint8Array(await readFile(`tests/odd/files/${file}.xlsx`)), {
    functions: functionTable,
  });
  const foreign = (snapshot: Snapshot) =>
    [...(snapshot.sheets[0]?.rows ?? [])].flatMap(([row, cells]) =>
      [...cells].flatMap(([column, cell]) =>
        cell.formula !== undefined && (row < 3 || row >= 50) ? [[row, column, cell]] : [],
      ),
    );
  const before = foreign(workbook.snapshot());
  expect(before.length).toBeGreaterThan(0);
  const scored = await workbook.apply(planScoring(evaluated(workbook.snapshot())));
  expect(foreign(workbook.snapshot())).toEqual(before);
  const notes = scored.ok ? scored.notes : [];
  // 本工具写的公式个个都算得出来。
  expect(notes.join()).not.toContain("不能在这里计算");
  if (file === "namesInCircle") expect(notes).toEqual([]);
  else {
    expect(notes.join()).toContain("请用 Excel 打开重算后再保存");
    expect(partText(workbook.save(), "xl/workbook.xml")).toContain('fullCalcOnLoad="1"');
  }
});
