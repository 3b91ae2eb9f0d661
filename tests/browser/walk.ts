import type { Locator, Page } from "playwright-core";
import { expect } from "vitest";

/** What a walk costs a person, counted where he acts. */
export interface Cost {
  clicks: number;
  /** Every key that goes down, and every letter that is typed. */
  keys: number;
  /** Pixels that the wheel is turned. */
  scrolled: number;
}

export interface Walk {
  readonly cost: Readonly<Cost>;
  /** Refuses to click what is not in sight: nobody scrolls for the person. */
  readonly click: (what: Locator) => Promise<void>;
  readonly press: (...keys: string[]) => Promise<void>;
  readonly type: (text: string) => Promise<void>;
  /** Tab until the button with this name has the keyboard. */
  readonly tabTo: (name: RegExp) => Promise<void>;
  /** Turns the wheel over the pane until this holds. */
  readonly wheelUntil: (holds: () => Promise<boolean>) => Promise<void>;
  /** The views of the pane, by the ids of their headings, in the order in which they came. */
  readonly views: () => Promise<readonly string[]>;
}

/** Begins to count, and to note which views of the pane come up. */
export async function startWalk(page: Page): Promise<Walk> {
  const cost: Cost = { clicks: 0, keys: 0, scrolled: 0 };
  await page.evaluate(() => {
    const views: string[] = [];
    const note = () => {
      const title = document.querySelector("main section > h2[id$='-title']:not(#convert-title)")?.id;
      const list = document.querySelector<HTMLElement>("main [data-row]");
      const now = title ?? ((list?.offsetParent ?? null) === null ? null : "list");
      if (now !== null && views.at(-1) !== now) views.push(now);
    };
    note();
    new MutationObserver(note).observe(document.body, { childList: true, subtree: true });
    Object.assign(window, { walkedViews: views });
  });
  const press = async (...keys: string[]) => {
    for (const key of keys) {
      await page.keyboard.press(key);
      cost.keys += key.split("+").length;
    }
  };
  return {
    cost,
    press,
    click: async (what) => {
      await what.waitFor();
      if (!(await what.evaluate(isInSight))) throw new Error(`not in sight: ${what.toString()}`);
      await what.click();
      cost.clicks += 1;
    },
    type: async (text) => {
      await page.keyboard.type(text);
      cost.keys += text.length;
    },
    tabTo: async (name) => {
      for (let n = 0; n < 40; n += 1) {
        if (name.test(await focusedName(page))) return;
        await press("Tab");
      }
      throw new Error(`Tab does not reach ${String(name)}`);
    },
    wheelUntil: async (holds) => {
      await page.locator("main").hover({ position: { x: 180, y: 300 } });
      for (let n = 0; n < 40 && !(await holds()); n += 1) {
        const before = await scrolledTo(page);
        await page.mouse.wheel(0, wheelTurn);
        cost.scrolled += wheelTurn;
        // Nobody turns on before he sees that it moved; at the end it does not.
        await expect
          .poll(() => scrolledTo(page), { timeout: 2000 })
          .not.toBe(before)
          .catch(() => undefined);
        await drawn(page);
      }
    },
    views: () => page.evaluate(() => (window as unknown as { walkedViews: string[] }).walkedViews),
  };
}

const wheelTurn = 100;

function scrolledTo(page: Page): Promise<number> {
  return page.evaluate(() =>
    [...document.querySelectorAll("*")].reduce((sum, { scrollTop }) => sum + scrollTop, 0),
  );
}

/** What was done last is on the screen. */
export function drawn(page: Page): Promise<unknown> {
  return page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done)))),
  );
}

/** The words of what has the keyboard. */
export function focusedName(page: Page): Promise<string> {
  return page.evaluate(() => {
    const one = document.activeElement;
    const label = one instanceof HTMLInputElement ? one.labels?.[0]?.textContent : null;
    return one?.getAttribute("aria-label") ?? label ?? one?.textContent ?? "";
  });
}

/** Notes the quotes of 全部核对确认 that can be read from the first to the last line, behind no bar. How many so far. */
export function noteQuotes(page: Page): Promise<number> {
  return page.evaluate(() => {
    const all = window as unknown as { seenQuotes?: Set<string> };
    const seen = (all.seenQuotes ??= new Set());
    for (const [n, item] of [...document.querySelectorAll("main li:has(blockquote)")].entries()) {
      const quote = item.querySelector("blockquote");
      if (quote === null) continue;
      const { left, top, bottom } = quote.getBoundingClientRect();
      const isSeen = [top + 3, bottom - 3].every((y) =>
        quote.contains(document.elementFromPoint(left + 12, y)),
      );
      if (isSeen) seen.add(`${n} ${quote.textContent}`);
    }
    return seen.size;
  });
}

function isInSight(one: Element): boolean {
  const { left, top, width, height } = one.getBoundingClientRect();
  return one.contains(document.elementFromPoint(left + width / 2, top + height / 2));
}
