import { readFile } from "node:fs/promises";
import { beforeAll, describe, expect, test } from "vitest";
import { openXlsx } from "../../src/adapters/xlsx/openXlsx";
import { functionTable } from "../../src/functions/functionTable";
import { draftOf } from "../../src/taskpane/factDraft";
import type { Host } from "../../src/taskpane/host";
import type { PaneState } from "../../src/taskpane/paneState";
import type { CellAddress } from "../../src/workbook/cell";
import { keptValue } from "../../src/workbook/records";
import { fail, succeed, type Problem, type WorkbookPort } from "../../src/workbook/port";
import { drivenPane, quietHost } from "../support/drivenPane";

let bytes: Uint8Array;

beforeAll(async () => {
  bytes = new Uint8Array(await readFile("samples/nansha-2023-blank.xlsx"));
});

/** A pane without a screen over the sample: its state, and a host whose every answer a test can change. */
function pane(change: (host: Host, port: WorkbookPort) => Partial<Host> = () => ({})) {
  const opened = openXlsx(bytes, { functions: functionTable });
  if (!opened.ok) throw new Error(opened.problem.what);
  const workbook = opened.value;
  const selected: CellAddress[] = [];
  let edited: () => void = () => undefined;
  const plain: Host = {
    ...quietHost(workbook),
    select: (at) => {
      selected.push(at);
      return Promise.resolve(succeed(null));
    },
    onChange: (listener) => {
      edited = listener;
      return () => undefined;
    },
  };
  const progress: string[] = [];
  const driven = drivenPane({ ...plain, ...change(plain, workbook) }, (state) => {
    if (state.progress !== null) progress.push(state.progress);
  });
  return {
    ...driven,
    progress,
    selected,
    workbook,
    edit: async (at: CellAddress, value: number) => {
      await workbook.apply({ edits: [{ kind: "cell", at, content: { value }, reason: "" }], expects: [] });
      edited();
    },
  };
}

const editing: Problem = {
  code: "cellBeingEdited",
  what: "没有写入。",
  why: "有单元格正在编辑。",
  todo: "请按回车键结束编辑后重试。",
};

const idle = (state: PaneState) => state.phase === "ready" && !state.busy;

describe("面板的操作", () => {
  test("打开时自己找到自评表；计算得分写入并说明结果；再算一次什么也不改", async () => {
    const one = pane();
    await one.until(idle);
    one.send({ kind: "score" });
    const state = await one.until((now) => now.message?.kind === "done");
    expect(state).toMatchObject({ written: true, restorable: true, outdated: false, busy: false });
    const before = one.workbook.save();
    one.send({ kind: "score" });
    await one.until((now) => now.message?.kind === "done" && !now.busy);
    expect(Buffer.from(one.workbook.save()).equals(Buffer.from(before))).toBe(true);
    one.end();
  });

  test("单元格正在编辑时写不进：照实说明，分数和填到一半的内容都在", async () => {
    let refuse = false;
    const one = pane((_, port) => ({
      port: {
        read: port.read,
        apply: (plan) => (refuse ? Promise.resolve(fail(editing)) : port.apply(plan)),
      },
    }));
    const ready = await one.until(idle);
    const fact = ready.scorecard?.rows.find((row) => row.row === 16)?.facts[0];
    if (fact === undefined) throw new Error("row 16 asks nothing");
    one.send({ kind: "draft", factId: fact.id, draft: { ...draftOf(fact), text: "3" } });
    refuse = true;
    one.send({ kind: "answer", answers: [{ factId: fact.id, value: 3, reason: "" }] });
    const failed = await one.until((now) => now.message?.kind === "problem" && !now.busy);
    expect(failed.message).toEqual({ kind: "problem", problem: editing });
    expect(failed.drafts[fact.id]?.text).toBe("3");
    expect(failed.scorecard).not.toBeNull();
    refuse = false;
    one.send({ kind: "answer", answers: [{ factId: fact.id, value: 3, reason: "" }] });
    const written = await one.until((now) => Object.keys(now.drafts).length === 0 && !now.busy);
    expect(written.scorecard?.rows.find((row) => row.row === 16)?.facts[0]?.value).toBe(3);
    one.end();
  });

  test("超过半秒才显示进度，做完就撤下", async () => {
    const one = pane((_, port) => ({
      port: {
        read: async () => {
          await new Promise((done) => setTimeout(done, 700));
          return port.read();
        },
        apply: port.apply,
      },
    }));
    await one.until((now) => now.progress === "正在读取表格");
    const ready = await one.until(idle);
    expect(ready.progress).toBeNull();
    one.end();
    const quick = pane();
    await quick.until(idle);
    expect(quick.progress).toEqual([]);
    quick.end();
  });

  test("在 Excel 里改了数据：面板立即重算，表内已写的不擅自改，只提示重新计算", async () => {
    const one = pane();
    const ready = await one.until(idle);
    one.send({ kind: "score" });
    await one.until((now) => now.written && !now.busy);
    const row = ready.scorecard?.rows.find((each) => each.row === 20);
    if (row === undefined) throw new Error("no row 20");
    await one.edit({ ...row.weightAt }, 1);
    const changed = await one.until(
      (now) => now.scorecard?.rows.some((each) => each.weight === 1 && each.row === 20) === true,
    );
    expect(changed.outdated).toBe(true);
    one.end();
  });

  test("程序出错也不会卡死：说明后还能继续", async () => {
    let broken = false;
    const one = pane((_, port) => ({
      port: {
        read: () => {
          if (broken) throw new Error("坏了");
          return port.read();
        },
        apply: port.apply,
      },
    }));
    await one.until(idle);
    broken = true;
    one.send({ kind: "score" });
    const failed = await one.until((now) => now.message?.kind === "problem" && !now.busy);
    expect(failed.message?.kind === "problem" && failed.message.problem.todo).not.toBe("");
    broken = false;
    one.send({ kind: "score" });
    await one.until((now) => now.message?.kind === "done");
    one.end();
  });

  test("点指标，选中它的得分格", async () => {
    const one = pane();
    await one.until(idle);
    one.send({ kind: "explain", row: 31 });
    expect(one.selected).toEqual([{ sheet: "部门整体支出绩效自评表", row: 31, column: 9 }]);
    one.end();
  });

  test("设置写进工作簿，读回来生效", async () => {
    const one = pane();
    await one.until(idle);
    one.send({ kind: "setting", name: "reasonsIn", value: "basis" });
    const state = await one.until((now) => now.scorecard?.settings.reasonsIn === "basis");
    expect(state.scorecard?.settings.reasonsIn).toBe("basis");
    expect(keptValue(one.workbook.snapshot(), "settings", null)).toEqual({ reasonsIn: "basis" });
    one.end();
  });

  test("保留填报得分记在工作簿里：重新打开还在；两个数变了就再问", async () => {
    const one = pane();
    const ready = await one.until(idle);
    const row = ready.scorecard?.rows.find((each) => each.row === 15);
    if (row === undefined) throw new Error("no row 15");
    await one.edit(row.at, 8);
    await one.until((now) => now.scorecard?.rows.some((each) => each.typed === 8) === true);
    expect(one.state().kept).toEqual([]);
    one.send({ kind: "keep", row: 15 });
    await one.until((now) => now.kept.includes(15) && !now.busy);
    one.end();
    const again = pane((_, port) => ({ port: { ...port, read: one.workbook.read } }));
    expect((await again.until(idle)).kept).toEqual([15]);
    again.end();
    const other = pane((_, port) => ({ port: { ...port, read: one.workbook.read } }));
    await other.until(idle);
    await one.edit(row.at, 7);
    other.send({ kind: "reread" });
    await other.until((now) => now.scorecard?.rows.some((each) => each.typed === 7) === true);
    expect(other.state().kept).toEqual([]);
    other.end();
  });
});
