import { beforeAll, describe, expect, test } from "vitest";
import { makeChange } from "../../src/app/makeChange";
import { sheetPick } from "../../src/app/news";
import { guangzhou2023 } from "../../src/editions/guangzhou2023/edition";
import { nothingGiven } from "../../src/taskpane/fillState";
import type { Host } from "../../src/taskpane/host";
import type { PaneState } from "../../src/taskpane/paneState";
import type { CellAddress } from "../../src/workbook/cell";
import { keptValue } from "../../src/workbook/records";
import type { SheetSnapshot, Snapshot } from "../../src/workbook/snapshot";
import { copySheet } from "../support/asExcelWould";
import { gridSheet, workbookOf } from "../support/grid";
import { memoryWorkbook } from "../support/memoryWorkbook";
import { otherBasis, otherEdition, otherForm } from "../support/otherPlace";
import { sampleSnapshot } from "../support/sampleSnapshot";
import { recalculated, scored } from "../support/scored";
import { drivenPane, quietHost } from "../support/drivenPane";

let city: Snapshot;
const cityForm = "部门整体支出绩效自评表";

beforeAll(async () => {
  city = await sampleSnapshot("samples/city-2023-blank.xlsx");
});

/** A pane over a workbook that a test may change behind it, or hold while it is read; `page` is what pane and ribbon share. */
function pane(start: Snapshot, page: { front?: string } = {}, amends = false) {
  let book = memoryWorkbook(start, recalculated);
  let held = Promise.resolve();
  const read = async () => {
    const reading = await book.read();
    await held;
    return reading;
  };
  const host: Host = {
    ...quietHost({ read, apply: (plan) => book.apply(plan) }),
    pick: sheetPick(page),
    front: () => Promise.resolve(page.front ?? null),
    editions: [guangzhou2023, otherEdition],
    amend: amends ? (plan) => book.apply(plan) : null,
  };
  return {
    ...drivenPane(host),
    host,
    page,
    snapshot: () => book.snapshot(),
    /** What is read from now on arrives only when the answer is called. */
    hold: (): (() => void) => {
      let go = (): void => undefined;
      held = new Promise((done) => (go = done));
      return go;
    },
    become: (snapshot: Snapshot) => {
      book = memoryWorkbook(snapshot, recalculated);
    },
  };
}

const other = otherForm({ name: "再后" });
const idle = (state: PaneState) => state.phase !== "reading" && !state.busy;
const formulas = (sheet: SheetSnapshot | undefined) =>
  Array.from(sheet?.rows.values() ?? []).flatMap((cells) =>
    Array.from(cells.values()).filter(({ formula }) => formula?.includes("评分底稿") === true),
  ).length;

const isHeader = (cells: ReadonlyMap<number, { readonly value: unknown }>) =>
  Array.from(cells.values()).some(({ value }) => value === "三级指标");

describe("一个工作簿里有几张自评表", () => {
  test("只列出真有自评表的工作表；换一张就看那一张、算那一张，功能区也知道", async () => {
    const page = {};
    const one = pane({ ...city, sheets: [...city.sheets, otherForm({ name: "附后" })] }, page);
    const first = await one.until(idle);
    expect(first.choices.forms.map(({ sheet }) => sheet)).toEqual([cityForm, "附后"]);
    expect(first.scorecard?.sheet).toBe(cityForm);
    const fact = first.scorecard?.rows.find(({ facts }) => facts.length > 0)?.facts[0];
    if (fact === undefined) throw new Error("no fact");
    one.send({
      kind: "draft",
      factId: fact.id,
      draft: { text: "3", reason: "", months: [], notApplicable: false },
    });
    one.send({ kind: "pickForm", sheet: "附后" });
    const second = await one.until((now) => now.scorecard?.sheet === "附后" && idle(now));
    // What was typed for the other form is not offered to this one.
    expect(second.drafts).toEqual({});
    expect(second.scorecard?.edition).toBe(otherEdition.title);
    expect(sheetPick(page).sheet()).toBe("附后");
    one.send({ kind: "score" });
    await one.until((now) => now.message?.kind === "done" && idle(now));
    expect(formulas(one.snapshot().sheets.find(({ name }) => name === "附后"))).toBe(
      otherEdition.rows.length,
    );
    expect(formulas(one.snapshot().sheets.find(({ name }) => name === cityForm))).toBe(0);
    one.end();
  });

  test("填好了还没有写，就换到另一张：写进原来那张；核对到哪里、填到哪里，各张各的", async () => {
    const one = pane({ ...city, sheets: [...city.sheets, otherForm({ name: "附后" })] });
    const first = await one.until(idle);
    one.send({ kind: "showFill" });
    const factId = "contractSigning.inTime";
    const draft = { text: "36", reason: "", months: [], notApplicable: false };
    one.send({ kind: "draft", factId, draft });
    one.send({ kind: "fillAt", factId });
    one.send({ kind: "give", drafts: { [factId]: draft } });
    one.send({ kind: "pickForm", sheet: "附后" });
    const second = await one.until((now) => now.scorecard?.sheet === "附后" && idle(now));
    expect(second.filling).toEqual(nothingGiven);
    one.send({ kind: "pickForm", sheet: cityForm });
    const back = await one.until((now) => now.scorecard?.sheet === cityForm && idle(now));
    const fact = back.scorecard?.rows.flatMap((row) => row.facts).find(({ id }) => id === factId);
    expect(fact).toMatchObject({ value: 36, state: "typed" });
    expect(back.drafts).toEqual({});
    expect(back.filling.at).toBe(factId);
    expect(first.scorecard?.sheet).toBe(cityForm);
    one.end();
  });

  test("第一张评过分，换到第二张：只是看，什么也不写", async () => {
    const both = { ...city, sheets: [...city.sheets, otherForm({ name: "附后" })] };
    const one = pane(both, {}, true);
    await one.until(idle);
    one.send({ kind: "score" });
    await one.until((now) => now.message?.kind === "done" && idle(now));
    const before = one.snapshot();
    one.send({ kind: "pickForm", sheet: "附后" });
    const second = await one.until((now) => now.scorecard?.sheet === "附后" && idle(now));
    expect(second).toMatchObject({ written: false, outdated: false, restorable: true });
    expect(one.snapshot()).toBe(before);
    one.send({ kind: "pickForm", sheet: cityForm });
    const first = await one.until((now) => now.scorecard?.sheet === cityForm && idle(now));
    expect(first).toMatchObject({ written: true, outdated: false });
    one.end();
  });

  test("选的那张改了名：不去算别的，先说明，再显示现有的", async () => {
    const one = pane({ ...city, sheets: [...city.sheets, otherForm({ name: "附后" })] });
    await one.until(idle);
    one.send({ kind: "pickForm", sheet: "附后" });
    await one.until((now) => now.scorecard?.sheet === "附后" && idle(now));
    const renamed = { ...city, sheets: [...city.sheets, otherForm({ name: "改名" })] };
    one.become(renamed);
    one.send({ kind: "score" });
    const told = await one.until((now) => now.message?.kind === "problem" && idle(now));
    expect(told.message?.kind === "problem" && told.message.problem.why).toContain("“附后”里没有自评表了");
    expect(told.scorecard?.sheet).toBe(cityForm);
    expect(told.choices.forms.map(({ sheet }) => sheet)).toEqual([cityForm, "改名"]);
    expect(one.snapshot()).toBe(renamed);
    one.end();
  });

  test.each([
    [
      "读的那张已经删了",
      (one: ReturnType<typeof pane>) => {
        one.become({ ...city, sheets: [...city.sheets, other] });
      },
    ],
    [
      "没有选过、跟着前面的那张",
      (one: ReturnType<typeof pane>) => {
        one.page.front = "附后";
        sheetPick(one.page).pick(null);
      },
    ],
  ] as const)("读表的时候选了另一张（%s）：选的算数", async (_, before) => {
    const sheets = [...city.sheets, otherForm({ name: "附后" }), other];
    const one = pane({ ...city, sheets });
    await one.until(idle);
    one.send({ kind: "pickForm", sheet: "附后" });
    await one.until((now) => now.scorecard?.sheet === "附后" && idle(now));
    before(one);
    const go = one.hold();
    one.send({ kind: "reread" });
    await new Promise((done) => setTimeout(done, 20));
    one.send({ kind: "pickForm", sheet: "再后" });
    go();
    await one.until((now) => now.scorecard?.sheet === "再后" && idle(now));
    await new Promise((done) => setTimeout(done, 20));
    expect([one.state().scorecard?.sheet, sheetPick(one.page).sheet()]).toEqual(["再后", "再后"]);
    one.end();
  });

  test("没有自评表：逐表说明原因；评过分的仍能恢复", async () => {
    const { after } = scored(city);
    const spoilt = {
      ...after,
      sheets: after.sheets.map((sheet) =>
        sheet.name === cityForm
          ? { ...sheet, rows: new Map([...sheet.rows].filter(([, cells]) => !isHeader(cells))) }
          : sheet,
      ),
    };
    const one = pane(spoilt);
    const none = await one.until(idle);
    expect(none).toMatchObject({ phase: "noForm", restorable: true, choices: { forms: [] } });
    expect(none.noForm?.sheets.every(({ reason }) => reason !== "")).toBe(true);
    one.send({ kind: "askRestore" });
    const asked = await one.until((now) => now.restoring !== null && idle(now));
    one.send({ kind: "restore", overwrite: (asked.restoring ?? []).map(({ id }) => id) });
    await one.until((now) => now.message?.kind === "done" && idle(now));
    expect(one.snapshot().records.has("restore")).toBe(false);
    expect(formulas(one.snapshot().sheets.find(({ name }) => name === cityForm))).toBe(0);
    one.end();
  });
});

describe("几张表，各算各的", () => {
  const sheetOf = (snapshot: Snapshot, name: string) => snapshot.sheets.find((one) => one.name === name);
  const done = (now: PaneState) => now.message?.kind === "done" && idle(now);

  test("清单写明部门、得分和状态；选中别的表的格子，面板跟过去，没写完的话留着", async () => {
    let select: (at: CellAddress) => void = () => undefined;
    const start = { ...city, sheets: [...city.sheets, otherForm({ name: "附后" })] };
    const book = memoryWorkbook(start, recalculated);
    const one = drivenPane({
      ...quietHost({ read: () => book.read(), apply: (plan) => book.apply(plan) }),
      editions: [guangzhou2023, otherEdition],
      onSelection: (listener) => {
        select = listener;
        return () => undefined;
      },
    });
    const first = await one.until(idle);
    expect(first.choices.forms.map(({ words }) => words)).toEqual([
      expect.stringMatching(/^部门整体支出绩效自评表：.*暂计分.*（未计算）$/u),
      expect.stringMatching(/^附后：.*暂计分0.00分，待补充50.00分（未计算）$/u),
    ]);
    const draft = { text: "3", reason: "", months: [], notApplicable: false };
    one.send({ kind: "draft", factId: "某项", draft });
    select({ sheet: "附后", row: 3, column: 3 });
    const second = await one.until((now) => now.scorecard?.sheet === "附后" && idle(now));
    expect(second.drafts).toEqual({});
    one.send({ kind: "score" });
    await one.until(done);
    select({ sheet: "评分底稿", row: 5, column: 4 });
    expect(one.state().scorecard?.sheet).toBe("附后");
    select({ sheet: cityForm, row: 3, column: 3 });
    const back = await one.until((now) => now.scorecard?.sheet === cityForm && idle(now));
    expect(back.drafts).toEqual({ 某项: draft });
    expect(back.choices.forms[1]?.words).toContain("（已计算）");
    one.end();
  });

  test("全部计算：每张各有底稿，副本不动并说明", async () => {
    const one = pane({ ...city, sheets: [...city.sheets, otherForm({ name: "附后" })] });
    await one.until(idle);
    one.send({ kind: "score" });
    await one.until(done);
    const copied = copySheet(one.snapshot(), cityForm, "副本");
    one.become(copied);
    one.send({ kind: "scoreAll" });
    const all = await one.until(done);
    expect(all.message).toMatchObject({ kind: "done", text: "已计算2张自评表" });
    expect(JSON.stringify(all.message)).toContain("“副本”是“部门整体支出绩效自评表”的副本，没有计算。");
    expect(one.snapshot().sheets.map(({ name }) => name)).toEqual(
      expect.arrayContaining(["评分底稿", "评分底稿（附后）"]),
    );
    expect(sheetOf(one.snapshot(), "副本")?.rows).toEqual(sheetOf(copied, "副本")?.rows);
    one.end();
  });

  test("副本：说明是谁的副本，不跟着重算；作为新表计算，原表不动", async () => {
    const scoredOnce = scored(city).after;
    const one = pane(copySheet(scoredOnce, cityForm, "副本"), {}, true);
    await one.until(idle);
    const before = one.snapshot();
    one.send({ kind: "pickForm", sheet: "副本" });
    const copy = await one.until((now) => now.scorecard?.sheet === "副本" && idle(now));
    expect(copy).toMatchObject({ written: false, outdated: false });
    expect(copy.choices.forms[1]).toMatchObject({ sheet: "副本", copyOf: cityForm });
    expect(one.snapshot()).toBe(before);
    one.send({ kind: "score" });
    const told = await one.until(done);
    expect(JSON.stringify(told.message)).toContain("“副本”已作为新表计算：");
    expect(told).toMatchObject({ written: true, outdated: false });
    for (const name of [cityForm, "评分底稿"]) {
      expect(sheetOf(one.snapshot(), name)?.rows).toEqual(sheetOf(before, name)?.rows);
    }
    one.end();
  });
});

describe("评分标准的版本", () => {
  test("自动选定；在设置里改选，记在工作簿里，改回自动就不留痕迹", async () => {
    const one = pane(city);
    const first = await one.until(idle);
    expect(first.choices.edition).toBeNull();
    expect(first.choices.editions.map(({ id }) => id)).toEqual(["guangzhou-2023", otherEdition.id]);
    expect(first.scorecard?.edition).toBe(guangzhou2023.title);
    one.send({ kind: "edition", id: otherEdition.id });
    const chosen = await one.until((now) => now.choices.edition === otherEdition.id && idle(now));
    expect(chosen.scorecard?.edition).toBe(otherEdition.title);
    one.send({ kind: "edition", id: null });
    const back = await one.until((now) => now.choices.edition === null && idle(now));
    expect(back.scorecard?.rows).toEqual(first.scorecard?.rows);
    expect(one.snapshot().records.has("settings")).toBe(false);
    one.end();
  });

  test("另一个地方的表：自己选定，答题、改口径、计算都按那个版本", async () => {
    const one = pane(workbookOf([otherForm({ basis: otherBasis })]));
    const first = await one.until(idle);
    expect(first.scorecard).toMatchObject({ edition: otherEdition.title, total: null, weight: 50 });
    one.send({ kind: "score" });
    await one.until((now) => now.message?.kind === "done" && idle(now));
    one.send({
      kind: "answer",
      answers: [
        { factId: "openness.corrected", value: 1, reason: "" },
        { factId: "openness.approved", value: 45889, reason: "" },
        { factId: "openness.disclosed", value: 45901, reason: "" },
        { factId: "convenience.level", value: "有所改善", reason: "" },
        { factId: "convenience.share", value: 0.7, reason: "" },
      ],
    });
    const full = await one.until((now) => now.scorecard?.total !== null && idle(now));
    expect(full.scorecard).toMatchObject({ total: 43.2, grade: "乙" });
    one.send({ kind: "setting", name: "startedStep", value: "begun" });
    const stricter = await one.until(
      (now) => now.scorecard?.settings["startedStep"] === "begun" && idle(now),
    );
    expect(stricter.scorecard?.total).toBeCloseTo(42.7, 12);
    expect(keptValue(one.snapshot(), "settings", "自评表")).toEqual({ startedStep: "begun" });
    one.end();
  });

  test("没有合适的版本时也说得出是哪些行要人评定", async () => {
    const book = memoryWorkbook(workbookOf([otherForm(), gridSheet([["别的"]], { name: "别的" })]));
    const made = await makeChange({ ...book, amend: null, repair: null }, { kind: "score" });
    expect(made).toMatchObject({ kind: "done", text: "已计算得分：暂计分0.00分，待补充50.00分" });
  });
});
