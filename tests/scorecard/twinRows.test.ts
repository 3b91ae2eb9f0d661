import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { planRuleChoices } from "../../src/edits/planKept";
import type { Snapshot } from "../../src/workbook/snapshot";
import { gridSheet, workbookOf } from "../support/grid";
import { applyPlan } from "../support/memoryWorkbook";
import { evaluated } from "../support/scored";

/*
 * Rows of one name (完成时效 under each project): what a person answered or said of one is never taken for another, however
 * the form is changed afterwards.
 */

const clause = "每延迟1天扣1分，扣完为止。";
const late = "每延迟1天扣2分，扣完为止。";
const head = ["一级指标", "二级指标", "三级指标", "分值", "评分标准", "得分", "评分依据"];
type Row = readonly [group: string, name: string];

function bookOf(rows: readonly Row[], before?: Snapshot): Snapshot {
  const lines = rows.map(([group, name]) => ["产出", group, name, 10, clause, null, null]);
  const book = workbookOf([gridSheet([["部门整体支出绩效自评表"], head, ...lines], { name: "自评表" })]);
  return before === undefined ? book : { ...book, records: before.records };
}

const keysOf = (rows: readonly Row[]): readonly string[] =>
  evaluated(bookOf(rows)).scorecard.rows.map(({ ruleKey }) => ruleKey);

describe("同名的行", () => {
  it.each<readonly [string, readonly Row[], readonly string[]]>([
    ["只有一行", [["项目甲", "时效"]], ["row:时效"]],
    [
      "各在一组",
      [
        ["项目甲", "时效"],
        ["项目乙", "时效"],
      ],
      ["row:时效（项目甲）", "row:时效（项目乙）"],
    ],
    [
      "同在一组",
      [
        ["项目甲", "时效"],
        ["项目甲", "时效"],
      ],
      ["row:时效（第1行，共2行）", "row:时效（第2行，共2行）"],
    ],
    [
      "又同组又不同组",
      [
        ["项目甲", "时效"],
        ["项目乙", "时效"],
        ["项目乙", "时效"],
      ],
      ["row:时效（项目甲）", "row:时效（项目乙，第1行，共2行）", "row:时效（项目乙，第2行，共2行）"],
    ],
  ])("%s", (_title, rows, keys) => {
    expect(keysOf(rows)).toEqual(keys);
  });

  it("改名、删除、移动以后，人工设定只用于原来那一行，或者不用并说明", () => {
    const group = fc.constantFrom("项目甲", "项目乙", "项目丙");
    const name = fc.constantFrom("时效", "质量");
    const change = fc.record({
      kind: fc.constantFrom("rename", "delete", "swap"),
      at: fc.nat(),
      to: fc.nat(),
    });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(group, name), { minLength: 1, maxLength: 6 }),
        fc.nat(),
        change,
        (made, pick, { kind, at, to }) => {
          const rows = made.map(([above, own], id) => ({ id, row: [above, own] as Row }));
          const chosen = pick % rows.length;
          const keys = keysOf(made);
          const book = bookOf(made);
          const choice = { clause, use: { words: late } };
          const corrected = applyPlan(
            book,
            planRuleChoices(evaluated(book), { [keys[chosen] ?? ""]: choice }),
          );
          const index = at % rows.length;
          const next =
            kind === "delete"
              ? rows.filter((_, one) => one !== index)
              : rows.map((one, place) => {
                  if (kind === "rename")
                    return place === index ? { ...one, row: [one.row[0], "改名"] as Row } : one;
                  const other = to % rows.length;
                  return place === index
                    ? (rows[other] ?? one)
                    : place === other
                      ? (rows[index] ?? one)
                      : one;
                });
          if (next.length === 0) return;
          const { scorecard } = evaluated(
            bookOf(
              next.map(({ row }) => row),
              corrected,
            ),
          );
          const taken = scorecard.rows.flatMap(({ choice: said }, place) =>
            said === null ? [] : [next[place]],
          );
          // Rows of one name in one group that changed places cannot be told apart: they are alike in every word.
          const same = taken.every((one) => one?.row.join() === rows[chosen]?.row.join());
          const told = taken.every((one) => one?.id === chosen) || (kind === "swap" && same);
          expect(told).toBe(true);
          const said = scorecard.remarks.some((remark) => remark.includes("找不到它的行"));
          expect(said).toBe(taken.length === 0);
        },
      ),
    );
  });
});
