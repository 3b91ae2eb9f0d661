import type { Phrase } from "../rules/phrase";
import { bands, figure, offer, statement } from "./phraseWords";

const noProcurement =
  "(?:没有|无|未发生|未开展|未实施|未进行)(?:任何|的|政府){0,2}采购(?:项目|活动|业务|合同)(?=$|[,、])";
const controls = "采购内(?:部)?控(?:制)?(?:管理)?(?:制度|办法|规程|规范|规定|机制)";
const intention = "采购意向";
const smallFirms = "(?:(?!预留|预算)[^,:;0-9]){0,28}?";

/** 采购管理: rows 14 to 20. */
export const procurementPhrases: readonly Phrase[] = [
  figure("intentionComplete.rate", `${intention}(?:的)?(?:信息)?公开率{is}{pct}`, "采购意向公开率为100%"),
  figure("intentionComplete.rate", `${intention}(?:信息)?(?:已|均){0,2}{pct}公开`, "采购意向100%公开"),
  figure("intentionComplete.rate", `{pct}公开(?:了)?(?:政府)?${intention}`, "100%公开政府采购意向"),
  figure(
    "intentionComplete.due",
    `应(?:当)?公开(?:的)?(?:政府)?(?:采购意向)?(?:的)?(?:项目)?{is}{cnt}`,
    "应公开采购意向20项",
  ),
  figure(
    "intentionComplete.published",
    `(?:已|实际)公开(?:的)?(?:政府)?(?:采购意向)?(?:的)?(?:项目)?{is}{cnt}`,
    "已公开20项",
  ),
  ...[
    "intentionComplete.due",
    "intentionTiming.lateBefore",
    "contractSigning.contracts",
    "contractFiling.due",
  ].map((id) => statement(id, "不涉及", noProcurement, "本年度没有政府采购项目")),
  statement(
    "intentionTiming.lateBefore",
    0,
    "{all}[^,未没无]{0,12}采购活动(?:开始|开展)?(?:前|之前)?(?:不少于|不晚于|至少|提前)?(?:30|三十)[日天](?:以上|前)?[^,未没无不]{0,6}公开",
    "采购意向均在采购活动开始前30日公开",
  ),
  statement(
    "intentionTiming.lateFiling",
    0,
    "{all}[^,未没无不]{0,12}批复(?:之日起|后)?(?:40|四十)[日天](?:以)?内[^,未没无不]{0,16}填报",
    "采购意向要素均在部门预算批复后40日内填报",
  ),
  statement(
    "intentionTiming.latePublishing",
    0,
    "{all}[^,未没无不]{0,12}批复(?:之日起|后)?(?:60|六十)[日天](?:以)?内[^,未没无不]{0,10}公开",
    "采购意向均在部门预算批复后60日内公开",
  ),
  statement(
    "procurementControls.exists",
    "是",
    `{own}{has}[^,未没无不]{0,40}?${controls}`,
    "已按要求建立政府采购内部控制管理制度",
  ),
  statement(
    "procurementControls.exists",
    "是",
    `${controls}(?:均|已|均已)(?:按要求|按规定)?(?:建立|制定|出台|印发|健全)`,
    "采购内控制度已建立",
  ),
  statement(
    "procurementControls.exists",
    "否",
    `(?:未|没有|无)(?:能)?(?:建立|制定|出台|印发)?(?:健全)?(?:本?部门)?(?:的)?(?:政府)?${controls}`,
    "没有建立政府采购内部控制管理制度",
  ),
  statement(
    "procurementCompliance.complaints",
    0,
    "{none}{many}投诉(?!渠道|处理|答复|制度|机制|回应|电话|信箱|途径)",
    "没有相关投诉情况",
  ),
  statement(
    "procurementCompliance.complaints",
    0,
    "投诉(?:事项)?{all}(?:经(?:财政部门)?(?:查证)?)?(?:被)?(?:认定(?:为)?)?不成立",
    "投诉事项均不成立",
  ),
  figure(
    "procurementCompliance.complaints",
    "(?:认定|查证)[^,未没无不]{0,20}投诉(?:事项)?成立(?:的)?{is}{cnt}",
    "经财政部门认定采购人责任投诉成立1例",
  ),
  figure(
    "procurementCompliance.complaints",
    "(?:认定|查证)(?:属于)?[^,未没无不]{0,10}成立的?[^,未没无不]{0,8}投诉(?:事项)?{is}{cnt}",
    "经认定成立的采购人责任投诉1例",
  ),
  figure("contractSigning.rate", "(?:签订)?及时率{is}{pct}", "经查系统，我局及时率约95%"),
  ...bands("contractSigning.rate", "(?:合同)?(?:签订)?及时率", "合同签订及时率≥90%"),
  figure(
    "contractSigning.inTime",
    "(?:30|三十)[日天](?:以)?内(?:按时|及时)?(?:完成)?签订(?:的)?(?:政府采购)?(?:合同)?(?:项目)?(?:数)?{is}{cnt}",
    "30日内签订合同38个",
  ),
  figure(
    "contractSigning.contracts",
    "(?:(?:^|[^内时])共?签订(?:政府)?(?:采购)?合同|合同总数|合同项目总数|总项目数)(?:项目)?(?:数)?{is}{cnt}",
    "全年共签订政府采购合同40个",
  ),
  figure("contractFiling.due", "应备案(?:公开)?(?:的)?(?:采购)?合同(?:数)?{is}{cnt}", "应备案合同40个"),
  figure(
    "contractFiling.late",
    "(?:超过?|晚于)2个工作日(?:才|后|的)?(?:备案|公开|备案公开)(?:的)?(?:采购)?(?:合同)?{is}{cnt}",
    "超过2个工作日备案的合同1个",
  ),
  statement(
    "contractFiling.inTime",
    "是",
    "{all}[^,未没无不]{0,16}(?:2|两|二)个工作日(?:以)?内[^,未没无不]{0,16}(?:备案|公开)",
    "采购合同均在签订之日起2个工作日内备案公开",
  ),
  statement(
    "contractFiling.inTime",
    "否",
    "合同[^,未没无不]{0,6}(?:未|没有)(?:能)?(?:及时|按时|在规定时[间限]内|在2个工作日内)[^,未没无不]{0,4}备案",
    "采购合同未及时备案",
  ),
  offer("contractFiling.inTime", "否", "(?:得0分|不得分|得零分)", "此项由市财政局直接提供数据，此项得0分"),
  offer("contractFiling.inTime", "是", "(?:得满分|得1分)", "此项由财政部门提供数据，得满分"),
  figure(
    "procurementPolicy.actual",
    `实际(?:完成|授予|面向|采购|执行|支出)?(?:面向)?${smallFirms}{is}{amt}`,
    "实际完成1177.22万元",
  ),
  figure(
    "procurementPolicy.actual",
    `授予(?:给)?中小企业${smallFirms}{is}{amt}`,
    "授予中小企业的合同金额为66,820.9万元",
  ),
  figure(
    "procurementPolicy.actual",
    "面向中小企业(?:的)?采购(?:合同)?(?:金额|总额)?{is}{amt}",
    "面向中小企业采购1177.22万元",
  ),
  figure(
    "procurementPolicy.actual",
    "(?:^|[,、])(?:已)?(?:完成|执行)(?:采购)?(?:金额)?{is}{amt}",
    "预留1045.73万元，完成1177.22万元",
  ),
  figure(
    "procurementPolicy.reserved",
    "(?:^|[^际成行])预留(?:(?!实际|授予|完成|执行|采购了)[^,:;0-9]){0,24}?{is}{amt}",
    "为中小企业预留采购份额为1045.73万元",
  ),
  statement(
    "procurementPolicy.reserved",
    "不涉及",
    "(?:没有|无)(?:为|面向)?(?:中小企业)?预留(?:的)?(?:采购)?(?:份额|金额|项目|预算)",
    "预算编制时没有面向中小企业预留采购份额",
  ),
];
