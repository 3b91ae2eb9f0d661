import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ledgerFills, planLedger, type FormFill } from "../../src/edits/planLedger";
import { planRestore } from "../../src/edits/planRestore";
import { planScoring } from "../../src/edits/planScoring";
import { planStripped } from "../../src/edits/planSubmission";
import { readLedger } from "../../src/ledger/readLedger";
import type { MoneyUnit } from "../../src/ledger/ledger";
import { readCases } from "../../src/scorecard/case";
import { a1, parseA1 } from "../../src/workbook/cell";
import {
  findSheet,
  valueAt,
  type CellValue,
  type SheetSnapshot,
  type Snapshot,
} from "../../src/workbook/snapshot";
import { copySheet } from "../support/asExcelWould";
import { workbookOf } from "../support/grid";
import { applyPlan } from "../support/memoryWorkbook";
import { noMoney, projectForm, projectList, type ProjectFormOptions } from "../support/fundForms";
import { evaluated, recalculated } from "../support/scored";

const usual = ["4401", "巡查服务经费", 1200000, 1264000, 1264000];

function fillsOf(book: Snapshot, list: SheetSnapshot, unit: MoneyUnit | null = null): readonly FormFill[] {
  const ledger = readLedger(workbookOf([list]));
  if ("why" in ledger) throw new Error(ledger.why);
  return ledgerFills(readCases(book).cases, ledger, unit);
}

function filled(book: Snapshot, list: SheetSnapshot = projectList([usual])): Snapshot {
  const { cases } = readCases(book);
  return applyPlan(book, planLedger(cases, fillsOf(book, list)));
}

const at = (book: Snapshot, address: string, sheet = "项目表"): CellValue => {
  const place = parseA1(address);
  const found = findSheet(book, sheet);
  if (place === null || found === undefined) throw new Error(address);
  return valueAt(found, place.row, place.column);
};

const amounts = (book: Snapshot, sheet?: string): readonly CellValue[] =>
  ["C6", "D6", "E6"].map((address) => at(book, address, sheet));

const typed = (book: Snapshot, address: string, value: CellValue, sheet = "项目表"): Snapshot => {
  const place = parseA1(address);
  if (place === null) throw new Error(address);
  const content = { value };
  return applyPlan(book, {
    edits: [{ kind: "cell", at: { sheet, ...place }, content, reason: "" }],
    expects: [],
  });
};

const restored = (book: Snapshot, sheet = "项目表"): Snapshot =>
  applyPlan(book, planRestore(evaluated(book, { sheet }), { also: new Set(["sheet"]) }).plan);

/** "D6 填 126.4", "E6 不填 …" and what else is said. */
const said = ([form]: readonly FormFill[]): readonly string[] => [
  ...(form?.notes ?? []),
  ...(form?.fills ?? []).map((one) =>
    `${a1(one.at)} ${one.state}${one.state === "fill" ? ` ${one.value ?? ""}` : ` ${one.why}`}`.trim(),
  ),
];

const all = ["C6 fill 120", "D6 fill 126.4", "E6 fill 126.4"];

describe("台账对上表", () => {
  const other = ["9", "别的", 1, 1, 1];
  const cases: readonly (readonly [
    string,
    ProjectFormOptions,
    readonly (readonly CellValue[])[],
    readonly string[],
  ])[] = [
    ["按编码", { code: "4401" }, [other, usual], all],
    ["编码的空格、大小写、全角不计", { code: "a４４ 01" }, [["A4401", ...usual.slice(1)]], all],
    ["没有编码的按名称", {}, [other, usual], all],
    [
      "名称的空格、括号、引号不计",
      { project: "巡查 服务经费（二期）" },
      [["", "巡查服务经费(二期)", ...usual.slice(2)]],
      all,
    ],
    [
      "编码相同、名称不同的，填，请核对",
      { code: "4401", project: "巡查费" },
      [usual],
      ["编码相同，台账里的名称是“巡查服务经费”，请核对", ...all],
    ],
    ["没有这个项目", { code: "4402", project: "丙" }, [usual], ["台账里没有编码4402、“丙”"]],
    [
      "名称相同、编码不同",
      { code: "4402" },
      [usual],
      ["台账“项目清单”第4行的名称相同，编码却是4401，与表里的4402不同"],
    ],
    [
      "编码指一行，名称指另一行",
      { code: "4401" },
      [
        ["4401", "甲", 1, 1, 1],
        ["4402", ...usual.slice(1)],
      ],
      ["编码与台账“项目清单”第4行相同，名称却与“项目清单”第5行相同，不知道是哪一个"],
    ],
    [
      "同名两个编码",
      {},
      [usual, ["4402", ...usual.slice(1)]],
      ["台账里同名的有几个：“项目清单”第4行、“项目清单”第5行"],
    ],
    [
      "编码重复",
      { code: "4401" },
      [usual, other, usual],
      ["台账里有2行是这个项目：“项目清单”第4行、“项目清单”第6行"],
    ],
    ["另一年", { code: "4401", year: "（2022年度）" }, [usual], ["台账里的是2023年的，表是2022年的"]],
    ["表没有年度", { code: "4401", year: "" }, [usual], ["表里没有写年度，台账是2023年的，请核对", ...all]],
    [
      "表的编码存成了数",
      { code: 4.4010000001e20 },
      [usual],
      ["表里的项目编码存成了数值，后几位已丢失，没有用它", ...all],
    ],
    ["表里什么都没有", { project: "" }, [usual], ["表里没有填项目编码和项目名称"]],
    ["合计行的名称不算", { project: "合计" }, [["合计", "合计", 1, 1, 1], other], ["台账里没有“合计”"]],
    [
      "空白、不是数、错误",
      {},
      [["4401", "巡查服务经费", null, "待定", "#N/A"]],
      ["C6 left 台账里是空白", "D6 left 台账里“待定”不是一个数", "E6 left 台账里是错误值#N/A"],
    ],
    ["表的单位是元", { unit: "（元）" }, [usual], ["C6 fill 1200000", "D6 fill 1264000", "E6 fill 1264000"]],
    [
      "表没有写单位",
      { unit: "" },
      [["1", "巡查服务经费", 0, 1, 1]],
      [
        "C6 fill 0",
        "D6 left 表里没有写金额单位（在“项目资金”旁写“万元”或“元”）",
        "E6 left 表里没有写金额单位（在“项目资金”旁写“万元”或“元”）",
      ],
    ],
    [
      "填过一样的、不一样的",
      { money: [[120, 126, null], noMoney, noMoney] },
      [usual],
      ["C6 same", "D6 left 表里填的是126，台账是126.4", "E6 fill 126.4"],
    ],
    [
      "填的是四舍五入的",
      { money: [[123.46, 126.4, "—"], noMoney, noMoney] },
      [["", "巡查服务经费", 1234567.89, 1264000, 1]],
      ["C6 same", "D6 same", "E6 left 表里填的是—，台账是0.0001"],
    ],
    [
      "填的是公式",
      { money: [["=SUM(C7:C8)", null, null], noMoney, noMoney] },
      [usual],
      ["C6 left 表里是公式，得空白，台账是120", "D6 fill 126.4", "E6 fill 126.4"],
    ],
  ];
  it.each(cases)("%s", (_, form, rows, wanted) => {
    expect(said(fillsOf(workbookOf([projectForm(form)]), projectList(rows)))).toEqual(wanted);
  });

  it("台账没有写单位，问；说了是元的照元换算", () => {
    const [book, list] = [workbookOf([projectForm()]), projectList([usual], { unit: "" })];
    expect(said(fillsOf(book, list))).toEqual(
      ["C6", "D6", "E6"].map((one) => `${one} left 台账没有写金额单位`),
    );
    expect(said(fillsOf(book, list, "元"))).toEqual(all);
  });

  it("分资金来源的，各填各的行", () => {
    const header = [
      "项目名称",
      "全年预算数",
      "财政拨款全年预算数",
      "上年结转全年执行数",
      "其他资金全年执行数",
    ];
    const list = projectList([["巡查服务经费", 1000000, 900000, 50000, 70000]], { header });
    expect(said(fillsOf(workbookOf([projectForm()]), list))).toEqual([
      "D6 fill 100",
      "D7 fill 90",
      "E8 fill 5",
    ]);
  });

  it("资金块没有总额一行的，第一行是它自己的来源，不拿总额填它", () => {
    const header = ["项目名称", "全年预算数", "财政拨款全年预算数"];
    const list = projectList([["巡查服务经费", 1000000, 900000]], { header });
    const form = projectForm();
    const rows = new Map(form.rows);
    rows.set(6, rows.get(7) ?? new Map()).delete(7);
    rows.delete(8);
    expect(said(fillsOf(workbookOf([{ ...form, rows }]), list))).toEqual(["D6 fill 90"]);
  });

  it("只写“预算数”的，台账有年初数的当作全年数；没有的不知道是哪一个，不填", () => {
    const [book, both] = [workbookOf([projectForm()]), ["项目名称", "年初预算数", "预算数"]];
    const row = ["巡查服务经费", 10000, 20000];
    expect(said(fillsOf(book, projectList([row], { header: both })))).toEqual(["C6 fill 1", "D6 fill 2"]);
    const only = projectList([["巡查服务经费", 10000]], { header: ["项目名称", "预算数"] });
    expect(said(fillsOf(book, only))).toEqual(["台账里没有表里要的金额"]);
  });

  it("几年的台账，取表的那一年", () => {
    const header = ["年度", "项目名称", "全年预算数"];
    const rows = [
      [2022, "巡查服务经费", 10000],
      [2023, "巡查服务经费", 20000],
    ];
    const list = projectList(rows, { header, title: "项目台账" });
    expect(said(fillsOf(workbookOf([projectForm()]), list))).toEqual(["D6 fill 2"]);
  });

  it("两张表是同一个项目，都不填", () => {
    const book = workbookOf([projectForm({ sheet: "甲" }), projectForm({ sheet: "乙" })]);
    expect(fillsOf(book, projectList([usual])).map(({ notes }) => notes)).toEqual([
      ["与“乙”是同一个项目，不知道填哪一张"],
      ["与“甲”是同一个项目，不知道填哪一张"],
    ]);
  });
});

describe("填入和恢复", () => {
  const blank = workbookOf([projectForm()]);

  it("一张表填入，另一张不动；恢复后与原来一样，记录也没有了", () => {
    const book = workbookOf([projectForm({ sheet: "甲" }), projectForm({ sheet: "乙", project: "别的" })]);
    const after = filled(book);
    expect(amounts(after, "甲")).toEqual([120, 126.4, 126.4]);
    expect(findSheet(after, "乙")).toEqual(findSheet(book, "乙"));
    expect(restored(after, "甲")).toEqual(book);
  });

  it("填过的再填一遍，什么都不写；台账改了数，我们填的跟着改，手填的不动", () => {
    const once = filled(typed(blank, "C6", 99));
    expect(planLedger(readCases(once).cases, fillsOf(once, projectList([usual]))).edits).toEqual([]);
    const newer = filled(once, projectList([["4401", "巡查服务经费", 1, 20000, 1264000]]));
    expect(amounts(newer)).toEqual([99, 2, 126.4]);
    expect(amounts(restored(newer))).toEqual([99, null, null]);
  });

  it("评分以前填、以后填，恢复都还原；评过分的不因为填过就没有记录", () => {
    const score = (book: Snapshot): Snapshot => recalculated(applyPlan(book, planScoring(evaluated(book))));
    for (const after of [score(filled(blank)), filled(score(blank)), score(filled(score(blank)))]) {
      expect(amounts(after)).toEqual([120, 126.4, 126.4]);
      expect(restored(after)).toEqual(blank);
    }
  });

  it("填了以后手工改的，恢复时问，默认保留；改回去的照样恢复", () => {
    const after = typed(filled(blank), "D6", 130);
    const { asks } = planRestore(evaluated(after));
    expect(asks.map(({ name, stands, before }) => [name, stands, before])).toEqual([
      ["年度资金总额", "130", "（空白）"],
    ]);
    expect(amounts(typed(after, "D6", 126.4))).toEqual(amounts(filled(blank)));
    const again = filled(after);
    expect(at(again, "D6")).toBe(130);
  });

  it("手工在旁边填了同样的数，恢复不会拿错", () => {
    const list = projectList([["4401", "巡查服务经费", null, 1264000, null]]);
    const after = typed(typed(filled(blank, list), "D6", 130), "C6", 126.4);
    const leave = new Set(planRestore(evaluated(after)).asks.map(({ id }) => id));
    const back = applyPlan(after, planRestore(evaluated(after), { leave }).plan);
    expect(amounts(back)).toEqual([126.4, 130, null]);
  });

  it("上面插了行、表改了名，也还原", () => {
    const after = filled(blank);
    const [sheet] = after.sheets;
    if (sheet === undefined) throw new Error("no sheet");
    const rows = new Map(Array.from(sheet.rows, ([row, cells]) => [row + 2, cells]));
    const moved = { ...after, sheets: [{ ...sheet, name: "改了名", rows, merges: [] }] };
    const back = applyPlan(moved, planRestore(evaluated(moved)).plan);
    expect(["C8", "D8", "E8"].map((address) => at(back, address, "改了名"))).toEqual([null, null, null]);
  });

  it("文本格式的格子写成数，恢复后还是文本格式", () => {
    const [sheet] = blank.sheets;
    if (sheet === undefined) throw new Error("no sheet");
    const text = { ...blank, sheets: [{ ...sheet, blankFormats: new Map([[6, new Map([[4, "@"]])]]) }] };
    const after = filled(text);
    expect(findSheet(after, "项目表")?.rows.get(6)?.get(4)).toEqual({ value: 126.4 });
    expect(at(restored(after), "D6")).toBeNull();
  });

  it("报送版留着填入的金额", () => {
    const after = recalculated(applyPlan(filled(blank), planScoring(evaluated(filled(blank)))));
    const clean = applyPlan(after, planStripped(evaluated(after)));
    expect(amounts(clean)).toEqual([120, 126.4, 126.4]);
    expect(clean.records.size).toBe(0);
  });

  it("评过分的表的副本不填", () => {
    const scored = recalculated(applyPlan(blank, planScoring(evaluated(blank))));
    const [form, copy] = fillsOf(copySheet(scored, "项目表", "项目表 (2)"), projectList([usual]));
    expect([form?.fills.length ?? 0, copy?.notes]).toEqual([3, ["是“项目表”的副本，没有填"]]);
  });

  it("填、评、改、恢复，什么次序：手填的不丢，最后都能还原", () => {
    const step = fc.oneof(
      fc.constantFrom("fill", "score", "restore"),
      fc.tuple(fc.constantFrom("C6", "D6", "E6"), fc.constantFrom<CellValue>(null, 7, 126.4)),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 6 }), (steps) => {
        let book = blank;
        const hand = new Map<string, CellValue>();
        for (const one of steps) {
          if (one === "fill") book = filled(book);
          else if (one === "score") book = recalculated(applyPlan(book, planScoring(evaluated(book))));
          else if (one === "restore") {
            const { asks } = planRestore(evaluated(book));
            const leave = new Set(asks.map(({ id }) => id));
            book = recalculated(applyPlan(book, planRestore(evaluated(book), { leave }).plan));
          } else {
            book = typed(book, one[0], one[1]);
            if (one[1] === 7) hand.set(one[0], 7);
            else hand.delete(one[0]);
          }
          for (const [address, value] of hand) expect(at(book, address)).toBe(value);
        }
        // What is left is a person's; where he cleared or typed what we had written, that stays asked and kept.
        const end = restored(book);
        for (const address of ["C6", "D6", "E6"]) {
          expect([null, 7, 126.4]).toContain(at(end, address));
          if (hand.has(address)) expect(at(end, address)).toBe(7);
        }
      }),
      { numRuns: 40 },
    );
  });
});
