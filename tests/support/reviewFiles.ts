import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { openXlsx } from "../../src/adapters/xlsx/openXlsx";
import { findFindings } from "../../src/findings/findFindings";
import type { ReviewRecord } from "../../src/review/reviewed";
import { reviewedForm } from "../../src/review/reviewedForm";
import { readCases } from "../../src/scorecard/case";
import type { Edit } from "../../src/workbook/edit";
import type { CellSnapshot } from "../../src/workbook/snapshot";
import { variedForms } from "../bench/variedForms";
import { gridSheet } from "./grid";
import { projectForm, type ProjectForm } from "./projectForms";
import { workbookBytes } from "./workbookBytes";

/** Files of a folder by their names in it. */
export type ReviewFiles = ReadonlyMap<string, Uint8Array>;

export async function writeFiles(folder: string, files: ReviewFiles): Promise<void> {
  for (const [name, bytes] of files) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), bytes);
  }
}

/** What one 项目支出绩效自评表 of a department differs in. */
export interface DeskProject extends ProjectForm {
  readonly department: string;
  /** Typed scores: of the money, then of the four rows. */
  readonly scores?: readonly (number | null)[];
  /** Beside the scores: 偏差原因, by row. */
  readonly reasons?: readonly string[];
  /** 佐证材料, by row: a column of its own. */
  readonly papers?: readonly string[];
}

const scoreRows = [6, 9, 10, 11, 12] as const;

/** A project's form with its department and typed scores in the right places. */
export function deskProject({
  department,
  scores = [],
  reasons = [],
  papers = [],
  ...form
}: DeskProject): Uint8Array {
  const sheet = projectForm(form);
  const rows = new Map(
    Array.from(sheet.rows, ([row, cells]): [number, Map<number, CellSnapshot>] => [row, new Map(cells)]),
  );
  const put = (row: number, column: number, value: string | number | null | undefined): void => {
    if (value != null)
      rows.set(row, (rows.get(row) ?? new Map<number, CellSnapshot>()).set(column, { value }));
  };
  put(3, 5, department);
  scoreRows.forEach((row, index) => {
    put(row, 7, scores[index]);
    put(row, 8, reasons[index]);
    put(row, 9, papers[index]);
  });
  if (papers.length > 0) put(8, 9, "佐证材料");
  const sum = scores.reduce<number>((total, score) => total + (score ?? 0), 0);
  if (scores.length === scoreRows.length) put(13, 7, sum);
  return workbookBytes({ sheets: [{ ...sheet, rows }], records: new Map() });
}

/** Honest forms of as many departments: every one with figures and words of its own. */
export function honestProjects(count: number): ReviewFiles {
  const files = Array.from({ length: count }, (_, index): [string, Uint8Array] => {
    const department = `云山市第${index + 1}局`;
    const spent = 180 + (index % 20);
    const trained = 101 + index;
    const bytes = deskProject({
      department,
      project: `${index + 1}号培训补助`,
      spent,
      trained: `${trained}人`,
      satisfied: `${95 + (index % 5)}%`,
      scores: [Number(((spent / 200) * 10).toFixed(2)), 30, 20, 30, 10],
    });
    return [`项目/${String(index + 1).padStart(3, "0")}.xlsx`, bytes];
  });
  return new Map(files);
}

/** The records of files, as the command makes them. */
export function recordsOf(files: ReviewFiles): readonly ReviewRecord[] {
  return Array.from(files).flatMap(([file, bytes]) => {
    const opened = openXlsx(bytes);
    if (!opened.ok) throw new Error(opened.problem.what);
    return readCases(opened.value.snapshot()).cases.map((formCase, index) =>
      reviewedForm(formCase, {
        file,
        form: index + 1,
        report: null,
        findings: findFindings(formCase),
      }),
    );
  });
}

/** Forms of whole departments: copies of the real ones with other figures, each under a department of its own. */
export async function departmentForms(count: number): Promise<ReviewFiles> {
  const files = new Map<string, Uint8Array>();
  for (const [index, { name, bytes }] of (await variedForms(count)).entries()) {
    const opened = openXlsx(bytes);
    if (!opened.ok) throw new Error(opened.problem.what);
    const at = readCases(opened.value.snapshot()).main?.form.head.department?.at;
    const edits: readonly Edit[] =
      at === undefined
        ? []
        : [{ kind: "cell", at, content: { value: `青川区第${index + 1}局` }, reason: "部门" }];
    const applied = await opened.value.apply({ edits, expects: [] });
    if (!applied.ok) throw new Error(applied.problem.what);
    files.set(`部门/${name}`, opened.value.save());
  }
  return files;
}

const compoundHead = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/** A file of the old kind, as far as anybody looks: its head, and the name of a stream in it. */
function compound(stream: string): Uint8Array {
  const bytes = new Uint8Array(4096);
  bytes.set(compoundHead);
  bytes.set(
    Array.from(stream).flatMap((letter) => [letter.charCodeAt(0), 0]),
    1024,
  );
  return bytes;
}

/** Ten files that cannot be read, each for another reason. */
export function brokenFiles(): ReviewFiles {
  const whole = deskProject({ department: "坏表局" });
  const parts = unzipSync(whole);
  const without = (name: string): Uint8Array =>
    zipSync(Object.fromEntries(Object.entries(parts).filter(([own]) => own !== name)));
  const other = gridSheet([["采购台账"], ["序号", "名称", "金额"], [1, "桌椅", 3.5]], { name: "台账" });
  return new Map([
    ["坏/旧格式.xls", compound("Workbook")],
    ["坏/金山.et", compound("Workbook")],
    ["坏/加密.xlsx", compound("EncryptedPackage")],
    ["坏/空的.xlsx", new Uint8Array()],
    ["坏/半截.xlsx", whole.slice(0, Math.floor(whole.length / 2))],
    ["坏/文字.xlsx", strToU8("这不是工作簿")],
    ["坏/缺部件.xlsx", without("xl/workbook.xml")],
    ["坏/不是自评表.xlsx", workbookBytes({ sheets: [other], records: new Map() })],
    ["坏/文档.xlsx", zipSync({ "word/document.xml": strToU8("<w/>") })],
    [
      "坏/乱码.xlsx",
      zipSync({ ...parts, "xl/worksheets/sheet1.xml": strToU8("<worksheet><sheetData><row") }),
    ],
  ]);
}

/** The same workbook without the results of its formulas: whoever opens it has to work them out. */
export function withoutResults(bytes: Uint8Array): Uint8Array {
  const parts = Object.entries(unzipSync(bytes)).map(([name, content]): [string, Uint8Array] => [
    name,
    name.startsWith("xl/worksheets/sheet")
      ? strToU8(strFromU8(content).replace(/(<f>[^<]*<\/f>)<v>[^<]*<\/v>/gu, "$1"))
      : content,
  ]);
  return zipSync(Object.fromEntries(parts));
}
