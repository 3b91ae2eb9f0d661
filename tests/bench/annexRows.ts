import { performance } from "node:perf_hooks";
import { planScoring } from "../../src/edits/planScoring";
import { evaluated } from "../support/scored";
import type { EditPlan } from "../../src/workbook/edit";
import type { CellSnapshot, SheetSnapshot, Snapshot } from "../../src/workbook/snapshot";
import { sampleSnapshot } from "../support/sampleSnapshot";

/** What a workbook with so many annex rows takes, in milliseconds (the best of a few runs). */
interface AnnexTimes {
  readonly rows: number;
  readonly evaluate: number;
  readonly plan: number;
  /** 计算得分 once more over what was written. */
  readonly again: number;
}

/** The city form with its annex of 32 rows repeated under other names: 500 and 5,000 rows, time per row beside. */
export async function benchAnnexRows(sizes: readonly number[] = [500, 5000]): Promise<void> {
  const city = await sampleSnapshot("samples/city-2023-blank.xlsx");
  timesOf(withRows(city, 200));
  const measured = sizes.map((rows) => timesOf(withRows(city, rows)));
  for (const { rows, evaluate: read, plan, again } of measured) {
    const each = (milliseconds: number): string =>
      `${milliseconds.toFixed(0)} ms（每行 ${((milliseconds / rows) * 1000).toFixed(0)} µs）`;
    console.log(`附表 ${rows} 行：计分 ${each(read)}，计划写入 ${each(plan)}，再算一次 ${each(again)}`);
  }
  const [small, large] = [measured[0], measured.at(-1)];
  if (small === undefined || large === undefined || small === large) return;
  const growth = (large.evaluate + large.plan) / (small.evaluate + small.plan);
  console.log(`  行数 ${large.rows / small.rows} 倍，用时 ${growth.toFixed(1)} 倍`);
}

function timesOf({ snapshot, rows }: { readonly snapshot: Snapshot; readonly rows: number }): AnnexTimes {
  const best = { evaluate: Infinity, plan: Infinity, again: Infinity };
  for (let run = 0; run < 3; run += 1) {
    const first = scoredOnce(snapshot);
    const second = scoredOnce(written(snapshot, first.plan));
    best.evaluate = Math.min(best.evaluate, first.evaluate);
    best.plan = Math.min(best.plan, first.planned);
    best.again = Math.min(best.again, second.evaluate + second.planned);
  }
  return { rows, ...best };
}

function scoredOnce(snapshot: Snapshot) {
  const started = performance.now();
  const result = evaluated(snapshot);
  const read = performance.now();
  const plan = planScoring(result);
  return { plan, evaluate: read - started, planned: performance.now() - read };
}

/** The cells and the record of a plan put in place at once; what else it does is of no weight here. */
function written(snapshot: Snapshot, plan: EditPlan): Snapshot {
  const added = plan.edits.flatMap((edit) => (edit.kind === "addSheet" ? [edit.sheet] : []));
  const [model] = snapshot.sheets;
  if (model === undefined) throw new Error("no sheet");
  const empty = { ...model, merges: [], rows: new Map(), columnWidths: new Map(), printArea: null };
  const sheets = [...snapshot.sheets, ...added.map((name): SheetSnapshot => ({ ...empty, name }))];
  const records = new Map(snapshot.records);
  const rows = new Map(
    sheets.map(({ name, rows: own }) => [
      name,
      new Map(Array.from(own, ([row, cells]) => [row, new Map(cells)])),
    ]),
  );
  for (const edit of plan.edits) {
    if (edit.kind === "record" && edit.json !== null) records.set(edit.key, edit.json);
    if (edit.kind !== "cell") continue;
    const { at, content } = edit;
    const sheet = rows.get(at.sheet);
    const line = sheet?.get(at.row) ?? new Map<number, CellSnapshot>();
    line.set(
      at.column,
      "formula" in content ? { value: null, formula: content.formula } : { value: content.value },
    );
    sheet?.set(at.row, line);
  }
  const ascending = <T>(map: ReadonlyMap<number, T>) => new Map(Array.from(map).sort(([a], [b]) => a - b));
  return {
    sheets: sheets.map((sheet) => ({
      ...sheet,
      rows: ascending(
        new Map(Array.from(rows.get(sheet.name) ?? [], ([row, cells]) => [row, ascending(cells)])),
      ),
    })),
    records,
  };
}

const firstRow = 6;
const lastRow = 37;

/** The annex repeated downwards until it has so many rows, each indicator with a number in its name. */
function withRows(city: Snapshot, rows: number): { readonly snapshot: Snapshot; readonly rows: number } {
  const sheets = city.sheets.map((sheet, index): SheetSnapshot => {
    if (index !== 2) return sheet;
    const cells = new Map(Array.from(sheet.rows).filter(([row]) => row < firstRow));
    const height = lastRow - firstRow + 1;
    for (let count = 0; count < rows; count += 1) {
      const source = sheet.rows.get(firstRow + (count % height));
      const line = new Map<number, CellSnapshot>(source ?? []);
      line.set(3, { value: `${String(line.get(3)?.value ?? "")}（第${count + 1}项）` });
      cells.set(firstRow + count, line);
    }
    const merges = Array.from({ length: Math.ceil(rows / height) }, (_, block) =>
      sheet.merges
        .filter(({ top }) => top >= firstRow)
        .map((area) => ({ ...area, top: area.top + block * height, bottom: area.bottom + block * height }))
        .filter(({ bottom }) => bottom < firstRow + rows),
    ).flat();
    return {
      ...sheet,
      rows: cells,
      merges: [...sheet.merges.filter(({ top }) => top < firstRow), ...merges],
    };
  });
  return { snapshot: { ...city, sheets }, rows };
}
