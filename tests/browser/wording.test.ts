import { afterAll, beforeAll, expect, test } from "vitest";
import { answeredSample } from "../support/answeredSample";
import { closeWorkbench, openWorkbench, sharedHouse, type BrowserHouse } from "../support/browser";
import { faultsInRooms } from "../support/rooms";
import { openFile } from "./sheetOf";

let house: BrowserHouse;

beforeAll(async () => {
  house = await sharedHouse();
});
afterAll(async () => {
  await house.close();
});

test("生成评分依据：看着来处改一条、采用，再全部采用，撤下一条；只用键盘也行；各种宽窄、深浅都没有问题", async () => {
  const page = await openWorkbench(house);
  await openFile(page, "已填.xlsx", await answeredSample());
  await page.locator(".file-name", { hasText: "已填" }).waitFor();
  await page.getByTestId("total").waitFor();
  const total = await page.getByTestId("total").textContent();
  await page.getByRole("button", { name: "生成评分依据（草稿）" }).focus();
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "生成评分依据（草稿）" }).waitFor();
  const fields = page.locator("[data-wording] textarea");
  const count = await fields.count();
  expect(count).toBeGreaterThan(10);
  // Every draft shows where it comes from.
  expect(await page.locator("[data-wording] ul button").count()).toBeGreaterThanOrEqual(count);
  const found = [...(await faultsInRooms(page, "生成评分依据"))];

  const signing = page.locator("[data-wording='contractSigning']");
  const field = signing.locator("textarea");
  const draft = "共签订政府采购合同36份，均在30日内签订，合同签订及时率100%。";
  expect(await field.inputValue()).toBe(draft);
  await field.focus();
  await page.keyboard.press("Control+End");
  await page.keyboard.type("合同均已归档。");
  await signing.getByRole("button", { name: "还原草稿：采购合同签订时效性" }).waitFor();
  await field.focus();
  await page.keyboard.press("Control+Enter");
  await signing.getByText("已采用", { exact: true }).first().waitFor();
  expect(
    await page
      .locator("[data-wording='contractFiling'] textarea")
      .evaluate((one) => one === document.activeElement),
  ).toBe(true);
  await signing.getByText("合同均已归档。").first().waitFor();
  expect(await field.inputValue()).toBe(draft);

  await page.getByRole("button", { name: `全部采用（${count - 1}）` }).click();
  await page.getByText(`草稿${count}条，已采用${count}条。`, { exact: true }).waitFor();
  expect(await page.getByTestId("total").textContent()).toBe(total);
  found.push(...(await faultsInRooms(page, "都采用了")));

  await signing.getByRole("button", { name: "撤下：采购合同签订时效性" }).click();
  await page.getByRole("button", { name: "全部采用（1）" }).waitFor();
  await closeWorkbench(house, page);
  expect(found).toEqual([]);
});
