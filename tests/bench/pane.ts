import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { gzipSync } from "node:zlib";
import { openHouse } from "../support/browser";

export interface PaneFigures {
  /** gzip bytes of each script of the two pages, the largest first. */
  readonly scripts: readonly { readonly file: string; readonly gzip: number; readonly raw: number }[];
  /** gzip bytes of what the task pane fetches before it is drawn first. */
  readonly taskpane: number;
  /** Milliseconds from navigation to a pane that shows the form's points and can be used; cold cache, per run. */
  readonly usable: readonly number[];
  /** Their median. */
  readonly usableMilliseconds: number;
}

/** Size of the pane's scripts and how soon it can be used, in Chromium with a cold cache (workbench page). */
export async function paneFigures(runs = 5): Promise<PaneFigures> {
  const house = await openHouse();
  try {
    const usable: number[] = [];
    for (let run = 0; run < runs; run += 1) {
      // A new context has an empty cache.
      const context = await house.browser.newContext({ viewport: { width: 1366, height: 800 } });
      const page = await context.newPage();
      const started = performance.now();
      await page.goto(house.address, { waitUntil: "commit" });
      await page.getByTestId("total").waitFor();
      usable.push(performance.now() - started);
      await context.close();
    }
    const scripts = await scriptSizes(house.folder);
    const page = await readFile(join(house.folder, "taskpane.html"), "utf8");
    const named = new Set(
      Array.from(page.matchAll(/<script[^>]* src="?([^"?/>]+\.js)/gu), ([, file]) => file),
    );
    const taskpane = scripts.reduce((sum, { file, gzip }) => sum + (named.has(file) ? gzip : 0), 0);
    const sorted = [...usable].sort((one, other) => one - other);
    return {
      scripts,
      taskpane,
      usable,
      usableMilliseconds: sorted[Math.floor(sorted.length / 2)] ?? Number.NaN,
    };
  } finally {
    await house.close();
  }
}

async function scriptSizes(folder: string): Promise<PaneFigures["scripts"]> {
  const files = (await readdir(folder)).filter((file) => file.endsWith(".js") && file !== "check.js");
  const sizes = await Promise.all(
    files.map(async (file) => {
      const bytes = await readFile(join(folder, file));
      return { file, raw: bytes.length, gzip: gzipSync(bytes, { level: 9 }).length };
    }),
  );
  return sizes.sort((one, other) => other.gzip - one.gzip);
}

/** The figures as lines for npm run bench. */
export function paneLines({ scripts, usable, usableMilliseconds }: PaneFigures): readonly string[] {
  const kilobytes = (bytes: number) => `${(bytes / 1024).toFixed(0)} KB`;
  return [
    ...scripts.map(({ file, gzip, raw }) => `${file}：gzip ${kilobytes(gzip)}（未压缩 ${kilobytes(raw)}）`),
    `打开工作台到可用（冷缓存，${usable.length} 次中位数）：${usableMilliseconds.toFixed(0)} ms`,
  ];
}
