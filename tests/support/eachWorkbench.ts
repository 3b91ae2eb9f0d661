import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach } from "vitest";
import { closeWorkbench, openWorkbench, sharedHouse, type BrowserHouse } from "./browser";

/** For a file of browser tests: each test begins with a workbench of its own, that is told of before, and closed after it. */
export function eachWorkbench(opened: (page: Page, house: BrowserHouse) => void): void {
  let house: BrowserHouse;
  let page: Page;
  beforeAll(async () => {
    house = await sharedHouse();
  });
  afterAll(async () => {
    await house.close();
  });
  beforeEach(async () => {
    page = await openWorkbench(house);
    opened(page, house);
  });
  afterEach(async () => {
    await closeWorkbench(house, page);
  });
}
