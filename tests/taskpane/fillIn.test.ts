import { afterEach, describe, expect, test } from "vitest";
import type { GatheredFact } from "../../src/facts/gatheredFact";
import { draftOf, type FactDraft } from "../../src/taskpane/factDraft";
import type { PaneState } from "../../src/taskpane/paneState";
import { spreadAnswers } from "../../src/taskpane/spreadAnswers";
import { openExcelPane, sampleBook, shortPauses } from "../support/excelPane";

const idle = (state: PaneState) => state.phase === "ready" && !state.busy;
const [inTime, contracts, due] = [
  "contractSigning.inTime",
  "contractSigning.contracts",
  "contractFiling.due",
];
const basis = { sheet: "部门整体支出绩效自评表", row: 30, column: 10 };

let pane: ReturnType<typeof openExcelPane>;

afterEach(() => {
  pane.end();
});

async function open(): Promise<void> {
  pane = openExcelPane(sampleBook(), { pauses: shortPauses });
  await pane.until(idle);
  pane.send({ kind: "showFill" });
}

function fact(id: string): GatheredFact {
  const found = pane
    .state()
    .scorecard?.rows.flatMap((row) => row.facts)
    .find((one) => one.id === id);
  if (found === undefined) throw new Error(`no ${id}`);
  return found;
}

/** Types into a field; whoever leaves it gives it. */
function type(id: string, text: string): FactDraft {
  const draft = { ...draftOf(fact(id)), text };
  pane.send({ kind: "draft", factId: id, draft });
  return draft;
}

function give(id: string, text: string, now?: true): void {
  const draft = type(id, text);
  pane.send({ kind: "give", drafts: { [id]: draft }, ...(now === undefined ? {} : { now }) });
}

/** How often something was written since, told by what the pane says on the way. */
function writes(run: () => Promise<unknown>): Promise<number> {
  let count = 0;
  const before = pane.fake.meanwhile;
  return run().then(() => {
    pane.fake.meanwhile = before;
    count = pane.fake.seen.filter(({ cleanup }) => !cleanup).length;
    return count;
  });
}

describe("逐项填写", () => {
  test("列出还在问的每一个数据；填好的攒一会儿一次写完，留在原处", async () => {
    await open();
    const { listed } = pane.state().filling;
    expect(listed).toHaveLength(40);
    give(inTime, "36");
    const one = await writes(() => pane.until((state) => !(inTime in state.drafts) && !state.busy));
    pane.fake.forget();
    give(contracts, "36");
    give(due, "36");
    const two = await writes(() => pane.until((state) => !(due in state.drafts) && !state.busy));
    expect([fact(inTime).value, fact(contracts).value, fact(due).value]).toEqual([36, 36, 36]);
    expect(pane.state().drafts).toEqual({});
    expect(pane.state().filling.given).toEqual([]);
    expect(pane.state().filling.listed).toEqual(expect.arrayContaining([...listed]));
    // Two answers cost no more than one.
    expect(two).toBeLessThanOrEqual(one + 2);
  });

  test("填到一半的、读不懂的不写，字都在；写的途中又改了的，改的还在；重新读表也不丢", async () => {
    await open();
    type(contracts, "3");
    give(due, "三十份");
    give(inTime, "36", true);
    type(inTime, "35");
    pane.type(basis, "2023年没有收到投诉。");
    await pane.until((state) => idle(state) && fact(inTime).value === 36);
    await pane.calm();
    const { drafts } = pane.state();
    expect([drafts[contracts]?.text, drafts[due]?.text, drafts[inTime]?.text]).toEqual(["3", "三十份", "35"]);
    expect(fact(contracts).value).toBeNull();
    expect(fact(due).value).toBeNull();
    expect(pane.state().filling.given).toEqual([due]);
  });

  test("攒着的，别的事之前先写：计算得分用的是刚填的数", async () => {
    await open();
    give(inTime, "36");
    give(contracts, "36");
    pane.send({ kind: "score" });
    const state = await pane.until((now) => now.message?.kind === "done" && idle(now));
    expect(fact(contracts).value).toBe(36);
    expect(state.scorecard?.rows.find((row) => row.row === 31)?.points).not.toBeNull();
  });

  test("面板要关了：填好的马上写，填到一半的不写", async () => {
    pane = openExcelPane(sampleBook(), { pauses: { ...shortPauses, given: 60_000 } });
    await pane.until(idle);
    pane.send({ kind: "showFill" });
    give(inTime, "36");
    type(contracts, "3");
    pane.leave();
    await pane.until((state) => idle(state) && !(inTime in state.drafts));
    expect(fact(inTime).value).toBe(36);
    expect(fact(contracts).value).toBeNull();
    expect(pane.state().drafts[contracts]?.text).toBe("3");
  });

  test("粘贴一列只是草稿：写明填了几格，撤销就回到原来；再写才进底稿", async () => {
    await open();
    type(contracts, "3");
    const fields = [inTime, contracts].map((id) => ({
      fact: fact(id),
      draft: pane.state().drafts[id] ?? draftOf(fact(id)),
    }));
    const spread = spreadAnswers("35\n36\n", fields);
    if (spread === null) throw new Error("not spread");
    pane.send({ kind: "pasteAnswers", ...spread });
    expect(pane.state().filling.pasted?.said).toBe("已依次填入2格，还没有写入底稿，请核对。");
    await pane.calm();
    expect(fact(inTime).value).toBeNull();
    pane.send({ kind: "undoPaste" });
    expect(Object.keys(pane.state().drafts)).toEqual([contracts]);
    expect(pane.state().drafts[contracts]?.text).toBe("3");
    pane.send({ kind: "pasteAnswers", ...spread });
    pane.send({ kind: "give", drafts: spread.drafts, now: true });
    await pane.until((state) => idle(state) && Object.keys(state.drafts).length === 0);
    expect([fact(inTime).value, fact(contracts).value]).toEqual([35, 36]);
    expect(pane.state().filling.pasted).toBeNull();
  });
});

describe("粘贴的一列", () => {
  const field = (kind: GatheredFact["spec"]["kind"], label: string, notApplicable = false) => {
    const spec = {
      key: label,
      label,
      kind,
      unit: "",
      source: "",
      question: label,
      ...(notApplicable ? { notApplicable: true as const } : {}),
    };
    const blank: GatheredFact = {
      id: `r.${label}`,
      spec,
      value: null,
      state: "missing",
      at: null,
      reasonAt: null,
      reason: "",
      source: null,
      wordClass: null,
      approximate: false,
      extracted: null,
      problem: null,
    };
    return { fact: blank, draft: draftOf(blank) };
  };
  const fields = [
    field("count", "甲"),
    field("answer", "乙", true),
    field("months", "丙"),
    field("rate", "丁"),
  ];

  test("一格留给格子自己，带换行的一格也是一格", () => {
    expect(spreadAnswers("36", fields)).toBeNull();
    expect(spreadAnswers('"三十\n六"\r\n', fields)).toBeNull();
  });

  test("逐行填入，月份占十二行，空行不动，多出的说明", () => {
    const lines = [
      "36",
      "不涉及",
      ...Array.from({ length: 12 }, (_, n) => (n < 2 ? "" : "100%")),
      "95%",
      "多的",
    ];
    const spread = spreadAnswers(lines.join("\r\n"), fields);
    expect(spread?.drafts["r.甲"]?.text).toBe("36");
    expect(spread?.drafts["r.乙"]).toMatchObject({ notApplicable: true, text: "不涉及" });
    expect(spread?.drafts["r.丙"]?.months).toEqual(["", "", ...Array.from({ length: 10 }, () => "100%")]);
    expect(spread?.drafts["r.丁"]?.text).toBe("95%");
    expect(spread?.said).toBe("已依次填入13格，还没有写入底稿，请核对。另有1行没有格子可填。");
  });

  test("不是可选的答案不填，说明；几列的不猜", () => {
    const spread = spreadAnswers("36\n有\n", fields);
    expect(Object.keys(spread?.drafts ?? {})).toEqual(["r.甲"]);
    expect(spread?.said).toContain("不是可选的答案，没有填入：“有”（乙）。");
    expect(spreadAnswers("36\t份\n37\t份", fields)?.drafts).toEqual({});
    expect(spreadAnswers("36\t\n是\t", fields)?.drafts["r.乙"]?.text).toBe("是");
  });
});
