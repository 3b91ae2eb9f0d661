import { beforeAll, describe, expect, test } from "vitest";
import type { PaneEvent } from "../../src/taskpane/paneEvent";
import { stepBack } from "../../src/taskpane/paneKeys";
import { startState, untouched, type PaneState } from "../../src/taskpane/paneState";
import { reducePane } from "../../src/taskpane/reducePane";
import { filterRows, neighboursOf } from "../../src/taskpane/rowFilter";
import type { ScorecardRow } from "../../src/scorecard/scorecard";
import { evaluated } from "../support/scored";
import { sampleSnapshot } from "../support/sampleSnapshot";

let ready: PaneState;
let rows: readonly ScorecardRow[];

beforeAll(async () => {
  const { scorecard } = evaluated(await sampleSnapshot("samples/city-2023-blank.xlsx"));
  ({ rows } = scorecard);
  ready = after(startState, { kind: "scorecardRead", scorecard, standing: untouched });
});

function after(state: PaneState, ...events: readonly PaneEvent[]): PaneState {
  return events.reduce(reducePane, state);
}

/** Esc as often as there is something to go back from: what it wants each time. */
function backOut(from: PaneState): readonly string[] {
  const intent = stepBack(from);
  if (intent === null) return [];
  return [intent.kind, ...(intent.kind === "stop" ? [] : backOut(reducePane(from, intent)))];
}

describe("Esc 退一步", () => {
  test.each([
    { kind: "showFill" },
    { kind: "showConfirm" },
    { kind: "showFindings" },
    { kind: "showSettings" },
    { kind: "showWording" },
    { kind: "explain", row: 16 },
  ] as const satisfies readonly PaneEvent[])("$kind：回到列表", (opened) => {
    expect(backOut(after(ready, opened))).toEqual(["showList"]);
  });

  test("列表上没有可退的；没有读到表的也没有", () => {
    expect(stepBack(ready)).toBeNull();
    expect(stepBack(startState)).toBeNull();
  });

  test("恢复原表、转换／报送先收起，再回到列表", () => {
    const shown = after(
      ready,
      { kind: "showFindings" },
      { kind: "askConvert" },
      { kind: "restoreQuestions", questions: [] },
    );
    expect(backOut(shown)).toEqual(["cancelRestore", "cancelConvert", "showList"]);
  });

  test("正在计算：先停下来；已经在停、开始写入的，不动", () => {
    const at = (stopping: PaneState["stopping"]) => ({ ...after(ready, { kind: "showSettings" }), stopping });
    expect(backOut(at("can"))).toEqual(["stop"]);
    expect(stepBack(at("asked"))).toBeNull();
    expect(stepBack(at("late"))).toBeNull();
  });
});

describe("说明页的上一项、下一项", () => {
  const walk = (list: readonly ScorecardRow[]): readonly number[] => {
    const seen: number[] = [];
    for (let row = neighboursOf(list, 0).next; row !== undefined; row = neighboursOf(list, row.row).next)
      seen.push(row.row);
    return seen;
  };

  test("跟着列表的筛选和查找走", () => {
    const missing = filterRows(rows, "missing", "采购");
    expect(missing.length).toBeGreaterThan(1);
    expect(missing.length).toBeLessThan(rows.length);
    expect(walk(missing)).toEqual(missing.map(({ row }) => row));
    expect(walk(rows)).toEqual(rows.map(({ row }) => row));
  });

  test("这一项不在筛选的列表里，到表里离它最近的", () => {
    const list = rows.filter((_, at) => at === 1 || at === 4);
    expect(neighboursOf(list, rows[2]?.row ?? 0)).toEqual({ previous: rows[1], next: rows[4] });
    expect(neighboursOf([], 20)).toEqual({ previous: undefined, next: undefined });
  });
});
