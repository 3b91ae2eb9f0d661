import { describe, expect, it } from "vitest";
import { coversLabel, namesAnother } from "../../src/app/coversLabel";
import { fallsShort } from "../../src/app/fallsShort";
import { jointLabel } from "../../src/app/labelMembers";
import { tryItem } from "../../src/app/tryItem";

type Given = readonly [label: string, value: string | number, unit?: string];

function tried(clause: string, weight: number, answers: readonly Given[]) {
  const given = answers.map(([label, value, unit = ""]) => ({ label, value, unit }));
  return tryItem({ id: 1, indicator: "", weight, clause, answers: given });
}

/** null: it is asked. */
const rows: readonly (readonly [clause: string, weight: number, answers: readonly Given[], number | null])[] =
  [
    ["按期完成验收且验收合格的，得5分；否则不得分。", 5, [["验收合格", "是"]], null],
    ["按期完成验收且验收合格的，得5分；否则不得分。", 5, [["验收合格", "否"]], 0],
    [
      "按期完成验收且验收合格的，得5分；否则不得分。",
      5,
      [
        ["按期完成验收", "是"],
        ["验收合格", "是"],
      ],
      5,
    ],
    ["制度健全、执行有效的得4分；否则不得分。", 4, [["执行有效", "是"]], null],
    ["制度健全、执行有效的得4分；否则不得分。", 4, [["执行有效", "否"]], 0],
    ["月报、季报、年报按时报送得3分，否则不得分。", 3, [["年报按时报送", "是"]], null],
    ["月报、季报、年报按时报送得3分，否则不得分。", 3, [["年报按时报送", "否"]], 0],
    ["月报、季报、年报按时报送得3分，否则不得分。", 3, [["月报、季报、年报按时报送", "是"]], 3],
    ["出勤率、合格率均达到90%得6分，否则不得分。", 6, [["出勤率", 95, "%"]], null],
    ["培训人数和考核通过人数达到200人的得5分，每少10人扣1分。", 5, [["培训人数", 200, "人"]], null],
    ["城镇和农村覆盖率达到95%得5分，每低1个百分点扣1分。", 5, [["农村覆盖率", 95, "%"]], null],
    ["城镇和农村覆盖率达到95%得5分，每低1个百分点扣1分。", 5, [["城镇和农村覆盖率", 94, "%"]], 4],
    ...(
      [
        [[["挪用", "否"]], null],
        [[["挪用", "是"]], 0],
        [[["存在截留", "否"]], null],
        [[["存在截留、挤占、挪用、虚列支出", "否"]], 6],
      ] as const
    ).map(
      ([more, points]) =>
        [
          "每发现一笔不合规支出扣2分，扣完为止；存在截留、挤占、挪用、虚列支出的，本项不得分。",
          6,
          [["不合规支出", 0, "笔"], ...more],
          points,
        ] as const,
    ),
    ["按时报送得5分，否则不得分。", 5, [["报送", "是"]], null],
    ["按时报送得5分，否则不得分。", 5, [["按时报送", "是"]], 5],
    ["贫困户危房改造户数达到100户得5分，每少5户扣1分。", 5, [["贫困户", 90, "户"]], null],
    ["贫困户危房改造户数达到100户得5分，每少5户扣1分。", 5, [["改造户数", 90, "户"]], 3],
    ["一般公共预算支出执行率≥95%得5分，每低1%扣0.5分。", 5, [["支出", 95, "%"]], null],
    ["一般公共预算支出执行率≥95%得5分，每低1%扣0.5分。", 5, [["政府性基金预算支出执行率", 95, "%"]], null],
    ["一般公共预算支出执行率≥95%得5分，每低1%扣0.5分。", 5, [["执行率", 90, "%"]], 2.5],
    [
      "①符合国家法律法规，②资金拨付有完整审批程序，③用途符合批复。以上均满足得5分，有一项不满足不得分。",
      5,
      [["符合国家法律法规", "是"]],
      null,
    ],
    [
      "存在下列情形之一的，每项扣2分：（1）未建立台账；（2）未定期盘点。",
      10,
      [["未建立台账", 1, "项"]],
      null,
    ],
    // The condition of full marks and its own deduction are one question.
    [
      "制度完备的得6分，缺少一项扣2分。",
      6,
      [
        ["制度完备", "否"],
        ["缺少", 2, "项"],
      ],
      2,
    ],
    [
      "制度完备的得6分，缺少一项扣2分。",
      6,
      [
        ["制度完备", "是"],
        ["缺少", 2, "项"],
      ],
      null,
    ],
    ["制度完备的得6分，缺少一项扣2分。", 6, [["缺少", 0, "项"]], 6],
    [
      "同时符合以下三项要求得6分，缺少一项扣2分：①设立领导小组；②制定手册；③开展评价。",
      6,
      [
        ["同时符合以下三项要求", "否"],
        ["缺少", 0, "项"],
      ],
      null,
    ],
    [
      "同时符合以下三项要求得6分，缺少一项扣2分：①设立领导小组；②制定手册；③开展评价。",
      6,
      [
        ["设立领导小组", "是"],
        ["制定手册", "否"],
        ["开展评价", "否"],
      ],
      2,
    ],
    [
      "未发生食品安全事故得5分；发生一般事故1次扣2分；发生较大以上事故不得分。",
      5,
      [
        ["未发生食品安全事故", "否"],
        ["一般事故", 1, "次"],
        ["较大以上事故", "否"],
      ],
      3,
    ],
    [
      "未发生食品安全事故得5分；发生一般事故1次扣2分；发生较大以上事故不得分。",
      5,
      [
        ["未发生食品安全事故", "是"],
        ["一般事故", 1, "次"],
        ["较大以上事故", "否"],
      ],
      null,
    ],
    // A condition of its own beside deductions stays one.
    ["按规定编制预算得6分，每缺少一项扣2分。", 6, [["缺少", 1, "项"]], null],
    // What is said beside the score is the opposite of it.
    ...(
      [
        ["是", 2, null],
        ["否", 2, 4],
        ["否", 0, null],
        ["是", 0, 6],
      ] as const
    ).map(
      ([said, days, points]) =>
        [
          "按期完成得6分，每延期1天扣1分。",
          6,
          [
            ["按期完成", said],
            ["延期", days, "天"],
          ],
          points,
        ] as const,
    ),
    [
      "数据准确得6分，每发现一处错误扣1分。",
      6,
      [
        ["数据准确", "是"],
        ["错误", 2, "处"],
      ],
      null,
    ],
    // One half of what is told by a comma, a blank, 并 or 后.
    ["设置专账核算，专款专用的得2分；否则得0分。", 2, [["专款专用", "是"]], null],
    ["设置专账核算，专款专用的得2分；否则得0分。", 2, [["专款专用", "否"]], 0],
    [
      "设置专账核算，专款专用的得2分；否则得0分。",
      2,
      [
        ["设置专账核算", "是"],
        ["专款专用", "是"],
      ],
      2,
    ],
    ["建立台账 专人管理的得满分，否则不得分。", 3, [["专人管理", "是"]], null],
    ["建立台账，并由专人管理的得满分，否则不得分。", 3, [["建立台账", "是"]], null],
    ["建立台账后由专人管理的得满分，否则不得分。", 3, [["专人管理", "是"]], null],
    ["执行率≥90%，资金使用合规的，得6分；否则不得分。", 6, [["资金使用合规", "是"]], null],
    ...(["截留资金", "情节严重"] as const).map(
      (half) =>
        [
          "截留资金，情节严重的，本项不得分；每发现一次违规扣1分。",
          4,
          [
            [half, "是"],
            ["违规", 0, "次"],
          ],
          null,
        ] as const,
    ),
    // Less than is asked: in how, or how far.
    ["及时足额缴纳社保的得2分，否则不得分。", 2, [["及时缴纳社保", "是"]], null],
    ["真实完整准确填报的得2分，否则不得分。", 2, [["真实填报", "是"]], null],
    ["各镇街均建立专班的得2分，否则不得分。", 2, [["建立专班", "是"]], null],
    ["各镇街均建立专班的得2分，否则不得分。", 2, [["建立专班", "否"]], 0],
    ["年度工作计划全部完成的得2分，否则不得分。", 2, [["工作计划完成", "是"]], null],
    ["经第三方审计无重大问题的得2分，否则不得分。", 2, [["无重大问题", "是"]], null],
    ["连续三年未发生安全事故的得2分，否则不得分。", 2, [["未发生安全事故", "是"]], null],
    ["连续三年未发生安全事故的得2分，否则不得分。", 2, [["连续三年未发生安全事故", "是"]], 2],
    ["超过半数成员单位报送信息的得2分，否则不得分。", 2, [["报送信息", "是"]], null],
    // How far it is from what was wanted is not how much it is.
    ["培训20场得5分，每少1场扣1分，扣完为止。", 5, [["少办场次", 2, "场"]], null],
    ["完成率100%得5分，每低1%扣1分，扣完为止。", 5, [["差距", 2, "%"]], null],
    ["控制率≤100%得5分，每超1%扣1分，扣完为止。", 5, [["超", 2, "%"]], null],
    ["控制率≤100%得5分，每超1%扣1分，扣完为止。", 5, [["控制率", 102, "%"]], 3],
    ["按期完成得6分，每延期1天扣1分。", 6, [["延期天数", 2, "天"]], 4],
    // The other side of one thing.
    ["房屋空置率≤5%得4分，5%＜空置率≤10%得2分，＞10%不得分。", 4, [["入住率", 4, "%"]], null],
    ["房屋空置率≤5%得4分，5%＜空置率≤10%得2分，＞10%不得分。", 4, [["空置率", 4, "%"]], 4],
    ["每发生1次延误扣1分，扣完为止。", 5, [["准时", 3, "次"]], null],
    ["有效投诉每件扣1分，扣完为止。", 5, [["表扬", 2, "件"]], null],
  ];

describe("只答了一部分的", () => {
  for (const [clause, weight, answers, points] of rows) {
    it(`${clause}${answers.map(([label, value]) => `${label}：${value}`).join("，")}`, () => {
      expect(tried(clause, weight, answers)).toMatchObject({ points, sure: points !== null });
    });
  }
});

describe("件数和逐项回答", () => {
  const clause = "有一项不符合扣2分，扣完为止：（1）设立机构；（2）制定手册；（3）开展评价。";
  const given = (said: string, count: number): readonly Given[] => [
    ...["设立机构", "制定手册", "开展评价"].flatMap((item, index): readonly Given[] => {
      const sign = said[index] ?? "-";
      return sign === "-" ? [] : [[item, sign]];
    }),
    ["不符合", count, "项"],
  ];
  const cases = [
    ["是是是", 1, null],
    ["是否否", 1, null],
    ["-否", 0, null],
    ["是是", 2, null],
    ["是否否", 2, 2],
    ["是是是", 0, 6],
    ["-否", 1, 4],
    ["", 2, 2],
  ] as const;
  for (const [said, count, points] of cases) {
    it(`${said === "" ? "没有逐项回答" : said}，不符合${count}项`, () => {
      expect(tried(clause, 6, given(said, count))).toMatchObject({ points, sure: points !== null });
    });
  }
});

describe("逗号后面的话", () => {
  const same = [
    ["回复率达100%", "信访回复率达100%,未发生超期"],
    ["建立评价结果与预算编制挂钩机制", "建立评价结果与预算编制挂钩机制,将评价结果与预算安排相结合"],
    ["四项均符合", "数据完整,说明真实,账实相符"],
    ["已盘点并处理结果", "进行资产盘点,并完成结果处理"],
    ["资金支出规范", "资金支出规范性：管理、支付符合规定,按进度支付"],
    ["建立制度", "是否建立制度,已建立"],
    ["按时反馈", "在规定时间内反馈报告"],
  ] as const;
  const more = [
    ["执行率达到90%", "执行率达到90%,资金使用合规"],
    ["进度真实准确", "按月报送进度,进度真实准确"],
    ["手续齐全", "资料齐全,手续齐全"],
  ] as const;
  it("只是换了说法的，不算另一样", () => {
    for (const [own, label] of same) expect([own, fallsShort(own, label, "是")]).toEqual([own, false]);
    for (const [own, label] of more) expect([own, fallsShort(own, label, "是")]).toEqual([own, true]);
  });
});

describe("名称里的几样", () => {
  it("并列的分开，比对的、只含那个字的不分", () => {
    expect(jointLabel("经过集体决策和专家论证")).toEqual({
      members: ["集体决策", "专家论证"],
      together: "all",
    });
    expect(jointLabel("未公开或公开不及时")?.together).toBe("any");
    expect(jointLabel("存在截留、挪用")).toEqual({ members: ["截留", "挪用"], together: "any" });
    expect(jointLabel("无投诉、举报")?.together).toBe("open");
    for (const one of ["自评得分与抽评得分差异", "报送及时", "参与人数", "合并报表", "账面和实物相符"])
      expect([one, jointLabel(one)]).toEqual([one, null]);
  });

  it("少了的只是形式，或者是谁的", () => {
    const covering = [
      ["执行率", "部门预算支出执行率"],
      ["实际采购金额", "实际采购金额合计数"],
      ["延期", "延期时间"],
      ["缺少", "缺少手续"],
      ["覆盖率", "城镇和农村覆盖率"],
      ["各项制度健全", "资金管理办法、资产管理办法等各项制度健全"],
    ] as const;
    const less = [
      ["报送率", "按时报送率"],
      ["投诉", "有效投诉"],
      ["支出", "支出执行率"],
      ["通过人数", "培训人数和考核通过人数"],
    ] as const;
    for (const [own, label] of covering)
      expect([label, own, coversLabel(own, label, true)]).toEqual([label, own, true]);
    for (const [own, label] of less)
      expect([label, own, coversLabel(own, label, true)]).toEqual([label, own, false]);
  });

  it("只剩一个问题时，别的事的不是它的", () => {
    expect(namesAnother("最长办理时间", "平均办理时间", true, "")).toBe(true);
    expect(namesAnother("12月执行进度", "部门预算项目12月预算执行进度", true, "")).toBe(false);
    expect(namesAnother("实际完成率", "任务完成率", true, "")).toBe(false);
    expect(namesAnother("问题数", "不符合规定的", true, "")).toBe(false);
  });
});

describe("档次的名称", () => {
  const clause = "绩效评价结果为优的得5分，良的得4分，中的得2分，差的不得分。";

  it("“为优”是优；“优良”两个都像，要问", () => {
    expect(tried(clause, 5, [["评价结果", "优"]])).toMatchObject({ points: 5, sure: true });
    expect(tried(clause, 5, [["评价结果", "良"]])).toMatchObject({ points: 4, sure: true });
    expect(tried(clause, 5, [["评价结果", "优良"]])).toMatchObject({ points: null, sure: false });
  });
});
