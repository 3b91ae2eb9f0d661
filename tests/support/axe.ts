import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";

const script = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** What axe-core finds wrong on the page now, one line each: rule, how grave, where; only by these rules, if given. */
export async function axeViolations(
  page: Page,
  rules: readonly string[] | null = null,
): Promise<readonly string[]> {
  // Over the debugger: the pages forbid foreign scripts, and that stays so under test.
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(script);
  // A button that was just enabled still has the colours of a disabled one until its transition has ended.
  await page.evaluate(async () => {
    const frame = (): Promise<unknown> => new Promise((done) => requestAnimationFrame(done));
    await frame();
    await frame();
    const ending = document
      .getAnimations()
      .filter(({ effect }) => Number.isFinite(Number(effect?.getComputedTiming().endTime)));
    await Promise.allSettled(ending.map(({ finished }) => finished));
  });
  return page.evaluate(async (only) => {
    const { axe } = window as unknown as {
      axe: {
        run: (options: object) => Promise<{
          violations: readonly {
            readonly id: string;
            readonly impact: string;
            readonly nodes: readonly {
              readonly target: readonly string[];
              readonly failureSummary: string;
            }[];
          }[];
        }>;
      };
    };
    const result = await axe.run({
      resultTypes: ["violations"],
      ...(only === null ? {} : { runOnly: { type: "rule", values: only } }),
    });
    return result.violations.flatMap((violation) =>
      violation.nodes.map(
        (node) => `${violation.id} (${violation.impact}): ${node.target.join(" ")}: ${node.failureSummary}`,
      ),
    );
  }, rules);
}
