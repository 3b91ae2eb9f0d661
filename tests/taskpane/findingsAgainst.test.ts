import { describe, expect, it } from "vitest";
import type { PaneState } from "../../src/taskpane/paneState";
import type { Snapshot } from "../../src/workbook/snapshot";
import { exampleSnapshot } from "../findings/exampleBook";
import { drivenPane, quietHost } from "../support/drivenPane";
import { memoryWorkbook } from "../support/memoryWorkbook";
import { workbookBytes } from "../support/workbookBytes";

const rows = [
  { name: "养护公路里程", target: "≥100公里", actual: "118公里" },
  { name: "路面完好率", target: "≥96%", actual: "97%" },
];
const [form, approved, lastYear] = exampleSnapshot({
  project: { rows },
  approved: rows.map(({ name, target }) => ({ name, target: name === "路面完好率" ? "≥98%" : target })),
  lastYear: { rows: rows.map((row) => ({ ...row, actual: "126公里" })) },
}).sheets.map((sheet) => ({ sheets: [sheet], records: new Map() as Snapshot["records"] }));
const foreign = exampleSnapshot({
  project: { rows: [{ name: "招商引资额", target: "≥3亿元", actual: "4亿元" }] },
});

async function checkedPane() {
  if (form === undefined || approved === undefined || lastYear === undefined) throw new Error("no sheets");
  const pane = drivenPane(quietHost(memoryWorkbook(form)));
  await pane.until(({ phase, busy }) => phase === "ready" && !busy);
  pane.send({ kind: "showFindings" });
  await pane.until(({ findings, busy }) => findings.list !== null && !busy);
  const besides = ["approvedGoals", "targetBelowLastYear"];
  const found = () =>
    pane.state().findings.list?.flatMap(({ check }) => (besides.includes(check) ? check : [])) ?? [];
  const open = (name: string, book: Parameters<typeof workbookBytes>[0]) => {
    pane.send({ kind: "openGoals", name, bytes: workbookBytes(book) });
    return pane.until(
      ({ findings, busy, message }) =>
        !busy && (message?.kind === "problem" || findings.books.at(-1)?.file === name),
    );
  };
  return { ...pane, found, open, approved, lastYear };
}

describe("自查对照另外的工作簿", () => {
  it("批复的绩效目标和上年的自评表，一个一个打开，一个一个不再对照；表格没有改动", async () => {
    const { send, until, found, open, approved, lastYear } = await checkedPane();
    expect(found()).toEqual([]);
    await open("批复.xlsx", approved);
    expect(found()).toEqual(["approvedGoals"]);
    const both = await open("上年.xlsx", lastYear);
    expect([...found()].sort()).toEqual(["approvedGoals", "targetBelowLastYear"]);
    expect(both.findings.books).toEqual([
      { file: "批复.xlsx", matched: true },
      { file: "上年.xlsx", matched: true },
    ]);
    // The other comparisons do not lose these.
    send({ kind: "pasteReport", text: "本项目自评得分90分。" });
    await until(({ findings, busy }) => findings.report !== null && !busy);
    expect(found()).toHaveLength(2);
    send({ kind: "dropGoals", name: "批复.xlsx" });
    await until(({ findings, busy }) => findings.books.length === 1 && !busy);
    expect(found()).toEqual(["targetBelowLastYear"]);
  });

  it("同名的文件重新打开，只算一份", async () => {
    const { found, open, approved, lastYear } = await checkedPane();
    await open("批复.xlsx", lastYear);
    const { findings } = await open("批复.xlsx", approved);
    expect(findings.books).toHaveLength(1);
    expect(found().filter((check) => check === "targetBelowLastYear")).toEqual([]);
  });

  it("没有本项目的说明没有对照，不能对照的说明原因", async () => {
    const { send, until, open } = await checkedPane();
    const { findings } = await open("别的项目.xlsx", foreign);
    expect(findings.books).toEqual([{ file: "别的项目.xlsx", matched: false }]);
    send({ kind: "openGoals", name: "照片.xlsx", bytes: new Uint8Array([1, 2, 3]) });
    const { message } = await until((state: PaneState) => state.message?.kind === "problem");
    expect(message).toMatchObject({ problem: { what: expect.stringContaining("照片.xlsx") as string } });
  });
});
