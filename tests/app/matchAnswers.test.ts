import { describe, expect, it } from "vitest";
import type { AnswerValue } from "../../src/app/answerValue";
import { matchAnswers } from "../../src/app/matchAnswers";
import type { FactKind, FactSpec, FactValue } from "../../src/criteria/fact";
import { exampleAsk } from "../support/exampleAsk";

const units: Partial<Record<FactKind, string>> = { rate: "%", months: "%", amount: "万元", count: "项" };

/** "rate 执行率 < amount 支出, amount 预算": a question, and what may stand in for it; keys are the labels. */
function asked(...written: readonly string[]) {
  const asks: FactSpec[] = [];
  const one = (text: string): string => {
    const [kind = "", label = ""] = text.trim().split(" ");
    const [plain = "", choices] = label.split("：");
    const spec = exampleAsk(kind as FactKind, plain, plain, `${plain}？`, units[kind as FactKind]);
    asks.push(choices === undefined ? spec : { ...spec, choices: choices.split("|") });
    return plain;
  };
  const questions = written.map((text) => {
    const [top = "", instead] = text.split(" < ");
    return { key: one(top), instead: (instead?.split(",") ?? []).map(one) };
  });
  return { asks, questions };
}

type Given = readonly [label: string | null, value: AnswerValue, unit?: string];

function matched(questions: readonly string[], given: readonly Given[]) {
  const { asks, questions: tops } = asked(...questions);
  const answers = given.map(([label, value, unit = ""]) => ({ label, value, unit }));
  const { values, unmatched } = matchAnswers(asks, tops, answers);
  return { values: Object.fromEntries(values), unmatched: unmatched.map(({ label }) => label) };
}

type Row = readonly [
  title: string,
  questions: readonly string[],
  given: readonly Given[],
  values: Readonly<Record<string, FactValue>>,
  unmatched?: readonly (string | null)[],
];

const two = ["rate 预算执行率", "rate 满意度"];
const part = "rate 政府采购执行率 < amount 实际采购金额合计数, amount 采购计划金额合计数";
const judged = "answer 信访办理回复率达100% < rate 信访办理回复率";

const rows: readonly Row[] = [
  ["同名", two, [["满意度", 93, "%"]], { 满意度: 0.93 }],
  ["全角、空白、引号、括号里的话不算", two, [["“满 意 度”（％）", 93, "%"]], { 满意度: 0.93 }],
  ["序号不算", two, [["②满意度", 93, "%"]], { 满意度: 0.93 }],
  [
    "是否、的不算",
    ["answer 制度健全的", "answer 按时报送"],
    [
      ["制度是否健全", "是"],
      ["是否按时报送", "否"],
    ],
    { 制度健全的: "是", 按时报送: "否" },
  ],
  [
    "商的一半不是商",
    ["rate 实际支出进度÷序时进度 < amount 实际支出进度, amount 序时进度"],
    [
      ["实际支出进度", 75, "%"],
      ["支出进度", 75, "%"],
    ],
    {},
    ["实际支出进度", "支出进度"],
  ],
  ["短的在长的里", two, [["执行率", 80, "%"]], { 预算执行率: 0.8 }],
  ["长的包着短的", two, [["服务对象满意度", 80, "%"]], { 满意度: 0.8 }],
  [
    "先同名，再包含：同名的拿走了它的",
    ["rate 执行率", "rate 预算执行率"],
    [
      ["部门预算执行率", 70, "%"],
      ["执行率", 80, "%"],
    ],
    { 执行率: 0.8, 预算执行率: 0.7 },
  ],
  [
    "两个都包含，说不准",
    ["rate 一般预算执行率", "rate 基金预算执行率"],
    [["执行率", 80, "%"]],
    {},
    ["执行率"],
  ],
  [
    "两个答一个，都不算",
    two,
    [
      ["满意度", 80, "%"],
      ["“满意度”", 90, "%"],
    ],
    {},
    ["满意度", "“满意度”"],
  ],
  ["一问一答，名称不同", ["count 不符合规定的"], [["问题数", 2, "个"]], { 不符合规定的: 2 }],
  [
    "剩下一问一答",
    ["rate 满意度", "count 发现问题"],
    [
      ["超期例数", 1],
      ["满意度", 90, "%"],
    ],
    { 满意度: 0.9, 发现问题: 1 },
  ],
  ["两问一答，名称不同", two, [["完成率", 90, "%"]], {}, ["完成率"]],
  [
    "一问两答，名称都不同",
    ["count 发现问题"],
    [
      ["超期", 1],
      ["差错", 2],
    ],
    {},
    ["超期", "差错"],
  ],
  ["可以代替的不算“一问”", [part], [["采购比例", 80, "%"]], { 政府采购执行率: 0.8 }],
  [
    "代替它的两个数",
    [part],
    [
      ["实际采购金额", 90, "万元"],
      ["采购计划金额", 100, "万元"],
    ],
    { 实际采购金额合计数: 90, 采购计划金额合计数: 100 },
  ],
  ["没有答的，位置也是它的", two, [["满意度", null]], {}],
  [
    "没有答的，不让给别人",
    ["rate 满意度"],
    [
      ["满意度", null],
      ["完成率", 90, "%"],
    ],
    {},
    ["完成率"],
  ],
  ["问是否，答数：归可以代替的率", [judged], [["信访办理回复率达100%", 98, "%"]], { 信访办理回复率: 0.98 }],
  ["问是否，答率的名称", [judged, ...two], [["回复率", 98, "%"]], { 信访办理回复率: 0.98 }],
  [
    "问数，答是否：归可以代替的是否",
    ["rate 覆盖率 < answer 覆盖率达100%"],
    [["覆盖率", "是"]],
    { "覆盖率达100%": "是" },
  ],
  ["问数，答是否，没有可以代替的", two, [["满意度", "是"]], {}, ["满意度"]],
  ["问是否，答数，没有可以代替的", ["answer 按时报送"], [["按时报送", 1]], {}, ["按时报送"]],
  ["反话不是同一问：数", ["count 不符合项数", "rate 满意度"], [["符合项数", 2, "项"]], {}, ["符合项数"]],
  ["反话不是同一问：只有一问一答也不是", ["count 不符合项数"], [["符合项数", 2, "项"]], {}, ["符合项数"]],
  ["反话不是同一问：是否", ["answer 未按规定时限反馈"], [["按时反馈", "是"]], {}, ["按时反馈"]],
  [
    "反话不是同一问：代替的也不是",
    ["count 不符合项 < answer 全部符合"],
    [["不符合项", "否"]],
    {},
    ["不符合项"],
  ],
  [
    "后面否定的是别的话",
    ["answer 信访回复率达100%，未发生超期", "answer 账实相符"],
    [["回复率达100%", "是"]],
    { "信访回复率达100%，未发生超期": "是" },
  ],
  ["都是否定的可以", ["answer 未发生重大违规问题"], [["未发生违规", "是"]], { 未发生重大违规问题: "是" }],
  ["反话在中间", ["rate 预算完成率"], [["预算未完成率", 7, "%"]], {}, ["预算未完成率"]],
  ["反话是别的字：数", ["rate 按期完成率"], [["项目逾期率", 7, "%"]], {}, ["项目逾期率"]],
  ["反话是别的字：延期", ["answer 项目按期完成"], [["项目延期", "是"]], {}, ["项目延期"]],
  ["反话是别的字：逾期", ["answer 按时报送"], [["是否逾期", "否"]], {}, ["是否逾期"]],
  ["反话是别的字：问题", ["answer 账实相符"], [["存在问题", "是"]], {}, ["存在问题"]],
  ["反话是别的字：违规", ["answer 资金使用规范"], [["违规使用", "否"]], {}, ["违规使用"]],
  ["问题整改了不是坏事", ["answer 对提出的问题进行整改"], [["已完成", "是"]], { 对提出的问题进行整改: "是" }],
  ["两头都是坏的可以", ["answer 发生截留挪用资金"], [["存在违规", "否"]], { 发生截留挪用资金: "否" }],
  ["未逾期就是按期", ["answer 按期完成"], [["未逾期", "是"]], { 按期完成: "是" }],
  ["没有说好坏的，一问一答", ["answer 按时报送"], [["报送情况", "是"]], { 按时报送: "是" }],
  ["没有说好坏的，一问一答：数", ["rate 差错率"], [["比例", 3, "%"]], { 差错率: 0.03 }],
  ["没有说好坏的，一问一答：件数", ["count 迟报"], [["数量", 3, "项"]], { 迟报: 3 }],
  ["一字不差的反话，反过来算", ["answer 未超预算", ...two], [["超预算", "否"]], { 未超预算: "是" }],
  ["一字不差的反话，反过来算：是", ["answer 未超预算", ...two], [["超预算", "是"]], { 未超预算: "否" }],
  [
    "一字不差的反话，反过来算：存在、没有",
    ["answer 没有违规支出", ...two],
    [["存在违规支出", "否"]],
    { 没有违规支出: "是" },
  ],
  ["全部不是，不等于不是全部", ["answer 全部符合", ...two], [["全部不符合", "否"]], {}, ["全部不符合"]],
  [
    "超没超过，答的是一段",
    ["rate 经费支出超出预算数的比例", ...two],
    [["经费支出不超过预算数", "是"]],
    { 经费支出超出预算数的比例: "≤0%" },
  ],
  [
    "超没超过，反过来问",
    ["rate 经费支出超出预算数的比例", ...two],
    [["超预算", "否"]],
    { 经费支出超出预算数的比例: "≤0%" },
  ],
  [
    "超了",
    ["rate 经费支出超出预算数的比例", ...two],
    [["经费支出未超过预算数", "否"]],
    { 经费支出超出预算数的比例: ">0%" },
  ],
  ["单位不合：万元不是率", ["rate 预算执行率"], [["预算执行率", 80, "万元"]], {}, ["预算执行率"]],
  ["单位不合：天不是项", ["count 延迟的项目"], [["延迟的项目", 40, "天"]], {}, ["延迟的项目"]],
  ["名称空着，只能一问一答", two, [["", 80, "%"]], {}, [""]],
  [
    "一串数给各季度",
    ["rate 一季度支出进度", "rate 二季度支出进度", "rate 三季度支出进度", "rate 全年支出进度"],
    [["三个季度累计进度", [20, 50, 75], "%"]],
    { 一季度支出进度: 0.2, 二季度支出进度: 0.5, 三季度支出进度: 0.75 },
  ],
  [
    "一串数，个数不对",
    ["rate 6月进度", "rate 9月进度", "rate 11月进度"],
    [["进度", [20, 50], "%"]],
    {},
    ["进度"],
  ],
  [
    "一串数，两组都合，按名称",
    ["rate 6月执行进度", "rate 9月执行进度", "rate 6月采购比例", "rate 9月采购比例"],
    [["执行进度", [20, null], "%"]],
    { "6月执行进度": 0.2 },
  ],
  [
    "各月的数给一个问题，最后一个是12月",
    ["months 各月执行率 < rate 年度平均执行率"],
    [["执行率", [98, 100], "%"]],
    { 各月执行率: [null, null, null, null, null, null, null, null, null, null, 0.98, 1] },
  ],
  [
    "各月的数的名称，答了一个数：归可以代替的率",
    ["months 各月执行率 < rate 年度平均执行率"],
    [["各月执行率", 98, "%"]],
    { 年度平均执行率: 0.98 },
  ],
  [
    "没有名称的，依次回答",
    ["rate 满意度", judged, "tier 机制：健全|基本健全|不健全"],
    [
      [null, "93%"],
      [null, "98%"],
      [null, "基本健全"],
      [null, "多的"],
    ],
    { 满意度: 0.93, 信访办理回复率: 0.98, 机制: "基本健全" },
    [null],
  ],
];

describe("答案归哪个问题", () => {
  for (const [title, questions, given, expected, unmatched = []] of rows) {
    it(title, () => {
      expect(matched(questions, given)).toEqual({ values: expected, unmatched });
    });
  }

  it("答案换了次序，归得一样", () => {
    for (const [title, questions, given, values] of rows.filter(([, , all]) =>
      all.every(([label]) => label !== null),
    )) {
      expect([title, matched(questions, [...given].reverse()).values]).toEqual([title, values]);
    }
  });
});

const tiers = ["健全", "基本健全", "不健全"];
const effects = ["效果较好", "一般", "无效果或者效果不明显"];

const values: readonly (readonly [
  FactKind,
  string | readonly string[],
  AnswerValue,
  string,
  FactValue | null,
])[] = [
  ["rate", "%", 93, "%", 0.93],
  ["rate", "%", 99.83, "%", 0.9983],
  ["rate", "%", -5, "%", -0.05],
  ["rate", "%", 0.93, "", 0.93],
  ["rate", "%", 1.2, "个百分点", 0.012],
  ["rate", "%", 2, "‰", 0.002],
  ["rate", "%", "93%", "", 0.93],
  ["rate", "%", "93％", "%", 0.93],
  ["rate", "%", "93", "%", 0.93],
  ["rate", "%", 3, "个", null],
  ["rate", "%", "很高", "", null],
  ["amount", "万元", 12, "", 12],
  ["amount", "万元", 1.2, "亿元", 12000],
  ["amount", "万元", 66820, "元", 6.682],
  ["amount", "万元", "1,200万元", "", 1200],
  ["amount", "万元", 12, "%", null],
  ["count", "项", 3, "处", 3],
  ["count", "项", 3, "天", null],
  ["count", "项", "无", "", 0],
  ["count", "项", "没有", "项", 0],
  ["count", "项", "无法统计", "", null],
  ["rate", "%", "无", "", null],
  ["count", "天", 3, "日", 3],
  ["count", "天", 3, "个工作日", null],
  ["count", "个月", 3, "月", 3],
  ["count", "人", 3, "万人", null],
  ["count", "万人", 3, "万人", 3],
  ["count", "项", 3, "%", null],
  ["points", "分", 1.5, "分", 1.5],
  ["answer", "是／否", "是", "是/否", "是"],
  ["answer", "是／否", "有", "", null],
  ["answer", "是／否", 1, "", null],
  ["answer", "是／否", "不涉及", "", null],
  ["answerOrShare", "是／否", 80, "%", 0.8],
  ["answerOrShare", "是／否", 0, "%", null],
  ["date", "日期", "2023年2月16日", "", 44973],
  ["date", "日期", 44973, "", 44973],
  ["date", "日期", "未公开", "", "未公开"],
  ["date", "日期", "年底", "", null],
  ["tier", tiers, "健全", "", "健全"],
  ["tier", tiers, "基本健全的", "", "基本健全"],
  ["tier", tiers, "比较健全", "", null],
  ["tier", ["健全的", "不健全的"], "健全", "", "健全的"],
  ["tier", ["基本健全", "缺失"], "健全", "", null],
  ["tier", ["不明显", "一般"], "明显", "", null],
  ["tier", ["机制健全", "基本健全", "不健全"], "健全", "", null],
  ["tier", ["机制健全", "基本健全", "不健全"], "机制健全的", "", "机制健全"],
  ["tier", ["健全", "基本健全", "不健全"], "健全", "", "健全"],
  ["tier", ["健全", "基本健全", "不健全"], "健", "", null],
  ["tier", ["健全", "基本健全", "不健全"], "不", "", null],
  ["tier", ["健全", "基本健全", "不健全"], "制度健全", "", "健全"],
  ["tier", ["健全", "基本健全", "不健全"], "不够健全", "", null],
  ["tier", ["不完全健全", "缺失"], "健全", "", null],
  ["tier", ["健全", "缺失"], "制度不健全", "", null],
  ["tier", tiers, "健全程度不高", "", null],
  ["tier", tiers, "健全性较差", "", null],
  ["tier", tiers, "健全但有待完善", "", null],
  ["tier", tiers, "健全情况", "", "健全"],
  ["tier", ["健全程度不高", "缺失"], "健全", "", null],
  ["tier", effects, "较好", "", "效果较好"],
  ["tier", effects, "不明显", "", "无效果或者效果不明显"],
  ["tier", effects, "效果一般", "", "一般"],
  ["tier", effects, 1, "", null],
  ["months", "%", [100], "%", [null, null, null, null, null, null, null, null, null, null, null, 1]],
  ["months", "%", ["没有"], "%", null],
  ["months", "%", Array.from({ length: 13 }, () => 100), "%", null],
];

describe("答案成为什么数据", () => {
  it.each(values)("%s %j，答 %j %s → %j", (kind, unit, value, given, expected) => {
    const choices = typeof unit === "string" ? undefined : unit;
    const spec = exampleAsk(kind, "key", "名称", "？", typeof unit === "string" ? unit : "");
    const question = choices === undefined ? spec : { ...spec, choices };
    const read = matchAnswers(
      [question],
      [{ key: "key", instead: [] }],
      [{ label: "名称", value, unit: given }],
    );
    expect(read.values.get("key") ?? null).toEqual(expected);
  });
});
