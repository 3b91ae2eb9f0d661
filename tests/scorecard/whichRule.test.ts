import { beforeAll, describe, expect, it } from "vitest";
import { planRuleChoices, planSettings } from "../../src/edits/planKept";
import { settingTitle } from "../../src/editions/settings";
import { guangzhou2023 } from "../../src/editions/guangzhou2023/edition";
import type { CaseOptions } from "../../src/scorecard/case";
import type { Snapshot } from "../../src/workbook/snapshot";
import { formOf, type Line } from "../support/formOfClauses";
import { applyPlan, setCell } from "../support/memoryWorkbook";
import { sampleSnapshot } from "../support/sampleSnapshot";
import { evaluated, scored } from "../support/scored";

function rowOf(line: Line, options: CaseOptions = {}) {
  const [row] = evaluated(formOf(line), options).scorecard.rows;
  if (row === undefined) throw new Error("没有一行");
  return row;
}

function printed(id: string): string {
  return guangzhou2023.rows.find((row) => row.id === id)?.clause ?? "";
}

const overhead = printed("overhead");
const use = printed("assetUse");

describe("哪一条标准算数", () => {
  const table: readonly (readonly [
    title: string,
    line: Line,
    origin: string | null,
    fact: string,
    points: number | null,
  ])[] = [
    [
      "没有印：版本的，说明",
      ["固定资产利用率", 2, null, "固定资产利用率80%"],
      "edition",
      "assetUse.inUse",
      1.5,
    ],
    ["印的就是版本的", ["固定资产利用率", 2, use, "固定资产利用率80%"], "sheet", "assetUse.inUse", 1.5],
    [
      "印的就是版本的：全角、空格、编号、计",
      [
        "固定资产利用率",
        2,
        use.replaceAll("得", " 计").replaceAll(/^(\d)\./gmu, "（$1）"),
        "固定资产利用率80%",
      ],
      "sheet",
      "assetUse.inUse",
      1.5,
    ],
    ["不在版本里，没有印", ["党建工作", 2, null, "很好"], null, "row:党建工作.judged", null],
    [
      "不在版本里，印了",
      ["党建工作", 2, "每缺1次扣0.5分，扣完为止。", "缺1次"],
      "sheet",
      "row:党建工作.缺",
      1.5,
    ],
    [
      "只有数不同：版本的数据，表里的数",
      ["公用经费控制率", 2, overhead.replace("5%", "1%").replace("0.5分", "0.2分"), "公用经费控制率为3%"],
      "sheet",
      "overhead.actual",
      1.4,
    ],
    [
      "问的不同：表里的数据",
      ["公用经费控制率", 2, "公用经费控制率≤100%的，得2分；超过100%的，不得分。", "公用经费控制率为98%"],
      "sheet",
      "own:overhead.公用经费控制率",
      2,
    ],
    [
      "期限不是参数：不套用版本的问题",
      ["合同备案时效性", 1, printed("contractFiling").replace("2个工作日", "5个工作日")],
      "sheet",
      "own:contractFiling.",
      null,
    ],
    [
      "没有全部读懂：由人评定，不用版本的",
      ["固定资产利用率", 2, `${use}另按上级规定折算后酌定加扣分。`, "固定资产利用率80%"],
      "sheet",
      "own:assetUse.judged",
      null,
    ],
    [
      "印的不是标准",
      ["固定资产利用率", 2, "考核资产使用情况。", "固定资产利用率80%"],
      "sheet",
      "own:assetUse.judged",
      null,
    ],
  ];
  for (const [title, line, origin, fact, points] of table) {
    it(title, () => {
      const row = rowOf(line);
      expect(row.origin).toBe(origin);
      expect(row.points).toBe(points);
      expect(row.facts.some(({ id }) => id.startsWith(fact))).toBe(true);
      expect(row.unread.length > 0).toBe(title.startsWith("没有全部读懂"));
    });
  }

  it("没有读懂的话照引，不说版本的", () => {
    const { unread, reason } = rowOf(["固定资产利用率", 2, "①比率≥90%的，得2分；②其余酌情折半加扣分。"]);
    for (const words of unread) expect(reason).toContain(words.slice(0, 10));
    expect(reason).toContain("需人工评定");
  });
});

describe("评分标准单元格读不出文字：不当作没有印", () => {
  const at = { sheet: "自评表", row: 3, column: 5 };
  it.each<readonly [Parameters<typeof setCell>[2], string]>([
    [{ value: null, formula: "=评分标准库!A1" }, "公式没有计算结果"],
    [{ value: "", formula: '=IFERROR(VLOOKUP("利用率",库!A:B,2,0),"")' }, "公式没有计算结果"],
    [{ value: "#NAME?", formula: "=没有的函数()" }, "#NAME?"],
    [{ value: "#REF!", formula: "=库!#REF!" }, "#REF!"],
    [{ value: 5 }, "不是文字"],
    [{ value: 0, formula: "=评分标准库!A1" }, "不是文字"],
  ])("%j", (cell, says) => {
    const book = setCell(formOf(["固定资产利用率", 2, use, "固定资产利用率80%"]), at, cell);
    const [row] = evaluated(book).scorecard.rows;
    expect(row).toMatchObject({ points: null, outcome: "judgement", origin: "sheet" });
    expect(row?.reason).toContain(says);
  });

  it("公式有结果的照读", () => {
    const book = formOf(["固定资产利用率", 2, use, "固定资产利用率80%"]);
    const [row] = evaluated(setCell(book, at, { value: use, formula: "=评分标准库!A1" })).scorecard.rows;
    expect(row?.points).toBe(1.5);
  });

  it("表末没有总分，也不丢掉这样的一行", () => {
    const book = formOf(["固定资产利用率", 2, use], ["党建工作", 2, "每缺1次扣0.5分。"]);
    const last = setCell(book, { ...at, row: 5 }, { value: null, formula: "=评分标准库!A2" });
    expect(evaluated(last).scorecard.rows.length).toBe(3);
  });
});

describe("与版本同名、印的是另一条：按印的", () => {
  it.each<readonly [Line, number | null]>([
    [
      ["公用经费控制率", 2, overhead.replace("5%", "1%").replace("0.5分", "0.2分"), "公用经费控制率为3%"],
      1.4,
    ],
    [
      [
        "“三公”经费控制情况",
        2,
        "“三公”经费控制率≤90%的，得2分；90%＜“三公”经费控制率≤100%的，得1分；“三公”经费控制率＞100%的，不得分。",
        "“三公”经费控制率95%",
      ],
      1,
    ],
    [
      [
        "采购政策效能",
        1,
        "评分=数值×分值，数值低于80%的不得分。数值=（实际面向中小企业采购金额合计数/预算编制时部门预留金额合计数）×100%。",
        "预留金额1000万元，实际面向中小企业采购700万元",
      ],
      0,
    ],
    [["财务管理合规性", 1, "每发现一项问题扣0.25分，扣完为止。", "审计发现2项问题"], 0.5],
    [["合同备案时效性", 2, "2个工作日内备案公开，每发现1个超期的扣0.5分，扣完为止。", "1个超期"], 1.5],
    [["采购合同签订时效性", 2.5, "存在超期签订合同的，本项得0分。", "合同签订及时率100%"], null],
    [["公用经费控制率", 8, "控制率≤100%得满分，每超出1%扣1分，扣完为止。", "公用经费控制率为101.5%"], 7],
  ])("%j", (line, points) => {
    expect(rowOf(line).points).toBe(points);
  });
});

describe("率和它的两个数都填了", () => {
  const ratio = "资金到位率=实际到位资金/计划投入资金×100%。得分=资金到位率×分值。";
  const given = (rate: number | null, part: number | null, whole: number | null) =>
    new Map(
      Object.entries({ 资金到位率: rate, 实际到位资金: part, 计划投入资金: whole }).flatMap(([key, value]) =>
        value === null ? [] : [[`row:资金到位.${key}`, { value }]],
      ),
    );
  const line: Line = ["资金到位", 5, ratio];

  it.each<readonly [string, number | null, number | null, number | null, number | null]>([
    ["一致", 0.8, 80, 100, 4],
    ["四舍五入以后一致", 0.3333, 1, 3, 1.6665],
    ["不同：问", 0.9, 80, 100, null],
    ["差一点也是不同", 0.801, 80, 100, null],
    ["只有率", 0.9, null, null, 4.5],
    ["率和一个数", 0.9, 80, null, 4.5],
    ["只有两个数", null, 80, 100, 4],
  ])("%s", (_, rate, part, whole, points) => {
    const options = { given: given(rate, part, whole) };
    expect(rowOf(line, options).points).toBe(points);
    const { after, result } = scored(formOf(line), options);
    const sheet = after.sheets.find(({ name }) => name === result.sheet);
    const shown = sheet?.rows.get(3)?.get(6)?.value ?? null;
    expect(shown === "" ? null : shown).toEqual(points === null ? null : expect.closeTo(points, 9));
  });

  it("问的时候两个数都说", () => {
    const { reason, questions } = rowOf(line, { given: given(0.9, 80, 100) });
    expect(reason).toContain("直接填写的资金到位率90%与按分项计算的80%不同");
    expect(questions.map(({ factId }) => factId)).toEqual(["row:资金到位.资金到位率"]);
  });
});

describe("改表里的数，得分就变", () => {
  it("10%改成15%", () => {
    const clause = "结余率≤10%的，得2分；10%＜结余率≤20%的，得1分；结余率＞20%的，不得分。";
    const line = (standard: string): Line => ["结余率", 2, standard, "结余率12%"];
    expect(rowOf(line(clause)).points).toBe(1);
    expect(rowOf(line(clause.replaceAll("10%", "15%"))).points).toBe(2);
  });

  it("条件只是换了一个数：已填的还在", () => {
    const given = new Map([["row:结余率.结余率", { value: 0.12 }]]);
    const clause = "结余率≤10%的，得2分；结余率＞10%的，不得分。";
    expect(rowOf(["结余率", 2, clause], { given }).points).toBe(0);
    expect(rowOf(["结余率", 2, clause.replaceAll("10%", "15%")], { given }).points).toBe(2);
  });
});

describe("表里说不清的是设置", () => {
  it("不足一步：可选，默认满一步才扣，失分单列", () => {
    const book = formOf([
      "预算完成率",
      8,
      "预算完成率达100%得满分，每低1%扣1分，扣完为止。",
      "预算完成率98.5%",
    ]);
    const before = evaluated(book);
    expect(Object.keys(before.ambiguities)).toContain("clause:row:预算完成率.begunStep");
    expect(before.scorecard.rows[0]?.points).toBe(7);
    const kept = applyPlan(book, planSettings(before, { "clause:row:预算完成率.begunStep": "ceiling" }));
    const [row] = evaluated(kept).scorecard.rows;
    expect(row?.points).toBe(6);
    expect(row?.settingLoss).toEqual({ setting: "clause:row:预算完成率.begunStep", points: 1 });
  });
});

describe("表里说不清的是各行自己的设置", () => {
  const first: Line = ["预算完成率", 8, "预算完成率达100%得满分，每低1%扣1分，扣完为止。", "预算完成率98.5%"];
  const second: Line = ["支付进度", 4, "支付进度达100%得满分，每低2%扣1分，扣完为止。", "支付进度95%"];
  const names = ["clause:row:预算完成率.begunStep", "clause:row:支付进度.begunStep"] as const;
  const points = (book: Snapshot) =>
    evaluated(book)
      .scorecard.rows.slice(0, 2)
      .map((row) => row.points);

  it("一行选了，别的行不变", () => {
    const book = formOf(first, second);
    expect(points(book)).toEqual([7, 2]);
    const one = applyPlan(book, planSettings(evaluated(book), { [names[1]]: "ceiling" }));
    expect(points(one)).toEqual([7, 1]);
    const both = applyPlan(one, planSettings(evaluated(one), { [names[0]]: "ceiling" }));
    expect(points(both)).toEqual([6, 1]);
  });

  it("一行和同名的另一行各是各的", () => {
    const book = formOf(first, first);
    const [own, twin] = evaluated(book)
      .scorecard.rows.slice(0, 2)
      .map(({ settingNames }) => settingNames["begunStep"]);
    expect([own, twin]).toEqual(
      ["（第1行，共2行）", "（第2行，共2行）"].map((mark) => `clause:row:预算完成率${mark}.begunStep`),
    );
    const set = applyPlan(book, planSettings(evaluated(book), { [twin ?? ""]: "ceiling" }));
    expect(points(set)).toEqual([7, 6]);
  });

  it("标题里有行名，失分各行的合在一句里", () => {
    const formCase = evaluated(formOf(first, second), {
      settings: { [names[0]]: "ceiling", [names[1]]: "ceiling" },
    });
    expect(names.map((name) => settingTitle(formCase, name))).toEqual([
      "不足一步的部分（预算完成率）",
      "不足一步的部分（支付进度）",
    ]);
    const said = formCase.scorecard.remarks.filter((remark) => remark.includes("口径"));
    expect(said).toEqual(["其中2分系按默认口径“不足一步的部分”（2行）测算，可在设置中调整。"]);
  });

  it("只有一行失分，说是哪一行", () => {
    const formCase = evaluated(formOf(first, second), { settings: { [names[1]]: "ceiling" } });
    expect(formCase.scorecard.remarks.join()).toContain("默认口径“不足一步的部分（支付进度）”测算");
  });

  it("评分标准改成不用选的，选过的留着，改回仍是它；别的设置改了也不丢", () => {
    const at = { sheet: "自评表", row: 3, column: 5 };
    const book = formOf(first, second);
    const set = applyPlan(book, planSettings(evaluated(book), { [names[0]]: "ceiling" }));
    const edited = setCell(set, at, { value: "预算完成率≥98%的，得8分；否则不得分。" });
    const other = applyPlan(edited, planSettings(evaluated(edited), { [names[1]]: "ceiling" }));
    expect(points(other)).toEqual([8, 1]);
    expect(points(setCell(other, at, { value: first[2] }))).toEqual([6, 1]);
  });
});

describe("人可以为一行选定", () => {
  const line: Line = [
    "固定资产利用率",
    2,
    "固定资产利用率≥60%的，得2分；低于60%的，不得分。",
    "固定资产利用率80%",
  ];

  it.each([
    ["edition", "person", 1.5],
    ["judged", "person", null],
    ["sheet", "sheet", 2],
  ] as const)("%s", (choice, origin, points) => {
    expect(rowOf(line, { rules: { assetUse: { clause: line[2] ?? "", use: choice } } })).toMatchObject({
      origin,
      points,
    });
  });

  it("记在工作簿里，去掉就回到表里的", () => {
    const book = formOf(line);
    const kept = applyPlan(
      book,
      planRuleChoices(evaluated(book), { assetUse: { clause: line[2] ?? "", use: "edition" } }),
    );
    expect(evaluated(kept).scorecard.rows[0]).toMatchObject({ origin: "person", points: 1.5 });
    const back = applyPlan(kept, planRuleChoices(evaluated(kept), { assetUse: null }));
    expect(evaluated(back).scorecard.rows[0]).toMatchObject({ origin: "sheet", points: 2 });
    expect(back.records.size).toBe(0);
  });

  it("选不成的不算：不在版本里的行没有版本的标准", () => {
    const row = rowOf(["党建工作", 2, "每缺1次扣0.5分。", "缺1次"], {
      rules: { "row:党建工作": { clause: "每缺1次扣0.5分。", use: "edition" } },
    });
    expect(row).toMatchObject({ origin: "sheet" });
  });
});

describe("评分底稿的来源说明计分依据", () => {
  const sources = (snapshot: Snapshot): readonly unknown[] => {
    const paper = snapshot.sheets.find(({ name }) => name === "评分底稿");
    return Array.from(paper?.rows ?? []).flatMap(([row, cells]) =>
      row > 3 ? (cells.get(5)?.value ?? "") : [],
    );
  };

  it.each<readonly [string, Line, CaseOptions, string]>([
    ["没有印", ["固定资产利用率", 2, null], {}, "2023年版：资产年报"],
    ["印的就是版本的", ["固定资产利用率", 2, use], {}, "资产年报"],
    ["表里的问题", ["党建工作", 2, "每缺1次扣0.5分，扣完为止。"], {}, "表中评分标准"],
    [
      "人定的",
      ["固定资产利用率", 2, use],
      { rules: { assetUse: { clause: use, use: "judged" } } },
      "人工设定：评定人",
    ],
  ])("%s", (_, line, options, source) => {
    expect(sources(scored(formOf(line), options).after)[0]).toBe(source);
  });

  it("改了计分依据，来源跟着改，不当作人写的", () => {
    const book = formOf(["固定资产利用率", 2, null]);
    const { after } = scored(book);
    const printedNow = setCell(after, { sheet: "自评表", row: 3, column: 5 }, { value: use });
    expect(sources(scored(printedNow).after)[0]).toBe("资产年报");
  });
});

describe("公式引用评分标准单元格，只在它写的就是这几档时", () => {
  const printedBands = "固定资产利用率≥60%的，得2分；固定资产利用率＜60%的，不得分。";
  const formula = (line: Line, options: CaseOptions = {}): string => {
    const { result, after } = scored(formOf(line), options);
    const at = result.scorecard.rows[0]?.at ?? { row: 0, column: 0 };
    return (
      after.sheets
        .find(({ name }) => name === result.sheet)
        ?.rows.get(at.row)
        ?.get(at.column)?.formula ?? ""
    );
  };

  it.each<readonly [string, Line, CaseOptions, boolean]>([
    ["版本的原文", ["固定资产利用率", 2, use, "固定资产利用率80%"], {}, true],
    ["表里的分档", ["固定资产利用率", 2, printedBands, "固定资产利用率80%"], {}, true],
    [
      "人选定按版本",
      ["固定资产利用率", 2, printedBands, "固定资产利用率80%"],
      { rules: { assetUse: { clause: printedBands, use: "edition" } } },
      false,
    ],
    ["没有印", ["固定资产利用率", 2, null, "固定资产利用率80%"], {}, false],
    [
      "得满分要知道分值",
      [
        "固定资产利用率",
        2,
        "固定资产利用率≥60%的，得满分；60%＞固定资产利用率≥50%的，得1分；其他不得分。",
        "固定资产利用率80%",
      ],
      {},
      true,
    ],
  ])("%s", (_, line, options, names) => {
    const written = formula(line, options);
    expect(written).toContain("评分底稿");
    expect(/(?<![A-Z$])E3(?!\d)/u.test(written)).toBe(names);
  });

  it("没有填的不计分", () => {
    const { after, result } = scored(formOf(["固定资产利用率", 2, printedBands]));
    const sheet = after.sheets.find(({ name }) => name === result.sheet);
    expect(sheet?.rows.get(3)?.get(6)?.value ?? "").toBe("");
  });
});

describe("广州样表照旧", () => {
  let samples: readonly Snapshot[] = [];
  beforeAll(async () => {
    samples = await Promise.all(
      ["samples/nansha-2023.xlsx", "samples/city-2023-blank.xlsx"].map(sampleSnapshot),
    );
  });

  it("每行都按表中评分标准，用版本的数据，没有读不懂的", () => {
    for (const sample of samples) {
      const { scorecard, rows, ambiguities } = evaluated(sample);
      expect(scorecard.rows.map(({ origin }) => origin)).toEqual(scorecard.rows.map(() => "sheet"));
      expect(scorecard.rows.flatMap(({ unread }) => unread)).toEqual([]);
      expect(rows.every(({ asks }) => asks === "edition")).toBe(true);
      expect(ambiguities).toEqual(guangzhou2023.ambiguities);
    }
  });
});
