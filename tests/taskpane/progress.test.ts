import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import type { PaneIntent } from "../../src/taskpane/paneEvent";
import type { PaneState } from "../../src/taskpane/paneState";
import { openExcelPane, sampleBook } from "../support/excelPane";
import { bookState, type FakeBook } from "../support/fakeExcel/fakeBook";

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

  test("计算得分：读表 → 计算 → 核对 → 写入 → 读回结果，写入开始后不能停止", async () => {
    const pane = await ready(sampleBook());
    pane.send({ kind: "score" });
    await pane.until(idle);
    const what = "正在计算得分";
    expect(sentences(pane.told)).toEqual([
      `${what}：读表｜can`,
      `${what}：计算｜can`,
      `${what}：核对｜can`,
      `${what}：写入｜late`,
      `${what}：读回结果｜late`,
      `${what}：计算｜late`,
      "",
    ]);
    expect(words(pane.state())).toContain("已计算得分");
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
    let stops = 0;
    for (const step of ["读表", "核对"]) {
      pane.send(intent);
      await pane.until((state) => idle(state) || state.progress?.includes(step) === true);
      // Not every action has every step.
      if (idle(pane.state())) continue;
      stops += 1;
      expect(pane.state().stopping).toBe("can");
      pane.send({ kind: "stop" });
      expect(pane.state().stopping).toBe("asked");
      expect(await pane.until(idle)).toBeLessThanOrEqual(latency + 100);
      expect(words(pane.state())).toBe("已停止，没有改动。");
      expect(bookState(book)).toEqual(before);
      expect(pane.state().view).toBe("list");
    }
    expect(stops).toBeGreaterThan(0);
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
    const [form] = book.sheets;
    if (form === undefined) throw new Error("no sheet");
    pane.tell(form);
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
