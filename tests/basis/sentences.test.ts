import { beforeAll, describe, expect, it } from "vitest";
import { basisDrafts } from "../../src/basis/basisDrafts";
import { isSayable } from "../../src/basis/sayable";
import type { Snapshot } from "../../src/workbook/snapshot";
import { formOf } from "../support/formOfClauses";
import { evaluated } from "../support/scored";
import { blankBasis, draftsWith, givenFacts } from "./blankBasis";

let book: Snapshot;
beforeAll(async () => {
  book = await blankBasis();
});

type Case = readonly [title: string, given: Parameters<typeof draftsWith>[1], text: string];

const cases: readonly Case[] = [
  [
    "比率：全部",
    { "contractSigning.contracts": 36, "contractSigning.inTime": 36 },
    "共签订政府采购合同36份，均在30日内签订，合同签订及时率100%。",
  ],
  [
    "比率：一部分，写出扣分的那一半",
    { "contractSigning.contracts": 36, "contractSigning.inTime": 30 },
    "共签订政府采购合同36份，其中30份在30日内签订，6份超过30日，合同签订及时率83.33%，扣2分。",
  ],
  ["比率：直接填的", { "contractSigning.rate": 0.95 }, "合同签订及时率95%，扣1分。"],
  [
    "比率：没有写法的，用数据项的名称",
    { "assetUse.inUse": 4812.6, "assetUse.total": 4995.17 },
    "固定资产总额4995.17万元，实际在用固定资产总额4812.6万元，固定资产利用率96.35%。",
  ],
  [
    "差额的比率",
    { "overhead.actual": 450, "overhead.budget": 400 },
    "公用经费预算安排数400万元，公用经费实际支出数450万元，公用经费控制率12.5%，扣1分。",
  ],
  [
    "各月平均",
    {
      "budgetExecution.firstMonth": 11,
      "budgetExecution.monthCount": 2,
      "budgetExecution.rates": [null, null, null, null, null, null, null, null, null, null, 1.2, 0.9],
    },
    "自11月起共通报2个月，年度平均执行率95%，扣0.25分。",
  ],
  ["逐项扣分：没有的写0", { "procurementCompliance.complaints": 0 }, "认定成立的采购人责任投诉0例。"],
  [
    "逐项扣分：有的写几项",
    { "assetCompliance.rules": "是", "assetCompliance.findings": 2 },
    "有资产管理内部规程，巡视、审计、监督检查发现资产管理问题2次，共扣1分。",
  ],
  ["是非：是", { "procurementControls.exists": "是" }, "已建立政府采购内部控制管理制度。"],
  ["是非：否", { "procurementControls.exists": "否" }, "未建立政府采购内部控制管理制度，扣1分。"],
  [
    "几项是非",
    { "assetInventory.done": "是", "assetInventory.settled": "否" },
    "已进行资产盘点，未完成盘点结果处理，共扣1分。",
  ],
  [
    "没有发生",
    { "contractFiling.due": 36, "contractFiling.late": 0 },
    "应备案公开的合同36份，合同均在2个工作日内备案公开。",
  ],
  [
    "发生了几个",
    { "contractFiling.due": 36, "contractFiling.late": 2 },
    "应备案公开的合同36份，2份超过2个工作日备案公开，共扣1分。",
  ],
  [
    "不超过",
    { "threePublic.actual": 18.76, "threePublic.budget": 25.3 },
    "“三公”经费实际支出数18.76万元，“三公”经费预算安排数25.3万元，“三公”经费实际支出数不超过预算安排数。",
  ],
  [
    "日期和天数",
    {
      "budgetDisclosure.secret": "否",
      "budgetDisclosure.budgetApproved": 44965,
      "budgetDisclosure.budgetPublished": 44977,
      "budgetDisclosure.budgetIssues": 0,
      "budgetDisclosure.finalApproved": 45194,
      "budgetDisclosure.finalPublished": 45219,
      "budgetDisclosure.finalIssues": 1,
    },
    "部门预算批复日2023年2月8日，部门预算公开日2023年2月20日，部门预算批复后12日公开；部门预算公开检查未发现问题；" +
      "部门决算批复日2023年9月25日，部门决算公开日2023年10月20日，部门决算批复后25日公开；决算公开检查发现问题1个，共扣1分。",
  ],
  [
    "未公开",
    {
      "budgetDisclosure.secret": "否",
      "budgetDisclosure.budgetPublished": "未公开",
      "budgetDisclosure.finalPublished": "未公开",
    },
    "部门预算未公开，部门决算未公开，共扣2分。",
  ],
  [
    "完整度",
    {
      "systemBuilding.ownFunds": 0.8,
      "systemBuilding.specialFunds": "不涉及|没有专项资金",
      "systemBuilding.duties": "是",
    },
    "本级资金管理制度明确绩效要求，完整度80%；专项资金管理办法体现绩效管理要求不涉及（没有专项资金）；制度明确绩效职责分工，共扣0.3分。",
  ],
  [
    "不涉及，写人写的理由",
    { "contractSigning.contracts": "不涉及|本年没有采购。" },
    "合同总数不涉及（本年没有采购）。",
  ],
  [
    "酌情：写人写的分和理由",
    {
      "dataQuality.complete": "否",
      "dataQuality.explained": "是",
      "dataQuality.ledgers": "是",
      "dataQuality.physical": "是",
      "dataQuality.judged": "1.5|两张卡片重复登记",
    },
    "年报数据不完整、准确，核实性问题均有效、真实说明，资产账与财务账相符，资产账与资产实体相符，评定1.5分（两张卡片重复登记），共扣0.5分。",
  ],
];

describe("一条标准写成的句子", () => {
  it.each(cases)("%s", (_, given, text) => {
    expect(draftsWith(book, given).map((draft) => draft.text)).toEqual([text]);
  });

  it("汇总率和没有申报", () => {
    expect(draftsWith(book, { "output.filed": "否" })[0]?.text).toBe("未申报部门整体绩效目标，扣10分。");
  });

  it("表上印的标准读成的问题也一样写", () => {
    const form = formOf(
      ["培训完成率", 10, "培训完成率达到100%得满分，每低1%扣1分，扣完为止。"],
      ["制度建设", 2, "制定内部管理办法的，得2分，否则不得分。"],
    );
    const { rows } = evaluated(form);
    const given = Object.fromEntries(
      rows.flatMap(({ wish }) =>
        wish.specs.map(({ key, kind }) => [`${wish.id}.${key}`, kind === "answer" ? "是" : 0.95] as const),
      ),
    );
    const { drafts } = basisDrafts(evaluated(form, { given: givenFacts(given) }).scorecard);
    expect(drafts.map(({ text }) => text)).toEqual(["培训完成率95%，扣5分。", "制定内部管理办法。"]);
  });
});

describe("不起草的", () => {
  it("没有回答的一句也没有；没有填齐的也没有，说明为什么", () => {
    const { drafts, without } = basisDrafts(evaluated(book).scorecard);
    expect(drafts).toEqual([]);
    expect(new Set(without.map(({ why }) => why))).toEqual(new Set(["数据还没有填齐"]));
    expect(draftsWith(book, { "contractSigning.contracts": 36 })).toEqual([]);
  });

  it("标准里的话没有人说过的，不照写", () => {
    const unsaid = [
      "已按粤财预〔2020〕3号制定办法",
      "已制定《内控制度》",
      "2022年12月底前完成",
      "制度健全",
      "成效显著",
      "经财政部门核定",
      "符合要求的得满分",
      "发放问卷100份",
      "改进措施到位",
    ];
    expect(unsaid.filter((words) => isSayable(words, []))).toEqual([]);
    expect(isSayable("不涉及（按粤财预〔2020〕3号停办）", ["按粤财预〔2020〕3号停办"])).toBe(true);
    const form = formOf(["制度建设", 2, "内部管理制度健全的，得2分，否则不得分。"]);
    const [bound] = evaluated(form).rows;
    const given = Object.fromEntries(
      (bound?.wish.specs ?? []).map(({ key }) => [`${bound?.wish.id ?? ""}.${key}`, "是"] as const),
    );
    const made = basisDrafts(evaluated(form, { given: givenFacts(given) }).scorecard);
    expect(made.drafts).toEqual([]);
    expect(made.without[0]?.why).toBe("没有可以照写的数据，请自行填写");
  });
});
