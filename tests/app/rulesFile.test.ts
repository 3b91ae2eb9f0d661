import { describe, expect, it } from "vitest";
import { planChange } from "../../src/app/planChange";
import { planRuleChoices } from "../../src/edits/planKept";
import { ruleEntries, type RuleEntry } from "../../src/app/ruleEntries";
import { readRulesFile, writeRulesFile } from "../../src/app/rulesFile";
import type { Snapshot } from "../../src/workbook/snapshot";
import { formOf, type Line } from "../support/formOfClauses";
import { applyPlan } from "../support/memoryWorkbook";
import { evaluated } from "../support/scored";

const clause = "视档案管理情况按上级口径折算后给分扣分。";
const words = "发现1份档案缺失扣0.5分，扣完为止。";
const line: Line = ["档案管理", 2, clause];
const entry: RuleEntry = { indicator: "档案管理", group: "二级", weight: 2, clause, use: { words } };

function imported(book: Snapshot, entries: readonly RuleEntry[]) {
  const planned = planChange({ kind: "importRules", entries }, evaluated(book));
  if ("questions" in planned) throw new Error("问了");
  const formCase = evaluated(applyPlan(book, planned.plan));
  return { said: planned.done ?? "", formCase, origins: formCase.scorecard.rows.map(({ origin }) => origin) };
}

describe("规则.json", () => {
  it("导出再导入：另一份同名、同一评分标准的表采用它", () => {
    const { formCase } = imported(formOf(line), [entry]);
    const read = readRulesFile(writeRulesFile(ruleEntries(formCase.scorecard)));
    expect(read).toMatchObject({ ok: true, value: [entry] });
    const spaced: Line = ["档案 管理", 2, ` ${clause}\n`];
    const { said, origins } = imported(formOf(["党建工作", 1, "每缺1次扣1分。"], spaced), [entry]);
    expect(origins.slice(0, 2)).toEqual(["sheet", "person"]);
    expect(said).toBe("1行采用了导入的计分规则。");
  });

  it.each<readonly [why: string, line: Line, entry: RuleEntry]>([
    ["没有同名、同一评分标准", ["档案工作", 2, clause], entry],
    ["没有同名、同一评分标准", ["档案管理", 2, `${clause}另加1分。`], entry],
    [
      "分值不同：这里3，文件里2",
      ["档案管理", 3, clause],
      { ...entry, use: { words: "没有缺失得2分，否则不得分。" } },
    ],
    ["没有全部读懂", line, { ...entry, use: { words: "酌情之外另按比例追加扣分。" } }],
    ["本表采用的版本没有这一行", line, { ...entry, use: "edition" }],
  ])("没有采用的说明原因：%s", (why, one, entry) => {
    const { said, formCase } = imported(formOf(one), [entry]);
    expect(said).toMatch(/^没有行采用导入的计分规则。没有采用：/u);
    expect(said).toContain(why);
    expect(formCase.snapshot.records.size).toBe(0);
  });

  it("只说满分的规则，分值不同也能用", () => {
    const full: RuleEntry = { ...entry, use: { words: "档案齐全的得满分，否则不得分。" } };
    expect(imported(formOf(["档案管理", 5, clause]), [full]).origins[0]).toBe("person");
  });

  it("同名、同一评分标准的几行各有设定：导出再导入，各是各的；说法相同的只写一条", () => {
    const lines: readonly Line[] = [line, line, ["档案管理", 3, clause], ["档案管理", 5, clause]];
    const uses: readonly RuleEntry["use"][] = [{ words }, { words }, "judged", { words: "每缺1份扣1分。" }];
    const first = evaluated(formOf(...lines));
    const choices = Object.fromEntries(
      first.scorecard.rows
        .slice(0, 4)
        .map((row, index) => [row.ruleKey, { clause, use: uses[index] ?? "judged" }]),
    );
    const made = evaluated(applyPlan(first.snapshot, planRuleChoices(first, choices)));
    const text = writeRulesFile(ruleEntries(made.scorecard));
    const read = readRulesFile(text);
    if (!read.ok) throw new Error(read.problem.why);
    expect(read.value).toHaveLength(3);
    const { formCase, said } = imported(formOf(...lines), read.value);
    expect(formCase.scorecard.rows.slice(0, 4).map(({ choice }) => choice?.use)).toEqual(uses);
    expect(said).toBe("4行采用了导入的计分规则。");
    expect(writeRulesFile(ruleEntries(formCase.scorecard))).toBe(text);
  });

  it("文件里有几种说法，分不清是哪一种的不采用，说明", () => {
    const two = [
      { ...entry, group: "甲", use: "judged" },
      { ...entry, group: "乙" },
    ] as const;
    const { said, origins } = imported(formOf(line), two);
    expect(origins[0]).toBe("sheet");
    expect(said).toContain("文件里对同样的行说法不同");
  });

  it("本行已有人工设定，不改动", () => {
    const { formCase } = imported(formOf(line), [{ ...entry, use: "judged" }]);
    const again = imported(formCase.snapshot, [entry]);
    expect(again.said).toContain("已有人工设定");
    expect(again.formCase.scorecard.rows[0]?.choice?.use).toBe("judged");
    expect(imported(formCase.snapshot, [{ ...entry, use: "judged" }]).said).not.toContain("没有采用");
  });

  it.each<readonly [fault: string, text: string]>([
    ["不是 JSON", "{"],
    ["version", '{ "version": 2, "rules": [] }'],
    [
      "rules[0].use",
      '{ "version": 1, "rules": [{ "indicator": "甲", "weight": 2, "clause": "", "use": "x" }] }',
    ],
    [
      "rules[0].weight",
      '{ "version": 1, "rules": [{ "indicator": "甲", "weight": 0, "clause": "", "use": "judged" }] }',
    ],
    [
      "rules[0].more",
      '{ "version": 1, "rules": [{ "indicator": "甲", "weight": 1, "clause": "", "use": "judged", "more": 1 }] }',
    ],
    ["说的却不同", writeRulesFile([entry, { ...entry, clause: ` ${clause}`, use: "judged" }])],
  ])("读不了的说明哪里、为什么：%s", (fault, text) => {
    const read = readRulesFile(text);
    expect(read.ok ? "" : `${read.problem.why}${read.problem.todo}`).toContain(fault);
  });
});
