import { describe, expect, it } from "vitest";
import { planRestoring } from "../../src/app/planRestoring";
import { planRuleChoices } from "../../src/edits/planKept";
import type { RuleChoice, RuleUse } from "../../src/scorecard/chooseRule";
import type { Snapshot } from "../../src/workbook/snapshot";
import { formOf, type Line } from "../support/formOfClauses";
import { applyPlan, setCell } from "../support/memoryWorkbook";
import { evaluated, scored } from "../support/scored";

const clause = "视档案管理情况按上级口径折算后给分扣分。";
const words = "发现1份档案缺失扣0.5分，扣完为止。";
const line: Line = ["档案管理", 2, clause, "缺失3份"];
const key = "row:档案管理";
const said = (use: RuleUse, of = clause): Readonly<Record<string, RuleChoice>> => ({
  [key]: { clause: of, use },
});

function kept(book: Snapshot, choices: Readonly<Record<string, RuleChoice | null>>): Snapshot {
  return applyPlan(book, planRuleChoices(evaluated(book), choices));
}

function first(book: Snapshot) {
  const [row] = evaluated(book).scorecard.rows;
  if (row === undefined) throw new Error("没有一行");
  return row;
}

const book = formOf(line);
const corrected = kept(book, said({ words }));

describe("人工设定的计分规则", () => {
  it("用文字写明：按它问，按它算，来源是人工设定", () => {
    expect(first(book)).toMatchObject({ origin: "sheet", outcome: "judgement" });
    const row = first(corrected);
    expect(row).toMatchObject({ origin: "person", unread: [], choice: { clause, use: { words } } });
    expect(row.remarks.join("")).toContain(words);
    const answered = evaluated(corrected, {
      given: new Map(row.questions.map(({ factId }) => [factId, { value: 3 }])),
    });
    expect(answered.scorecard.rows[0]).toMatchObject({ points: 0.5, outcome: "scored" });
  });

  it("公式按人工设定的规则写出，不引用评分标准单元格", () => {
    const { after, result } = scored(corrected);
    const at = result.scorecard.rows[0]?.at;
    const sheet = after.sheets.find(({ name }) => name === result.sheet);
    const formula = sheet?.rows.get(at?.row ?? 0)?.get(at?.column ?? 0)?.formula ?? "";
    expect(formula).toContain("评分底稿");
    expect(formula).not.toMatch(/(?<![A-Z$])E3(?!\d)/u);
    const paper = after.sheets.find(({ name }) => name === "评分底稿");
    const sources = Array.from(paper?.rows.values() ?? []).map((cells) => cells.get(5)?.value ?? "");
    expect(sources).toContain("人工设定：计分规则");
  });

  it.each<readonly [string, RuleUse]>([
    ["用文字写明", { words }],
    ["以人工评定为准", "judged"],
  ])("表中评分标准改了，%s就不算了，并且说明", (_, use) => {
    const at = { sheet: "自评表", row: 3, column: 5 };
    const edited = setCell(kept(book, said(use)), at, { value: "发现1份档案缺失扣1分，扣完为止。" });
    expect(first(edited)).toMatchObject({ origin: "sheet" });
    expect(first(edited).remarks.join("")).toContain("人工设定没有采用");
    // Spaces and widths are no other text.
    const respaced = setCell(kept(book, said(use)), at, { value: ` ${clause.replace("，", ",")}\n` });
    expect(first(respaced).origin).toBe("person");
  });

  it("没有全部读懂的文字不是规则：由人评定，引出没有读懂的，也不回到表里的", () => {
    const readable: Line = ["档案管理", 2, "每缺失1份档案扣0.5分，扣完为止。", "缺失3份"];
    const row = first(
      kept(
        formOf(readable),
        said({ words: "每缺失1份扣0.5分，另视情况按比例追加扣分。" }, readable[2] ?? ""),
      ),
    );
    expect(row).toMatchObject({ origin: "person", outcome: "judgement", points: null });
    expect(row.unread.length).toBeGreaterThan(0);
    expect(row.reason).toContain("没有全部读懂");
  });

  it("恢复原表一并取消，并且说明；不留记录", () => {
    const { after } = scored(corrected);
    for (const one of [corrected, after]) {
      const planned = planRestoring({ kind: "restore", overwrite: [] }, evaluated(one));
      if ("questions" in planned) throw new Error("问了");
      expect(planned.done).toContain("人工设定的计分规则1行已取消");
      const restored = applyPlan(one, planned.plan);
      expect(first(restored)).toMatchObject({ origin: "sheet", choice: null });
      expect(restored.records.size).toBe(0);
    }
  });

  it("取消之后什么都不留", () => {
    expect(kept(corrected, { [key]: null }).records.size).toBe(0);
  });

  it.each([
    [{ clause, use: "none" }],
    ["judged"],
    [null],
    [{ use: "judged" }],
    [{ clause, use: { words: " " } }],
  ])("记录里不认得的（%j）不算", (choice) => {
    const records = new Map([
      [
        "envelope",
        JSON.stringify({ version: 2, forms: { "1": { sheet: "自评表", rules: { [key]: choice } } } }),
      ],
    ] as const);
    expect(first({ ...book, records })).toMatchObject({ origin: "sheet", choice: null });
  });
});
