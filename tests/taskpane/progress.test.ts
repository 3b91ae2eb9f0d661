// Fetched by the pane when wanted: the faked clock does not wait for that.
import "../../src/app/planRestoring";
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { createQueue } from "../../src/taskpane/createQueue";
import type { PaneIntent } from "../../src/taskpane/paneEvent";
import type { PaneState } from "../../src/taskpane/paneState";
import { openExcelPane, sampleBook } from "../support/excelPane";
import { bookState, changeCell, type FakeBook, type FakeSheet } from "../support/fakeExcel/fakeBook";

/* What the pane says while every round trip to Excel takes two seconds. The clock is ours. */

const latency = 2000;

// Fetched when wanted: here before the clock stands still.
beforeAll(async () => {
  await import("../../src/findings/findFindings");
  await import("../../src/app/planOnFindings");
});
beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date"] });
});
afterEach(() => {
  vi.useRealTimers();
});

const idle = (state: PaneState) => state.phase === "ready" && !state.busy;
const words = ({ message }: PaneState) => (message?.kind === "done" ? message.text : message?.problem.what);

function formOf(book: FakeBook): FakeSheet {
  const [form] = book.sheets;
  if (form === undefined) throw new Error("no sheet");
  return form;
}

function openSlowPane(book: FakeBook, delay = latency) {
  const told: string[] = [];
  const aloud: string[] = [];
  const pane = openExcelPane(book, {
    latency: delay,
    seen: ({ progress, stopping, announcement }) => {
      const line = progress === null ? "" : `${progress}｜${stopping}`;
      if (line !== (told.at(-1) ?? "")) told.push(line);
      if (announcement !== (aloud.at(-1) ?? "")) aloud.push(announcement);
    },
  });
  const pass = async (ms: number) => {
    await vi.advanceTimersByTimeAsync(ms);
    await new Promise(setImmediate);
  };
  return {
    ...pane,
    told,
    aloud,
    /** Milliseconds until the state holds. */
    until: async (holds: (state: PaneState) => boolean): Promise<number> => {
      for (let passed = 0; passed < 120_000; passed += 50) {
        if (holds(pane.state())) return passed;
        await pass(50);
      }
      throw new Error(`never: ${String(holds)}`);
    },
    pass,
  };
}

/** A pane that has read, with nothing said yet. */
async function ready(book: FakeBook, delay?: number) {
  const pane = openSlowPane(book, delay);
  await pane.until(idle);
  pane.told.length = 0;
  pane.aloud.length = 0;
  return pane;
}

/** What stands for longer than one round trip is one sentence for too long. */
function sentences(told: readonly string[]): readonly string[] {
  return told
    .map((line) => line.replace(/ \d+(?:\/\d+)?(?=｜)/u, ""))
    .filter((line, at, all) => line !== all[at - 1]);
}

describe("每次往返2秒", () => {
  test("打开：每次往返都说到了哪一步", async () => {
    const pane = openSlowPane(sampleBook());
    await pane.until(idle);
    expect(sentences(pane.told)).toEqual(["正在读取表格：读表｜can", "正在读取表格：计算｜can", ""]);
    expect(new Set(pane.told.filter((line) => line.includes("读表"))).size).toBeGreaterThan(1);
    pane.end();
  });

  const what = "正在计算得分";
  const writing = [`${what}：核对｜can`, `${what}：写入｜late`, `${what}：计算｜late`, ""];

  test("计算得分：表没有变，不再读；核对 → 写入，写入开始后不能停止", async () => {
    const pane = await ready(sampleBook());
    pane.send({ kind: "score" });
    await pane.until(idle);
    expect(sentences(pane.told)).toEqual(writing);
    expect(words(pane.state())).toContain("已计算得分");
    pane.end();
  });

  test("插入过行：读表 → 计算 → 核对 → 写入", async () => {
    const book = sampleBook();
    const pane = await ready(book);
    pane.tell(formOf(book), "RowInserted");
    pane.send({ kind: "score" });
    await pane.until(idle);
    expect(sentences(pane.told)).toEqual([`${what}：读表｜can`, `${what}：计算｜can`, ...writing]);
    pane.end();
  });

  test("写好的表设有保护：写入以后读回结果", async () => {
    const book = sampleBook();
    formOf(book).protection.on = true;
    for (let row = 1; row <= 60; row += 1) changeCell(formOf(book), row, 9, { locked: false });
    const pane = await ready(book);
    pane.send({ kind: "score" });
    await pane.until(idle);
    expect(sentences(pane.told)).toContain(`${what}：读回结果｜late`);
    pane.end();
  });

  test("读屏软件听得到进度，但不被淹没", async () => {
    const pane = await ready(sampleBook());
    pane.send({ kind: "score" });
    const passed = await pane.until(idle);
    const steps = pane.aloud.filter((line) => line.startsWith("正在计算得分"));
    expect(steps.length).toBeGreaterThan(1);
    expect(steps.length).toBeLessThanOrEqual(Math.ceil(passed / 3000));
    pane.end();
  });

  const actions: readonly (readonly [string, PaneIntent])[] = [
    ["计算得分", { kind: "score" }],
    ["恢复原表", { kind: "restore", overwrite: [] }],
    ["转为普通公式", { kind: "convert", to: "builtIn" }],
    ["转为数值", { kind: "convert", to: "values" }],
    ["在表中标出", { kind: "markFindings" }],
    ["导出清单", { kind: "exportFindings" }],
    ["报送前自查", { kind: "showFindings" }],
    ["设置", { kind: "setting", name: "reasonsIn", value: "basis" }],
  ];
  test.each(actions)("%s：写入之前停止，工作簿和原来一样，照样能再做", async (_, intent) => {
    const book = sampleBook();
    const pane = await ready(book);
    if (intent.kind !== "score") {
      pane.send({ kind: "score" });
      await pane.until(idle);
    }
    const before = bookState(book);
    // Checking writes nothing.
    const steps = intent.kind === "showFindings" ? ["读表"] : ["核对", "读表"];
    for (const step of steps) {
      // Else nothing is left to be read.
      if (step === "读表") pane.tell(formOf(book), "RowInserted");
      pane.send(intent);
      await pane.until((state) => idle(state) || state.progress?.includes(step) === true);
      expect(pane.state().stopping).toBe("can");
      pane.send({ kind: "stop" });
      expect(pane.state().stopping).toBe("asked");
      expect(await pane.until(idle)).toBeLessThanOrEqual(latency + 100);
      expect(words(pane.state())).toBe("已停止，没有改动。");
      expect(bookState(book)).toEqual(before);
      expect(pane.state().view).toBe("list");
    }
    pane.send(intent);
    await pane.until(idle);
    expect(words(pane.state()) ?? "").not.toContain("停止");
    pane.end();
  });

  test("停止读取：可以重新读取", async () => {
    const pane = openSlowPane(sampleBook());
    await pane.pass(1000);
    pane.send({ kind: "stop" });
    await pane.until(({ phase }) => phase === "unreadable");
    expect(words(pane.state())).toBe("已停止，没有改动。");
    pane.send({ kind: "reread" });
    await pane.until(idle);
    pane.end();
  });

  test("写入已经开始：停止不起作用，写完为止", async () => {
    const book = sampleBook();
    const pane = await ready(book);
    pane.send({ kind: "score" });
    await pane.until(({ stopping }) => stopping === "late");
    pane.send({ kind: "stop" });
    expect(pane.state().stopping).toBe("late");
    await pane.until(idle);
    expect(words(pane.state())).toContain("已计算得分");
    pane.end();
  });

  test("表格正在重新读取时按下按钮：马上就等着，不会以为没按到", async () => {
    const book = sampleBook();
    const pane = await ready(book);
    pane.tell(formOf(book));
    await pane.pass(1000);
    expect(pane.state().busy).toBe(false);
    pane.send({ kind: "score" });
    expect(pane.state().busy).toBe(true);
    await pane.until(idle);
    pane.end();
  });
});

describe("往返不用等", () => {
  test("不到半秒的操作什么进度也不闪", async () => {
    const pane = await ready(sampleBook(), 10);
    pane.send({ kind: "score" });
    await pane.until(idle);
    expect(pane.told).toEqual([]);
    pane.end();
  });
});

describe("计算本身很慢", () => {
  test("第二次起，开始计算之前就说", async () => {
    const told: string[] = [];
    const queue = createQueue(
      (news) => {
        if (news.kind === "progress") told.push(news.text);
      },
      () => false,
    );
    const work = () =>
      new Promise<void>((end) => {
        queue.enqueue("正在计算得分", async (watch) => {
          watch.step("work", 0, 0);
          await watch.goOn();
          told.push("…");
          // Nothing else runs meanwhile, no timer either.
          vi.setSystemTime(Date.now() + 1000);
          end();
        });
      });
    await work();
    const again = work();
    await vi.advanceTimersByTimeAsync(1);
    await again;
    expect(told).toEqual(["…", "正在计算得分：计算", "…"]);
  });
});
