import { beforeAll, describe, expect, test } from "vitest";
import { basisDrafts, type BasisDraft } from "../../src/basis/basisDrafts";
import type { PaneState } from "../../src/taskpane/paneState";
import { openExcelPane, sampleBook, shortPauses } from "../support/excelPane";

const sheet = "部门整体支出绩效自评表";
const basis = { sheet, row: 31, column: 10 };
const idle = (state: PaneState) => state.phase === "ready" && !state.busy;
const all = ({ scorecard }: PaneState): readonly BasisDraft[] =>
  scorecard === null ? [] : basisDrafts(scorecard).drafts;
const draft = (state: PaneState): BasisDraft | undefined => all(state).find(({ row }) => row === 31);
const key = "contractSigning";

let pane: ReturnType<typeof openExcelPane>;

beforeAll(() => {
  pane = openExcelPane(sampleBook(), { pauses: shortPauses });
  return () => {
    pane.end();
  };
});

const answer = (inTime: number) => {
  pane.send({
    kind: "answer",
    answers: [
      { factId: `${key}.contracts`, value: 36 },
      { factId: `${key}.inTime`, value: inTime },
    ],
  });
};
const words = (state: PaneState): string | undefined =>
  state.scorecard?.rows.find(({ row }) => row === 31)?.basis?.words;

describe("生成评分依据（在 Excel 里）", () => {
  test("答过的才有草稿；改过的字没有采用之前不丢，看得出是哪一行", async () => {
    await pane.until(idle);
    expect(draft(pane.state())).toBeUndefined();
    answer(36);
    await pane.until((state) => idle(state) && draft(state) !== undefined);
    expect(draft(pane.state())).toMatchObject({ words: "政府采购合同签订及时", state: "offered" });
    pane.send({ kind: "showWording", at: 31 });
    expect(pane.state()).toMatchObject({ view: "wording", moveFocus: true, wording: { at: 31 } });
    pane.send({ kind: "changeWording", ruleKey: key, text: "半句" });
    pane.send({ kind: "reread" });
    const read = await pane.until(idle);
    expect(read.wording.texts).toEqual({ [key]: "半句" });
  });

  test("采用：接在后面，草稿后面自己写的也写进去，得分不变，写过的字不再留着", async () => {
    const before = pane.state();
    const { text = null } = draft(before) ?? {};
    const own = `${String(text)}合同均已归档。`;
    pane.send({ kind: "changeWording", ruleKey: key, text: own });
    pane.send({ kind: "writeBasis", taken: [{ ruleKey: key, seen: text, text: own }] });
    const after = await pane.until((state) => idle(state) && draft(state)?.state === "standing");
    expect(after.message).toMatchObject({ text: "已写入1条评分依据；“恢复原表”会还原。" });
    expect(words(after)).toBe("政府采购合同签订及时\n合同均已归档。");
    expect(after.wording.texts).toEqual({});
    expect(after.scorecard?.points).toBe(before.scorecard?.points);
    expect(after.scorecard?.unconfirmed).toBe(before.scorecard?.unconfirmed);
  });

  test("答案改了，变成已过期；看过以后又变了的不写，说明有几条", async () => {
    const { text = null } = draft(pane.state()) ?? {};
    answer(30);
    const changed = await pane.until((state) => idle(state) && draft(state)?.state === "expired");
    expect(draft(changed)?.text).toContain("6份超过30日");
    pane.send({ kind: "writeBasis", taken: [{ ruleKey: key, seen: text, text }] });
    const held = await pane.until((state) => idle(state) && state.message !== null);
    expect(held.message).toMatchObject({
      text: "有1条的数据已经变了，没有写入，请再看一遍。",
    });
    expect(draft(held)?.state).toBe("expired");
  });

  test("撤下，格里只剩自己写的话；恢复原表，原来的字一个不差", async () => {
    const { text = null } = draft(pane.state()) ?? {};
    pane.send({ kind: "writeBasis", taken: [{ ruleKey: key, seen: text, text: null }] });
    const back = await pane.until((state) => idle(state) && draft(state)?.state === "offered");
    expect(back.message).toMatchObject({ text: "已撤下1条评分依据；“恢复原表”会还原。" });
    pane.send({ kind: "restore", overwrite: [] });
    const restored = await pane.until((state) => idle(state) && words(state) === "政府采购合同签订及时");
    expect(restored.scorecard?.rows.find(({ row }) => row === 31)?.basis).toMatchObject({
      at: basis,
      draft: null,
    });
  });
});
