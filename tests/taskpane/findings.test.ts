import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { openXlsx } from "../../src/adapters/xlsx/openXlsx";
import { isFindingMark } from "../../src/edits/ownMarks";
import { functionTable } from "../../src/functions/functionTable";
import { groupFindings } from "../../src/findings/causes";
import { sinceBefore, stepFinding } from "../../src/taskpane/findingsState";
import type { News } from "../../src/app/news";
import type { Host } from "../../src/taskpane/host";
import type { PaneState } from "../../src/taskpane/paneState";
import type { CellAddress } from "../../src/workbook/cell";
import { keptValue } from "../../src/workbook/records";
import { succeed } from "../../src/workbook/port";
import { drivenPane, quietHost } from "../support/drivenPane";

/** A pane without a screen over the filled sample. */
async function pane() {
  const bytes = new Uint8Array(await readFile("samples/nansha-2023.xlsx"));
  const opened = openXlsx(bytes, { functions: functionTable });
  if (!opened.ok) throw new Error(opened.problem.what);
  const workbook = opened.value;
  const selected: CellAddress[] = [];
  const copied: string[] = [];
  let hear: (news: News) => void = () => undefined;
  let atCell: (at: CellAddress) => void = () => undefined;
  const host: Host = {
    ...quietHost(workbook),
    select: (at) => {
      selected.push(at);
      atCell(at);
      return Promise.resolve(succeed(null));
    },
    onSelection: (listener) => {
      atCell = listener;
      return () => undefined;
    },
    onNews: (listener) => {
      hear = listener;
      return () => undefined;
    },
    copyText: (text) => {
      copied.push(text);
      return Promise.resolve(true);
    },
  };
  const driven = drivenPane(host);
  await driven.until(({ phase, busy }) => phase === "ready" && !busy);
  return {
    ...driven,
    workbook,
    selected,
    hear: (news: News) => {
      hear(news);
    },
  };
}

const checked = ({ findings, busy }: PaneState) => findings.list !== null && !busy;

describe("报送前自查", () => {
  it("打开后列出问题，下一处选中它的单元格，不跳到计分依据", async () => {
    const { send, until, selected, state } = await pane();
    send({ kind: "showFindings" });
    const { findings } = await until(checked);
    expect(findings.list?.length).toBeGreaterThan(10);
    const first = stepFinding(findings, 1);
    if (first?.at.kind !== "cell") throw new Error("no cell");
    send({ kind: "pickFinding", key: first.key });
    expect(selected).toEqual([first.at.at]);
    expect(state().view).toBe("findings");
    expect(state().findings.current).toBe(first.key);
    const second = stepFinding(state().findings, 1);
    const order = groupFindings(findings.list ?? []).flatMap((group) => group.findings);
    expect(second?.key).toBe(order[1]?.key);
    expect(stepFinding(state().findings, -1)).toBeNull();
  });

  it("已核实，不处理：记在工作簿里，移出待处理；可以取消", async () => {
    const { send, until, workbook } = await pane();
    send({ kind: "showFindings" });
    const { findings } = await until(checked);
    const key = findings.list?.[0]?.key ?? "";
    send({ kind: "dismissFinding", key, note: "另行报送" });
    await until(({ findings: { list } }) => list?.find((one) => one.key === key)?.dismissed === "另行报送");
    expect(JSON.stringify(keptValue(workbook.snapshot(), "reviewed", null))).toContain("另行报送");
    send({ kind: "dismissFinding", key, note: null });
    await until(({ findings: { list } }) => list?.find((one) => one.key === key)?.dismissed === null);
    expect(keptValue(workbook.snapshot(), "reviewed", null)).toBeNull();
  });

  it("在表中标出、清除标记；导出清单；恢复原表一并撤去", async () => {
    const { send, until, workbook } = await pane();
    const marks = () =>
      workbook.snapshot().sheets.flatMap((sheet) => sheet.conditionalFormats.filter(isFindingMark));
    send({ kind: "showFindings" });
    await until(checked);
    send({ kind: "markFindings" });
    await until(({ findings }) => findings.marked);
    expect(marks().length).toBeGreaterThan(10);
    send({ kind: "clearFindingMarks" });
    await until(({ findings }) => !findings.marked);
    expect(marks()).toEqual([]);
    send({ kind: "exportFindings" });
    const after = await until(({ message }) => message?.kind === "done");
    expect(after.restorable).toBe(true);
    expect(workbook.snapshot().sheets.map(({ name }) => name)).toContain("自查问题清单");
    send({ kind: "restore", overwrite: [] });
    await until(({ restorable, busy }) => !restorable && !busy);
    expect(workbook.snapshot().sheets).toHaveLength(1);
  });

  it("采用改法：写入，列为已解决；撤销回到原样，问题又在；预览之后变了的不写", async () => {
    const { send, until, workbook, state } = await pane();
    const at = { sheet: "部门整体支出绩效自评表", row: 42, column: 9 };
    const content = () => workbook.snapshot().sheets[0]?.rows.get(42)?.get(9)?.value;
    const type = async (value: number) => {
      const edit = { kind: "cell", at, content: { value }, reason: "" } as const;
      await workbook.apply({ edits: [edit], expects: [] });
    };
    await type(12.5);
    const records = workbook.snapshot().records;
    send({ kind: "showFindings" });
    await until(checked);
    const wrong = () => state().findings.list?.find(({ check }) => check === "scoreSum");
    const { key = "", fix = [] } = wrong() ?? {};
    send({ kind: "mendFindings", fixes: [{ key, fix }] });
    await until(({ findings, busy }) => findings.mended.length === 1 && !busy);
    expect(content()).toBe(fix[0]?.after);
    expect(wrong()).toBeUndefined();
    expect(sinceBefore(state().findings)).toContain("已解决2处");
    send({ kind: "unmend", mended: state().findings.mended[0] ?? [] });
    await until(({ findings, busy }) => findings.mended.length === 0 && !busy);
    expect([content(), workbook.snapshot().records]).toEqual([12.5, records]);
    expect(wrong()?.key).toBe(key);
    await type(13);
    send({ kind: "mendFindings", fixes: [{ key, fix }] });
    const { message } = await until((now) => now.message?.kind === "problem" && !now.busy);
    expect(message).toMatchObject({ problem: { why: expect.stringContaining("预览之后") as string } });
    expect(content()).toBe(13);
    expect(wrong()?.fix?.[0]?.before).toBe(13);
    send({ kind: "mendFindings", fixes: [{ key: wrong()?.key ?? "", fix: wrong()?.fix ?? [] }] });
    const { findings } = await until(({ findings: { mended }, busy }) => mended.length === 1 && !busy);
    await type(14);
    send({ kind: "unmend", mended: findings.mended[0] ?? [] });
    await until(({ findings: { mended }, busy }) => mended.length === 0 && !busy);
    expect(state().message).toMatchObject({
      problem: { what: expect.stringContaining("没有撤销") as string },
    });
    expect(content()).toBe(14);
  });

  it("粘贴或打开自评报告后对照；读不了的说明原因", async () => {
    const { send, until } = await pane();
    send({ kind: "showFindings" });
    await until(checked);
    const text = "累计入驻企业（项目）1442个。";
    const twice = ({ findings: { list } }: PaneState) =>
      list?.some(({ check }) => check === "figureTwice") === true;
    send({ kind: "pasteReport", text });
    expect((await until(twice)).findings.report).toBe("粘贴的文字");
    send({ kind: "pasteReport", text: "" });
    await until((state) => !twice(state) && state.findings.report === null);
    send({ kind: "openReport", name: "报告.txt", bytes: new TextEncoder().encode(text) });
    expect((await until(twice)).findings.report).toBe("报告.txt");
    send({ kind: "openReport", name: "报告.doc", bytes: new Uint8Array([0xd0, 0xcf, 0x11, 0xe0]) });
    const { message } = await until(({ message: shown }) => shown?.kind === "problem");
    expect(message).toMatchObject({ problem: { todo: expect.stringContaining("docx") as string } });
  });

  it("功能区的“报送前自查”打开这一页", async () => {
    const { hear, until } = await pane();
    hear({ kind: "check" });
    expect((await until(checked)).view).toBe("findings");
  });
});
