import { beforeAll, describe, expect, test } from "vitest";
import { type GatheredFact, asSeen } from "../../src/facts/gatheredFact";
import { countWaiting, isWaiting, wasShown } from "../../src/taskpane/confirmState";
import { draftOf } from "../../src/taskpane/factDraft";
import type { PaneState } from "../../src/taskpane/paneState";
import { openExcelPane, sampleBook } from "../support/excelPane";

function facts({ scorecard }: PaneState): readonly GatheredFact[] {
  return scorecard?.rows.flatMap((row) => row.facts) ?? [];
}

function fact(state: PaneState, id: string): GatheredFact {
  const found = facts(state).find((one) => one.id === id);
  if (found === undefined) throw new Error(`no ${id}`);
  return found;
}

function waiting(state: PaneState): readonly GatheredFact[] {
  const { scorecard } = state;
  return scorecard?.rows.flatMap((row) => row.facts.filter((one) => isWaiting(row, one))) ?? [];
}

const idle = (state: PaneState) => state.phase === "ready" && !state.busy;
const basis = { sheet: "部门整体支出绩效自评表", row: 30, column: 10 };
const complaints = "procurementCompliance.complaints";
const rate = "intentionComplete.rate";
const exists = "procurementControls.exists";

let pane: ReturnType<typeof openExcelPane>;

beforeAll(() => {
  pane = openExcelPane(sampleBook());
  return () => {
    pane.end();
  };
});

describe("全部核对确认", () => {
  test("列出每一条待确认的数据，各有引文；得分还没有着落的行摘出来的也在内", async () => {
    const state = await pane.until(idle);
    pane.send({ kind: "showConfirm" });
    expect(pane.state()).toMatchObject({ view: "confirm", moveFocus: true });
    expect(pane.state().confirming.listed).toHaveLength(21);
    expect(waiting(state).filter(({ source }) => source === null)).toEqual([]);
    if (state.scorecard !== null) expect(countWaiting(state.scorecard)).toBe(21);
  });

  test("打了勾以后，文字改了：勾没有了；别的勾还在", async () => {
    for (const id of [complaints, rate]) {
      const seen = asSeen(fact(pane.state(), id));
      if (seen !== null) pane.send({ kind: "sayOfFact", factId: id, said: { is: true, seen } });
    }
    expect(Object.keys(pane.state().confirming.said)).toEqual([complaints, rate]);
    pane.type(basis, "2023年没有收到投诉，没有相关投诉情况。");
    await pane.until((state) => fact(state, complaints).source?.quote.startsWith("2023年") === true);
    expect(Object.keys(pane.state().confirming.said)).toEqual([rate]);
    expect(pane.state().confirming.at).toBe(rate);
  });

  test("引文在屏幕上看过、打过勾的才算看过；文字改了要再看", async () => {
    const shown = () => waiting(pane.state()).filter((one) => wasShown(pane.state().confirming, one));
    expect(shown().map(({ id }) => id)).toEqual([rate]);
    const seen = [exists, complaints].flatMap((id) => asSeen(fact(pane.state(), id)) ?? []);
    pane.send({ kind: "quotesShown", seen });
    expect(new Set(shown().map(({ id }) => id))).toEqual(new Set([exists, complaints, rate]));
    pane.type(basis, "2023年度没有收到投诉，没有相关投诉情况。");
    await pane.until((state) => fact(state, complaints).source?.quote.startsWith("2023年度") === true);
    expect(new Set(shown().map(({ id }) => id))).toEqual(new Set([exists, rate]));
  });

  test("看到的和现在的不一样的，不写，说明有几条；一样的、说“不是”的、改过的一次写完", async () => {
    const before = pane.state();
    const seen = waiting(before).filter(({ id }) => id !== rate && id !== exists);
    pane.send({
      kind: "draft",
      factId: rate,
      draft: { ...draftOf(fact(before, rate)), text: "98" },
    });
    // The words change before the pane has shown it.
    pane.type(basis, "没有收到投诉，没有相关投诉情况。");
    pane.fake.forget();
    const exist = asSeen(fact(before, exists));
    pane.send({
      kind: "confirm",
      seen: seen.flatMap((one) => asSeen(one) ?? []),
      refused: exist === null ? [] : [exist],
      answers: [{ factId: rate, value: 0.98, reason: "" }],
    });
    const after = await pane.until((state) => idle(state) && fact(state, rate).state === "typed");
    expect(fact(after, rate).value).toBe(0.98);
    expect(after.drafts).toEqual({});
    expect(fact(after, exists)).toMatchObject({ state: "missing", value: null });
    expect(after.message).toMatchObject({ text: "有1条的文字或数已经变了，没有写入，请再核对。" });
    expect(waiting(after).map(({ id }) => id)).toEqual([complaints]);
    // What is done stays in its place.
    expect(after.confirming.listed).toHaveLength(21);
    expect(after.confirming.said).toEqual({});
  });
});
