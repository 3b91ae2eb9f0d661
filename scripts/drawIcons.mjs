/** Draws assets/icon.svg at the PNG sizes that the manifest names. Run after a change: npm run icons. */
import { readFile, writeFile } from "node:fs/promises";
import { chromium } from "playwright-core";

const sizes = [16, 32, 64, 80, 128];
const executablePath = process.env["CHROMIUM"] ?? "/usr/bin/chromium";

const svg = await readFile(new URL("../assets/icon.svg", import.meta.url), "utf8");
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
const page = await browser.newPage();
for (const size of sizes) {
  await page.setViewportSize({ width: size, height: size });
  await page.setContent(
    `<style>html,body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`,
  );
  const png = await page.screenshot({ omitBackground: true });
  await writeFile(new URL(`../assets/icon-${size}.png`, import.meta.url), png);
}
await browser.close();
