import { beforeAll, describe, expect, test } from "vitest";
import { draftOf } from "../../src/taskpane/factDraft";
import { startState, untouched, type PaneState } from "../../src/taskpane/paneState";
import { reducePane } from "../../src/taskpane/reducePane";
import { filterRows } from "../../src/taskpane/rowFilter";
import { rowStates } from "../../src/taskpane/rowStates";
import { stateWith } from "../../src/taskpane/takeScorecard";
import type { PaneEvent } from "../../src/taskpane/paneEvent";
import { evaluated } from "../support/scored";
import type { Scorecard } from "../../src/scorecard/scorecard";
import { sampleSnapshot } from "../support/sampleSnapshot";

let filled: Scorecard;
let ready: PaneState;

beforeAll(async () => {
  const evaluation = evaluated(await sampleSnapshot("samples/nansha-2023.xlsx"));
  filled = evaluation.scorecard;
  ready = after(startState, {
    kind: "scorecardRead",
    scorecard: filled,
    standing: untouched,
  });
});

function after(state: PaneState, ...events: readonly PaneEvent[]): PaneState {
  return events.reduce(reducePane, state);
}

function at(row: number, sheet = filled.sheet) {
  return { sheet, row, column: 9 };
}

describe("面板的状态", () => {
  test("选中表内一行，显示该行指标，不移动键盘焦点", () => {
    const state = after(ready, { kind: "sheetSelection", at: at(31) });
    expect(state).toMatchObject({ view: "explanation", selected: 31, moveFocus: false });
  });

  test("上次留下的半截答案，只在它那张表读到时拿出来", () => {
    const draft = { text: "13", months: [], notApplicable: false, reason: "" };
    const read = { kind: "scorecardRead", scorecard: filled, standing: untouched } as const;
    const own = after(stateWith({ sheet: filled.sheet, drafts: { a: draft } }), read);
    expect([own.drafts, own.laidAside]).toEqual([{ a: draft }, {}]);
    const other = after(stateWith({ sheet: "另一张", drafts: { a: draft } }), read);
    expect(other.drafts).toEqual({});
    expect(Object.keys(other.laidAside)).toEqual(["另一张"]);
    expect(stateWith(null)).toBe(startState);
  });

  test("选中指标以外的单元格，显示不变", () => {
    const shown = after(ready, { kind: "explain", row: 16 });
    expect(after(shown, { kind: "sheetSelection", at: at(2) })).toMatchObject({ selected: 16 });
    expect(after(ready, { kind: "sheetSelection", at: at(16, "别的表") })).toMatchObject({ view: "list" });
  });

  test("正在填写时选中别的行：不切换，只给出链接；草稿不丢", () => {
    const fact = filled.rows.find((row) => row.row === 16)?.facts[0];
    if (fact === undefined) throw new Error("row 16 asks nothing");
    const typing = after(
      ready,
      { kind: "explain", row: 16 },
      {
        kind: "draft",
        factId: fact.id,
        draft: { ...draftOf(fact), text: "3" },
      },
    );
    const moved = after(typing, { kind: "sheetSelection", at: at(31) });
    expect(moved).toMatchObject({ selected: 16, sheetRow: 31 });
    const there = after(moved, { kind: "explain", row: 31 });
    expect(there).toMatchObject({ selected: 31, sheetRow: null });
    expect(there.drafts[fact.id]?.text).toBe("3");
    const failed = after(there, { kind: "failed", problem: problem() });
    expect(failed.drafts[fact.id]?.text).toBe("3");
    expect(after(there, { kind: "factWritten", factIds: [fact.id] }).drafts).toEqual({});
  });

  test("设置打开时不跟随表格", () => {
    const state = after(ready, { kind: "showSettings" }, { kind: "sheetSelection", at: at(31) });
    expect(state.view).toBe("settings");
  });

  test("上方插入了行，仍停在同一个指标", () => {
    const shown = after(ready, { kind: "explain", row: 31 });
    const lower = { ...filled, rows: filled.rows.map((row) => ({ ...row, row: row.row + 2 })) };
    const state = after(shown, {
      kind: "scorecardRead",
      scorecard: lower,
      standing: untouched,
    });
    expect(state).toMatchObject({ view: "explanation", selected: 33 });
  });

  test("出错时留住分数，说明是什么、为什么、怎么办；关掉后消失", () => {
    const state = after(ready, { kind: "started" }, { kind: "failed", problem: problem() });
    expect(state).toMatchObject({ busy: false, phase: "ready", message: { kind: "problem" } });
    expect(state.scorecard).toBe(filled);
    expect(after(state, { kind: "closeMessage" }).message).toBeNull();
  });

  test("总分变化会报给读屏软件", () => {
    const more = { ...filled, points: filled.points + 1 };
    const state = after(ready, {
      kind: "scorecardRead",
      scorecard: more,
      standing: { ...untouched, written: true, restorable: true },
    });
    expect(state.announcement).toContain("分");
  });
});

describe("指标列表", () => {
  test("一行可以既扣分又待确认又不一致", () => {
    const base = filled.rows[0];
    if (base === undefined) throw new Error("no rows");
    const row = {
      ...base,
      outcome: "scored" as const,
      deduction: 1,
      unconfirmed: 1,
      compared: "differs" as const,
    };
    expect(rowStates(row)).toEqual(["lost", "unconfirmed", "differs"]);
    expect(rowStates({ ...row, deduction: 0, unconfirmed: 0, compared: "same" })).toEqual(["full"]);
    expect(rowStates({ ...row, outcome: "missing", unconfirmed: 0, compared: null })).toEqual(["missing"]);
  });

  test("筛选与查找合用，查找不分全半角", () => {
    const open = filterRows(filled.rows, "missing", "");
    expect(open.length).toBeGreaterThan(0);
    expect(open.every((row) => row.outcome === "missing" || row.outcome === "judgement")).toBe(true);
    expect(filterRows(filled.rows, "all", "采购 时效").map((row) => row.indicator)).toEqual([
      "采购合同签订时效性",
      "合同备案时效性",
    ]);
    expect(filterRows(filled.rows, "all", "没有这样的指标")).toEqual([]);
  });
});

function problem() {
  return {
    code: "cellBeingEdited",
    what: "没有写入。",
    why: "有单元格正在编辑。",
    todo: "请按回车后重试。",
  } as const;
}
