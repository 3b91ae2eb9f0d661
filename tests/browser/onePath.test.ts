import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { tidy } from "../../src/quantity/tidy";
import { closeWorkbench, openWorkbench, sharedHouse, type BrowserHouse } from "../support/browser";
import { shippedFacts } from "../support/factsFile";
import { faultsInRooms } from "../support/rooms";
import { score } from "./sheetOf";
import { drawn, focusedName, noteQuotes, startWalk, type Walk } from "./walk";

let house: BrowserHouse;

beforeAll(async () => {
  house = await sharedHouse();
});
afterAll(async () => {
  await house.close();
});

async function openSample(page: Page, name: string): Promise<void> {
  await page.locator("select[aria-label='打开示例']").selectOption(name);
  await page.locator(".file-name", { hasText: name }).waitFor();
  await page.getByTestId("total").waitFor();
}

/** Presses keys one by one, and counts them. */
function counted(page: Page): {
  readonly press: (...keys: string[]) => Promise<void>;
  readonly keys: () => number;
} {
  let keys = 0;
  return {
    press: async (...all) => {
      for (const key of all) await page.keyboard.press(key);
      keys += all.length;
    },
    keys: () => keys,
  };
}

/** The answers of the person who fills in the sample, by fact id. */
const answers = shippedFacts("samples/nansha-2023.facts.json");

interface InSight {
  readonly id: string;
  readonly kind: "text" | "radio" | "month";
  readonly month: number;
}

/** What has the keyboard: the fact that it belongs to, and the month. */
function field(page: Page): Promise<InSight | null> {
  return page.evaluate(() => {
    const one = document.activeElement;
    const id = one?.closest<HTMLElement>("[data-fact]")?.dataset["fact"];
    if (!(one instanceof HTMLInputElement) || id === undefined) return null;
    const month = one.labels?.[0]?.textContent.match(/^(\d+)月/u)?.[1];
    const kind = one.type === "radio" ? "radio" : month === undefined ? "text" : "month";
    return { id, kind, month: Number(month ?? 0) };
  });
}

describe("全部核对确认", () => {
  test("只用键盘：看着引文确认21条，一次写完；各种宽窄、深浅都没有问题", async () => {
    const page = await openWorkbench(house);
    await openSample(page, "nansha-2023-blank.xlsx");
    await score(page);
    await page.getByRole("button", { name: /^核对 21/u }).focus();
    const { press, keys } = counted(page);
    await press("Enter");
    await page.getByRole("heading", { name: "全部核对确认" }).waitFor();
    const boxes = page.locator("main li input[type=checkbox]");
    expect(await boxes.count()).toBe(21);
    expect(await page.locator("main li blockquote mark").count()).toBeGreaterThanOrEqual(21);
    const found = [...(await faultsInRooms(page, "全部核对确认"))];
    await press("Tab", "Enter", "n", "ArrowDown", "e");
    await page.getByRole("button", { name: "不改了" }).waitFor();
    const waiting = page.getByRole("status").filter({ hasText: /^待确认/u });
    expect(await waiting.innerText()).not.toContain("改过的");
    const typed = page.locator("main li [data-fact] :is(input[type=text], textarea):enabled").first();
    await typed.fill(`${await typed.inputValue()}1`);
    await expect.poll(() => waiting.innerText()).toContain("改过的1条");
    found.push(...(await faultsInRooms(page, "一条打了勾，一条不是，一条在改")));
    expect(await page.getByRole("button", { name: /^不是/u }).first().getAttribute("aria-pressed")).toBe(
      "false",
    );
    await page.getByRole("button", { name: "不改了" }).click();
    await press("ArrowUp", "n", "End", "ArrowDown");
    // Past what was not on the screen nothing is confirmed: the button leads there first.
    await expect.poll(() => focusedName(page)).toMatch(/^往下看（\d+条还没看过）$/u);
    const [seen] = /\d+/u.exec(await button(page, /^只确认看过的/u).innerText()) ?? ["0"];
    const [unseen] = /\d+/u.exec(await focusedName(page)) ?? ["0"];
    expect(Number(seen) + Number(unseen)).toBe(21);
    for (let n = 0; n < 8 && /^往下看/u.test(await focusedName(page)); n += 1) {
      const before = await focusedName(page);
      await press("Enter");
      await expect.poll(() => focusedName(page)).not.toBe(before);
    }
    expect(await focusedName(page)).toBe("全部确认（21）");
    await press("Enter");
    await page.getByText("都核对过了。").waitFor();
    expect(await boxes.count()).toBe(0);
    found.push(...(await faultsInRooms(page, "都核对过了")));
    await closeWorkbench(house, page);
    expect(found).toEqual([]);
    expect(keys()).toBeLessThan(20);
  });
});

describe("逐项填写", () => {
  test("只用键盘：从第一格填到最后一格，填完写进底稿；走开再回来还在原处", async () => {
    const page = await openWorkbench(house);
    await openSample(page, "nansha-2023-blank.xlsx");
    await score(page);
    await page.getByRole("button", { name: "下一步：逐项填写" }).focus();
    await expect.poll(() => focusedName(page)).toBe("下一步：逐项填写");
    const { press, keys } = counted(page);
    await press("Enter");
    await page.getByRole("heading", { name: "逐项填写" }).waitFor();
    await page.getByText("0/40", { exact: true }).waitFor();
    const found = [...(await faultsInRooms(page, "逐项填写"))];
    await press("Tab");
    await page.evaluate(() => navigator.clipboard.writeText("3\n10\n"));
    await press("Control+v");
    await page.getByText("已依次填入2格，还没有写入底稿，请核对。", { exact: true }).last().waitFor();
    expect(await page.getByLabel("当年共通报了几个月？").last().inputValue()).toBe("10");
    await page.getByRole("button", { name: "撤销粘贴" }).click();
    expect(await page.getByLabel("当年共通报了几个月？").last().inputValue()).toBe("");
    expect(await page.getByLabel("财政部门从几月开始通报执行率？").last().inputValue()).toBe("");
    await page.getByLabel("财政部门从几月开始通报执行率？").last().focus();
    let typed = 0;
    const type = async (text: string) => {
      await page.keyboard.type(text);
      typed += text.length;
    };
    let halfway = false;
    for (let n = 0; n < 90; n += 1) {
      const at = await field(page);
      if (at === null) break;
      const given = answers.get(at.id)?.value ?? null;
      if (at.kind === "radio") {
        const way = { 否: 1, 不涉及: 2 }[String(given)] ?? 0;
        await press(...Array.from({ length: way }, () => "ArrowRight"), ...(way === 0 ? [" "] : []));
        // Why it does not apply is asked right there.
        if (given === "不涉及") {
          await press("Tab");
          await type(answers.get(at.id)?.reason ?? "没有");
        }
      } else if (given === "不涉及") {
        await type(given);
        await press("Tab", "Tab");
        await type(answers.get(at.id)?.reason ?? "没有");
      } else if (Array.isArray(given)) {
        const rate: unknown = given[at.month - 1];
        if (typeof rate === "number") await type(String(tidy(rate * 100)));
      } else if (given !== null) await type(String(given));
      if (!halfway && n === 4) {
        halfway = true;
        await page.getByText("没有填完，未写入").first().waitFor();
        found.push(...(await faultsInRooms(page, "填到一半")));
        await page.getByRole("button", { name: "返回列表" }).click();
        await page.getByRole("button", { name: "下一步：逐项填写" }).click();
        expect((await field(page))?.id).toBe(at.id);
      }
      await press("Enter");
    }
    expect(await focusedName(page)).toMatch(/^写入底稿/u);
    await press("Enter");
    await page.getByText("没有待补充的数据。").or(page.getByText("都填完了。")).first().waitFor();
    await page.getByRole("button", { name: "下一步：核对确认" }).waitFor();
    expect(keys()).toBeLessThan(90);
    expect(typed).toBeLessThan(200);
    await closeWorkbench(house, page);
    expect(found).toEqual([]);
  });
});

/** The answers as a person has them in a column of his own, in the order of the page. */
async function columnOfAnswers(page: Page): Promise<string> {
  const ids = await page
    .locator("main [data-fact]")
    .evaluateAll((all) => all.map((one) => one.getAttribute("data-fact") ?? ""));
  const said = (value: unknown) =>
    typeof value === "string" || typeof value === "number" ? String(value) : "";
  return ids
    .flatMap((id) => {
      const value = answers.get(id)?.value ?? null;
      return Array.isArray(value)
        ? value.map((rate: unknown) => (typeof rate === "number" ? `${tidy(rate * 100)}%` : ""))
        : [said(value)];
    })
    .join("\n");
}

const button = (page: Page, name: string | RegExp) =>
  page.getByRole("button", { name, exact: typeof name === "string" });

/** From the blank form that is open to the 报送版: how a button is pressed, and a list gone through, is the walker's own. */
async function walkToTheEnd(
  page: Page,
  by: Walk & {
    readonly use: (name: RegExp) => Promise<void>;
    readonly toFirstField: () => Promise<void>;
    /** To the next of so many fields that are half typed. */
    readonly toOpenPart: (left: number) => Promise<void>;
    /** Looks at the quotes, and confirms all. */
    readonly confirm: (count: number) => Promise<void>;
  },
): Promise<void> {
  const path = page.getByRole("navigation", { name: "办理步骤" });
  await by.use(/^计算得分$/u);
  await page
    .getByText(/^已计算得分：/u)
    .first()
    .waitFor();
  expect(await path.innerText()).toMatch(/补充 14[^]*核对 21[^]*自查 未查[^]*报送版/u);
  await by.use(/^下一步：逐项填写$/u);
  await page.getByText("0/40", { exact: true }).waitFor();
  const column = await columnOfAnswers(page);
  await page.evaluate((text) => navigator.clipboard.writeText(text), column);
  await by.toFirstField();
  await by.press("Control+v");
  // Why something does not apply nobody can paste.
  await page.getByText("2项没有填完，没有写入", { exact: true }).waitFor();
  for (const left of [2, 1]) {
    await by.toOpenPart(left);
    const id = (await field(page))?.id ?? "";
    expect(await focusedName(page)).toContain("不涉及的理由");
    await by.type(answers.get(id)?.reason ?? "没有");
  }
  await by.toOpenPart(0);
  await by.use(/^写入底稿/u);
  await page.getByText("都填完了。").waitFor();
  await by.use(/^下一步：核对确认$/u);
  const boxes = page.locator("main li input[type=checkbox]");
  await boxes.first().waitFor();
  expect(await boxes.count()).toBe(21);
  await by.confirm(21);
  await page.getByText("都核对过了。").waitFor();
  expect(await noteQuotes(page)).toBe(21);
  await by.use(/^下一步：自查$/u);
  await page.getByText("须更正0项，待核实27项，提示1项", { exact: true }).waitFor();
  expect(await path.innerText()).toMatch(/自查 27/u);
  expect(await path.evaluate((one) => one.getBoundingClientRect().top)).toBeGreaterThan(0);
  // Every one of them, with its cell.
  for (let n = 0; n < 28; n += 1) {
    await by.use(/^下一处$/u);
    expect(await page.locator("main li button[aria-expanded=true]").count()).toBe(1);
  }
  await by.use(/^下一步：报送$/u);
  await by.use(/^生成报送版$/u);
  const file = page.waitForEvent("download");
  await by.use(/^已看过，仍生成报送版$/u);
  expect((await file).suggestedFilename()).toBe("nansha-2023-blank-报送版.xlsx");
  await page.getByText("报送版已生成，这张表办完了。").first().waitFor();
  expect(await by.views()).toEqual(["list", "fill-title", "confirm-title", "findings-title"]);
}

describe("从空白表到报送版", () => {
  test("用鼠标：45次点击、150个键、2500像素之内，哪一页都只到一次，引文看全了才确认", async () => {
    const page = await openWorkbench(house);
    const walk = await startWalk(page);
    await walkToTheEnd(page, {
      ...walk,
      use: (name) => walk.click(button(page, name).first()),
      toFirstField: () => walk.click(page.locator("[data-fact] input").first()),
      toOpenPart: async (left) => {
        if (left > 0) await walk.click(button(page, `${left}项没有填完，没有写入`));
      },
      confirm: async (count) => {
        await walk.wheelUntil(async () => (await noteQuotes(page)) >= count);
        await walk.click(button(page, /^全部确认/u));
      },
    });
    const { clicks, keys, scrolled } = walk.cost;
    expect(clicks).toBeLessThanOrEqual(45);
    expect(keys).toBeLessThanOrEqual(150);
    expect(scrolled).toBeLessThanOrEqual(2500);
    await closeWorkbench(house, page);
  });

  test("只用键盘：一次也不点，150个键之内，哪一页都只到一次，引文看全了才确认", async () => {
    const page = await openWorkbench(house);
    const walk = await startWalk(page);
    const confirmed = async () => {
      await drawn(page);
      return noteQuotes(page);
    };
    await walkToTheEnd(page, {
      ...walk,
      use: async (name) => {
        await button(page, name).first().waitFor();
        // Whoever works with keys alone knows the shortcuts of what is far away.
        const far = { "^计算得分$": "Alt+Shift+s", "^下一步：逐项填写$": "Alt+Shift+n" }[name.source];
        if (far === undefined) await walk.tabTo(name);
        await walk.press(far ?? "Enter");
      },
      toFirstField: () => walk.tabTo(/^财政部门从几月开始通报执行率？$/u),
      toOpenPart: async (left) => {
        if (left > 0) await walk.press("Control+Enter");
      },
      confirm: async (count) => {
        // From the heading on to the first of them.
        await walk.press("Tab");
        await confirmed();
        for (let n = 0; n < count; n += 1) {
          await walk.press("Enter");
          await confirmed();
        }
        await expect.poll(() => focusedName(page)).toBe(`全部确认（${count}）`);
        await walk.press("Enter");
      },
    });
    expect(walk.cost).toMatchObject({ clicks: 0, scrolled: 0 });
    expect(walk.cost.keys).toBeLessThanOrEqual(150);
    await closeWorkbench(house, page);
  });
});
