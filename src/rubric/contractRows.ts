import { bandScale } from "../rules/bands";
import { linearScale } from "../rules/linear";
import { measuredRule } from "../rules/measuredRule";
import { meetScale } from "../rules/meet";
import { noneCondition } from "../rules/noneCondition";
import { numberOnly } from "../rules/numberOnly";
import { ratioMeasure } from "../rules/ratio";
import { bandsOfClause } from "./bandsOfClause";
import { example } from "./example";
import { factSpecs } from "./factSpecs";
import { lines } from "./lines";
import type { RubricRow } from "./rubric";

/** 采购管理: contracts signed and filed in time, shares for small enterprises. */

const signingClause = lines(
  "1.预算单位与中标、成交供应商应当在中标、成交通知书发出之日起三十日内，按照采购文件确定的事项签订政府采购合同。",
  "2.合同签订及时率=在规定时限内签订合同项目数/总项目数。",
  "合同签订及时率=100%，得3分；",
  "90%≤合同签订及时率<100%，得2分；",
  "80%≤合同签订及时率<90%，得1分；",
  "合同签订及时率<80%，不得分。",
);

export const contractRows: readonly Omit<RubricRow, "number">[] = [
  {
    id: "contractSigning",
    level1: "管理效率",
    level2: "采购管理",
    name: "采购合同签订时效性",
    aliases: ["合同签订时效性", "采购合同签订及时性", "合同签订及时率"],
    part: 1,
    weight: 3,
    clause: signingClause,
    rule: measuredRule(
      ratioMeasure({
        name: "合同签订及时率",
        facts: factSpecs.contractSigning,
        part: "inTime",
        whole: "contracts",
        standIn: "rate",
      }),
      bandScale("合同签订及时率", bandsOfClause(signingClause)),
      [
        example("100%", 3, 3, { rate: 1 }),
        example("差一点到100%", 3, 2, { rate: 0.9999 }),
        example("95%", 3, 2, { rate: 0.95 }),
        example("正好90%", 3, 2, { rate: 0.9 }),
        example("差一点到90%", 3, 1, { rate: 0.8999 }),
        example("正好80%", 3, 1, { rate: 0.8 }),
        example("差一点到80%", 3, 0, { rate: 0.7999 }),
        example("20个里18个及时，正好90%", 3, 2, { inTime: 18, contracts: 20 }),
        example("及时的比总数多", 3, "missing", { inTime: 21, contracts: 20 }),
        example("没有采购，有理由", 3, "notApplicable", { contracts: "不涉及" }),
        example("只知道合同总数", 3, "missing", { contracts: 20 }),
        example("分值改为2分，按评分标准计、不超过分值", 2, 2, { rate: 1 }),
      ],
    ),
  },
  {
    id: "contractFiling",
    level1: "管理效率",
    level2: "采购管理",
    name: "合同备案时效性",
    aliases: ["采购合同备案时效性", "合同备案及时性"],
    part: 1,
    weight: 1,
    clause:
      "合同备案公开，自合同签订之日起2个工作日内在“广东省政府采购网”备案公开，符合规定的得满分，否则不得分。",
    rule: measuredRule(
      noneCondition({
        name: "合同备案公开",
        facts: factSpecs.contractFiling,
        whole: "due",
        counts: ["late"],
        standIn: "inTime",
        words: { met: "合同均在2个工作日内备案公开", missed: "合同未按规定时限备案公开" },
      }),
      meetScale("自合同签订之日起2个工作日内备案公开，符合规定的得满分，否则不得分"),
      [
        example("都及时", 1, 1, { due: 12, late: 0 }),
        example("1个超期", 1, 0, { due: 12, late: 1 }),
        example("财政部门提供：不符合", 1, 0, { inTime: "否" }),
        example("财政部门提供：符合", 1, 1, { inTime: "是" }),
        example("没有采购，有理由", 1, "notApplicable", { due: "不涉及" }),
        example("超期的比应备案的多", 1, "missing", { due: 1, late: 2 }),
        example("应备案0个，没有理由", 1, "missing", { due: 0, late: 0 }),
        example("只知道应备案数", 1, "missing", { due: 12 }),
      ],
    ),
  },
  {
    id: "procurementPolicy",
    level1: "管理效率",
    level2: "采购管理",
    name: "采购政策效能",
    aliases: ["政府采购政策效能"],
    part: 1,
    weight: 1,
    clause: lines(
      "按照《政府采购促进中小企业发展管理办法》要求为中小企业预留采购份额。数值=（实际面向中小企业采购金额合计数/预算编制时部门预留金额合计数）×100%。",
      "评分=数值×分值。",
    ),
    rule: measuredRule(
      numberOnly(
        ratioMeasure({
          name: "面向中小企业采购金额与预留金额之比",
          facts: factSpecs.procurementPolicy,
          part: "actual",
          whole: "reserved",
          capped: true,
        }),
      ),
      linearScale("评分=数值×分值"),
      [
        example("112.57%，以分值封顶", 1, 1, { actual: 1177.22, reserved: 1045.73 }),
        example("正好100%", 1, 1, { actual: 1000, reserved: 1000 }),
        example("97.3%", 1, 0.973, { actual: 973, reserved: 1000 }),
        example("没有采购", 1, 0, { actual: 0, reserved: 1000 }),
        example("没有预留，有理由", 1, "notApplicable", { actual: 0, reserved: "不涉及" }),
        example("预留为0，没有理由", 1, "missing", { actual: 0, reserved: 0 }),
      ],
    ),
  },
];
