import { chromium, type Browser, type BrowserContextOptions, type Page } from "playwright-core";
import { serve } from "../../scripts/serve.mjs";
import { builtPackage } from "./builtPackage";

export interface BrowserHouse {
  readonly address: string;
  /** Where the pages are. */
  readonly folder: string;
  readonly browser: Browser;
  /** Pages that can be opened again. */
  readonly idle: Page[];
  readonly close: () => Promise<void>;
}

/** The built pages on a local address (JX_DIST: an already built folder), and a real Chromium. Never skipped: without
 * Chromium the test fails. */
export async function openHouse(): Promise<BrowserHouse> {
  const folder = process.env["JX_DIST"] ?? (await builtPackage()).folder;
  const [server, browser] = await Promise.all([serve(folder), launch()]);
  return {
    address: server.address,
    folder,
    browser,
    idle: [],
    close: async () => {
      await browser.close();
      await server.close();
    },
  };
}

let shared: Promise<BrowserHouse> | undefined;

/** One house for all test files of this process, which share its modules. Closing it closes the pages that a
 * failed test left open; the rest ends with the process. */
export async function sharedHouse(): Promise<BrowserHouse> {
  const house = await (shared ??= keptOpen());
  return {
    ...house,
    close: async () => {
      const kept = new Set(house.idle.map((page) => page.context()));
      const left = house.browser.contexts().filter((context) => !kept.has(context));
      await Promise.all(left.map((context) => context.close()));
    },
  };
}

async function keptOpen(): Promise<BrowserHouse> {
  const house = await openHouse();
  process.once("SIGTERM", () => {
    void house.browser.close().finally(() => process.exit());
  });
  return house;
}

function launch(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env["CHROMIUM"] ?? "/usr/bin/chromium",
    headless: true,
    handleSIGTERM: false,
    args: [
      "--headless",
      "--no-sandbox",
      "--disable-gpu",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      // No name but this machine's own is known: every other host is out of reach.
      "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost",
    ],
  });
}

const size = { width: 1366, height: 800 };

/** The workbench with the sample open; whatever the page reports as an error fails the test. Without options a page that
 * was closed before is loaded again: compiling the program anew in another process of Chromium is most of the time. */
export async function openWorkbench(house: BrowserHouse, options?: BrowserContextOptions): Promise<Page> {
  const page = (options === undefined ? house.idle.pop() : undefined) ?? (await freshPage(house, options));
  page.on("pageerror", (error) => {
    throw error;
  });
  await page.goto(house.address);
  await page.getByRole("button", { name: "计算得分", exact: true }).waitFor();
  await page.getByTestId("total").waitFor();
  return page;
}

async function freshPage({ browser }: BrowserHouse, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({
    viewport: size,
    locale: "zh-CN",
    // Colours are measured at rest, not halfway through a fade.
    reducedMotion: "reduce",
    permissions: ["clipboard-read", "clipboard-write"],
    ...options,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  return page;
}

/** Closes a page of openWorkbench() without options, with all that it kept and all that was set on it. */
export async function closeWorkbench(house: BrowserHouse, page: Page): Promise<void> {
  const context = page.context();
  const others = context.pages().filter((other) => other !== page);
  await Promise.all(others.map((other) => other.close()));
  await context.setOffline(false);
  const devtools = await context.newCDPSession(page);
  // Nothing is left to write once the document is gone.
  await page.goto("about:blank");
  const { origin } = new URL(house.address);
  await devtools.send("Storage.clearDataForOrigin", { origin, storageTypes: "all" });
  await devtools.detach();
  await page.emulateMedia({ colorScheme: null, media: null, forcedColors: null, reducedMotion: "reduce" });
  await page.setViewportSize(size);
  await page.mouse.move(0, 0);
  page.removeAllListeners();
  house.idle.push(page);
}
