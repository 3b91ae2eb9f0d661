import { readFile } from "node:fs/promises";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { beforeAll, describe, expect, test } from "vitest";
import { openXlsx, type XlsxWorkbook } from "../../src/adapters/xlsx/openXlsx";
import { convertedTo } from "../../src/edits/planConvert";
import { planScoring } from "../../src/edits/planScoring";
import { functionTable } from "../../src/functions/functionTable";
import { evaluated } from "../support/scored";
import type { Host } from "../../src/taskpane/host";
import type { PaneIntent } from "../../src/taskpane/paneEvent";
import type { PaneState } from "../../src/taskpane/paneState";
import { snapshotCell } from "../../src/workbook/snapshot";
import { fail, succeed, type Outcome } from "../../src/workbook/port";
import { shippedFacts } from "../support/factsFile";
import { drivenPane, quietHost } from "../support/drivenPane";

let scored: Uint8Array;
let openBytes: Uint8Array;

beforeAll(async () => {
  openBytes = new Uint8Array(await readFile("samples/nansha-2023-blank.xlsx"));
  const workbook = opened(openBytes);
  const evaluation = evaluated(workbook.snapshot(), {
    given: shippedFacts("samples/nansha-2023.facts.json"),
  });
  await workbook.apply(planScoring(evaluation));
  scored = workbook.save();
});

function opened(bytes: Uint8Array): XlsxWorkbook {
  const outcome = openXlsx(bytes, { functions: functionTable });
  if (!outcome.ok) throw new Error(outcome.problem.what);
  return outcome.value;
}

/** A pane without a screen over a workbook; the copies that it opens. */
function pane(bytes: Uint8Array, open?: () => Outcome<null>) {
  const workbook = opened(bytes);
  const copies: Uint8Array[] = [];
  const host: Host = {
    ...quietHost(workbook),
    copies: {
      bytes: () => Promise.resolve(succeed(workbook.save())),
      open: (copy) => {
        copies.push(copy);
        return Promise.resolve(open?.() ?? succeed(null));
      },
    },
    amend: (plan) => workbook.apply(plan),
  };
  return { ...drivenPane(host), workbook, copies };
}

const idle = (state: PaneState) => state.phase === "ready" && !state.busy;
const done = (state: PaneState) => idle(state) && state.message !== null;

describe("转换公式", () => {
  test.each(["builtIn", "values"] as const)("转为%s：分数不变，不再提示过期；恢复原表撤回", async (to) => {
    const one = pane(scored);
    const before = await one.until(idle);
    one.send({ kind: "askConvert" });
    expect((await one.until(({ converting }) => converting !== null)).converting).toEqual({ kind: "choose" });
    one.send({ kind: "convert", to });
    const state = await one.until(done);
    expect(state).toMatchObject({ converting: null, outdated: false, written: true });
    expect(state.scorecard?.points).toBe(before.scorecard?.points);
    expect(convertedTo(one.workbook.snapshot(), null)).toBe(to);
    one.send({ kind: "restore", overwrite: ["sheet"] });
    await one.until((now) => idle(now) && !now.written);
    expect(one.workbook.snapshot().records.size).toBe(0);
    one.end();
  });

  test("转换之后仍可重新计算得分，变回本工具的公式", async () => {
    const one = pane(scored);
    await one.until(idle);
    one.send({ kind: "convert", to: "values" });
    await one.until(done);
    one.send({ kind: "score" });
    await one.until((now) => done(now) && convertedTo(one.workbook.snapshot(), null) === null);
    one.end();
  });
});

describe("报送版", () => {
  test("先看报送前自查，看过才另开文件；本表一个字节也不动", async () => {
    const one = pane(scored);
    await one.until(idle);
    const before = one.workbook.save();
    one.send({ kind: "submit", freeze: "values", checked: false });
    await one.until((now) => idle(now) && now.converting?.kind === "findings");
    expect(one.copies).toEqual([]);
    one.send({ kind: "submit", freeze: "values", checked: true });
    await one.until(done);
    expect(one.copies).toHaveLength(1);
    const copy = opened(one.copies[0] ?? new Uint8Array()).snapshot();
    expect(copy.records.size).toBe(0);
    expect(copy.sheets.map(({ name }) => name)).toEqual(["部门整体支出绩效自评表"]);
    expect(Buffer.from(one.workbook.save()).equals(Buffer.from(before))).toBe(true);
    one.end();
  });

  test("有待补充、待确认时列清单", async () => {
    const one = pane(openBytes);
    await one.until(idle);
    one.send({ kind: "submit", freeze: "values", checked: true });
    const state = await one.until((now) => idle(now) && now.converting !== null);
    expect(state.converting?.kind).toBe("stopped");
    expect(one.copies).toEqual([]);
    one.end();
  });

  test("另开不了时说明办法", async () => {
    const problem = {
      code: "unexpected",
      what: "没能另开报送版。",
      why: "不允许。",
      todo: "请另存。",
    } as const;
    const one = pane(scored, () => fail(problem));
    await one.until(idle);
    one.send({ kind: "submit", freeze: "builtIn", checked: true });
    const state = await one.until(done);
    expect(state.message).toEqual({ kind: "problem", problem });
    one.end();
  });
});

describe("打开时修复", () => {
  test("别的软件把得分算成了 #NAME?：打开就修好，总分也对", async () => {
    const one = pane(brokenBytes());
    const state = await one.until((now) => idle(now) && now.scorecard !== null);
    const snapshot = one.workbook.snapshot();
    for (const row of state.scorecard?.rows ?? []) {
      expect(snapshotCell(snapshot, row.at)?.value).toBeCloseTo(row.points ?? Number.NaN, 9);
    }
    expect(state.outdated).toBe(false);
    one.end();
  });
});

/** As a program without our functions leaves the file: errors where our formulas stand, and in the total. */
function brokenBytes(): Uint8Array {
  const parts = unzipSync(scored);
  let spoilt = 0;
  for (const [name, content] of Object.entries(parts)) {
    if (!/^xl\/worksheets\/[^/]+\.xml$/u.test(name)) continue;
    const text = strFromU8(content).replace(
      /<c ([^>]*?)( t="[a-z]+")?>(<f>[^<]*(?:_xldudf_JX_|COUNT\(I14)[^<]*<\/f>)<v>[^<]*<\/v>/gu,
      (_, attributes: string, _type: string | undefined, formula: string) => {
        spoilt += 1;
        return `<c ${attributes.replace(/ t="[a-z]+"/u, "")} t="e">${formula}<v>#NAME?</v>`;
      },
    );
    parts[name] = strToU8(text);
  }
  expect(spoilt).toBeGreaterThan(20);
  return zipSync(parts);
}

describe("由更新版本的插件写的工作簿", () => {
  const intents: readonly PaneIntent[] = [
    { kind: "score" },
    { kind: "askRestore" },
    { kind: "restore", overwrite: ["sheet"] },
    { kind: "setting", name: "decimals", value: "two" },
    { kind: "edition", id: "guangzhou-2023" },
    { kind: "dismissFinding", key: "某项", note: "另附" },
    { kind: "convert", to: "values" },
    { kind: "submit", freeze: "values", checked: true },
  ];

  test.each(intents)("$kind：不写，说明缘由；表一个字节也不动", async (intent) => {
    const newer = opened(scored);
    await newer.apply({ edits: [{ kind: "record", key: "envelope", json: '{"version":3}' }], expects: [] });
    await newer.apply({ edits: [{ kind: "record", key: "restore", json: null }], expects: [] });
    const one = pane(newer.save());
    expect(await one.until(idle)).toMatchObject({ restorable: true, written: false, message: null });
    one.send(intent);
    const state = await one.until(done);
    expect(state.message).toMatchObject({ kind: "problem", problem: { code: "newerRecords" } });
    expect(Buffer.from(one.workbook.save()).equals(Buffer.from(newer.save()))).toBe(true);
    one.end();
  });
});
