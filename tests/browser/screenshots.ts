import { mkdir } from "node:fs/promises";
import type { BrowserContextOptions, Page } from "playwright-core";
import { answeredSample } from "../support/answeredSample";
import { openHouse, openWorkbench } from "../support/browser";
import { workbookOf } from "../support/grid";
import { projectForm } from "../support/projectForms";
import { workbookBytes } from "../support/workbookBytes";
import { cell, entry, fillMonths, openFile, score } from "./sheetOf";

/* npm run screenshots: every view as a picture in screenshots/, for a person to look at. */

const folder = "screenshots";
const narrow: BrowserContextOptions = { viewport: { width: 320, height: 900 } };

interface Picture {
  readonly name: string;
  readonly options?: BrowserContextOptions;
  /** Only the pane, not the sheet beside it. */
  readonly pane?: true;
  readonly go: (page: Page) => Promise<void>;
}

/** A step of the way as a desk shows it, in the dark, and as narrow as a pane can be. */
function stepPictures(name: string, go: Picture["go"]): readonly Picture[] {
  return [
    { name, options: { viewport: { width: 1366, height: 768 } }, go },
    { name: `${name}-dark`, options: { colorScheme: "dark" }, go },
    { name: `${name}-320px`, options: narrow, go },
  ];
}

const pictures: readonly Picture[] = [
  { name: "01-first-run", go: () => Promise.resolve() },
  { name: "02-workbench-scored", go: score },
  {
    name: "03-overview",
    pane: true,
    go: async (page) => {
      await page.locator("select[aria-label='打开示例']").selectOption("nansha-2023.xlsx");
      await page.locator(".file-name", { hasText: "nansha-2023.xlsx" }).waitFor();
    },
  },
  {
    name: "04-explanation",
    pane: true,
    go: async (page) => {
      await score(page);
      await entry(page, 15).click();
    },
  },
  {
    name: "05-scale",
    pane: true,
    go: async (page) => {
      await score(page);
      await entry(page, 31).click();
      await page.getByText("没有以上数据？改填其他数据").click();
      await page.getByLabel("合同签订及时率是多少？").fill("95");
      await page.getByRole("button", { name: "写入底稿" }).last().click();
      await page.getByText("还差5个百分点").waitFor();
    },
  },
  {
    name: "06-missing-facts",
    pane: true,
    go: async (page) => {
      await score(page);
      await entry(page, 16).click();
    },
  },
  {
    name: "07-months-filled",
    go: async (page) => {
      await score(page);
      await fillMonths(page);
      await page.getByTestId("points").getByText("4.999").waitFor();
    },
  },
  {
    name: "08-questions",
    pane: true,
    go: async (page) => {
      await score(page);
      await entry(page, 22).click();
    },
  },
  {
    name: "09-typed-differs",
    pane: true,
    go: async (page) => {
      await score(page);
      await cell(page, "I15").click();
      await page.keyboard.type("10");
      await page.keyboard.press("Enter");
      await cell(page, "I15").click();
      await page.getByRole("region", { name: "与填报得分不一致" }).waitFor();
    },
  },
  {
    name: "10-error",
    go: async (page) => {
      await openFile(page, "坏.xlsx", new Uint8Array([1, 2, 3]));
      await page.getByRole("alert").waitFor();
    },
  },
  {
    name: "11-restore",
    pane: true,
    go: async (page) => {
      await score(page);
      await fillMonths(page);
      await page.getByTestId("points").getByText("4.999").waitFor();
      await page.getByRole("button", { name: "恢复原表" }).first().click();
      await page.getByRole("heading", { name: "恢复原表？" }).waitFor();
    },
  },
  {
    name: "12-settings",
    pane: true,
    go: async (page) => {
      await page.getByRole("button", { name: "设置" }).click();
    },
  },
  {
    name: "13-dark",
    options: { colorScheme: "dark" },
    go: async (page) => {
      await score(page);
      await entry(page, 15).click();
    },
  },
  { name: "14-dark-overview", options: { colorScheme: "dark" }, pane: true, go: score },
  { name: "15-320px-overview", options: narrow, pane: true, go: score },
  {
    name: "16-320px-missing",
    options: narrow,
    pane: true,
    go: async (page) => {
      await score(page);
      await entry(page, 16).click();
    },
  },
  { name: "17-320px-page", options: narrow, go: score },
  {
    name: "18-high-contrast",
    options: { forcedColors: "active" },
    go: async (page) => {
      await score(page);
      await entry(page, 15).click();
    },
  },
  {
    name: "19-working-paper",
    go: async (page) => {
      await score(page);
      await page.getByRole("navigation", { name: "工作表" }).getByText("评分底稿").click();
    },
  },
  {
    name: "20-city",
    go: async (page) => {
      await openCity(page);
      await score(page);
    },
  },
  {
    name: "21-annex-rows",
    pane: true,
    go: async (page) => {
      await openCity(page);
      await entry(page, 14).click();
      await page.getByText("对已入选的创新领军人才").last().click();
    },
  },
  {
    name: "22-annex-questions",
    pane: true,
    go: async (page) => {
      await openCity(page);
      await score(page);
      await entry(page, 15).click();
    },
  },
  {
    name: "23-annex-320px",
    options: { viewport: { width: 320, height: 1300 } },
    pane: true,
    go: async (page) => {
      await openCity(page);
      await entry(page, 17).click();
      await page.getByText("大赛社会宣传效应").first().click();
    },
  },
  {
    name: "24-200-percent",
    options: { viewport: { width: 683, height: 500 }, deviceScaleFactor: 2 },
    go: score,
  },
  {
    name: "25-rule-card",
    pane: true,
    go: async (page) => {
      await entry(page, 31).click();
      await page.getByRole("button", { name: "读法与试算" }).click();
      const card = page.getByRole("group", { name: "评分标准的读法" });
      await card.getByLabel("合同签订及时率是多少？").fill("95");
    },
  },
  {
    name: "26-try-page-unread",
    options: { colorScheme: "dark" },
    go: async (page) => {
      await page.getByRole("button", { name: "评分标准试算" }).click();
      const clause = page.getByLabel("评分标准", { exact: true });
      await clause.fill("每季度按时报送的得5分，特殊情况经批准的酌情给分。");
      await page.getByText("没有全部读懂").first().waitFor();
    },
  },
  {
    name: "29-rule-editor",
    pane: true,
    go: correct,
  },
  {
    name: "30-rule-editor-320px",
    options: { viewport: { width: 320, height: 3000 }, colorScheme: "dark" },
    pane: true,
    go: correct,
  },
  { name: "27-try-page", go: tryStepped },
  {
    name: "28-try-page-320px",
    options: { viewport: { width: 320, height: 1200 }, colorScheme: "dark" },
    go: tryStepped,
  },
  { name: "31-project-form", go: openProject },
  {
    name: "32-project-row",
    pane: true,
    go: async (page) => {
      await openProject(page);
      await entry(page, 9).click();
    },
  },
  {
    name: "33-project-form-dark",
    options: { colorScheme: "dark" },
    go: async (page) => {
      await openProject(page);
      await score(page);
    },
  },
  {
    name: "34-project-form-320px",
    options: { viewport: { width: 320, height: 1300 } },
    pane: true,
    go: async (page) => {
      await openProject(page);
      await score(page);
    },
  },
  {
    name: "35-project-judged-320px",
    options: { viewport: { width: 320, height: 1300 }, colorScheme: "dark" },
    pane: true,
    go: async (page) => {
      await openProject(page);
      await entry(page, 11).click();
    },
  },
  { name: "36-findings", pane: true, go: compareGoals },
  {
    name: "37-findings-320px",
    options: { viewport: { width: 320, height: 2400 }, colorScheme: "dark" },
    pane: true,
    go: compareGoals,
  },
  { name: "38-selected-cells", go: selectCells },
  ...stepPictures("39-fill-in", (page) => openStep(page, /^补充/u, "逐项填写")),
  ...stepPictures("40-confirm-all", (page) => openStep(page, /^核对/u, "全部核对确认")),
  ...stepPictures("41-wording", async (page) => {
    await openFile(page, "已填.xlsx", await answeredSample());
    await page.locator(".file-name", { hasText: "已填" }).waitFor();
    await openStep(page, /^生成评分依据（草稿）$/u, "生成评分依据（草稿）");
    await page.locator("[data-wording] textarea").first().waitFor();
  }),
  ...stepPictures("43-help", async (page) => {
    await page.keyboard.press("Alt+Shift+H");
    await page.getByRole("dialog", { name: "帮助" }).waitFor();
  }),
  ...stepPictures("44-tour", async (page) => {
    await page.getByRole("button", { name: "看一遍引导（5步）" }).click();
    await page.getByRole("region", { name: "引导" }).waitFor();
  }),
  ...stepPictures("42-submission", (page) => openStep(page, /^报送版/u, "转换公式、报送版")),
];

/** Two project forms, of which the first misses its targets and must be judged. */
async function openProject(page: Page): Promise<void> {
  const forms = [
    projectForm({
      name: "技能培训",
      project: "职业技能提升行动培训补助项目",
      trained: "60人",
      effect: "有所改善",
    }),
    projectForm({ name: "创业扶持", project: "创业带动就业补助项目", spent: 150 }),
  ];
  await openFile(page, "项目.xlsx", workbookBytes(workbookOf(forms)));
  await page.getByLabel("自评表", { exact: true }).waitFor();
}

async function correct(page: Page): Promise<void> {
  await entry(page, 31).click();
  await page.getByRole("button", { name: "读法与试算" }).click();
  await page.getByRole("button", { name: "更正读法" }).click();
  await page.getByRole("group", { name: "更正读法" }).waitFor();
}

async function tryStepped(page: Page): Promise<void> {
  await page.getByRole("button", { name: "评分标准试算" }).click();
  const clause = page.getByLabel("评分标准", { exact: true });
  await clause.fill("预算完成率达到100%的得满分，每低1个百分点扣0.5分，扣完为止。");
  await page.getByLabel("分值").fill("8");
  await page.getByLabel("预算完成率是多少？").fill("93");
}

/** The findings of the filled sample, one unfolded, held against a workbook of another department. */
async function compareGoals(page: Page): Promise<void> {
  await page.locator("select[aria-label='打开示例']").selectOption("nansha-2023.xlsx");
  await page.locator(".file-name", { hasText: "nansha-2023.xlsx" }).waitFor();
  await page.getByRole("button", { name: "报送前自查" }).click();
  await page.getByRole("heading", { name: /^评分依据过于简单/u }).waitFor();
  await page.getByText("对照批复的绩效目标、上年自评表").click();
  await page.getByLabel("打开工作簿").setInputFiles("samples/city-2023-blank.xlsx");
  await page.getByText("只查照抄的文字").first().waitFor();
  await page.getByRole("button", { name: "下一处" }).click();
}

/** Cells in the grid, with the formula bar beside them. */
async function selectCells(page: Page): Promise<void> {
  await score(page);
  await cell(page, "E14").click();
  await cell(page, "I18").click({ modifiers: ["Shift"] });
}

async function openStep(page: Page, step: RegExp, title: string): Promise<void> {
  await page.getByRole("button", { name: /^(?:重新)?计算得分$/u }).click();
  await page.getByRole("button", { name: step }).click();
  await page.getByRole("heading", { name: title }).waitFor();
}

async function openCity(page: Page): Promise<void> {
  await page.locator("select[aria-label='打开示例']").selectOption("city-2023-blank.xlsx");
  await page.locator(".file-name", { hasText: "city-2023-blank.xlsx" }).waitFor();
  await entry(page, 14).waitFor();
}

const only = process.argv[2];
await mkdir(folder, { recursive: true });
const house = await openHouse();
for (const { name, options, pane, go } of pictures) {
  if (only !== undefined && !name.includes(only)) continue;
  const page = await openWorkbench(house, options);
  await go(page);
  await page.waitForTimeout(400);
  const path = `${folder}/${name}.png`;
  // Taller than the screen, so that the whole of a view is seen.
  if (pane === true && options?.viewport === undefined)
    await page.setViewportSize({ width: 1366, height: 1300 });
  await page.waitForTimeout(100);
  await (pane === true ? page.locator(".pane-side").screenshot({ path }) : page.screenshot({ path }));
  await page.context().close();
}
await house.close();
