import { describe, expect, it, vi } from "vitest";
import { selectCell, watchChanges, watchSelection } from "../../../src/adapters/office/excelEvents";
import { bookOfSnapshot } from "../../support/fakeExcel/bookOfSnapshot";
import { sheetNamed } from "../../support/fakeExcel/fakeBook";
import { fakeHost } from "../../support/fakeExcel/fakeHost";
import { loadClient } from "../../support/fakeExcel/loadClient";
import { gridSheet, workbookOf } from "../../support/grid";

function start() {
  const host = fakeHost(
    bookOfSnapshot(
      workbookOf([gridSheet([["甲"]], { name: "自评表" }), gridSheet([[1]], { name: "评分底稿" })]),
    ),
  );
  const client = loadClient(host);
  const registered = () =>
    vi.waitFor(() => {
      expect(host.trips()).toBeGreaterThan(0);
    });
  return { host, client, registered, id: (name: string) => sheetNamed(host.book, name).id };
}

describe("选中单元格", () => {
  it("面板收到表名和行列；选一片时取第一格", async () => {
    const { client, registered, id } = start();
    const heard = vi.fn();
    watchSelection(client.run, heard);
    await registered();
    client.raise("selectionChanged", { address: "C5", worksheetId: id("评分底稿") });
    await vi.waitFor(() => {
      expect(heard).toHaveBeenCalledWith({ sheet: "评分底稿", row: 5, column: 3 });
    });
    client.raise("selectionChanged", { address: "B2:D4,F1", worksheetId: id("自评表") });
    await vi.waitFor(() => {
      expect(heard).toHaveBeenLastCalledWith({ sheet: "自评表", row: 2, column: 2 });
    });
  });

  it("取消以后不再收到", async () => {
    const { client, registered, id, host } = start();
    const heard = vi.fn();
    const stop = watchSelection(client.run, heard);
    await registered();
    const before = host.trips();
    stop();
    await vi.waitFor(() => {
      expect(host.trips()).toBe(before + 1);
    });
    client.raise("selectionChanged", { address: "C5", worksheetId: id("自评表") });
    await new Promise((done) => setTimeout(done, 50));
    expect(heard).not.toHaveBeenCalled();
  });

  it("表已不在时不报", async () => {
    const { client, registered, host } = start();
    const heard = vi.fn();
    watchSelection(client.run, heard);
    await registered();
    const before = host.trips();
    client.raise("selectionChanged", { address: "C5", worksheetId: "{gone}" });
    await vi.waitFor(() => {
      expect(host.trips()).toBe(before + 1);
    });
    expect(heard).not.toHaveBeenCalled();
  });

  it("从面板选中单元格；表不在时说明", async () => {
    const { client, host } = start();
    expect((await selectCell(client.run, { sheet: "评分底稿", row: 7, column: 4 })).ok).toBe(true);
    expect(host.book.selected).toEqual({ sheet: "评分底稿", area: { top: 7, left: 4, bottom: 7, right: 4 } });
    const gone = await selectCell(client.run, { sheet: "没有", row: 1, column: 1 });
    expect(gone).toMatchObject({ ok: false, problem: { code: "sheetMissing" } });
  });

  it("前面是另一个工作簿时说明怎么办", async () => {
    const { client, host } = start();
    host.fault = () => ({ code: "InvalidSelection", after: 3 });
    const outcome = await selectCell(client.run, { sheet: "评分底稿", row: 7, column: 4 });
    expect(outcome).toMatchObject({ ok: false, problem: { code: "otherWorkbookActive" } });
  });
});

describe("内容变动", () => {
  it("输入和重新计算都报，取消以后不报", async () => {
    const { client, registered, id, host } = start();
    const heard = vi.fn();
    const stop = watchChanges(client.run, heard);
    await registered();
    client.raise("changed", { address: "A1", worksheetId: id("自评表"), changeType: "RangeEdited" });
    client.raise("calculated", { worksheetId: id("评分底稿") });
    await vi.waitFor(() => {
      expect(heard).toHaveBeenCalledTimes(2);
    });
    const before = host.trips();
    stop();
    await vi.waitFor(() => {
      expect(host.trips()).toBe(before + 1);
    });
    client.raise("calculated", { worksheetId: id("评分底稿") });
    await new Promise((done) => setTimeout(done, 50));
    expect(heard).toHaveBeenCalledTimes(2);
  });
});
