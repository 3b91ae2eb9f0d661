import { guangzhou2023 } from "../../src/editions/guangzhou2023/edition";

/** A 评分标准 as forms of several places print it, with what stands beside it. */
export interface PrintedClause {
  readonly indicator: string;
  readonly weight: number;
  readonly clause: string;
}

const others: readonly PrintedClause[] = [
  { indicator: "预算完成率", weight: 8, clause: "达到100%得满分，每低1%扣0.5分，扣完为止，低于60%不得分。" },
  { indicator: "公用经费控制率", weight: 6, clause: "100%以下（含）计6分，每超出1%扣1分，扣完为止。" },
  { indicator: "满意度", weight: 5, clause: "≥95%，得5分；≥90%，得3分；≥80%，得1分；低于80%不得分。" },
  {
    indicator: "资金到位率",
    weight: 4,
    clause: "资金到位率=实际到位资金/预算资金×100%。得分=资金到位率×分值。",
  },
  { indicator: "支付及时性", weight: 3, clause: "30天内得3分，31-60天得1分，60天以上不得分。" },
  {
    indicator: "资金使用合规性",
    weight: 4,
    clause: "每发现1项不合规扣0.5分，扣完为止；存在截留、挤占、挪用情况的，本项得0分。",
  },
  {
    indicator: "管理制度健全性",
    weight: 4,
    clause: "①有内部财务管理制度，2分；②有本部门厉行节约制度，1分；③制度得到有效执行，1分。",
  },
  { indicator: "长效机制", weight: 6, clause: "机制健全得6分，基本健全得4分，不健全不得分。" },
  { indicator: "绩效自评报送", weight: 2, clause: "按时报送绩效自评材料的，得满分，否则不得分。" },
  {
    indicator: "信息公开",
    weight: 3,
    clause:
      "1.按规定公开预算（1分）；\n2.按规定公开决算（1分）；\n3.每发现1处公开内容错误扣0.5分，扣完为止（1分）。",
  },
  {
    indicator: "预算调整率",
    weight: 5,
    clause: "预算调整率绝对值≤5%，得5分；＞5%的，每增加1%扣0.5分，扣完为止。",
  },
];

/** Those that the product holds, and others that are written otherwise. */
export const printedClauses: readonly PrintedClause[] = [
  ...guangzhou2023.rows.map(({ name, weight, clause }) => ({ indicator: name, weight, clause })),
  ...others,
];
