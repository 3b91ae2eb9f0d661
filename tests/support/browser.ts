import { execFile } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { chromium, type Browser, type BrowserContextOptions, type Page } from "playwright-core";
import { serve } from "../../scripts/serve.mjs";

const run = promisify(execFile);
const lock = join("node_modules", ".cache", "browser-build");

export interface BrowserHouse {
  readonly address: string;
  readonly browser: Browser;
  readonly close: () => Promise<void>;
}

/** The built pages on a local address (JX_DIST: an already built folder), and a real Chromium. Never skipped: without
 * Chromium the test fails. */
export async function openHouse(folder = process.env["JX_DIST"] ?? "dist"): Promise<BrowserHouse> {
  if (folder === "dist") await buildOnce();
  const server = await serve(folder);
  const browser = await chromium.launch({
    executablePath: process.env["CHROMIUM"] ?? "/usr/bin/chromium",
    headless: true,
    args: [
      "--headless",
      "--no-sandbox",
      "--disable-gpu",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
  return {
    address: server.address,
    browser,
    close: async () => {
      await browser.close();
      await server.close();
    },
  };
}

/** A fresh page of the workbench with the sample open; whatever the page reports as an error fails the test. */
export async function openWorkbench(house: BrowserHouse, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await house.browser.newContext({
    viewport: { width: 1366, height: 800 },
    locale: "zh-CN",
    // Colours are measured at rest, not halfway through a fade.
    reducedMotion: "reduce",
    permissions: ["clipboard-read", "clipboard-write"],
    ...options,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  page.on("pageerror", (error) => {
    throw error;
  });
  await page.goto(house.address);
  await page.getByRole("button", { name: "计算得分", exact: true }).waitFor();
  await page.getByTestId("total").waitFor();
  return page;
}

/** Builds dist/ unless it is newer than every source; several test files wait for one build. */
async function buildOnce(): Promise<void> {
  mkdirSync(join("node_modules", ".cache"), { recursive: true });
  for (;;) {
    try {
      mkdirSync(lock);
      break;
    } catch {
      // Somebody builds; a lock that an interrupted run left behind is taken over.
      if (existsSync(lock) && Date.now() - statSync(lock).mtimeMs > 240_000)
        rmSync(lock, { recursive: true });
      await new Promise((done) => setTimeout(done, 500));
    }
  }
  try {
    const page = join("dist", "workbench.html");
    const sources = ["src", "samples", "assets"].flatMap(newest);
    const settings = ["webpack.config.js", "package.json"].map((file) => statSync(file).mtimeMs);
    const changed = Math.max(...sources, ...settings);
    if (existsSync(page) && statSync(page).mtimeMs > changed) return;
    await run(process.execPath, ["node_modules/webpack-cli/bin/cli.js", "--mode", "production"]);
  } finally {
    rmSync(lock, { recursive: true, force: true });
  }
}

function newest(folder: string): readonly number[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => statSync(join(entry.parentPath, entry.name)).mtimeMs);
}
