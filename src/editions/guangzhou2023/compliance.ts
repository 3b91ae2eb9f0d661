import { ask, lines, statement } from "../describe";
import type { UnnumberedRow, WordPattern } from "../edition";

function noProblem(key: string): readonly WordPattern[] {
  return [
    statement(
      key,
      0,
      "(?:未发现|没有发现|未查出|未检查出|未指出|没有指出|未提出|不存在|没有|无(?![法力从]))(?:存在)?(?:(?!整改|套取|冒领|挪用|连续|落实|及时|按|资产|采购|经验|解决|处理)[^,:;未没无不]){0,24}问题(?!以外|外)",
      "未发现有关问题",
    ),
    statement(
      key,
      0,
      "(?:未涉及|不涉及|没有涉及|未有|未被)(?:(?!整改|套取|冒领|挪用|连续|落实)[^,:;未没无不]){0,30}(?:指出|发现|提出|查出)[^,:;未没无不]{0,8}问题",
      "未涉及部门预算审计和财会监督指出问题",
    ),
  ];
}

/** 预算执行: what auditors found. */
export const complianceRows: readonly UnnumberedRow[] = [
  {
    id: "financialCompliance",
    level1: "管理效率",
    level2: "预算执行",
    name: "财务管理合规性",
    aliases: ["财务合规性", "财务管理合规"],
    part: 1,
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
    asks: [
      ask(
        "count",
        "rectify",
        "明确处理意见并限期整改的问题",
        "项",
        "审计报告、财会监督意见",
        "审计或财会监督明确指出问题、有处理意见并限期整改的有几项？",
      ),
      ask(
        "count",
        "misuse",
        "因制度缺陷或失职造成套取、冒领、挪用的问题",
        "项",
        "审计报告、财会监督意见",
        "因制度设计缺陷或失职造成资金套取、冒领、挪用的有几项？",
      ),
      ask(
        "count",
        "repeated",
        "连续两年提出或未落实整改的问题",
        "项",
        "审计报告、整改台账",
        "连续两年提出同一问题或未落实整改意见的有几项？",
      ),
    ],
    words: [
      ...["rectify", "misuse", "repeated"].flatMap(noProblem),
      statement(
        "misuse",
        0,
        "{none}{many}(?:套取|冒领|挪用)",
        "不存在因制度缺陷造成资金套取、冒领、挪用的问题",
      ),
      statement("repeated", 0, "{none}{many}连续[两二]年", "没有连续两年被提出同一问题"),
    ],
  },
];
