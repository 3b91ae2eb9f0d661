import { beforeAll, describe, expect, it } from "vitest";
import { readReport } from "../../src/findings/readReport";
import { findFindings } from "../../src/findings/findFindings";
import type { Finding } from "../../src/findings/finding";
import { a1 } from "../../src/workbook/cell";
import { checks } from "../../src/findings/checks";
import { shippedFacts } from "../support/factsFile";
import { sampleSnapshot } from "../support/sampleSnapshot";
import { evaluated } from "../support/scored";
import { findingsOf } from "./exampleContext";
import { publishedCity, reportText } from "./publishedCity";

/*
 * The slips that two departments published (numbers as in our own list of them), each with the file that shows it.
 */

type Source = "南沙表" | "南沙表和报告" | "市表" | "市表和报告";

interface Slip {
  readonly number: number;
  readonly what: string;
  readonly source: Source;
  readonly check: string;
  /** Its cell, or "报告". */
  readonly at: string;
  /** Words of the sentence. */
  readonly says: RegExp;
}

const slips: readonly Slip[] = [
  {
    number: 1,
    what: "领军人才目标：报告13人，附表约20人",
    source: "市表和报告",
    check: "targetInText",
    at: "E12",
    says: /约20人.*13人/u,
  },
  {
    number: 1,
    what: "领军人才只完成65%，产出指标却填满分",
    source: "市表",
    check: "scoreAgainstRule",
    at: "I14",
    says: /填报10分，按评分标准为9\.84783分/u,
  },
  {
    number: 2,
    what: "“均已完成”，领军人才完成65%",
    source: "市表和报告",
    check: "claimAllMet",
    at: "报告",
    says: /均已|已完成.*65%/u,
  },
  {
    number: 2,
    what: "表里“均已实现年度目标”",
    source: "市表",
    check: "claimAllMet",
    at: "J14",
    says: /领军人才.*65%/u,
  },
  {
    number: 3,
    what: "大赛685%仍按满分",
    source: "市表",
    check: "annexOverachieved",
    at: "E25",
    says: /685%.*高于150%/u,
  },
  {
    number: 4,
    what: "奖学金目标：报告169名，附表165名",
    source: "市表和报告",
    check: "targetInText",
    at: "E22",
    says: /165名.*169名/u,
  },
  {
    number: 5,
    what: "大赛：目标按人，实际按人次",
    source: "市表",
    check: "annexUnit",
    at: "E25",
    says: /“人”.*“人次”/u,
  },
  {
    number: 5,
    what: "进场求职人数：目标按人次",
    source: "市表",
    check: "annexUnit",
    at: "D11",
    says: /招聘进场求职人数.*人次/u,
  },
  {
    number: 6,
    what: "维护劳动者权益没有目标值（只重复名称）",
    source: "市表",
    check: "annexBlank",
    at: "E31",
    says: /重复指标名称/u,
  },
  {
    number: 7,
    what: "满意度实际值照抄“95%以上”",
    source: "市表",
    check: "annexActualRepeats",
    at: "E27",
    says: /就业创业补贴工作满意度.*95%以上/u,
  },
  {
    number: 8,
    what: "调解成功率列在数量指标下",
    source: "市表",
    check: "rateUnderQuantity",
    at: "C20",
    says: /调解成功率/u,
  },
  {
    number: 10,
    what: "2023年10月公开的“2022年部门预算”",
    source: "市表",
    check: "disclosureYear",
    at: "J22",
    says: /应是2022年部门决算/u,
  },
  { number: 10, what: "没有写决算", source: "市表", check: "halfAnswered", at: "J22", says: /“决算”/u },
  {
    number: 11,
    what: "4.99915与4.999",
    source: "市表",
    check: "decimalsMixed",
    at: "I18",
    says: /4\.99915分与4\.999分/u,
  },
  {
    number: 11,
    what: "报告里97.998与4.99915",
    source: "市表和报告",
    check: "decimalsMixed",
    at: "报告",
    says: /97\.998分与4\.99915分/u,
  },
  {
    number: 13,
    what: "报告与附表的指标名称不同",
    source: "市表和报告",
    check: "nameInText",
    at: "报告",
    says: /人人数.*社保待遇发放准时率/u,
  },
  {
    number: 15,
    what: "入驻项目：表1494，报告1442",
    source: "南沙表和报告",
    check: "figureTwice",
    at: "C7",
    says: /1494个.*1442个/u,
  },
  {
    number: 15,
    what: "龙头机构、头部机构35家",
    source: "南沙表和报告",
    check: "wordTwice",
    at: "C7",
    says: /龙头机构35家.*头部机构35家/u,
  },
  {
    number: 16,
    what: "扣分归因于支出进度，扣分的是效益指标",
    source: "南沙表和报告",
    check: "reasonElsewhere",
    at: "报告",
    says: /预算支出进度.*效益指标/u,
  },
  {
    number: 17,
    what: "“目标均已实现”，效益指标没有满分",
    source: "南沙表和报告",
    check: "claimAllMet",
    at: "报告",
    says: /均已实现.*9\.66分/u,
  },
  {
    number: 18,
    what: "写支出达不到序时进度，支出率满分",
    source: "南沙表和报告",
    check: "problemsAgainstFullMarks",
    at: "I16",
    says: /达不到.*部门预算资金支出率/u,
  },
  {
    number: 19,
    what: "效益指标扣分，未能完成原因写“-”",
    source: "南沙表",
    check: "lossWithoutReason",
    at: "C8",
    says: /效益指标.*“-”/u,
  },
  {
    number: 20,
    what: "按级次划分漏了专项资金416.08",
    source: "南沙表",
    check: "budgetLevels",
    at: "J12",
    says: /2763\.74万元.*3179\.82万元.*416\.08万元.*专项资金/u,
  },
  {
    number: 22,
    what: "专项绩效20分没有依据",
    source: "南沙表",
    check: "basisBlank",
    at: "J17",
    says: /20分/u,
  },
  {
    number: 22,
    what: "专项支出率5分没有依据",
    source: "南沙表",
    check: "basisBlank",
    at: "J18",
    says: /5分/u,
  },
  {
    number: 23,
    what: "佐证材料28行全部空白",
    source: "南沙表",
    check: "evidenceBlank",
    at: "K14",
    says: /28行/u,
  },
  ...(
    [
      ["结转结余率", "J20"],
      ["采购合同签订时效性", "J31"],
      ["固定资产利用率", "J39"],
      ["公用经费控制率", "J40"],
      ["经费控制情况", "J41"],
    ] as const
  ).map(([name, at]): Slip => ({
    number: 24,
    what: `${at}（${name}）没有实际数值`,
    source: "南沙表",
    check: "basisWithoutFigure",
    at,
    says: new RegExp(name, "u"),
  })),
  {
    number: 25,
    what: "预决算公开只写预算",
    source: "南沙表",
    check: "halfAnswered",
    at: "J22",
    says: /“决算”/u,
  },
  {
    number: 26,
    what: "完成率的算式按字面是反的",
    source: "南沙表",
    check: "templateSlips",
    at: "H14",
    says: /实际完成值÷年初目标值/u,
  },
  {
    number: 27,
    what: "效益指标的标准写“各产出指标”",
    source: "南沙表",
    check: "templateSlips",
    at: "H14",
    says: /各产出指标单项得分合计/u,
  },
  {
    number: 28,
    what: "模板笔误“一级级”“部专项资金”",
    source: "南沙表",
    check: "templateSlips",
    at: "H14",
    says: /一级级.*部专项资金/u,
  },
  {
    number: 30,
    what: "文字停在“调解成功率”",
    source: "南沙表",
    check: "textCutOff",
    at: "C7",
    says: /调解成功率/u,
  },
  {
    number: 46,
    what: "资产收益只写处置，没写租金",
    source: "南沙表",
    check: "halfAnswered",
    at: "J35",
    says: /“租金”/u,
  },
  {
    number: 47,
    what: "资产盘点没写结果处理",
    source: "南沙表",
    check: "halfAnswered",
    at: "J36",
    says: /“盘点结果处理”/u,
  },
  {
    number: 48,
    what: "数据质量四个条件都没有说明",
    source: "南沙表",
    check: "halfAnswered",
    at: "J37",
    says: /4个条件/u,
  },
  {
    number: 49,
    what: "两个指标同一句话",
    source: "南沙表",
    check: "sameSentence",
    at: "J26",
    says: /绩效结果应用/u,
  },
];

/** What remains for a person, and why. */
const left: readonly { readonly number: number; readonly what: string; readonly why: string }[] = [
  {
    number: 12,
    what: "免学费67000名、奖学金169名、助学金2934名，退学率的分母却是67059人",
    why: "三类学生是否互相包含，只有业务科室知道",
  },
  {
    number: 29,
    what: "区的表里写“反馈市财政局”、引用市的办法",
    why: "是模板的文字，区是否参照执行由财政部门解释",
  },
];

/** Items of the list that are no fault: here nothing may be said. */
const silent = [14, 21] as const;

const found = new Map<Source, readonly Finding[]>();

beforeAll(async () => {
  const nansha = await sampleSnapshot("samples/nansha-2023.xlsx");
  const city = await publishedCity();
  const given = shippedFacts("samples/city-2023.facts.json");
  const reports = { nansha: await reportText("nansha"), city: await reportText("city") };
  found.set("南沙表", findFindings(evaluated(nansha)));
  found.set("南沙表和报告", findFindings(evaluated(nansha), { report: reports.nansha }));
  found.set("市表", findFindings(evaluated(city, { given })));
  found.set("市表和报告", findFindings(evaluated(city, { given }), { report: reports.city }));
});

function cellOf({ at }: Finding): string {
  return at.kind === "report" ? "报告" : a1(at.at);
}

describe("公开的自评表和报告里的毛病", () => {
  it.each(slips.map((slip) => [slip.number, slip.what, slip.source, slip] as const))(
    "第%i项 %s（%s）",
    (_number, _what, source, { check, at, says }) => {
      const candidates = (found.get(source) ?? []).filter((finding) => finding.check === check);
      expect(candidates.map((finding) => `${cellOf(finding)} ${finding.what}`)).toContainEqual(
        expect.stringMatching(new RegExp(`^${at} .*(?:${says.source})`, "u")),
      );
    },
  );

  it("第9项 固定资产利用率列在运行成本下（只见于报告的表格，自评表没有列错）", () => {
    const check = checks.find(({ id }) => id === "groupPlace");
    if (check === undefined) throw new Error("no check");
    const rows = [{ id: "assetCompliance" }, { id: "assetUse", level2: "运行成本" }, { id: "overhead" }];
    expect(findingsOf(check, { rows }).map(({ what }) => what)).toEqual([
      "“固定资产利用率”列在“运行成本”下，评分标准列在“资产管理”下。",
    ]);
    expect(found.get("市表")?.some(({ check: id }) => id === "groupPlace")).toBe(false);
  });

  it("第14项 “约95%”远离分档，不提出", () => {
    expect(found.get("市表")?.some(({ check }) => check === "approximateNearBound")).toBe(false);
  });

  it("第21项 四类资金之和等于总预算，不提出", () => {
    expect(found.get("南沙表")?.some(({ check }) => check === "budgetTotal")).toBe(false);
  });

  it("每一项都有着落：查得出的、不是毛病的、留给人看的", () => {
    const all = [...Array.from({ length: 30 }, (_, index) => index + 1), 46, 47, 48, 49];
    const covered = new Set([
      ...slips.map(({ number }) => number),
      9,
      ...silent,
      ...left.map(({ number }) => number),
    ]);
    expect(all.filter((number) => !covered.has(number))).toEqual([]);
    for (const { why } of left) expect(why).not.toBe("");
  });

  it("南沙表没有分数或合计上的错：不报“须更正”", () => {
    expect(found.get("南沙表和报告")?.filter(({ severity }) => severity === "须更正")).toEqual([]);
  });

  it("报告里没有问题的数不提出：98.9%与金额相符，99.66分与自评表相符", () => {
    const silentChecks = ["executionRate", "reportScores"];
    expect(found.get("南沙表和报告")?.filter(({ check }) => silentChecks.includes(check))).toEqual([]);
  });
});

describe("读自评报告", () => {
  it("换行断开的句子接起来，标题、清单另起", async () => {
    const report = readReport(await reportText("nansha"));
    const texts = report?.sentences.map(({ text }) => text) ?? [];
    expect(texts).toContainEqual(
      expect.stringContaining("打造以创享湾为龙头的港澳青创基地13家，累计入驻企业（项目）1442个。"),
    );
    const problems = report?.sentences.filter(({ section }) => section.includes("存在的主要问题")) ?? [];
    expect(problems.length).toBeGreaterThan(1);
    expect(problems[0]?.text).toMatch(/^2023年，我局/u);
  });

  it("空白没有句子；很长的文字也读得完", () => {
    expect(readReport(" \n\t\n")).toBeNull();
    const started = performance.now();
    readReport("目标均已完成，".repeat(100_000));
    readReport("一、".repeat(100_000));
    expect(performance.now() - started).toBeLessThan(3000);
  });
});
