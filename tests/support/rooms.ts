import type { Page } from "playwright-core";
import { axeViolations } from "./axe";

interface Room {
  readonly name: string;
  readonly width: number;
  readonly height: number;
  readonly colors: "light" | "dark";
  /** What axe looks for: all there is, the colours alone (where the same view was looked at in this size already), or
   * nothing but whether the view fits. */
  readonly look: "all" | "colors" | "size";
}

const wide: Room = { name: "浅色", width: 1366, height: 800, colors: "light", look: "all" };

/** Every view is looked at in each of these; 683 × 400 and 320 × 400 are 200 % zoom of a small window. */
const rooms: readonly Room[] = [
  wide,
  { name: "深色", width: 1366, height: 800, colors: "dark", look: "colors" },
  { name: "放大到200%", width: 683, height: 400, colors: "light", look: "size" },
  { name: "320像素宽", width: 320, height: 640, colors: "light", look: "all" },
  { name: "深色、放大到200%、320像素宽", width: 320, height: 400, colors: "dark", look: "colors" },
];

/** What axe finds wrong in the view that the page shows, and by how many pixels it is too wide, in every room; a line
 * each, with the view and the room. The page is left as it was opened. */
export async function faultsInRooms(page: Page, view: string): Promise<readonly string[]> {
  const found: string[] = [];
  for (const room of rooms) {
    await enter(page, room);
    const where = `${view}（${room.name}）`;
    if (room.look !== "size") {
      const rules = room.look === "colors" ? ["color-contrast"] : null;
      found.push(...(await axeViolations(page, rules)).map((line) => `${where}: ${line}`));
    }
    const pixels = await tooWide(page);
    if (pixels > 0) found.push(`${where}: ${pixels} px too wide`);
  }
  await enter(page, wide);
  return found;
}

async function enter(page: Page, { width, height, colors }: Room): Promise<void> {
  await page.emulateMedia({ colorScheme: colors });
  await page.setViewportSize({ width, height });
}

function tooWide(page: Page): Promise<number> {
  return page.evaluate(() =>
    Math.max(
      ...[document.documentElement, ...document.querySelectorAll("main, main blockquote")].map(
        (one) => one.scrollWidth - one.clientWidth,
      ),
    ),
  );
}
