import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeChange } from "../../src/app/makeChange";
import { makeSubmission } from "../../src/app/makeSubmission";
import { planFact } from "../../src/edits/planFact";
import { planRestore } from "../../src/edits/planRestore";
import { planScoring } from "../../src/edits/planScoring";
import { planSettings } from "../../src/edits/planKept";
import type { FactValue } from "../../src/criteria/fact";
import { guangzhou2023 } from "../../src/editions/guangzhou2023/edition";
import { settingSpecs } from "../../src/editions/settings";
import { findFindings } from "../../src/findings/findFindings";
import { functionTable } from "../../src/functions/functionTable";
import type { GivenFacts } from "../../src/facts/gatherFacts";
import { readCases } from "../../src/scorecard/case";
import { keptValue } from "../../src/workbook/records";
import { snapshotCell, type CellValue, type Snapshot } from "../../src/workbook/snapshot";
import { changedParts, opened } from "../adapters/xlsx/openParts";
import { runCli } from "../cli/runCli";
import { sourceFiles } from "../structure/sourceFiles";
import { gridSheet, workbookOf } from "../support/grid";
import { applyPlan } from "../support/memoryWorkbook";
import { otherBasis, otherEdition, otherFolder, otherForm, type OtherForm } from "../support/otherPlace";
import { sampleSnapshot } from "../support/sampleSnapshot";
import { evaluated, scored } from "../support/scored";
import { workbookBytes } from "../support/workbookBytes";

/*
 * An edition of another place, from its folder of JSON to the file that is handed in: other names, weights, kinds, grades
 * and a total of 50. Nothing in src knows it.
 */

const editions = [guangzhou2023, otherEdition];
const page = (form: OtherForm = { basis: otherBasis }): Snapshot => workbookOf([otherForm(form)]);
/** What the words do not say. */
const answers = [
  ["openness.corrected", 1],
  ["openness.approved", 45889],
  ["openness.disclosed", 45901],
  ["convenience.level", "有所改善"],
  ["convenience.share", 0.7],
] as const;
type Facts = Readonly<Record<string, FactValue>>;
const given: GivenFacts = new Map(answers.map(([id, value]) => [id, { value }]));
const points = { pace: 14, openness: 17.2, convenience: 7, house: 5 };
const scores = (snapshot: Snapshot): readonly CellValue[] =>
  [6, 7, 8, 9, 10].map((row) => snapshotCell(snapshot, { sheet: "自评表", row, column: 6 })?.value ?? null);

describe("选定版本", () => {
  it("由表自己选定，广州的表仍是广州的；哪个在前都一样", async () => {
    const city = await sampleSnapshot("samples/city-2023-blank.xlsx");
    for (const all of [editions, [...editions].reverse()]) {
      expect(evaluated(page(), { editions: all })).toMatchObject({
        edition: { id: "yunshan-2024" },
        chosenBy: "form",
      });
      expect(evaluated(city, { editions: all }).edition).toBe(guangzhou2023);
    }
  });

  it("两张表在一个工作簿里，各用各的", async () => {
    const city = await sampleSnapshot("samples/city-2023-blank.xlsx");
    const both = { ...city, sheets: [...city.sheets, otherForm({ name: "云山" })] };
    expect(readCases(both, { editions }).cases.map(({ edition }) => edition?.id)).toEqual([
      "guangzhou-2023",
      "yunshan-2024",
    ]);
  });

  it("别名、两行次序不同、分值印成文字，也认得", () => {
    const sheet = gridSheet([
      ["三级指标", "分值", "评分标准", "得分"],
      ["家底管理规矩", "5分", "有规矩、有清点", null],
      ["用款完成度", "15 分", "看完成率", null],
      ["群众办事感受", "10 分", "看评估", null],
    ]);
    const { edition, rows } = evaluated(workbookOf([sheet]), { editions });
    expect([edition?.id, ...rows.map(({ editionRow }) => editionRow?.id)]).toEqual([
      "yunshan-2024",
      "house",
      "pace",
      "convenience",
    ]);
  });
});

describe("数据和得分", () => {
  it("文字里的数据、没有说的问题", () => {
    const { facts, scorecard } = evaluated(page(), { editions });
    const read = [...facts.values()].filter(({ state }) => state === "extracted");
    expect(Object.fromEntries(read.map(({ id, value }) => [id, value]))).toEqual({
      "pace.planned": 5000,
      "pace.spent": 4750,
      "openness.withheld": "否",
      "openness.criticised": "否",
      "openness.due": 40,
      "openness.published": 36,
      "house.rules": "是",
      "house.counted": "是",
    });
    expect(scorecard.rows.flatMap(({ questions }) => questions.map(({ factId }) => factId))).toEqual([
      "openness.corrected",
      "openness.approved",
      "openness.disclosed",
      "convenience.level",
      "convenience.share",
    ]);
    expect([scorecard.total, scorecard.grade, scorecard.openPoints]).toEqual([null, null, 30]);
  });

  it("评分底稿里的数据与文件里给的一样；档次只认这个版本的名称", () => {
    const { after } = scored(page(), { editions });
    const filled = applyPlan(
      after,
      planFact(
        evaluated(after, { editions }),
        answers.map(([factId, value]) => ({ factId, value })),
      ),
    );
    expect(evaluated(filled, { editions }).scorecard.points).toBeCloseTo(43.2, 12);
    const level = evaluated(filled, { editions }).facts.get("convenience.level")?.at;
    if (level == null) throw new Error("no cell");
    const typed = (value: string) =>
      evaluated(
        applyPlan(filled, {
          edits: [{ kind: "cell", at: level, content: { value }, reason: "" }],
          expects: [],
        }),
        {
          editions,
        },
      ).facts.get("convenience.level");
    expect(typed(" 明显 改善")).toMatchObject({ value: "明显改善" });
    expect(typed("达成")).toMatchObject({
      value: null,
      problem: expect.stringContaining("“达成”不是档次，请填写“明显改善”“有所改善”或“没有改善”。") as unknown,
    });
  });

  it("每行的分、总分、等级", () => {
    const { scorecard } = evaluated(page(), { editions, given });
    expect(scorecard.rows.map((row) => [row.editionRowId, row.points])).toEqual(Object.entries(points));
    expect(scorecard).toMatchObject({ total: 43.2, weight: 50, grade: "乙", remarks: [] });
  });

  it.each([
    ["甲", 45, { "pace.rate": 1, "openness.corrected": 0, "convenience.share": 0.78 }, 47],
    ["乙", 35, { "convenience.level": "没有改善" }, 36.2],
    ["丙", 0, { "openness.withheld": "是" }, 26],
  ])("%s：从%s分起", (grade, from, other: Facts, total) => {
    const all = new Map([...given, ...Object.entries(other).map(([id, value]) => [id, { value }] as const)]);
    const { scorecard } = evaluated(page(), { editions, given: all });
    expect(scorecard.total).toBeCloseTo(total, 12);
    expect(scorecard.grade).toBe(grade);
    expect(scorecard.total).toBeGreaterThanOrEqual(from);
  });

  it.each([
    ["一步也没有低", "pace", { "pace.rate": 1 }, 15],
    ["低了1.9%，不满2%", "pace", { "pace.rate": 0.981 }, 15],
    ["低了2%", "pace", { "pace.rate": 0.98 }, 14.5],
    ["正好60%", "pace", { "pace.rate": 0.6 }, 5],
    ["低于60%", "pace", { "pace.rate": 0.599 }, 0],
    ["全部公开", "openness", { "openness.published": 40 }, 18],
    ["公开80%", "openness", { "openness.published": 32 }, 16.4],
    ["公开不到80%", "openness", { "openness.published": 31 }, 10],
    ["更正3次，扣完", "openness", { "openness.corrected": 3 }, 13.2],
    ["第21天公开", "openness", { "openness.disclosed": 45910 }, 11.2],
    ["被通报批评，最高10分", "openness", { "openness.criticised": "是" }, 10],
    ["没有公开决算，不得分", "openness", { "openness.withheld": "是" }, 0],
    ["明显改善，不问比例", "convenience", { "convenience.level": "明显改善" }, 10],
    ["没有改善", "convenience", { "convenience.level": "没有改善" }, 0],
    ["没有清点", "house", { "house.counted": "否" }, 0],
  ])("%s", (_, id, other: Facts, expected) => {
    const all = new Map([
      ...given,
      ...Object.entries(other).map(([fact, value]) => [fact, { value }] as const),
    ]);
    const { result, after } = scored(page(), { editions, given: all });
    const row = result.scorecard.rows.find(({ editionRowId }) => editionRowId === id);
    expect(row?.points).toBeCloseTo(expected, 12);
    // The formula in the sheet says the same.
    expect(row === undefined ? null : snapshotCell(after, row.at)?.value).toBeCloseTo(expected, 12);
  });

  it("说不清的地方：默认满2%才扣；选另一种读法，记在工作簿里", () => {
    const book = page({ basis: { pace: "全年预算5000万元，实际支出4750万元。" } });
    const first = evaluated(book, { editions });
    expect(Object.keys(settingSpecs(first.edition))).toContain("startedStep");
    expect(first.scorecard.rows[0]).toMatchObject({ points: 14, settingLoss: null });
    const kept = applyPlan(book, planSettings(first, { startedStep: "begun" }));
    expect(keptValue(kept, "settings", "自评表")).toEqual({ startedStep: "begun" });
    const { scorecard } = evaluated(kept, { editions });
    expect(scorecard.rows[0]).toMatchObject({
      points: 13.5,
      settingLoss: { setting: "startedStep", points: 0.5 },
    });
    expect(scorecard.remarks.join()).toContain("系按默认口径“预算完成率不足2%的部分”测算");
    expect(
      applyPlan(kept, planSettings(evaluated(kept, { editions }), { startedStep: "whole" })).records.size,
    ).toBe(0);
  });
});

describe("解释", () => {
  const { scorecard } = evaluated(page(), { editions, given });
  const [pace, openness, convenience] = scorecard.rows;

  it("原因、适用的一句、刻度", () => {
    expect(pace?.reason).toBe("预算完成率95%，适用“每低2%扣0.5分”，扣1分。");
    expect(pace?.result).toMatchObject({
      outcome: "scored",
      clause: "每低2%扣0.5分",
      scale: {
        value: 0.95,
        branches: [
          { clause: "低于60%不得分", applies: false, from: null, to: 0.6, points: 0 },
          { clause: "每低2%扣0.5分", applies: true, from: 0.6, to: 1, points: null },
          { clause: "完成率100%的得满分", applies: false, from: 1, to: null, points: 15 },
        ],
      },
    });
    expect(convenience?.reason).toBe("评估的档次有所改善，评定比例70%，适用“有所改善的得60%至80%”，扣3分。");
  });

  it("前提后面的几部分，各说各的", () => {
    expect(openness?.losses.map(({ clause, points: lost }) => [clause, Number(lost.toFixed(9))])).toEqual([
      ["80%以上的按比例得分（占40%）", 0.8],
      ["每更正1次扣2分，扣完为止（占30%）", 2],
    ]);
    const labels = (
      step: { readonly label: string; readonly inputs: readonly unknown[] } | null,
    ): readonly string[] =>
      step === null
        ? []
        : [step.label, ...step.inputs.flatMap((one) => labels(one as Parameters<typeof labels>[0]))];
    expect(labels(openness?.step ?? null)).toEqual(
      expect.arrayContaining([
        "得分",
        "没有公开部门决算",
        "公开率",
        "已公开信息",
        "应公开信息",
        "公开后更正",
      ]),
    );
  });
});

describe("写进文件", () => {
  const blank = workbookBytes(page());
  const file = async () => {
    const workbook = opened(blank, { functions: functionTable });
    const applied = await workbook.apply(planScoring(evaluated(workbook.snapshot(), { editions, given })));
    expect(applied.ok).toBe(true);
    return opened(workbook.save(), { functions: functionTable });
  };
  const all = [...Object.values(points), 43.2];

  it("公式写入，重新打开结果相同；等级不代为勾选，因为还有没确认的", async () => {
    const workbook = await file();
    const snapshot = workbook.snapshot();
    expect(scores(snapshot)).toEqual(all);
    for (const row of [6, 7, 8, 9, 10])
      expect(snapshotCell(snapshot, { sheet: "自评表", row, column: 6 })?.formula).toMatch(/^=/u);
    expect(evaluated(snapshot, { editions }).scorecard).toMatchObject({ total: 43.2, grade: "乙" });
    expect(planScoring(evaluated(snapshot, { editions })).edits).toEqual([]);
  });

  it.each(["builtIn", "values"] as const)("转换（%s）：结果不变，公式里没有本工具的函数", async (to) => {
    const workbook = await file();
    const made = await makeChange(
      { ...workbook, amend: null, repair: null },
      { kind: "convert", to },
      { editions },
    );
    expect(made.kind).toBe("done");
    const snapshot = opened(workbook.save(), { functions: functionTable }).snapshot();
    expect(scores(snapshot)).toEqual(all);
    for (const row of [6, 7, 8, 9]) {
      const formula = snapshotCell(snapshot, { sheet: "自评表", row, column: 6 })?.formula;
      if (to === "values") expect(formula).toBeUndefined();
      else expect(formula).toMatch(/^=(?!.*JX\.)/u);
    }
  });

  it("恢复原表：与原来的文件逐部件相同，格式登记表除外", async () => {
    const workbook = await file();
    const plan = planRestore(evaluated(workbook.snapshot(), { editions }), { also: new Set(["sheet"]) }).plan;
    expect((await workbook.apply(plan)).ok).toBe(true);
    expect(workbook.snapshot()).toEqual(opened(blank).snapshot());
    expect(changedParts(blank, workbook.save()).filter((name) => !/styles\.xml$/u.test(name))).toEqual([]);
  });

  it("报送版：只有填报内容和结果，等级按这个版本勾选", async () => {
    const read = Array.from(evaluated(page(), { editions }).facts.values());
    const said = read.flatMap(({ id, value }) => (value === null ? [] : [[id, { value }] as const]));
    const facts = new Map([...given, ...said]);
    const bytes = workbookBytes(page());
    const made = await makeSubmission(bytes, { editions, given: facts, freeze: "values", checked: true });
    if (!made.ok || made.value.kind !== "made") throw new Error(JSON.stringify(made));
    const snapshot = opened(made.value.bytes).snapshot();
    expect(snapshot.sheets.map(({ name }) => name)).toEqual(["自评表"]);
    expect(snapshot.records.size).toBe(0);
    expect(scores(snapshot)).toEqual(all);
    expect(snapshotCell(snapshot, { sheet: "自评表", row: 11, column: 4 })?.value).toBe("□甲  √乙  □丙");
  });
});

describe("报送前自查", () => {
  const found = (form: OtherForm, report: string | null = null) => {
    const formCase = evaluated(page(form), { editions });
    return findFindings(formCase, { report })
      .map(({ check, what }) => `${check} ${what}`)
      .join("\n");
  };
  const full = { pace: 15, openness: 20, convenience: 10, house: 5 };

  it.each([
    ["等级", { scores: full, grade: "□甲 √乙 □丙" }, null, "gradeTick 评价等级勾选为“乙”，与总分不符"],
    [
      "条件",
      { scores: full, basis: { house: "已制定家底规矩。" } },
      null,
      "halfAnswered “家底规矩”要求2个条件，评分依据没有说明“清点”",
    ],
    [
      "文件",
      { scores: full, basis: { house: "已制定家底规矩，已清点。" } },
      null,
      "noDocument “家底规矩”说有家底管理规矩，没有写文件名称",
    ],
    ["笔误", {}, null, "templateSlips 评分标准的文字有笔误：“预算完成绿”应为“预算完成率”"],
    [
      "满分与报告",
      { scores: full, basis: otherBasis },
      "三、存在的问题\n群众办事仍有不便，窗口不足。",
      "problemsAgainstFullMarks 自评报告写“群众办事仍有不便，窗口不足”，“群众办事感受”却是满分",
    ],
    ["得分与标准", { scores: full, basis: otherBasis }, null, "scoreAgainstRule"],
    ["审计", { scores: full, basis: otherBasis }, "2024年审计指出家底不清的问题。", "auditFinding"],
    ["报告的等级", { scores: full }, "自评结果为丙。", "reportScores"],
  ] as const)("%s", (_, form, report, says) => {
    expect(found({ ...form, total: 50 }, report)).toContain(says);
  });

  it("分值、总分50分都对，不说是一百分的", () => {
    const said = found({ basis: otherBasis });
    for (const check of ["weightSum", "templateWeight", "specialFundBlock", "annexAbsent"])
      expect(said).not.toContain(check);
    expect(said).not.toContain("100分");
  });
});

describe("命令行 --edition 文件夹", () => {
  const folder = mkdtempSync(join(tmpdir(), "jx-place-"));
  const at = (name: string): string => join(folder, name);
  const form = at("云山.xlsx");
  beforeAll(() => {
    writeFileSync(form, workbookBytes(page()));
    writeFileSync(at("数据.json"), JSON.stringify(answers.map(([fact, value]) => ({ fact, value }))));
  });
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  const run = (...args: readonly string[]) => runCli(form, "--edition", otherFolder, ...args);

  it("评分、--facts、--json", async () => {
    const { exit, stdout } = await run("--facts", at("数据.json"), "--json");
    expect(exit).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject([
      {
        total: 43.2,
        grade: "乙",
        unconfirmed: 8,
        rows: Object.values(points).map((one) => ({ points: one })),
      },
    ]);
    const table = await run("--facts", at("数据.json"), "--out", at("评分后.xlsx"));
    expect(table.stdout).toContain("43.20（满分50.00）；等级 乙");
    expect(table.stdout).toContain("评分标准 云山市部门整体支出绩效评分标准（2024年度）");
    expect(scores(opened(new Uint8Array(readFileSync(at("评分后.xlsx")))).snapshot())).toEqual([
      ...Object.values(points),
      43.2,
    ]);
    // Without the folder: what had scored it is remembered, and said.
    const without = await runCli(at("评分后.xlsx"), "--out", at("没有文件夹.xlsx"));
    expect(without.stdout).toContain("选定的评分标准版本“yunshan-2024”不在本工具里");
  });

  it("--facts-template、--check、--freeze", async () => {
    expect((await run("--facts-template", at("问题.json"))).exit).toBe(1);
    const asked = JSON.parse(readFileSync(at("问题.json"), "utf8")) as readonly { readonly fact: string }[];
    expect(asked.map(({ fact }) => fact)).toEqual(answers.map(([id]) => id));
    const check = await run("--check");
    expect(check.stdout).toContain("自评表!E6 提示 templateSlips");
    for (const freeze of ["builtin", "values"]) {
      const out = at(`${freeze}.xlsx`);
      await run("--facts", at("数据.json"), "--freeze", freeze, "--out", out);
      const snapshot = opened(new Uint8Array(readFileSync(out))).snapshot();
      expect(scores(snapshot)).toEqual([...Object.values(points), 43.2]);
    }
  });

  it("广州的表用广州的；可以再指定一个编号；编号、文件夹不对都说明", async () => {
    const city = await runCli(
      "samples/city-2023-blank.xlsx",
      "--edition",
      otherFolder,
      "--out",
      at("市级.xlsx"),
    );
    expect(city.stdout).toContain("评分标准 广州市部门整体支出绩效自评评分标准（2023年度）");
    const forced = await run("--edition", "guangzhou-2023", "--out", at("广州.xlsx"));
    expect(forced.stdout).toContain("评分标准 广州市部门整体支出绩效自评评分标准（2023年度）");
    const unknown = await run("--edition", "elsewhere");
    expect([unknown.exit, unknown.stderr]).toEqual([2, expect.stringContaining("yunshan-2024 云山市")]);
    const twice = await run("--edition", otherFolder);
    expect([twice.exit, twice.stderr]).toEqual([2, expect.stringContaining("编号 yunshan-2024 已经是")]);
    const own = at("版本");
    mkdirSync(own);
    const main = readFileSync(join(otherFolder, "edition.json"), "utf8");
    writeFileSync(join(own, "edition.json"), main.replace('"from": 35', '"from": 65'));
    const broken = await runCli(form, "--edition", own);
    expect(broken.exit).toBe(2);
    expect(broken.stderr).toContain(`评分标准的文件夹 ${own} 读不了。`);
    expect(broken.stderr).toContain("edition.json：grades应从高到低");
  });
});

describe("程序不认得这个版本", () => {
  it("src 里没有它的编号、名称和行名", () => {
    const names = [
      otherEdition.id,
      otherEdition.shortTitle,
      "云山",
      ...otherEdition.rows.flatMap(({ name, aliases }) => [name, ...aliases]),
      ...otherEdition.rows.map(({ id }) => `"${id}"`),
      ...Object.keys(otherEdition.ambiguities),
    ];
    const naming = sourceFiles("src").flatMap(({ path }) => {
      const text = readFileSync(path, "utf8");
      return names.filter((name) => text.includes(name)).map((name) => `${path} ${name}`);
    });
    expect(naming).toEqual([]);
  });
});
