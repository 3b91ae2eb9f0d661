import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openXlsx } from "../../../src/adapters/xlsx/openXlsx";
import { openHouse, type BrowserHouse } from "../../support/browser";
import { bookOfSnapshot } from "../../support/fakeExcel/bookOfSnapshot";
import { calculateBook } from "../../support/fakeExcel/calculateBook";
import { bookState, type FakeBook } from "../../support/fakeExcel/fakeBook";
import { fakeHost } from "../../support/fakeExcel/fakeHost";
import { openAddin } from "../../support/fakeExcel/openAddin";

let house: BrowserHouse;

beforeAll(async () => {
  house = await openHouse();
});

afterAll(async () => {
  await house.close();
});

function sampleBook(): FakeBook {
  const opened = openXlsx(readFileSync("samples/nansha-2023-blank.xlsx"));
  if (!opened.ok) throw new Error(opened.problem.what);
  const book = bookOfSnapshot(opened.value.snapshot());
  book.calculate = calculateBook;
  return book;
}

describe("成品在 Chromium 中，用微软的 office.js", () => {
  it("Office.onReady 触发，函数全部登记，没有报错，只向自己的服务器取文件", async () => {
    const addin = await openAddin(house, fakeHost(sampleBook()));
    const ready = await addin.page.evaluate(async () => {
      const info = await Office.onReady();
      return {
        host: String(info.host),
        platform: String(info.platform),
        locale: Office.context.displayLanguage,
      };
    });
    expect(ready).toEqual({ host: "Excel", platform: "PC", locale: "zh-CN" });
    const metadata = JSON.parse(readFileSync(join(house.folder, "functions.json"), "utf8")) as {
      functions: { id: string }[];
    };
    const ids = metadata.functions.map(({ id }) => id);
    expect(ids.length).toBeGreaterThan(10);
    const associated = await addin.page.evaluate(() => {
      const { mappings } = (CustomFunctions as unknown as { _association: { mappings: object } })
        ._association;
      return Object.keys(mappings);
    });
    expect([...associated].sort()).toEqual([...ids].sort());
    expect(addin.requests.filter((url) => !url.startsWith(house.address))).toEqual([]);
    expect(addin.errors).toEqual([]);
  });

  it("点“计算得分”：面板没有打开过，表已评分；再点“恢复原表”：还原", async () => {
    const host = fakeHost(sampleBook());
    const before = bookState(host.book);
    const addin = await openAddin(house, host);
    await addin.press("score");
    const formulas = host.book.sheets.flatMap(({ cells }) =>
      Array.from(cells.values()).filter(({ formula }) => formula?.includes("JX.") === true),
    );
    expect(formulas.length).toBeGreaterThan(5);
    const numbers = formulas.filter(({ value }) => typeof value === "number");
    expect(numbers.length).toBeGreaterThan(5);
    expect(formulas.filter(({ value }) => value === "#NAME?")).toEqual([]);
    await addin.press("restore");
    expect(bookState(host.book)).toEqual(before);
    expect(addin.errors).toEqual([]);
  });

  it("点“查看计分依据”：打开面板", async () => {
    const host = fakeHost(sampleBook());
    const sheet = host.book.sheets[0]?.name ?? "";
    host.book.selected = { sheet, area: { top: 12, left: 9, bottom: 12, right: 9 } };
    const addin = await openAddin(house, host);
    await addin.press("explainCell");
    expect(host.book.paneShown).toBe(true);
    expect(addin.errors).toEqual([]);
  });
});
