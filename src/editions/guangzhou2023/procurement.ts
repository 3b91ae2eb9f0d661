import { ask, figures, na, rowsUnder, standIn, statements } from "../describe";
import type { WordPattern } from "../edition";
import { zeroWhole } from "./ambiguities";

const controls = "采购内(?:部)?控(?:制)?(?:管理)?(?:制度|办法|规程|规范|规定|机制)";

export function noProcurement(key: string): readonly WordPattern[] {
  return statements(key, "不涉及", {
    本年度没有政府采购项目:
      "(?:没有|无|未发生|未开展|未实施|未进行|没有签订|未签订)(?:任何|的|政府){0,2}采购(?:项目|活动|业务|合同)(?=$|[,、])",
  });
}

/** 采购管理: intentions published, rules of one's own, no complaints. */
export const procurementRows = rowsUnder("管理效率", "采购管理", [
  {
    id: "intentionComplete",
    name: "采购意向公开合规性",
    aliases: ["采购意向公开完整性", "采购意向公开率", "采购意向公开"],
    weight: 0.5,
    clause: "采购意向100%公开的得满分，否则不得分。",
    criterion: {
      kind: "meet",
      condition: {
        of: "within",
        measure: {
          of: "ratio",
          name: "采购意向公开率",
          part: "published",
          whole: ["due"],
          standIn: "rate",
          zeroWhole,
          aboveWhole: "remark",
        },
        interval: { from: 1, fromIncluded: true, to: null, toIncluded: false },
      },
      clause: "采购意向100%公开的得满分，否则不得分",
    },
    procurement: true,
    clauseKeys: { 采购意向公开率: "rate" },
    asks: [
      ask(
        { count: "项" },
        "due",
        "应公开的采购意向",
        "采购系统",
        "应公开采购意向的项目有几项？没有采购的填“不涉及”并说明。",
        na,
      ),
      ask({ count: "项" }, "published", "已公开的采购意向", "采购系统", "已公开采购意向的项目有几项？"),
      ask("rate", "rate", "采购意向公开率（直接填写）", "采购系统", null, standIn),
    ],
    words: [
      figures("rate", {
        "采购意向公开率为100%": "采购意向(?:的)?(?:信息)?公开率{is}{pct}",
        "采购意向公开完整，公开比例100%":
          "采购意向公开(?:[^,:未没无不\\d]{0,6},(?:公开)?)?(?:比例|率){is}{pct}",
        "采购意向100%公开": "采购意向(?:信息)?(?:已|均){0,2}{pct}公开",
        "100%公开政府采购意向": "{pct}公开(?:了)?(?:政府)?采购意向",
      }),
      statements("rate", 1, {
        "应公开采购意向25项，全部公开":
          "应(?:当)?公开[^;未没无不]{0,24}?[,、](?:已)?(?:全部|均|都)(?:已)?(?:按要求|按规定|按时)?(?:予以)?公开",
      }),
      figures("due", {
        应公开采购意向20项: "应(?:当)?公开(?:的)?(?:政府)?(?:采购意向)?(?:的)?(?:项目)?{is}{cnt}",
      }),
      figures("published", {
        已公开20项: "(?:已|实际)公开(?:的)?(?:政府)?(?:采购意向)?(?:的)?(?:项目)?{is}{cnt}",
      }),
      noProcurement("due"),
    ],
  },
  {
    id: "intentionTiming",
    name: "采购意向公开合规性",
    aliases: ["采购意向公开时限", "采购意向公开及时性"],
    weight: 1.5,
    clause:
      "采购意向公开时限，原则不得晚于采购活动开始前30日。纳入部门预算支出范围的采购项目，预算单位应当在部门预算批复后40日内，在政府采购系统填报采购意向要素，各主管预算部门通过政府采购系统汇总本部门、本系统所有预算单位的采购意向（涉密信息除外）后，在部门预算批复后60日内予以公开。符合规定的，得满分，否则不得分。",
    criterion: {
      kind: "meet",
      condition: {
        of: "none",
        name: "采购意向公开时限",
        counts: ["lateBefore", "lateFiling", "latePublishing"],
        met: "采购意向均在规定时限内填报、公开",
        missed: "采购意向未在规定时限内公开",
      },
      clause: "采购活动开始前30日公开，预算批复后40日内填报、60日内公开，符合规定的得满分，否则不得分",
    },
    procurement: true,
    clauseKeys: { 采购意向公开合规性: "lateBefore" },
    asks: [
      ask(
        { count: "项" },
        "lateBefore",
        "距采购活动开始不足30日公开",
        "采购系统",
        "距采购活动开始不足30日才公开的有几项？没有采购的填“不涉及”并说明。",
        na,
      ),
      ask(
        { count: "项" },
        "lateFiling",
        "预算批复后超过40日填报",
        "采购系统；批复日期",
        "预算批复后超过40日才填报的有几项？",
      ),
      ask(
        { count: "项" },
        "latePublishing",
        "预算批复后超过60日公开",
        "采购系统；批复日期",
        "预算批复后超过60日才公开的有几项？",
      ),
    ],
    words: [
      noProcurement("lateBefore"),
      statements("lateBefore", 0, {
        采购意向均在采购活动开始前30日公开:
          "{all}[^,未没无]{0,12}采购活动(?:开始|开展)?(?:前|之前)?(?:不少于|不晚于|至少|提前)?(?:30|三十)[日天](?:以上|前)?[^,未没无不]{0,6}公开",
        公开时间不晚于采购活动开始前30日:
          "公开(?:时间)?(?:均)?不晚于采购活动(?:开始|开展)?前(?:30|三十)[日天]",
        采购意向公开均满足提前30日的要求:
          "公开(?:时间)?(?:均|全部)(?:满足|符合)(?:采购活动(?:开始|开展)?前|提前)(?:30|三十)[日天](?:公开)?的?要求",
      }),
      figures("lateBefore", {
        "1项采购意向距采购活动开始仅21日，不足30日公开":
          "{cnt}采购意向[^,:未没无]{0,20}(?:,[^,:未没无]{0,6})?不足(?:30|三十)[日天]",
      }),
      statements("lateFiling", 0, {
        采购意向要素均在部门预算批复后40日内填报:
          "批复(?:之日起|后)?(?:40|四十)[日天](?:以)?内[^,未没无不]{0,16}填报",
      }),
      statements("latePublishing", 0, {
        采购意向均在部门预算批复后60日内公开:
          "批复(?:之日起|后)?(?:60|六十)[日天](?:以)?内[^,未没无不]{0,10}公开",
        "预算批复后40日内填报、60日内公开":
          "批复(?:之日起|后)?(?:40|四十)[日天](?:以)?内[^,未没无不]{0,16}填报[^,、未没无不]{0,8}[,、](?:在|于)?(?:60|六十)[日天](?:以)?内(?:予以)?公开",
      }),
      figures("latePublishing", {
        "2项采购意向在部门预算批复后超过60日公开":
          "{cnt}采购意向[^,:未没无不]{0,12}批复后?(?:超过?|晚于)(?:60|六十)[日天](?:才|后)?(?:予以)?公开",
      }),
    ],
  },
  {
    id: "procurementControls",
    name: "采购内控制度建设",
    aliases: ["采购内部控制制度建设", "政府采购内控制度建设"],
    weight: 1,
    clause: "部门建立政府采购内部控制管理制度，得1分，否则不得分。",
    criterion: {
      kind: "meet",
      condition: {
        of: "yes",
        name: "采购内控制度",
        answers: [
          { key: "exists", met: "已建立政府采购内部控制管理制度", missed: "未建立政府采购内部控制管理制度" },
        ],
      },
      clause: "部门建立政府采购内部控制管理制度，得1分，否则不得分",
    },
    procurement: true,
    document: "采购内部控制制度",
    clauseKeys: { 部门建立政府采购内部控制管理制度: "exists" },
    asks: [ask("answer", "exists", "是否建立政府采购内部控制管理制度", "制度文件")],
    words: [
      statements("exists", "是", {
        已按要求建立政府采购内部控制管理制度: `{own}{has}[^,未没无不]{0,40}?${controls}`,
        采购内控制度已建立: `${controls}(?:均|已|均已)(?:按要求|按规定)?(?:建立|制定|出台|印发|健全)`,
      }),
      statements("exists", "否", {
        没有建立政府采购内部控制管理制度: `(?:未|没有|无)(?:能)?(?:建立|制定|出台|印发)?(?:健全)?(?:本?部门)?(?:的)?(?:政府)?${controls}`,
      }),
    ],
  },
  {
    id: "procurementCompliance",
    name: "采购活动合规性",
    aliases: ["采购合规性", "政府采购活动合规性"],
    weight: 2,
    clause: "采购投诉处理，经财政部门查证认定属于采购人责任投诉事项成立的，发现1例扣1分，扣完为止。",
    criterion: {
      kind: "deduct",
      items: [
        {
          key: "complaints",
          each: 1,
          clause: "经财政部门查证认定属于采购人责任投诉事项成立的，发现1例扣1分，扣完为止",
        },
      ],
      kept: { measured: "没有认定成立的采购人责任投诉", clause: "发现1例扣1分，扣完为止" },
    },
    procurement: true,
    audited: true,
    clauseKeys: { 采购投诉处理经财政部门查证认定属于采购人责任投诉事项成立: "complaints" },
    asks: [
      ask(
        { count: "例" },
        "complaints",
        "认定成立的采购人责任投诉",
        "投诉处理决定书",
        "经财政部门认定成立的采购人责任投诉有几例？",
      ),
    ],
    words: [
      statements("complaints", 0, {
        没有相关投诉情况: "{none}{many}投诉(?!渠道|处理|答复|制度|机制|回应|电话|信箱|途径)",
        投诉事项均不成立:
          "投诉(?:事项)?{all}?(?:经(?:财政部门)?(?:查证)?)?(?:被)?(?:认定(?:为)?)?(?:均|都)?不成立",
      }),
      figures("complaints", {
        经财政部门认定采购人责任投诉成立1例:
          "(?:认定|查证|^|[,、:])(?:(?![例起件宗]投诉)[^未没无不;]){0,24}投诉(?:事项)?成立(?:的)?{is}{cnt}",
        "收到投诉3起，其中成立1起": "投诉[^,:未没无不]{0,6},其中(?:认定)?(?:查证)?成立(?:的)?{is}{cnt}",
        "1起采购投诉经财政部门认定成立": "{cnt}(?:政府)?(?:采购)?投诉(?:事项)?[^,未没无不]{0,28}成立",
        经认定成立的采购人责任投诉1例:
          "(?:认定|查证)(?:属于)?[^,未没无不]{0,10}成立的?[^,未没无不]{0,8}投诉(?:事项)?{is}{cnt}",
      }),
    ],
  },
]);
