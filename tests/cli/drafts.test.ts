import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openXlsx } from "../../src/adapters/xlsx/openXlsx";
import { readOptions } from "../../src/cli/options";
import { snapshotCell } from "../../src/workbook/snapshot";
import { evaluated } from "../support/scored";
import { runCli } from "./runCli";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "jx-drafts-"));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

test("--drafts 列出草稿；另写 --out 时写进评分后的文件，再评一次还是草稿", async () => {
  const out = join(folder, "out.xlsx");
  const asked = ["samples/nansha-2023-blank.xlsx", "--facts", "samples/nansha-2023.facts.json", "--drafts"];
  const { stdout: output } = await runCli(...asked, "--out", out);
  expect(output).toContain("评分依据草稿19条：");
  expect(output).toContain(
    "部门整体支出绩效自评表!J31 采购合同签订时效性：……共签订政府采购合同36份，均在30日内签订，合同签订及时率100%。",
  );
  const opened = openXlsx(new Uint8Array(await readFile(out)));
  if (!opened.ok) throw new Error(opened.problem.what);
  const at = { sheet: "部门整体支出绩效自评表", row: 31, column: 10 };
  const snapshot = opened.value.snapshot();
  expect(snapshotCell(snapshot, at)?.value).toBe(
    "政府采购合同签订及时。共签订政府采购合同36份，均在30日内签订，合同签订及时率100%。",
  );
  expect(evaluated(snapshot).scorecard.rows.find(({ row }) => row === 31)?.basis?.words).toBe(
    "政府采购合同签订及时",
  );
  const again = await runCli(out, "--drafts", "--json");
  const [form] = JSON.parse(again.stdout) as readonly {
    readonly drafts: readonly { readonly state: string }[];
  }[];
  expect(form?.drafts.map(({ state }) => state)).toEqual(Array.from({ length: 19 }, () => "standing"));
});

test("--drafts 不与自查、报送一起用", () => {
  for (const option of ["--check", "--fix", "--submission"])
    expect(readOptions(["a.xlsx", "--drafts", option])).toHaveProperty("wrong");
});
