import {
  ask,
  band,
  figures,
  lines,
  na,
  offers,
  rangeStandIn,
  repeatedBand,
  rowsUnder,
  standIn,
  statements,
} from "../describe";
import { zeroWhole } from "./ambiguities";
import { noProcurement } from "./procurement";

const smallFirms = "(?:(?!预留|预算)[^,:;0-9]){0,28}?";

/** 采购管理: contracts signed and filed in time, shares for small enterprises. */
export const contractRows = rowsUnder("管理效率", "采购管理", [
  {
    id: "contractSigning",
    name: "采购合同签订时效性",
    aliases: ["合同签订时效性", "采购合同签订及时性", "合同签订及时率"],
    weight: 3,
    clause: lines(
      "1.预算单位与中标、成交供应商应当在中标、成交通知书发出之日起三十日内，按照采购文件确定的事项签订政府采购合同。",
      "2.合同签订及时率=在规定时限内签订合同项目数/总项目数。",
      "合同签订及时率=100%，得3分；",
      "90%≤合同签订及时率<100%，得2分；",
      "80%≤合同签订及时率<90%，得1分；",
      "合同签订及时率<80%，不得分。",
    ),
    criterion: {
      kind: "bands",
      measure: {
        of: "ratio",
        name: "合同签订及时率",
        part: "inTime",
        whole: ["contracts"],
        standIn: "rate",
        zeroWhole,
      },
      percent: true,
      bands: [
        band(null, "<", "<", 0.8, 0, "合同签订及时率<80%，不得分"),
        band(0.8, "≤", "<", 0.9, 1, "80%≤合同签订及时率<90%，得1分"),
        band(0.9, "≤", "<", 1, 2, "90%≤合同签订及时率<100%，得2分"),
        band(1, "≤", "≤", 1, 3, "合同签订及时率=100%，得3分"),
      ],
    },
    procurement: true,
    clauseKeys: { 合同签订及时率: "rate" },
    asks: [
      ask(
        { count: "个" },
        "inTime",
        "30日内签订的合同",
        "财政提供；采购系统",
        "中标、成交通知书发出后30日内签订的合同有几个？",
      ),
      ask(
        { count: "个" },
        "contracts",
        "合同总数",
        "财政提供；采购系统",
        "合同项目总数有几个？没有采购的填“不涉及”并说明。",
        na,
      ),
      ask("rate", "rate", "合同签订及时率（财政部门提供）", "财政提供", null, rangeStandIn),
    ],
    words: [
      noProcurement("contracts"),
      figures("rate", { "经查系统，我局及时率约95%": "(?:签订)?及时率{is}{pct}" }),
      statements("rate", 1, {
        所有合同均在三十日内签订:
          "{all}[^,;:未没无不]{0,24}(?:30|三十)[日天](?:以)?内[^,;:未没无不]{0,6}签订",
        三十日内均已签订: "(?:30|三十)[日天](?:以)?内(?:均|全部)(?:已)?(?:完成)?签订",
        采购合同均在规定时限内签订: "合同{all}(?:已)?(?:在|于)规定(?:的)?(?:时限|期限|时间)内(?:完成)?签订",
      }),
      repeatedBand("rate", "(?:合同)?(?:签订)?及时率", ["合同签订及时率≥90%", "90%≤及时率<100%"]),
      figures("inTime", {
        "30日内签订合同38个":
          "(?:30|三十)[日天](?:以)?内(?:按时|及时)?(?:完成)?签订(?:的)?(?:政府采购)?(?:合同)?(?:项目)?(?:数)?{is}{cnt}",
      }),
      figures("contracts", {
        全年共签订政府采购合同40个:
          "(?:(?:^|[^内时])共?签订(?:政府)?(?:采购)?合同|合同总数|合同项目总数|总项目数)(?:项目)?(?:数)?{is}{cnt}",
      }),
    ],
  },
  {
    id: "contractFiling",
    name: "合同备案时效性",
    aliases: ["采购合同备案时效性", "合同备案及时性"],
    weight: 1,
    clause:
      "合同备案公开，自合同签订之日起2个工作日内在“广东省政府采购网”备案公开，符合规定的得满分，否则不得分。",
    criterion: {
      kind: "meet",
      condition: {
        of: "none",
        name: "合同备案公开",
        whole: "due",
        counts: ["late"],
        zeroWhole,
        standIn: "inTime",
        met: "合同均在2个工作日内备案公开",
        missed: "合同未按规定时限备案公开",
      },
      clause: "自合同签订之日起2个工作日内备案公开，符合规定的得满分，否则不得分",
    },
    procurement: true,
    clauseKeys: { 合同备案公开自合同签订之日起2个工作日内在广东省政府采购网备案公开符合规定: "inTime" },
    asks: [
      ask(
        { count: "个" },
        "due",
        "应备案的合同",
        "财政提供；采购系统",
        "应备案公开的合同有几个？没有采购的填“不涉及”并说明。",
        na,
      ),
      ask(
        { count: "个" },
        "late",
        "超过2个工作日备案的合同",
        "财政提供；采购系统",
        "超过2个工作日才备案公开的合同有几个？",
      ),
      ask(
        "answer",
        "inTime",
        "是否全部及时备案（财政部门提供）",
        "财政提供",
        "财政部门提供的结果是否符合规定？",
        standIn,
      ),
    ],
    words: [
      noProcurement("due"),
      figures("due", { 应备案合同40个: "应备案(?:公开)?(?:的)?(?:采购)?合同(?:数)?{is}{cnt}" }),
      figures("late", {
        超过2个工作日备案的合同1个:
          "(?:超过?|晚于)2个工作日(?:才|后|的)?(?:备案|公开|备案公开)(?:的)?(?:采购)?(?:合同)?{is}{cnt}",
        其中2份超过2个工作日备案:
          "{cnt}(?:采购)?(?:合同)?(?:均)?(?:超过?|晚于|未在|未能在)(?:2|两|二)个工作日(?:内)?(?:才|后)?(?:完成)?(?:备案|公开)",
      }),
      statements("inTime", "是", {
        采购合同均在签订之日起2个工作日内备案公开:
          "{all}[^,未没无不]{0,16}(?:2|两|二)个工作日(?:以)?内[^,未没无不]{0,16}(?:备案|公开)",
      }),
      statements("inTime", "否", {
        采购合同未及时备案:
          "合同[^,未没无不]{0,6}(?:未|没有)(?:能)?(?:及时|按时|在规定时[间限]内|在2个工作日内)[^,未没无不]{0,4}备案",
      }),
      offers("inTime", "否", { "此项由市财政局直接提供数据，此项得0分": "(?:得0分|不得分|得零分)" }),
      offers("inTime", "是", { "此项由财政部门提供数据，得满分": "(?:得满分|得1分)" }),
    ],
  },
  {
    id: "procurementPolicy",
    name: "采购政策效能",
    aliases: ["政府采购政策效能"],
    weight: 1,
    clause: lines(
      "按照《政府采购促进中小企业发展管理办法》要求为中小企业预留采购份额。数值=（实际面向中小企业采购金额合计数/预算编制时部门预留金额合计数）×100%。",
      "评分=数值×分值。",
    ),
    criterion: {
      kind: "ratio",
      measure: {
        of: "ratio",
        name: "面向中小企业采购金额与预留金额之比",
        part: "actual",
        whole: ["reserved"],
        zeroWhole,
        capped: true,
      },
      clause: "评分=数值×分值",
    },
    procurement: true,
    purchases: ["actual", "reserved"],
    clauseKeys: { 数值: "actual" },
    asks: [
      ask(
        "amount",
        "actual",
        "实际面向中小企业采购金额",
        "中小企业预留执行报送表",
        "实际面向中小企业采购金额合计多少万元？",
      ),
      ask(
        "amount",
        "reserved",
        "预算编制时预留金额",
        "中小企业预留执行报送表",
        "预算编制时为中小企业预留金额合计多少万元？没有预留的填“不涉及”并说明。",
        na,
      ),
    ],
    words: [
      figures("actual", {
        "实际完成1177.22万元": `实际(?:完成|授予|面向|采购|执行|支出)?(?:面向)?${smallFirms}{is}{amt}`,
        "授予中小企业的合同金额为66,820.9万元": `授予(?:给)?中小企业${smallFirms}{is}{amt}`,
        "面向中小企业采购1177.22万元": "面向中小企业(?:的)?采购(?:合同)?(?:金额|总额)?{is}{amt}",
        "预留1045.73万元，完成1177.22万元": "(?:^|[,、])(?:已)?(?:完成|执行)(?:采购)?(?:金额)?{is}{amt}",
      }),
      figures("reserved", {
        "为中小企业预留采购份额为1045.73万元":
          "(?:^|[^际成行])预留(?:(?!实际|授予|完成|执行|采购了)[^,:;0-9]){0,24}?{is}{amt}",
      }),
    ],
  },
]);
