import { describe, expect, it } from "vitest";
import { openXlsx } from "../../src/adapters/xlsx/openXlsx";
import { writeBook } from "../../src/adapters/xlsx/writeBook";
import { layDesk } from "../../src/review/desk";
import { focusEntries, usualCriteria, type FocusCriteria } from "../../src/review/focusList";
import { readPrevious } from "../../src/review/previousBook";
import { reviewBook } from "../../src/review/reviewBook";
import { findSheet } from "../../src/workbook/snapshot";
import { libreOfficeCsvs } from "../support/libreOffice";
import { deskProject, honestProjects, recordsOf, withoutResults } from "../support/reviewFiles";

const several = ["一", "二", "三", "四"].map((project, index): [string, Uint8Array] => [
  `多${project}.xlsx`,
  deskProject({
    department: "多项目局",
    project: `${project}号`,
    spent: 40 + index,
    scores: [2, 30, 20, 30, 10],
  }),
]);
const records = recordsOf(new Map([...honestProjects(12), ...several]));
const desk = layDesk(records);

function picked(changed: Partial<FocusCriteria>): readonly string[] {
  const criteria = { ...usualCriteria(desk.forms.length), ...changed };
  return focusEntries(desk, [], criteria)
    .filter(({ place }) => place !== null && place <= criteria.total)
    .sort((left, right) => (left.place ?? 0) - (right.place ?? 0))
    .map(({ form }) => form.department);
}

describe("建议重点复核名单", () => {
  it("每个部门最多几张，就是最多几张", () => {
    const of = (most: number) =>
      picked({ most, total: 16 }).filter((department) => department === "多项目局");
    expect([1, 2, 4].map((most) => of(most).length)).toEqual([1, 2, 4]);
  });

  it("每个部门至少一张的，各部门先有一张", () => {
    expect(new Set(picked({ least: 1, total: 13 })).size).toBe(13);
  });

  it("同一个种子抽出同样的名单，换一个种子就不同；先后不影响", () => {
    const draw = { amount: 0, doubt: 0, draw: 1, total: 6 };
    expect(picked({ ...draw, seed: 1 })).toEqual(picked({ ...draw, seed: 1 }));
    const lists = Array.from({ length: 8 }, (_, seed) => picked({ ...draw, seed }).join());
    expect(new Set(lists).size).toBeGreaterThan(6);
  });

  it("只看疑点的，疑点多的在前", () => {
    expect(picked({ amount: 0, doubt: 1, draw: 0, total: 3, most: 9 })).toEqual([
      "多项目局",
      "多项目局",
      "多项目局",
    ]);
  });

  it("在表里改了标准，LibreOffice 重算出的名单与按新标准做的一样", async () => {
    const changed = new Map([
      ["随机种子", 7],
      ["随机抽取所占比重", 0.9],
      ["每个部门最多", 1],
      ["每个部门至少", 1],
      ["名单总数", 9],
      ["位次到多少写明理由", 0.5],
    ]);
    const usual = openXlsx(await writeBook(reviewBook(records, { previous: null })));
    if (!usual.ok) throw new Error(usual.problem.what);
    const name = "建议重点复核名单";
    const edits = [...(findSheet(usual.value.snapshot(), name)?.rows ?? [])].flatMap(([row, cells]) =>
      [...cells].flatMap(([column, { value }]) => {
        const wanted = typeof value === "string" ? changed.get(value) : undefined;
        if (wanted === undefined) return [];
        const at = { sheet: name, row, column: column + 1 };
        return [{ kind: "cell" as const, at, content: { value: wanted }, reason: "改标准" }];
      }),
    );
    expect(edits).toHaveLength(changed.size);
    await usual.value.apply({ edits, expects: [] });
    const kept = readPrevious(usual.value.snapshot());
    const wanted = await writeBook(
      reviewBook(records, { previous: { sheets: new Map(), criteria: kept.criteria, whole: [] } }),
    );
    const sheets = await libreOfficeCsvs(
      new Map([
        ["changed.xlsx", withoutResults(usual.value.save())],
        ["wanted.xlsx", wanted],
      ]),
    );
    const [own, other] = [sheets.get("changed.xlsx")?.get(name), sheets.get("wanted.xlsx")?.get(name)];
    expect(own).toContain("随机抽中");
    expect(own).toBe(other);
  });
});
