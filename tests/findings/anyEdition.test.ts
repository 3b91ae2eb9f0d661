import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { checks } from "../../src/findings/checks";
import type { Finding } from "../../src/findings/finding";
import { runChecks } from "../../src/findings/findFindings";
import { guangzhou2023 } from "../../src/editions/guangzhou2023/edition";
import type { AnnexBinding, Edition, EditionRow } from "../../src/editions/edition";
import { editionRow } from "../support/editionRow";
import type { ExampleBook } from "./exampleBook";
import { exampleContext } from "./exampleContext";

/** What is asked and how it scores as in the first edition, for rows with other ids and names. */
function scoredLike(id: string): Pick<EditionRow, "criterion" | "asks" | "words" | "bulletin"> {
  const { criterion, asks, words, bulletin } = editionRow(id);
  return { criterion, asks, words, ...(bulletin === undefined ? {} : { bulletin }) };
}

function annexOf(id: string): AnnexBinding {
  const { annex } = editionRow(id);
  if (annex === undefined) throw new Error(id);
  return annex;
}

function rowOf(
  id: string,
  name: string,
  level2: string,
  weight: number,
  more: Partial<EditionRow> & Pick<EditionRow, "criterion" | "asks" | "words">,
): Omit<EditionRow, "number"> {
  const clause = `按“${name}”的实际情况计分。`;
  return { id, name, level1: "综合", level2, weight, aliases: [], part: 1, clause, ...more };
}

/** 50 分, other grades, and no name or id that the first edition has. */
const hill: Edition = {
  id: "hill-2024",
  title: "山区项目评分标准（2024年度）",
  shortTitle: "山区2024年版",
  ambiguities: {},
  total: 50,
  grades: [
    { grade: "甲等", from: 45 },
    { grade: "乙等", from: 30 },
    { grade: "丙等", from: 0 },
  ],
  topics: [
    { title: "拨款快慢", words: "拨款|序时进度", rows: ["pace"] },
    { title: "扶持项目", words: "扶持", rows: ["aid"] },
  ],
  slips: [{ words: "拔款", says: "“拔款”应为“拨款”" }],
  specialFund: {
    level2: "扶持项目",
    required: "有扶持项目的须填报。",
    without: "没有扶持项目的，5分并入拨款。",
    weights: { pace: 15 },
  },
  rows: [
    rowOf("pace", "逐月拨款快慢", "资金", 10, {
      ...scoredLike("budgetExecution"),
      clause: "按逐月拔款快慢计分。",
    }),
    rowOf("tasks", "任务清单", "任务", 10, {
      ...scoredLike("output"),
      annex: {
        ...annexOf("output"),
        kind: "department",
        title: "任务完成表",
        groups: ["output", "benefit"],
        counted: "任务",
        sum: "得分为各项任务得分之和",
        levelsWritten: false,
      },
    }),
    rowOf("aid", "扶持款拨付", "扶持项目", 5, {
      ...scoredLike("specialExecution"),
      budgetAmount: { fact: "allotted", title: "专项资金" },
    }),
    rowOf("rules", "内部规矩", "内务", 5, {
      ...scoredLike("systemBuilding"),
      document: "印章管理规矩",
      audited: true,
      conditions: [
        { name: "保管", words: "保管" },
        { name: "登记", words: "登记" },
      ],
    }),
    rowOf("ledger", "买卖台账", "买卖", 5, { ...scoredLike("contractFiling"), procurement: true }),
    rowOf("reserve", "买卖预留", "买卖", 5, {
      ...scoredLike("procurementPolicy"),
      procurement: true,
      purchases: ["actual", "reserved"],
    }),
    rowOf("branches", "所属站点", "内务", 5, {
      ...scoredLike("systemExecution"),
      subordinates: "subordinates",
    }),
    rowOf("mended", "整改", "内务", 5, { ...scoredLike("financialCompliance"), audited: true }),
  ].map((row, index) => ({ ...row, number: index + 1 })),
};

/** The same names, weights and total, of which nothing else is known. */
const bare: Edition = {
  id: "bare",
  title: "只有名称的标准",
  shortTitle: "无名版",
  ambiguities: {},
  total: 50,
  grades: [],
  rows: hill.rows.map(({ id, number, name, level1, level2, weight, aliases, part, clause }) => {
    return {
      id,
      number,
      name,
      level1,
      level2,
      weight,
      aliases,
      part,
      clause,
      ...scoredLike("assetCompliance"),
    };
  }),
};

const gap = [null, null, 1, 1, null, 1, 1, 1, 1, 1, 1, 1];
const whole = hill.rows.map(({ id }) => ({ id }));
const fund = (amount: number): readonly (number | null)[] => [null, null, null, amount, null, null, null];

/** One form each: the check, words that it says, and the form. */
const cases: readonly (readonly [check: string, says: string, book: ExampleBook])[] = [
  [
    "monthsDoubt",
    "“逐月拨款快慢”的各月执行率缺5月",
    { rows: [{ id: "pace" }], facts: { "pace.rates": gap } },
  ],
  [
    "problemsAgainstFullMarks",
    "“逐月拨款快慢”却是满分",
    { rows: [{ id: "pace" }], report: "上半年支出率达不到序时进度的要求。" },
  ],
  [
    "reasonElsewhere",
    "写的原因说的是扶持项目",
    { rows: [{ id: "rules", score: 0, basis: "因扶持户名单报送不及时。" }] },
  ],
  ["annexAbsent", "工作簿里没有《任务完成表》", { rows: [{ id: "tasks" }] }],
  [
    "annexOverachieved",
    "高于150%，仍按满分计",
    { rows: [{ id: "tasks" }], annex: [{ name: "修路里程", target: "10公里", actual: "60公里" }] },
  ],
  [
    "claimAllMet",
    "“任务清单”得6分，没有得满分",
    { rows: [{ id: "tasks", score: 6 }], report: "各项绩效目标均已实现。" },
  ],
  [
    "lossWithoutReason",
    "“任务清单”没有得满分，表头的“未能完成原因”写“-”",
    { shortfall: "-", rows: [{ id: "tasks", score: 9, basis: "有一项没有做完。" }] },
  ],
  [
    "auditFinding",
    "“内部规矩”等指标都没有扣分",
    { rows: [{ id: "rules" }, { id: "mended" }], report: "2023年审计指出往来款清理不及时的问题。" },
  ],
  [
    "halfAnswered",
    "要求2个条件，评分依据没有说明“登记”",
    { rows: [{ id: "rules", basis: "印章已按规定保管。" }] },
  ],
  [
    "noDocument",
    "“内部规矩”说有印章管理规矩，没有写文件名称",
    { rows: [{ id: "rules", basis: "印章保管、登记已有规矩。" }] },
  ],
  [
    "procurementApplies",
    "“买卖台账”写不涉及，“买卖预留”却有采购金额12万元",
    {
      rows: [{ id: "ledger", basis: "本年度没有采购，不涉及。" }, { id: "reserve" }],
      facts: { "reserve.actual": 12, "reserve.reserved": 10 },
    },
  ],
  [
    "subordinateUnits",
    "单位数填6，“所属站点”却按没有下属单位处理",
    {
      unitCount: 6,
      rows: [{ id: "branches" }],
      facts: { "branches.subordinates": { value: "不涉及", reason: "没有" } },
    },
  ],
  ["templateSlips", "“拔款”应为“拨款”", { rows: [{ id: "pace" }] }],
  ["specialFundBlock", "自评表没有“扶持项目”的指标", { budget: fund(40), rows: [{ id: "pace" }] }],
  [
    "tenThousandTimes",
    "预算表的专项资金40万元，评分底稿的“专项资金下达（安排）数”400000万元",
    { budget: fund(40), rows: [{ id: "aid" }], facts: { "aid.spent": 400000, "aid.allotted": 400000 } },
  ],
  ["gradeTick", "评价等级勾选为“甲等”", { rows: whole, total: 40, grade: "√甲等 □乙等 □丙等" }],
  ["reportScores", "自评结果为“丙等”", { rows: whole, report: "自评结果为丙等。" }],
];

/** The made-up row keeps the weight that moves to it only where the rows of 扶持项目 are left out. */
const moved = { id: "pace", weight: 15 } as const;

function found(book: ExampleBook, edition: Edition): readonly Finding[] {
  return runChecks(exampleContext(book, { edition }), checks);
}

describe("另一个版本：编号、名称、总分、等级都不同", () => {
  it.each(cases)("%s：%s", (check, says, book) => {
    const said = found(book, hill).filter((finding) => finding.check === check);
    expect(said.map(({ what }) => what).join()).toContain(says);
  });

  it("没有专项的一组时分值另有规定", () => {
    const weights = (book: ExampleBook) =>
      found(book, hill).filter(({ check }) => check === "templateWeight").length;
    expect(weights({ rows: [moved] })).toBe(0);
    expect(weights({ rows: [moved, { id: "aid" }] })).toBe(1);
  });

  it("附表没有填、按汇总完成率算的，只是待核实", () => {
    const book = { rows: [{ id: "tasks", score: 10 }], facts: { "tasks.summaryRate": 0.9 } };
    const [said] = found(book, hill).filter(({ check }) => check === "scoreAgainstRule");
    expect(said?.severity).toBe("待核实");
  });
});

/** Annex rows of another place: a pass line, an overshoot and levels of its own. */
const ownAnnex: Edition = {
  ...hill,
  rows: hill.rows.map((row) =>
    row.annex === undefined
      ? row
      : {
          ...row,
          annex: {
            ...row.annex,
            passLine: 0.8,
            over: 1.2,
            overShare: 0.75,
            levels: [
              { name: "好", from: 1, to: 1, toIncluded: true, clause: "好的得满分" },
              { name: "一般", from: 0.5, to: 0.9, toIncluded: true, clause: "一般的得50%至90%" },
              { name: "差", from: 0, to: 0, toIncluded: true, clause: "差的不得分" },
            ],
          },
        },
  ),
};

describe("附表怎样计分由版本定", () => {
  const book = (actual: string, score: number): ExampleBook => ({
    rows: [{ id: "tasks" }],
    annex: [{ name: "修路里程", target: "10公里", actual, weight: 10, score }],
  });
  const said = (check: string, one: ExampleBook): string =>
    found(one, ownAnnex)
      .flatMap((finding) => (finding.check === check ? [`${finding.what}${finding.why}${finding.todo}`] : []))
      .join();

  it("及格线80%：75%不得分", () => {
    expect(said("annexScore", book("7.5公里", 7.5))).toContain("按评分标准为0分。");
    expect(said("annexScore", book("7.5公里", 7.5))).toContain("完成率80%以下不得分，80%至100%按比例");
    expect(said("annexScore", book("9公里", 9))).toBe("");
  });

  it("高于120%的得75%的分", () => {
    expect(said("annexOverachieved", book("13公里", 10))).toContain("高于120%，仍按满分计");
    expect(said("annexOverachieved", book("13公里", 10))).toContain("请改为7.5分，");
    expect(said("annexOverachieved", book("12公里", 10))).toBe("");
  });

  it("没有附表：说的是这个版本的两条线", () => {
    expect(said("annexAbsent", { rows: [{ id: "tasks" }] })).toContain("无法核对80%、120%的分档");
  });

  it("没有数的指标：问的是这个版本的档次", () => {
    const context = exampleContext(
      {
        rows: [{ id: "tasks" }],
        annex: [{ name: "群众出行", target: "改善", actual: "改善" }],
        facts: { "annex:output/群众出行.tier": "一般", "annex:output/群众出行.share": 0.6 },
      },
      { edition: ownAnnex },
    );
    const [tier, share] = ["tier", "share"].map(
      (key) => context.facts.get(`annex:output/群众出行.${key}`)?.spec,
    );
    expect(tier).toMatchObject({ label: "档次（好／一般／差）", choices: ["好", "一般", "差"] });
    expect(tier?.question).toBe("“群众出行”是定性指标：好、一般还是差？");
    expect(share?.question).toBe("“群众出行”按百分之多少计分？好100%，一般50%-90%，差0%。");
  });
});

describe("只有名称的版本", () => {
  it.each(cases)("没有数据可问，%s不提出，也不抛出", (check, _, book) => {
    expect(found(book, bare).filter((finding) => finding.check === check)).toEqual([]);
  });
});

describe("代码不认得哪一个版本", () => {
  const sources = readdirSync("src", { recursive: true, encoding: "utf8" })
    .filter((file) => /\.tsx?$/u.test(file) && !/^(?:edition|editions)\b/u.test(file))
    .map((file) => [file, readFileSync(join("src", file), "utf8")] as const);

  it("版本以外没有行的编号", () => {
    // 产出 and 效益 are groups of an annex, too.
    const ids = guangzhou2023.rows.map(({ id }) => id).filter((id) => !["output", "benefit"].includes(id));
    const named = new RegExp(`["'\`.](?:${ids.join("|")})\\b`, "u");
    expect(sources.filter(([, text]) => named.test(text)).map(([file]) => file)).toEqual([]);
  });

  it("检查里没有指标名称；题目、引用的条文和注释除外", () => {
    const names = guangzhou2023.rows.flatMap(({ name, aliases }) => [name, ...aliases]);
    const code = (text: string): string =>
      text.replace(/\/\*[^]*?\*\/|\/\/.*$/gmu, "").replace(/^ {2}(?:title|clause):\s*"[^"]*",$/gmu, "");
    const naming = sources.flatMap(([file, text]) =>
      file.startsWith("findings")
        ? names.filter((name) => code(text).includes(name)).map((name) => [file, name])
        : [],
    );
    expect(naming).toEqual([]);
  });
});
