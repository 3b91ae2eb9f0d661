import { ask, band, figure, lines, na, repeatedBand, standIn, statement } from "../describe";
import type { UnnumberedRow, WordPattern } from "../edition";

const carried = "(?:财政拨款|资金|的)?(?:结转和结余|结余和结转|结转结余|结余结转|结转及结余|结转、结余)";
const tail = "(?:资金)?(?:收入)?(?:决算数|决算|金额|余额|数|额)?";
const nil = "(0(?:\\.0{1,4})?(?:万?元)?)(?![%万亿]|[.,]?\\d)";
const carryoverName = "(?:结转结余|结余结转|结转和结余)率";

/** 新增项目 without a kind names both. */
function noNewProjects(key: string, kind: string): WordPattern {
  return statement(
    key,
    "不涉及",
    `(?:没有|无|未)(?:申请|申报|发生)?(?:的)?新增(?:(?:预算|二级|入库|支出){0,3}项目|(?:(?!${kind}|评估)[^,:;]){0,60}?${kind}(?:二级)?(?:预算)?项目)(?![^,]{0,20}未)`,
    "没有新增预算金额超过1000万元（含）的新增经常性二级项目、预算金额超过3000万元（含）的新增一次性二级项目",
  );
}

/** 预算编制、预算执行: assessments before the budget, what was left over. */
export const budgetRows: readonly UnnumberedRow[] = [
  {
    id: "preEvaluation",
    level1: "管理效率",
    level2: "预算编制",
    name: "新增预算项目事前绩效评估",
    aliases: ["事前绩效评估", "新增项目事前绩效评估", "新增预算项目事前评估"],
    part: 1,
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
        "count",
        "recurrent",
        "应评估的新增经常性项目（1000万元以上）",
        "个",
        "项目库",
        "有几个预算金额1000万元（含）以上的新增经常性二级项目？没有的填“不涉及”并说明。",
        na,
      ),
      ask(
        "count",
        "oneOff",
        "应评估的新增一次性项目（3000万元以上）",
        "个",
        "项目库",
        "有几个预算金额3000万元（含）以上的新增一次性二级项目？没有的填“不涉及”并说明。",
        na,
      ),
      ask(
        "count",
        "unassessed",
        "未开展事前绩效评估的项目",
        "个",
        "评估报告",
        "其中几个没有开展事前绩效评估？",
      ),
    ],
    words: [
      noNewProjects("recurrent", "经常性"),
      noNewProjects("oneOff", "一次性"),
      statement(
        "unassessed",
        0,
        "{all}(?:已)?(?:按要求|按规定)?(?:已)?(?:开展|进行|完成)(?:了)?[^,未没无不]{0,16}事前绩效评估",
        "均已按要求开展预算项目事前绩效评估",
      ),
      figure(
        "unassessed",
        "(?:未|没有)(?:按要求|按规定)?(?:开展|进行)(?:事前)?(?:绩效)?评估的?(?:项目)?{is}{cnt}",
        "未开展事前绩效评估的项目1个",
      ),
    ],
  },
  {
    id: "carryover",
    level1: "管理效率",
    level2: "预算执行",
    name: "结转结余率",
    aliases: ["结余结转率"],
    part: 1,
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
    asks: [
      ask(
        "amount",
        "closing",
        "年末财政拨款结转和结余",
        "万元",
        "决算《财政拨款收入支出决算总表》",
        "年末财政拨款结转和结余决算数是多少万元？",
      ),
      ask(
        "amount",
        "opening",
        "年初财政拨款结转和结余",
        "万元",
        "决算《财政拨款收入支出决算总表》",
        "年初财政拨款结转和结余收入决算数是多少万元？",
      ),
      ask(
        "amount",
        "general",
        "一般公共预算财政拨款收入决算数",
        "万元",
        "决算《财政拨款收入支出决算总表》",
        "一般公共预算财政拨款收入决算数是多少万元？",
      ),
      ask(
        "amount",
        "fund",
        "政府性基金预算财政拨款收入决算数",
        "万元",
        "决算《财政拨款收入支出决算总表》",
        "政府性基金预算财政拨款收入决算数是多少万元？没有的填0。",
      ),
      ask("rate", "rate", "结转结余率（直接填写）", "%", "决算报表", "结转结余率是多少？", {
        ...standIn,
        range: true,
      }),
    ],
    words: [
      figure("closing", `年末${carried}${tail}{is}${nil}`, "年末财政拨款结转和结余决算数为0"),
      figure("closing", `年末${carried}${tail}{is}{amt}`, "年末财政拨款结转和结余决算数为12.5万元"),
      statement("closing", 0, `年末(?:没有|无)${carried}(?!率)`, "年末无财政拨款结转和结余"),
      figure("opening", `年初${carried}${tail}{is}${nil}`, "年初财政拨款结转和结余收入决算数为0"),
      figure("opening", `年初${carried}${tail}{is}{amt}`, "年初财政拨款结转和结余收入决算数为10万元"),
      figure(
        "general",
        `一般公共预算(?:财政)?拨款${tail}{is}{amt}`,
        "一般公共预算财政拨款收入决算数为40402.77万元",
      ),
      figure("fund", `政府性基金(?:预算)?(?:财政)?拨款${tail}{is}${nil}`, "政府性基金预算财政拨款决算数为0"),
      figure(
        "fund",
        `政府性基金(?:预算)?(?:财政)?拨款${tail}{is}{amt}`,
        "政府性基金预算财政拨款决算数为300万元",
      ),
      figure("rate", `${carryoverName}{is}{pct}`, "结转结余率为3.2%"),
      figure("rate", `${carryoverName}{is}${nil}`, "结转结余率为0"),
      ...repeatedBand("rate", carryoverName, "结余结转率≤10%"),
    ],
  },
];
