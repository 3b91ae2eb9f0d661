import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { openXlsx } from "../../src/adapters/xlsx/openXlsx";
import { scoreFile } from "../../src/cli/scoreFile";
import { planScoring } from "../../src/edits/planScoring";
import { functionTable } from "../../src/functions/functionTable";
import { cellAt, valueAt, type CellSnapshot, type Snapshot } from "../../src/workbook/snapshot";
import { shippedFacts } from "../support/factsFile";
import { setCell } from "../support/memoryWorkbook";
import { evaluated, scored } from "../support/scored";
import { sampleSnapshot } from "../support/sampleSnapshot";
import { workbookBytes } from "../support/workbookBytes";

/** Every result of ours as a program without our functions leaves it behind; or of every formula. */
function mapResults(
  snapshot: Snapshot,
  change: (cell: CellSnapshot) => CellSnapshot,
  which = "JX.",
): Snapshot {
  return {
    ...snapshot,
    sheets: snapshot.sheets.map((sheet) => ({
      ...sheet,
      rows: new Map(
        Array.from(sheet.rows, ([row, cells]) => [
          row,
          new Map(
            Array.from(cells, ([column, cell]) => [
              column,
              cell.formula?.includes(which) === true ? change(cell) : cell,
            ]),
          ),
        ]),
      ),
    })),
  };
}

async function scoredAgain(snapshot: Snapshot) {
  const opened = openXlsx(workbookBytes(snapshot), { functions: functionTable });
  if (!opened.ok) throw new Error(opened.problem.why);
  const workbook = opened.value;
  const apply = async () => {
    const outcome = await workbook.apply(planScoring(evaluated(workbook.snapshot())));
    expect(outcome.ok).toBe(true);
    return workbook.save();
  };
  const once = await apply();
  expect(await apply()).toEqual(once);
  const sheet = workbook.snapshot().sheets[0];
  if (sheet === undefined) throw new Error("no sheet");
  return sheet;
}

async function firstTime(): Promise<Snapshot> {
  const given = shippedFacts("samples/nansha-2023.facts.json");
  return scored(await sampleSnapshot("samples/nansha-2023-blank.xlsx"), { given }).after;
}

it("没有本工具函数的软件改过数据、得分成了#NAME?：再计算一次得分、总分都回来", async () => {
  const sheet = await scoredAgain(mapResults(await firstTime(), (cell) => ({ ...cell, value: "#NAME?" })));
  expect(valueAt(sheet, 15, 9)).toBeCloseTo(9.657, 9);
  expect(valueAt(sheet, 42, 9)).toBeCloseTo(99.657, 9);
});

it("数据改了而得分没有重算（别的程序写的文件）：再计算一次，得分随数据变", async () => {
  const after = await firstTime();
  const paper = after.sheets.find(({ name }) => name === "评分底稿");
  const row = Array.from(paper?.rows ?? []).find(([, cells]) => cells.get(2)?.value === "合同总数")?.[0] ?? 0;
  const changed = setCell(after, { sheet: "评分底稿", row, column: 4 }, { value: 40 });
  const sheet = await scoredAgain(changed);
  expect(valueAt(sheet, 31, 9)).toBe(2);
  expect(valueAt(sheet, 42, 9)).toBeCloseTo(98.657, 9);
  expect(cellAt(sheet, 31, 12)?.value).toContain("扣1分");
});

it.each<[string, CellSnapshot["value"]]>([
  ["一个结果也没有存下", null],
  ["存下的都是旧的", 1],
])("别的程序存过、%s：命令行再评一次，得分、总分、扣分说明都有", async (_, value) => {
  const folder = await mkdtemp(join(tmpdir(), "jx-stale-"));
  const path = join(folder, "表.xlsx");
  await writeFile(path, workbookBytes(mapResults(await firstTime(), (cell) => ({ ...cell, value }), "=")));
  const options = { given: new Map(), ruleEntries: null, ledger: null };
  const again = await scoreFile(path, options, { overwriteTyped: false, freeze: null });
  const saved = again.ok ? await again.value.save() : again;
  await rm(folder, { recursive: true });
  if (!saved.ok) throw new Error(saved.problem.why);
  expect(saved.value.unlike).toEqual([]);
  const opened = openXlsx(saved.value.bytes, { functions: functionTable });
  const sheet = opened.ok ? opened.value.snapshot().sheets[0] : undefined;
  if (sheet === undefined) throw new Error("no sheet");
  expect(valueAt(sheet, 15, 9)).toBeCloseTo(9.657, 9);
  expect(valueAt(sheet, 42, 9)).toBeCloseTo(99.657, 9);
  expect(cellAt(sheet, 15, 12)?.value).toContain("扣");
});
