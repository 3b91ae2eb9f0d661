import { describe, expect, test } from "vitest";
import type { Session } from "../../src/taskpane/createSession";
import { lateSession } from "../../src/taskpane/lateSession";
import type { PaneEvent, PaneIntent } from "../../src/taskpane/paneEvent";

/** Fetches that are answered by hand, and what the session that came was asked for. */
function fetched() {
  const told: PaneEvent[] = [];
  const done: PaneIntent[] = [];
  const fetches: { readonly come: () => Promise<void>; readonly fail: () => Promise<void> }[] = [];
  let ended = 0;
  const session: Session = {
    perform: (intent) => done.push(intent),
    end: () => {
      ended += 1;
    },
  };
  const settled = () => new Promise<void>((resolve) => setTimeout(resolve, 0));
  const load = () =>
    new Promise<Session>((resolve, reject) => {
      fetches.push({
        come: () => (resolve(session), settled()),
        fail: () => (reject(new Error("断网")), settled()),
      });
    });
  const late = lateSession(load, (event) => told.push(event));
  return { late, told, done, fetches, ended: () => ended };
}

describe("程序在面板画出来以后才取到", () => {
  test("等着的时候要的，取到以后按先后做", async () => {
    const { late, done, fetches } = fetched();
    late.perform({ kind: "reread" });
    late.perform({ kind: "showSettings" });
    expect(done).toEqual([]);
    await fetches[0]?.come();
    late.perform({ kind: "showList" });
    expect(done.map(({ kind }) => kind)).toEqual(["reread", "showSettings", "showList"]);
    expect(fetches).toHaveLength(1);
  });

  test("没有取到：说明原因，再要时再取，先前要的不再补做", async () => {
    const { late, told, done, fetches } = fetched();
    late.perform({ kind: "score" });
    await fetches[0]?.fail();
    expect(told).toMatchObject([
      {
        kind: "failed",
        problem: { what: "面板的一部分没有取到。", why: expect.stringContaining("断网") as string },
      },
    ]);
    expect(fetches).toHaveLength(1);
    late.perform({ kind: "reread" });
    expect(fetches).toHaveLength(2);
    await fetches[1]?.come();
    expect(done.map(({ kind }) => kind)).toEqual(["reread"]);
  });

  test("面板先关了：取到的立即结束，什么都不说", async () => {
    const first = fetched();
    first.late.end();
    await first.fetches[0]?.come();
    expect(first.ended()).toBe(1);
    const second = fetched();
    second.late.end();
    await second.fetches[0]?.fail();
    expect(second.told).toEqual([]);
  });
});
