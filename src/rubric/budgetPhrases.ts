import type { Phrase } from "../rules/phrase";
import { bands, figure, statement } from "./phraseWords";

const carried = "(?:财政拨款|资金|的)?(?:结转和结余|结余和结转|结转结余|结余结转|结转及结余|结转、结余)";
const tail = "(?:资金)?(?:收入)?(?:决算数|决算|金额|余额|数|额)?";
const nil = "(0(?:\\.0{1,4})?(?:万?元)?)(?![%万亿]|[.,]?\\d)";
const carryoverName = "(?:结转结余|结余结转|结转和结余)率";

/** 预算编制, 预算执行, 信息公开: rows 6 to 10. */
export const budgetPhrases: readonly Phrase[] = [
  ...["经常性", "一次性"].map((kind) =>
    statement(
      `preEvaluation.${kind === "经常性" ? "recurrent" : "oneOff"}`,
      "不涉及",
      // 新增项目 without a kind names both.
      `(?:没有|无|未)(?:申请|申报|发生)?(?:的)?新增(?:(?:预算|二级|入库|支出){0,3}项目|(?:(?!${kind}|评估)[^,:;]){0,60}?${kind}(?:二级)?(?:预算)?项目)(?![^,]{0,20}未)`,
      "没有新增预算金额超过1000万元（含）的新增经常性二级项目、预算金额超过3000万元（含）的新增一次性二级项目",
    ),
  ),
  statement(
    "preEvaluation.unassessed",
    0,
    "{all}(?:已)?(?:按要求|按规定)?(?:已)?(?:开展|进行|完成)(?:了)?[^,未没无不]{0,16}事前绩效评估",
    "均已按要求开展预算项目事前绩效评估",
  ),
  figure(
    "preEvaluation.unassessed",
    "(?:未|没有)(?:按要求|按规定)?(?:开展|进行)(?:事前)?(?:绩效)?评估的?(?:项目)?{is}{cnt}",
    "未开展事前绩效评估的项目1个",
  ),
  figure("carryover.closing", `年末${carried}${tail}{is}${nil}`, "年末财政拨款结转和结余决算数为0"),
  figure("carryover.closing", `年末${carried}${tail}{is}{amt}`, "年末财政拨款结转和结余决算数为12.5万元"),
  statement("carryover.closing", 0, `年末(?:没有|无)${carried}(?!率)`, "年末无财政拨款结转和结余"),
  figure("carryover.opening", `年初${carried}${tail}{is}${nil}`, "年初财政拨款结转和结余收入决算数为0"),
  figure("carryover.opening", `年初${carried}${tail}{is}{amt}`, "年初财政拨款结转和结余收入决算数为10万元"),
  figure(
    "carryover.general",
    `一般公共预算(?:财政)?拨款${tail}{is}{amt}`,
    "一般公共预算财政拨款收入决算数为40402.77万元",
  ),
  figure(
    "carryover.fund",
    `政府性基金(?:预算)?(?:财政)?拨款${tail}{is}${nil}`,
    "政府性基金预算财政拨款决算数为0",
  ),
  figure(
    "carryover.fund",
    `政府性基金(?:预算)?(?:财政)?拨款${tail}{is}{amt}`,
    "政府性基金预算财政拨款决算数为300万元",
  ),
  figure("carryover.rate", `${carryoverName}{is}{pct}`, "结转结余率为3.2%"),
  figure("carryover.rate", `${carryoverName}{is}${nil}`, "结转结余率为0"),
  ...bands("carryover.rate", carryoverName, "结余结转率≤10%"),
  ...["rectify", "misuse", "repeated"].flatMap((key): readonly Phrase[] => [
    statement(
      `financialCompliance.${key}`,
      0,
      "(?:未发现|没有发现|未查出|未检查出|未指出|没有指出|未提出|不存在|没有|无(?![法力从]))(?:存在)?(?:(?!整改|套取|冒领|挪用|连续|落实|及时|按|资产|采购|经验|解决|处理)[^,:;未没无不]){0,24}问题(?!以外|外)",
      "未发现有关问题",
    ),
    statement(
      `financialCompliance.${key}`,
      0,
      "(?:未涉及|不涉及|没有涉及|未有|未被)(?:(?!整改|套取|冒领|挪用|连续|落实)[^,:;未没无不]){0,30}(?:指出|发现|提出|查出)[^,:;未没无不]{0,8}问题",
      "未涉及部门预算审计和财会监督指出问题",
    ),
  ]),
  statement(
    "financialCompliance.misuse",
    0,
    "{none}{many}(?:套取|冒领|挪用)",
    "不存在因制度缺陷造成资金套取、冒领、挪用的问题",
  ),
  statement("financialCompliance.repeated", 0, "{none}{many}连续[两二]年", "没有连续两年被提出同一问题"),
  statement(
    "budgetDisclosure.secret",
    "是",
    "(?:我局|本部门|本单位|我单位)(?:为|属于?|是)涉密(?:部门|单位)",
    "本部门为涉密部门",
  ),
  statement(
    "budgetDisclosure.secret",
    "否",
    "(?:我局|本部门|本单位|我单位)(?:为|属于?|是)非涉密(?:部门|单位)",
    "本部门为非涉密部门",
  ),
  ...["budgetIssues", "finalIssues"].map((key) => {
    const name = key === "budgetIssues" ? "预(?:算|决算|算[、和及]决算)" : "(?:预?决算|预算[、和及]决算)";
    return statement(
      `budgetDisclosure.${key}`,
      0,
      `${name}公开[^,:;未没无不]{0,16}检查[^,:;未没无不]{0,8}(?:未发现|没有发现)(?:存在)?(?:任何|有关|相关)?问题`,
      "预决算公开专项检查未发现问题",
    );
  }),
  statement(
    "performanceDisclosure.goals",
    "是",
    "绩效目标(?:(?!自评|评价)[^,:未没无不否]){0,20}?(?:[、和及与](?:绩效)?自评(?:资料|情况|报告|材料|结果)?[^,:未没无不否]{0,10}?)?{time}~公开",
    "绩效目标设置情况已随部门预算按时公开",
  ),
  statement(
    "performanceDisclosure.selfEvaluation",
    "是",
    "自评(?:资料|情况|报告|材料|结果|表)?~{time}~公开",
    "绩效自评情况已随决算按时公开",
  ),
  statement(
    "performanceDisclosure.goals",
    "是",
    "{time}公开(?:了)?(?:部门|整体|项目|预算){0,3}绩效目标",
    "已按规定时间公开绩效目标和绩效自评资料",
  ),
  statement(
    "performanceDisclosure.selfEvaluation",
    "是",
    "{time}公开(?:了)?(?:(?:部门|整体|项目|预算){0,3}绩效目标(?:情况|表)?[、和及与])?(?:部门|整体|支出|绩效){0,3}自评",
    "已按规定时间公开绩效目标和绩效自评资料",
  ),
  statement(
    "performanceDisclosure.goals",
    "否",
    "绩效目标(?:(?!自评|评价)[^,:未没无不否]){0,12}?(?:未|没有)(?:能)?(?:在|按|及时|规定|时间|时限|内|时){0,5}公开",
    "绩效目标未按时公开",
  ),
  statement(
    "performanceDisclosure.selfEvaluation",
    "否",
    "自评(?:资料|情况|报告|材料|结果|表)?[^,:未没无不否]{0,8}?(?:未|没有)(?:能)?(?:在|按|及时|规定|时间|时限|内|时){0,5}公开",
    "绩效自评资料未按时公开",
  ),
];
