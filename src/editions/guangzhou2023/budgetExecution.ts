import { ask, band, figures, lines, rangeStandIn, repeatedBand, rowsUnder, statements } from "../describe";
import type { WordPattern } from "../edition";

const carried = "(?:财政拨款|资金|的)?(?:结转和结余|结余和结转|结转结余|结余结转|结转及结余|结转、结余)";
const tail = "(?:资金)?(?:收入)?(?:决算数|决算|金额|余额|数|额)?";
const nil = "(0(?:\\.0{1,4})?(?:万?元)?)(?![%万亿]|[.,]?\\d)";
const carryoverName =
  "(?<!基金(?:预算)?(?:财政)?(?:拨款)?|一般公共预算(?:财政)?(?:拨款)?)(?:结转结余|结余结转|结转和结余)率";

function noProblem(key: string): readonly WordPattern[] {
  return [
    statements(key, 0, {
      未发现有关问题: `{outside}(?:未发现|没有发现|未查出|未检查出|未指出|没有指出|未提出|不存在|没有|无(?![法力从]))(?:存在)?(?:(?!整改|套取|冒领|挪用|连续|落实|及时|按|资产|采购|经验|解决|处理)[^,:;未没无不]){0,24}问题(?!以外|外)`,
      未涉及部门预算审计和财会监督指出问题:
        "(?:未涉及|不涉及|没有涉及|未有|未被|未收到)(?:(?!整改|套取|冒领|挪用|连续|落实)[^,:;未没无不]){0,30}(?:指出|发现|提出|查出)[^,:;未没无不]{0,8}问题",
    }),
  ].flat();
}

/** So many problems, each of them to be put right in time: there are no others, and none is of another indicator. */
const between = "(?:(?!资产|采购|线索|下达|套取|冒领|挪用|截留)[^,:;未没无不\\d]){0,12}?";
const alone = "(?!.*(?:连续|屡|套取|冒领|挪用|截留|失职|未|没有|下属|所属|指标))";
const inTime = `(?:[^:;未没无不\\d]){0,12}?限期整改${alone}`;
const rectified: Readonly<Record<string, string>> = {
  审计指出1项问题并要求限期整改: `(?:指出|发现|提出)(?:了|存在)?{cnt}${between}问题(?!线索)${inTime}`,
  "审计指出问题1项，要求限期整改": `(?:指出|发现|提出)(?:了|存在)?${between}问题{is}{cnt}${inTime}`,
};

/** 预算执行: what was left over, and what auditors found. */
export const budgetExecutionRows = rowsUnder("管理效率", "预算执行", [
  {
    id: "carryover",
    alwaysApplies: true,
    name: "结转结余率",
    aliases: ["结余结转率"],
    weight: 2,
    clause: lines(
      "结余结转率=年末财政拨款结转和结余决算数/（年初财政拨款结转和结余收入决算数+一般公共预算财政拨款决算数+政府性基金预算财政拨款决算数）×100%",
      "    1.结余结转率≤10%的，得2分；",
      "    2.10%＜结余结转率≤20%的，得1分；",
      "    3.20%＜结余结转率≤30%的，得0.5分",
      "    3.结余结转率＞30%的，得0分。",
    ),
    criterion: {
      kind: "bands",
      measure: {
        of: "ratio",
        name: "结转结余率",
        part: "closing",
        whole: ["opening", "general", "fund"],
        standIn: "rate",
        zeroPart: true,
        own: "CARRYOVER",
        zeroWhole: "ask",
        zeroProblem: "年初结转和结余与财政拨款收入都是0，年末却有结转和结余，请核对。",
        aboveWhole: "remark",
      },
      percent: true,
      bands: [
        band(null, "<", "≤", 0.1, 2, "结余结转率≤10%的，得2分"),
        band(0.1, "<", "≤", 0.2, 1, "10%<结余结转率≤20%的，得1分"),
        band(0.2, "<", "≤", 0.3, 0.5, "20%<结余结转率≤30%的，得0.5分"),
        band(0.3, "<", "<", null, 0, "结余结转率>30%的，得0分"),
      ],
    },
    clauseKeys: { 结余结转率: "rate" },
    asks: [
      ask(
        "amount",
        "closing",
        "年末财政拨款结转和结余",
        "决算《财政拨款收入支出决算总表》",
        "年末财政拨款结转和结余决算数是多少万元？",
      ),
      ask(
        "amount",
        "opening",
        "年初财政拨款结转和结余",
        "决算《财政拨款收入支出决算总表》",
        "年初财政拨款结转和结余收入决算数是多少万元？",
      ),
      ask("amount", "general", "一般公共预算财政拨款收入决算数", "决算《财政拨款收入支出决算总表》"),
      ask(
        "amount",
        "fund",
        "政府性基金预算财政拨款收入决算数",
        "决算《财政拨款收入支出决算总表》",
        "政府性基金预算财政拨款收入决算数是多少万元？没有的填0。",
      ),
      ask("rate", "rate", "结转结余率（直接填写）", "决算报表", null, rangeStandIn),
    ],
    words: [
      figures("closing", {
        年末财政拨款结转和结余决算数为0: `年末${carried}${tail}{is}${nil}`,
        "年末财政拨款结转和结余决算数为12.5万元": `年末${carried}${tail}{is}{amt}`,
      }),
      statements("closing", 0, { 年末无财政拨款结转和结余: `年末(?:没有|无)${carried}(?!率)` }),
      figures("opening", {
        年初财政拨款结转和结余收入决算数为0: `年初${carried}${tail}{is}${nil}`,
        年初财政拨款结转和结余收入决算数为10万元: `年初${carried}${tail}{is}{amt}`,
      }),
      figures("general", {
        "一般公共预算财政拨款收入决算数为40402.77万元": `一般公共预算(?:财政)?拨款${tail}{is}{amt}`,
      }),
      figures("fund", {
        政府性基金预算财政拨款决算数为0: `政府性基金(?:预算)?(?:财政)?拨款${tail}{is}${nil}`,
        政府性基金预算财政拨款决算数为300万元: `政府性基金(?:预算)?(?:财政)?拨款${tail}{is}{amt}`,
      }),
      figures("rate", {
        "结转结余率为3.2%": `${carryoverName}{is}{pct}`,
        结转结余率为0: `${carryoverName}{is}${nil}`,
      }),
      repeatedBand("rate", carryoverName, ["结余结转率≤10%", "10%<结余结转率≤20%"]),
    ],
  },
  {
    id: "financialCompliance",
    name: "财务管理合规性",
    aliases: ["财务合规性", "财务管理合规"],
    weight: 2,
    clause: lines(
      "支出范围、程序、用途、核算应符合国家财经法规和财务管理制度及有关专项资金管理办法的规定，具体根据审计（以部门预算审计和专项审计为主）和财会监督意见采取扣分法评分：",
      "1.明确指出问题和处理意见的，并限期整改的，1项扣0.5分；",
      "2.未明确处理意见,属于因主管部门制度设计缺陷或失职等造成资金套取、冒领、挪用的，1项扣0.5分；",
      "3.连续两年对因业务主管部门责任引发的同一问题提出意见,或主管部门未落实相关审计和财会监督整改意见的,1项扣1分。",
      "根据上述扣分情况扣完为止，审计提出的下达期限、资产管理、采购等合规性在相应指标扣分，在此项指标不重复扣分。",
    ),
    criterion: {
      kind: "deduct",
      items: [
        { key: "rectify", each: 0.5, clause: "明确指出问题和处理意见的，并限期整改的，1项扣0.5分" },
        {
          key: "misuse",
          each: 0.5,
          clause: "因主管部门制度设计缺陷或失职等造成资金套取、冒领、挪用的，1项扣0.5分",
        },
        {
          key: "repeated",
          each: 1,
          clause: "连续两年对同一问题提出意见，或未落实相关审计和财会监督整改意见的，1项扣1分",
        },
      ],
      kept: { measured: "未发现问题", clause: "根据审计和财会监督意见采取扣分法评分" },
    },
    audited: true,
    clauseKeys: {
      明确指出问题和处理意见的并限期整改: "rectify",
      未明确处理意见属于因主管部门制度设计缺陷或失职等造成资金套取冒领挪用: "misuse",
      连续两年对因业务主管部门责任引发的同一问题提出意见或主管部门未落实相关审计和财会监督整改意见:
        "repeated",
    },
    asks: [
      ask(
        { count: "项" },
        "rectify",
        "明确处理意见并限期整改的问题",
        "审计报告、财会监督意见",
        "审计或财会监督明确指出问题、有处理意见并限期整改的有几项？",
      ),
      ask(
        { count: "项" },
        "misuse",
        "因制度缺陷或失职造成套取、冒领、挪用的问题",
        "审计报告、财会监督意见",
        "因制度设计缺陷或失职造成资金套取、冒领、挪用的有几项？",
      ),
      ask(
        { count: "项" },
        "repeated",
        "连续两年提出或未落实整改的问题",
        "审计报告、整改台账",
        "连续两年提出同一问题或未落实整改意见的有几项？",
      ),
    ],
    words: [
      ["rectify", "misuse", "repeated"].flatMap(noProblem),
      figures("rectify", rectified),
      statements("misuse", 0, rectified),
      statements("repeated", 0, rectified),
      statements("rectify", 0, {
        没有被要求限期整改的问题: "(?:没有|无|未)(?:存在)?(?:被)?(?:要求)?限期整改",
      }),
      statements("misuse", 0, {
        "不存在因制度缺陷造成资金套取、冒领、挪用的问题": "{none}{many}(?:套取|冒领|挪用)",
      }),
      statements("repeated", 0, { 没有连续两年被提出同一问题: "{none}{many}连续[两二]年" }),
    ],
  },
]);
