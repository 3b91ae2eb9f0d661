import type { BrowserContextOptions, Page } from "playwright-core";
import type { BrowserHouse } from "../browser";
import type { FakeHost } from "./fakeHost";
import { nativeSide } from "./nativeSide";

interface NativePage {
  readonly press: (id: string, name: string) => void;
  readonly listens: () => boolean;
}

export interface OpenAddin {
  readonly page: Page;
  /** What the page reported as an error, its security policy included. */
  readonly errors: readonly string[];
  /** What the page asked the network for, and was refused or sent elsewhere. */
  readonly requests: readonly string[];
  /** Presses a ribbon button; resolves when the command says that it has completed. */
  readonly press: (name: string) => Promise<void>;
}

/** The built add-in with the real office.js in Chromium, with a fake Excel behind it. */
export async function openAddin(
  house: BrowserHouse,
  host: FakeHost,
  options: BrowserContextOptions = {},
): Promise<OpenAddin> {
  const context = await house.browser.newContext({
    viewport: { width: 350, height: 600 },
    locale: "zh-CN",
    reducedMotion: "reduce",
    ...options,
  });
  const page = await context.newPage();
  const errors: string[] = [];
  const requests: string[] = [];
  const waiting = new Map<string, () => void>();
  page.on("pageerror", (error) => errors.push(String(error)));
  page.on("console", (message) => {
    if (message.type() === "error") errors.push(message.text());
  });
  page.on("request", (request) => requests.push(request.url()));
  await page.exposeFunction("jxToHost", async (json: string) => {
    const answer = host.answer(json);
    await new Promise((done) => setTimeout(done, host.latency));
    return answer;
  });
  await page.exposeFunction("jxCommandCompleted", (id: string) => waiting.get(id)?.());
  await page.addInitScript(nativeSide);
  await page.goto(new URL("taskpane.html", house.address).href);
  let presses = 0;
  const native = (): Promise<boolean> =>
    page.evaluate(() => (globalThis as unknown as { jxNative: NativePage }).jxNative.listens());
  return {
    page,
    errors,
    requests,
    press: async (name) => {
      while (!(await native())) await page.waitForTimeout(50);
      const id = `command-${(presses += 1)}`;
      const completed = new Promise<void>((done) => waiting.set(id, done));
      await page.evaluate(
        ([command, label]) => {
          (globalThis as unknown as { jxNative: NativePage }).jxNative.press(command, label);
        },
        [id, name] as const,
      );
      await completed;
    },
  };
}
