import type { GoalColumns } from "./form";

/** A target, what was achieved, and what goes with them. */
type GoalTitle = keyof GoalColumns;

/** What a header cell can announce. "weight" is told apart by position; "ours" is never a column. */
export type TitleKind =
  | "level1"
  | "level2"
  | "name"
  | "looseName"
  | "weight"
  | "level1Weight"
  | "level2Weight"
  | "nameWeight"
  | "definition"
  | "standard"
  | "selfScore"
  | "basis"
  | "evidence"
  | GoalTitle
  | "looseTarget"
  | "looseActual"
  | "ours";

/** Titles as offices print them, the usual one first: of two columns with the same kind the earlier title wins. */
export const titleSynonyms: readonly (readonly [TitleKind, readonly string[]])[] = [
  ["level1", ["一级指标", "一级指标名称", "一级评价指标", "一级", "1级指标", "I级指标"]],
  ["level2", ["二级指标", "二级指标名称", "二级评价指标", "二级", "2级指标", "II级指标"]],
  ["name", ["三级指标", "三级指标名称", "三级评价指标", "三级", "3级指标", "III级指标"]],
  // Only beside 一级指标 or 二级指标: alone they stand in any assessment of staff.
  [
    "looseName",
    [
      ...["指标名称", "具体指标", "评价指标", "考核指标", "指标", "指标内容"],
      ...["绩效指标", "绩效指标名称"],
    ],
  ],
  [
    "weight",
    [
      "分值",
      "标准分",
      "标准分值",
      "权重",
      "指标分值",
      "指标权重",
      "权重分值",
      "权重分",
      "满分",
      "满分值",
      "分值权重",
      "权重/分值",
      "赋分",
      "赋分值",
    ],
  ],
  ["definition", ["指标解释", "指标说明", "指标释义", "指标内涵", "指标定义", "指标含义", "指标解释说明"]],
  [
    "standard",
    [
      "评分标准",
      "评分细则",
      "评分标准及细则",
      "计分标准",
      "评价标准",
      "评分办法",
      "计分办法",
      "评分规则",
      "计分规则",
      "评分方法",
      "计分方法",
      "扣分标准",
      "评分标准说明",
      "得分计算方法",
      "得分计算办法",
      "计算方法",
    ],
  ],
  [
    "selfScore",
    [
      "自评得分",
      "自评分",
      "自评分数",
      "自评分值",
      "自评打分",
      "部门自评得分",
      "部门自评分",
      "单位自评得分",
      "单位自评分",
      "自评",
      "得分",
      "得分情况",
      "评分",
      "实际得分",
      "指标得分",
      "评价得分",
      "绩效得分",
    ],
  ],
  [
    "target",
    [
      "年度目标值",
      "年初目标值",
      "目标值",
      "年度指标值",
      "年初指标值",
      "全年指标值",
      "指标值",
      "预期目标值",
      "年初设定目标",
      "年度设定目标",
      "设定目标",
      "年度目标",
      "年初目标",
      "目标",
      "计划完成值",
      "计划完成数",
    ],
  ],
  ["adjusted", ["调整后目标值", "调整指标值", "调整后指标值"]],
  ["operator", ["指标性质", "指标方向", "指标属性", "运算符号", "计算符号", "比较符号"]],
  ["unit", ["度量单位", "计量单位", "计算单位"]],
  [
    "actual",
    [
      "实际完成值",
      "全年完成值",
      "全年实际值",
      "年度实现值",
      "年度实际完成值",
      "自评完成值",
      "完成值",
      "实际值",
      "实际完成",
      "年末完成",
      "年末完成值",
      "全年完成",
      "全年实际完成",
      "年度完成",
      "实际",
    ],
  ],
  // Only in a table that has all else that a form has.
  ["looseTarget", ["数值", "指标数值", "计划数", "计划数量", "目标数", "目标数量", "任务数"]],
  ["looseActual", ["实际数", "实际数量", "完成数", "完成数量", "实际完成数", "完成数值"]],
  ["ours", ["扣分说明"]],
];

/** Words that make a longer title a column of texts, wherever they stand in it. */
export const titleWords: readonly (readonly [TitleKind, readonly string[]])[] = [
  ["evidence", ["佐证材料", "佐证资料", "证明材料", "证明资料", "支撑材料", "佐证附件", "印证材料"]],
  [
    "basis",
    [
      "评分依据",
      "得分依据",
      "自评依据",
      "计分依据",
      "评分说明",
      "自评说明",
      "得分说明",
      "未达标原因",
      "扣分原因",
      "扣分理由",
      "扣分依据",
      "失分原因",
      "偏差原因",
      "未完成原因",
      "原因分析",
      "改进措施",
    ],
  ],
  ["standard", ["评分标准", "评分细则", "计分标准", "评价标准", "评分办法"]],
];

/** Scores that others gave stand beside the self score in checked forms. */
export const othersScore = /复核|复评|评审|财政|第三方|主管|上级|审核|抽查|专家|上年/u;

/** The four titles without which a table is not the form, as the messages name them. */
export const requiredTitles = {
  name: "三级指标",
  weight: "分值",
  standard: "评分标准",
  selfScore: "得分/自评分",
} as const;

export type RequiredTitle = keyof typeof requiredTitles;

export const requiredKeys = Object.keys(requiredTitles) as readonly RequiredTitle[];
