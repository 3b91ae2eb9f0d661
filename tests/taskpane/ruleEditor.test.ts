import { describe, expect, it, test } from "vitest";
import { isOutdatedChoice, sayRowRule } from "../../src/app/sayRowRule";
import { draftKinds, emptyDraft, retyped } from "../../src/clause/editDraft";
import { planRuleChoices } from "../../src/edits/planKept";
import type { Scorecard, ScorecardRow } from "../../src/scorecard/scorecard";
import { exportRules, readRules } from "../../src/taskpane/exchangeRules";
import { startState, untouched } from "../../src/taskpane/paneState";
import { choicesOf, heldBecause, offeredSharers, proposeRule, startOf } from "../../src/taskpane/proposeRule";
import { reducePane } from "../../src/taskpane/reducePane";
import { beginEditing, isFilledIn, type RuleEditing } from "../../src/taskpane/ruleEditing";
import type { WorkbookPort } from "../../src/workbook/port";
import type { Snapshot } from "../../src/workbook/snapshot";
import { applyPlan } from "../support/memoryWorkbook";
import { quietHost } from "../support/drivenPane";
import { gridSheet, workbookOf } from "../support/grid";
import { evaluated } from "../support/scored";

const head = ["一级指标", "二级指标", "三级指标", "分值", "评分标准", "得分", "评分依据"];
const stepped = "预算完成率达到100%的得满分，每低1%扣1分，扣完为止。";
const unread = "完成率100%得3分；另按有关口径折算后酌定加分系数。";
type Line = readonly [name: string, weight: number, clause: string];

function bookOf(...lines: readonly Line[]): Snapshot {
  const rows = lines.map(([name, weight, clause]) => ["管理", "二级", name, weight, clause, null, null]);
  return workbookOf([gridSheet([["部门整体支出绩效自评表"], head, ...rows], { name: "自评表" })]);
}

function scored(book: Snapshot): { readonly scorecard: Scorecard; readonly row: ScorecardRow } {
  const { scorecard } = evaluated(book);
  const [row] = scorecard.rows;
  if (row === undefined) throw new Error("没有行");
  return { scorecard, row };
}

function proposed(line: Line, part: Partial<RuleEditing>) {
  const { row } = scored(bookOf(line));
  return proposeRule({ ...beginEditing(row), ...part }, row, startOf(row));
}

describe("更正读法：打开时", () => {
  it.each<readonly [string, Line, string, string | null]>([
    ["读懂的，按类型带出", ["预算完成率", 8, stepped], "form", "stepped"],
    ["没有读懂的，请改写文字", ["甲", 3, unread], "words", null],
  ])("%s", (_title, line, way, kind) => {
    const proposal = proposed(line, {});
    expect(proposal).toMatchObject({ way, kind });
    expect(proposal.ways.includes("sheet")).toBe(kind !== null);
    expect(proposal.ways).not.toContain("edition");
  });

  it("带出的与表中的是同一条标准", () => {
    const { counts, use } = proposed(["预算完成率", 8, stepped], {});
    expect(use).toEqual({ words: counts?.clause });
    expect(counts?.reading).toMatchObject({
      state: "read",
      criterion: { kind: "stepped", from: 1, step: 0.01 },
    });
  });
});

describe("更正读法：全部读懂才是一条规则", () => {
  it.each<readonly [string, Partial<RuleEditing>, string | null]>([
    ["没有改写", { way: "words" }, "没有全部读懂"],
    ["空白", { way: "words", words: " " }, "还没有写计分规则"],
    ["没有规则", { way: "words", words: "评价要点：部门职能。" }, "没有写怎样得分"],
    ["太长", { way: "words", words: "长".repeat(4001) }, "最多4000字"],
    ["没有选类型", { way: "form" }, "还没有选择类型"],
    ["读懂", { way: "words", words: stepped }, null],
    ["人工评定", { way: "judged" }, null],
  ])("%s", (_title, part, problem) => {
    const { use, problems } = proposed(["甲", 8, unread], part);
    expect(use === null).toBe(problem !== null);
    if (problem === null) expect(problems).toEqual([]);
    else expect(problems.map((one) => one.problem).join()).toContain(problem);
  });

  it.each(draftKinds)("什么也没有填的“$title”不是规则", ({ kind }) => {
    expect(
      proposed(["甲", 8, unread], { way: "form", kind, forms: { [kind]: emptyDraft(kind) } }).use,
    ).toBeNull();
  });

  it("换了类型再换回来，填的还在", () => {
    const typed = retyped(emptyDraft("stepped"), "measure", "乙率");
    const forms = { stepped: typed, bands: emptyDraft("bands") };
    expect(proposed(["甲", 8, unread], { way: "form", kind: "bands", forms }).kind).toBe("bands");
    expect(proposed(["甲", 8, unread], { way: "form", kind: "stepped", forms }).draft).toBe(typed);
  });
});

describe("同样用于评分标准相同的行", () => {
  const lines: readonly Line[] = [
    ["档案管理", 3, unread],
    ["档案 管理", 3, ` ${unread}`],
    ["别的", 3, unread],
    ["档案管理", 5, unread],
    ["不同", 3, stepped],
  ];
  it.each<readonly [string, string, readonly (readonly [boolean, string | null])[]]>([
    [
      "写明几分的，分值不同的不用",
      "每缺1次扣1分，扣完为止。",
      [
        [true, null],
        [false, null],
        [false, "分值不同"],
      ],
    ],
    [
      "写满分的都能用",
      "预算完成率达到100%的得满分，否则不得分。",
      [
        [true, null],
        [false, null],
        [true, null],
      ],
    ],
  ])("%s：名称相同的先勾上", (_title, words, expected) => {
    const { scorecard, row } = scored(bookOf(...lines));
    const use = { words };
    const offered = offeredSharers(beginEditing(row), row, use, scorecard, []);
    expect(offered.map(({ ticked, why }) => [ticked, why])).toEqual(expected);
    const others = offered.filter(({ ticked }) => ticked).map((one) => one.row.ruleKey);
    expect(Object.keys(choicesOf(row, use, offered))).toEqual([row.ruleKey, ...others]);
  });
});

describe("说的是看见的那一条", () => {
  it("填写期间表中改过：看过才能保存；保存以后改过：不采用，并说明", () => {
    const { row } = scored(bookOf(["甲", 8, unread]));
    const editing = beginEditing(row);
    expect(heldBecause(editing, row)).toBeNull();
    const { row: changed } = scored(bookOf(["甲", 8, stepped]));
    expect(heldBecause(editing, changed)).toContain("改过");
    const choice = { clause: unread, use: "judged" } as const;
    expect(isOutdatedChoice({ ...row, choice })).toBe(false);
    expect(isOutdatedChoice({ ...changed, choice })).toBe(true);
  });

  it("保存以后按它计分，来源写明；取消以后照旧", () => {
    const book = bookOf(["甲", 8, unread]);
    const { row } = scored(book);
    const { use } = proposed(["甲", 8, unread], { way: "words", words: stepped });
    if (use === null) throw new Error("没有读懂");
    const kept = applyPlan(book, planRuleChoices(evaluated(book), choicesOf(row, use, [])));
    const after = scored(kept);
    expect(sayRowRule(after.row, after.scorecard)).toBe("人工设定的文字");
    const plan = planRuleChoices(evaluated(kept), { [row.ruleKey]: null });
    const back = scored(applyPlan(kept, plan));
    expect(sayRowRule(back.row, back.scorecard)).toBe("表中评分标准，没有全部读懂，由人工评定");
  });
});

describe("没有保存的填写", () => {
  const { scorecard, row } = scored(bookOf(["甲", 8, unread], ["乙", 2, stepped]));
  const ready = reducePane(startState, { kind: "scorecardRead", scorecard, standing: untouched });
  const editing: RuleEditing = { ...beginEditing(row), words: "得8分" };
  const ruleKey = row.ruleKey;
  const typing = reducePane(reducePane(ready, { kind: "explain", row: row.row }), {
    kind: "editRule",
    ruleKey,
    editing,
  });
  const choice = { clause: unread, use: "judged" } as const;

  test("换行、重新读表都不丢；表里选中别的行，不切走", () => {
    const away = reducePane(typing, { kind: "explain", row: row.row + 1 });
    const read = reducePane(away, { kind: "scorecardRead", scorecard, standing: untouched });
    expect(read.ruleEdits[ruleKey]).toBe(editing);
    const at = { sheet: scorecard.sheet, row: row.row + 1, column: 6 };
    expect(reducePane(typing, { kind: "sheetSelection", at })).toMatchObject({ selected: row.row });
  });

  test("保存成了才放下；取消人工设定不碰正在填的；没有写过的收起就放下", () => {
    const saved = reducePane(typing, { kind: "rulesWritten", choices: { [ruleKey]: choice } });
    expect(saved.ruleEdits).toEqual({});
    const takenBack = reducePane(typing, { kind: "rulesWritten", choices: { [ruleKey]: null } });
    expect(takenBack.ruleEdits[ruleKey]).toBe(editing);
    expect([isFilledIn(beginEditing(row)), isFilledIn(editing)]).toEqual([false, true]);
  });
});

describe("规则.json 进出面板", () => {
  const port = {} as WorkbookPort;
  const book = bookOf(["甲", 8, unread]);
  const { row } = scored(book);
  const kept = applyPlan(book, planRuleChoices(evaluated(book), choicesOf(row, { words: stepped }, [])));
  const { scorecard } = scored(kept);

  it.each(["file", "clipboard"] as const)("导出（%s）的读得回来", async (to) => {
    const out: string[] = [];
    const host = {
      ...quietHost(port),
      saveText: (text: string) => out.push(text),
      copyText: (text: string) => Promise.resolve(out.push(text) > 0),
    };
    expect(await exportRules(host, scorecard, to)).toMatchObject({ kind: "done" });
    const text = out[0] ?? "";
    const entry = { indicator: "甲", weight: 8, clause: unread, use: { words: stepped } };
    expect(readRules(text)).toMatchObject({ ok: true, value: [entry] });
    expect(readRules(new TextEncoder().encode(`\uFEFF${text}`))).toMatchObject({ ok: true, value: [entry] });
  });

  it("不能复制的，请存文件", async () => {
    const host = { ...quietHost(port), copyText: () => Promise.resolve(false) };
    expect(await exportRules(host, scorecard, "clipboard")).toMatchObject({ kind: "failed" });
  });

  it.each<readonly [string, Uint8Array | string, string]>([
    ["不是规则", "{}", "version"],
    ["不是UTF-8", new Uint8Array([0xb9, 0xe6, 0xd4, 0xf2]), "UTF-8"],
    ["太大", "x".repeat(2_000_001), "2 MB"],
  ])("读不了的说明为什么、怎么办：%s", (_title, from, why) => {
    const read = readRules(from);
    expect(read.ok ? "" : read.problem.why).toContain(why);
    expect(read.ok ? "" : read.problem.todo).not.toBe("");
  });
});
