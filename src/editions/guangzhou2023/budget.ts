import { ask, figures, lines, na, rowsUnder, statements } from "../describe";
import type { WordPattern } from "../edition";

/** 新增项目 without a kind names both. */
function noNewProjects(key: string, kind: string): readonly WordPattern[] {
  return statements(key, "不涉及", {
    "没有新增预算金额超过1000万元（含）的新增经常性二级项目、预算金额超过3000万元（含）的新增一次性二级项目": `(?:没有|无|未)(?:申请|申报|发生)?(?:的)?新增(?:(?:预算|二级|入库|支出){0,3}项目|(?:(?!${kind}|评估)[^,:;]){0,60}?${kind}(?:二级)?(?:预算)?项目)(?![^,]{0,20}未)`,
  });
}

/** 预算编制: assessments before the budget. */
export const budgetRows = rowsUnder("管理效率", "预算编制", [
  {
    id: "preEvaluation",
    name: "新增预算项目事前绩效评估",
    aliases: ["事前绩效评估", "新增项目事前绩效评估", "新增预算项目事前评估"],
    weight: 3,
    clause: lines(
      "新增预算入库项目，指预算金额超过1000万元（含）的新增经常性二级项目、预算金额超过3000万元（含）的新增一次性二级项目。",
      "检查部门申请新增预算的项目是否按要求的范围开展绩效评估，是否按《广州市本级重大政策和项目财政立项预算评估管理办法(试行)》的程序和内容开展工作，评分采用扣分法。",
      "1.应评估项目超过3个的，有1项没有开展评估，扣0.5分，扣完为止。",
      "2.应评估项目3个以内的，有1项没有开展评估，扣1分，扣完为止。",
    ),
    criterion: {
      kind: "deduct",
      items: [
        {
          key: "unassessed",
          each: {
            total: ["recurrent", "oneOff"],
            name: "应评估项目",
            unit: "个",
            limit: 3,
            many: { points: 0.5, clause: "应评估项目超过3个的，有1项没有开展评估，扣0.5分，扣完为止" },
            few: { points: 1, clause: "应评估项目3个以内的，有1项没有开展评估，扣1分，扣完为止" },
            none: "没有应评估的新增项目",
          },
          clause: "评分采用扣分法",
        },
      ],
      kept: { measured: "应评估项目均已开展事前绩效评估", clause: "评分采用扣分法" },
    },
    asks: [
      ask(
        { count: "个" },
        "recurrent",
        "应评估的新增经常性项目（1000万元以上）",
        "项目库",
        "有几个预算金额1000万元（含）以上的新增经常性二级项目？没有的填“不涉及”并说明。",
        na,
      ),
      ask(
        { count: "个" },
        "oneOff",
        "应评估的新增一次性项目（3000万元以上）",
        "项目库",
        "有几个预算金额3000万元（含）以上的新增一次性二级项目？没有的填“不涉及”并说明。",
        na,
      ),
      ask(
        { count: "个" },
        "unassessed",
        "未开展事前绩效评估的项目",
        "评估报告",
        "其中几个没有开展事前绩效评估？",
      ),
    ],
    words: [
      noNewProjects("recurrent", "经常性"),
      noNewProjects("oneOff", "一次性"),
      statements("unassessed", 0, {
        均已按要求开展预算项目事前绩效评估:
          "{all}(?:已)?(?:按要求|按规定)?(?:已)?(?:开展|进行|完成)(?:了)?[^,未没无不]{0,16}事前绩效评估",
      }),
      figures("unassessed", {
        未开展事前绩效评估的项目1个:
          "(?:未|没有)(?:按要求|按规定)?(?:开展|进行)(?:事前)?(?:绩效)?评估的?(?:项目)?{is}{cnt}",
      }),
    ],
  },
]);
