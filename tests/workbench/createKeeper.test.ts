import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createKeeper, sayNotKept, type Keeping } from "../../src/workbench/createKeeper";

/** A store that records what was done to it. */
function watched(given: Partial<Keeping> = {}) {
  const done: string[] = [];
  const failures: unknown[] = [];
  const keeper = createKeeper({
    keep: () => {
      done.push("存");
      return Promise.resolve();
    },
    forget: () => {
      done.push("清");
      return Promise.resolve();
    },
    failed: (error) => failures.push(error),
    pause: 400,
    patience: 10_000,
    ...given,
  });
  return { keeper, done, failures };
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe("没有保存的内容", () => {
  it("连着改只存一次；一直在改的，也不等到停下来才存", async () => {
    const { keeper, done } = watched();
    keeper.changed();
    keeper.changed();
    await vi.advanceTimersByTimeAsync(399);
    expect(done).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(done).toEqual(["存"]);
    for (let n = 0; n < 20; n += 1) {
      keeper.changed();
      await vi.advanceTimersByTimeAsync(100);
    }
    expect(done.length).toBeGreaterThanOrEqual(5);
  });

  it("页面要走了，马上存；没有改动的不存", async () => {
    const { keeper, done } = watched();
    keeper.flush();
    keeper.changed();
    keeper.flush();
    await vi.advanceTimersByTimeAsync(0);
    expect(done).toEqual(["存"]);
    await vi.advanceTimersByTimeAsync(1000);
    expect(done).toEqual(["存"]);
  });

  it("保存了就清掉，还没来得及存的也不再存", async () => {
    const { keeper, done } = watched();
    keeper.changed();
    keeper.discard();
    await vi.advanceTimersByTimeAsync(1000);
    expect(done).toEqual(["清"]);
  });

  it("正在存的时候保存了：先存完，再清，不会留下旧的", async () => {
    let end = () => {};
    const { keeper, done } = watched({
      keep: () =>
        new Promise((finish) => {
          end = () => {
            done.push("存完");
            finish();
          };
        }),
    });
    keeper.changed();
    await vi.advanceTimersByTimeAsync(400);
    keeper.discard();
    await vi.advanceTimersByTimeAsync(100);
    expect(done).toEqual([]);
    end();
    await vi.advanceTimersByTimeAsync(0);
    expect(done).toEqual(["存完", "清"]);
  });

  it("存不了的只说一次，以后每次改动照样再试", async () => {
    const full = new DOMException("full", "QuotaExceededError");
    let tries = 0;
    const { keeper, failures } = watched({
      keep: () => {
        tries += 1;
        return Promise.reject(full);
      },
    });
    for (let n = 0; n < 3; n += 1) {
      keeper.changed();
      await vi.advanceTimersByTimeAsync(400);
    }
    expect(tries).toBe(3);
    expect(failures).toEqual([full]);
  });

  it("一直没有响应的算存不了，不挡住下一次", async () => {
    let tries = 0;
    const { keeper, failures } = watched({
      keep: () => {
        tries += 1;
        return new Promise(() => undefined);
      },
    });
    keeper.changed();
    await vi.advanceTimersByTimeAsync(10_400);
    keeper.changed();
    await vi.advanceTimersByTimeAsync(400);
    expect(tries).toBe(2);
    expect(failures).toHaveLength(1);
  });

  it("清不掉的不说：下次再问一遍，没有丢什么", async () => {
    const { keeper, failures } = watched({ forget: () => Promise.reject(new Error("坏了")) });
    keeper.discard();
    await vi.advanceTimersByTimeAsync(0);
    expect(failures).toEqual([]);
  });

  it.each([
    ["QuotaExceededError", "浏览器的存储空间已满"],
    ["SecurityError", "浏览器不允许本页在本机存储"],
    ["UnknownError", "没有响应或已损坏"],
  ])("%s：说明为什么、怎么办", (name, why) => {
    const said = sayNotKept(new DOMException("", name));
    expect(said).toContain(why);
    expect(said).toContain("不影响填写和计分，请及时点“保存”");
  });
});
