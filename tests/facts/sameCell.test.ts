import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cellPoints } from "../support/cellPoints";

type Case = readonly [row: string, words: string, points: number | "ask"];

const cases: readonly Case[] = [
  // A rate and its counts, whatever the words.
  ["contractSigning", "应签45份，按时签订36份，及时率98%。", "ask"],
  ["contractSigning", "合同签订及时率97%，36份按期签订，另9份超期。", "ask"],
  ["contractSigning", "合同签订及时率为96%（43/45）。", 2],
  ["contractSigning", "合同签订及时率为96%（36/45）。", "ask"],
  ["contractSigning", "合同共45份，按时签订43份，2份逾期，及时率95.56%。", 2],
  ["contractSigning", "合同签订及时率=在规定时限内签订合同项目数/总项目数=43/45=95.56%。", 2],
  ["contractSigning", "合同签订及时率=在规定时限内签订合同项目数/总项目数=36/45=95.56%。", "ask"],
  ["contractSigning", "及时签订比例为36:45，合同签订及时率96%。", "ask"],
  ["output", "设产出指标16个，14个达标，2个未达标，产出指标完成率87.5%。", 8.75],
  ["output", "设产出指标16个，14个达标，2个未达标，产出指标完成率99%。", "ask"],
  ["output", "产出指标均已完成，产出指标完成率为94%。", "ask"],
  ["benefit", "效益指标8个，5个完成，完成率100%，效益指标完成率100%。", "ask"],
  ["benefit", "效益指标完成率100%，涉及就业项目3个、培训项目5个。", 10],
  ["intentionComplete", "应公开2项，已公开2项，公开率100%。", 0.5],
  ["intentionComplete", "采购意向公开率100%，其中货物类4项、服务类6项。", 0.5],
  ["intentionComplete", "应公开采购意向12项，已公开14项。", "ask"],
  // Amounts, in whatever unit.
  ["specialExecution", "专项资金到账760万元，拨付532万元，支出进度95%。", "ask"],
  ["specialExecution", "专项资金到账760万元，拨付7,220,000元，支出进度95%。", 4.75],
  ["specialExecution", "专项资金支出进度95%（722/760万元）。", 4.75],
  ["assetUse", "固定资产利用率93%，闲置210万元，固定资产总额3000万元。", 2],
  ["assetUse", "固定资产利用率93%，闲置510万元，固定资产总额3000万元。", "ask"],
  ["carryover", "结转结余率=年末结转36万元/（年初12万元+拨款788万元）=4.5%。", 2],
  ["carryover", "结转结余率=年末结转36万元/（年初12万元+拨款188万元）=4.5%。", "ask"],
  ["budgetExecution", "年度平均执行率=(100%×9+92%)÷10=99.2%。", 4.96],
  ["budgetExecution", "年度平均执行率=(100%×9+92%)÷10=100%。", "ask"],
  ["budgetExecution", "各月执行率分别为100%、97%、94%，年度平均执行率99%。", "ask"],
  ["procurementPolicy", "面向中小企业采购360万元，占预留金额450万元的80%。", 0.8],
  ["procurementPolicy", "面向中小企业采购360万元，占预留金额450万元的90%。", "ask"],
  // Over or under, in words.
  ["overhead", "公用经费控制率为-4%，实际超支2万元。", "ask"],
  ["overhead", "公用经费控制率为4%，控制在预算内。", "ask"],
  ["overhead", "公用经费预算60万元，实际支出57万元，节约3万元。", 2],
  ["overhead", "公用经费预算60万元，实际支出57万元，节约8万元。", "ask"],
  ["threePublic", "“三公”经费预算12万元，决算13万元，未超预算。", "ask"],
  ["threePublic", "“三公”经费预算12万元，决算13万元，超预算1万元。", 0],
  ["threePublic", "“三公”经费预算12万元，决算9万元，执行率120%。", "ask"],
  ["threePublic", "“三公”经费预算12万元，决算9万元，执行率75%。", 2],
  // About a bound, and what cannot be.
  ["contractSigning", "合同签订及时率约80%。", "ask"],
  ["contractSigning", "合同签订及时率约85%。", 1],
  ["assetUse", "固定资产利用率75%左右。", "ask"],
  ["assetUse", "固定资产利用率920%。", "ask"],
  ["output", "产出指标完成率为980%。", "ask"],
  ["overhead", "公用经费控制率为-120%。", "ask"],
  // Words against words.
  ["procurementCompliance", "没有投诉，经认定投诉成立2例。", "ask"],
  ["procurementCompliance", "收到投诉2起，投诉成立3例。", "ask"],
  ["procurementCompliance", "收到投诉3起，其中成立1起。", 1],
  ["preEvaluation", "应评估项目5个，评估了4个，均已开展事前绩效评估。", "ask"],
  ["preEvaluation", "应评估项目5个，已评估4个，未评估1个。", 2.5],
  ["preEvaluation", "应评估项目5个，已评估3个，未评估1个。", "ask"],
  ["preEvaluation", "没有新增项目，应评估项目3个，均已开展事前绩效评估。", "ask"],
  ["assetAllocation", "超标准配置3项：桌椅1项、空调1项。", "ask"],
  ["carryover", "结转结余率≤10%，实际为13%。", "ask"],
  ["contractFiling", "应备案合同15份，均在签订之日起2个工作日内备案公开。", 1],
  ["performanceDisclosure", "应公开12项，已公开12项，绩效目标、绩效自评资料均按时公开。", 2],
];

/** How a clerk writes so many of so many. */
const wordings: readonly ((part: number, all: number) => string)[] = [
  (part, all) => `采购合同共${all}份，按时签订${part}份`,
  (part, all) => `应签合同${all}个，在规定时限内签订的有${part}个`,
  (part, all) => `${all}份合同中${part}份及时签订`,
  (part, all) => `合同${all}份，超期签订${all - part}份`,
  (part, all) => `按期签订${part}份，逾期签订${all - part}份`,
  (part, all) => `及时签订${part}/${all}`,
];

describe("一格里的比率、数字和话", () => {
  it.each(cases)("%s：%s → %s", (row, words, points) => {
    expect(cellPoints(row, words)).toBe(points);
  });

  it("写的比率与旁边的两个数对不上，怎样写都要问", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...wordings),
        fc.integer({ min: 10, max: 300 }),
        fc.integer({ min: 1, max: 100 }),
        fc.integer({ min: 50, max: 99 }),
        fc.boolean(),
        (wording, all, share, stated, first) => {
          const part = Math.max(1, Math.floor((all * share) / 100));
          const missing = 100 - (part / all) * 100;
          fc.pre([(part / all) * 100, missing].every((percent) => Math.abs(percent - stated) > 1));
          const rate = `合同签订及时率${stated}%`;
          const counts = wording(part, all);
          expect(cellPoints("contractSigning", first ? `${counts}，${rate}。` : `${rate}，${counts}。`)).toBe(
            "ask",
          );
        },
      ),
    );
  });
});
