import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { recalculate } from "../../src/adapters/xlsx/recalculate";
import { checkForm, makeChange } from "../../src/app/makeChange";
import { jsonReport } from "../../src/cli/jsonReport";
import { unlikeCard } from "../../src/edits/unlikeCard";
import { functionTable } from "../../src/functions/functionTable";
import { a1 } from "../../src/workbook/cell";
import type { CellValue, Snapshot } from "../../src/workbook/snapshot";
import { gridSheet, workbookOf } from "../support/grid";
import { memoryWorkbook } from "../support/memoryWorkbook";
import { readCases } from "../support/readCases";
import { evaluated, recalculated } from "../support/scored";

interface Printed {
  readonly indicator: string;
  readonly weight: number;
  readonly clause: string;
}

const clauses = [
  ...(readCases("printedClauses") as readonly Printed[]),
  ...(readCases("clauseWordings") as readonly Printed[]),
  // What is earned by the piece, and what is computed from the weight.
  { indicator: "建成数", weight: 10, clause: "每建成1处得2分，最高10分" },
  { indicator: "预算执行率", weight: 10, clause: "得分=执行率×权重×100" },
];

/** What stands beside a clause. */
type Beside = readonly [title: string, text: string];
const layouts: readonly (readonly Beside[])[] = [
  [],
  ...[
    ["≥100%", "90%"],
    ["≥20项", "18项"],
    ["2023年11月底前", "2023年12月8日"],
    ["明显改善", "有所改善"],
  ].map(([target = "", actual = ""]): readonly Beside[] => [
    ["年度指标值", target],
    ["实际完成值", actual],
  ]),
  ...["共完成3项，完成率90%。", "按规定执行，未发现问题。", "2023年预算100万元，执行95万元。"].map(
    (basis): readonly Beside[] => [["评分依据", basis]],
  ),
];

function formOf(rows: readonly Printed[], beside: readonly Beside[]): Snapshot {
  const head = [...beside.map(([title]) => title), "分值", "评分标准", "得分"];
  return workbookOf([
    gridSheet(
      [
        ["部门整体支出绩效自评表"],
        ["一级指标", "二级指标", "三级指标", ...head],
        ...rows.map(({ indicator, weight, clause }): readonly CellValue[] => [
          "产出指标",
          "数量指标",
          indicator,
          ...beside.map(([, text]) => text),
          weight,
          clause,
          null,
        ]),
      ],
      { name: "自评表" },
    ),
  ]);
}

/** The formulas that the engine cannot even read. */
function unreadFormulas(snapshot: Snapshot): readonly string[] {
  const results = recalculate(snapshot, functionTable);
  return snapshot.sheets.flatMap(({ name: sheet, rows }) =>
    Array.from(rows).flatMap(([row, cells]) =>
      Array.from(cells).flatMap(([column, { formula }]) =>
        formula === undefined || results.get(sheet)?.get(row)?.has(column) === true
          ? []
          : [`${a1({ row, column })} ${formula}`],
      ),
    ),
  );
}

/** Everything that any face does with a form: nothing throws, every formula can be read, every cell shows what the card says. */
async function walk(start: Snapshot): Promise<void> {
  const before = evaluated(start);
  expect(JSON.stringify(jsonReport("表.xlsx", 1, before))).toContain('"rows"');
  await checkForm(before);
  const workbook = memoryWorkbook(start, recalculated);
  const port = { ...workbook, amend: null, repair: null };
  for (const change of [{ kind: "score" }, { kind: "convert", to: "builtIn" }] as const) {
    expect(await makeChange(port, change)).toMatchObject({ kind: "done" });
    const after = workbook.snapshot();
    expect(unreadFormulas(after)).toEqual([]);
    const again = evaluated(after);
    expect(unlikeCard(again, after)).toEqual([]);
    await checkForm(again);
  }
}

describe("任何评分标准，旁边写着什么，都能走完", () => {
  it("评分、自查、写公式、转为普通公式都不中断，写出的公式都读得了，格子与计算得分一致", async () => {
    const some = fc.array(fc.constantFrom(...clauses), { minLength: 12, maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(some, fc.constantFrom(...layouts), (rows, beside) => walk(formOf(rows, beside))),
      { numRuns: 10 },
    );
  });

  it.each(layouts.map((beside) => ({ beside })))("按件得分的、按公式得分的，旁边是$beside", ({ beside }) =>
    walk(formOf(clauses.slice(-2), beside)),
  );

  it("数已经填好的，没有什么要等：算得出的率与填的率都在，公式读得了", () => {
    const clause =
      "政府采购执行率=（实际采购金额合计数/采购计划金额合计数）×100%\n得分=政府采购执行率×本指标分值。如实际采购金额大于采购计划金额，本项得0分。";
    return walk(formOf([{ indicator: "政府采购执行情况", weight: 2, clause }], []));
  });
});
