import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { tryClause } from "../../src/app/tryClause";
import { tryItem } from "../../src/app/tryItem";
import { readClause } from "../../src/clause/readClause";

type Answer = readonly [label: string, value: string | number, unit?: string];

function tried(
  clause: string,
  answers: readonly Answer[],
  weight = 5,
): { kind: string; points: number | null; unread: string } {
  const given = answers.map(([label, value, unit = ""]) => ({ label, value, unit }));
  const item = tryItem({ id: "1", indicator: "管理情况", weight, clause, answers: given });
  if (!("questions" in item)) throw new Error(JSON.stringify(item));
  return { kind: item.kind, points: item.points, unread: item.unread.join("；") };
}

/** Clauses of 5 分 in every shape, each with answers that give a sure number. */
const readable: readonly (readonly [clause: string, answers: readonly Answer[]])[] = [
  ["档案齐全得5分，基本齐全得2分，不齐全得0分。", [["管理情况", "齐全"]]],
  ["内控制度健全且有效执行得5分，否则不得分。", [["内控制度健全且有效执行", "是"]]],
  ["执行率达到95%得5分，达到90%得3分，低于90%不得分。", [["执行率", 96, "%"]]],
  ["得分=执行率×分值。", [["执行率", 96, "%"]]],
  ["发现违规每项扣1分，扣完为止。", [["发现违规", 1, "项"]]],
  ["①按规定内容公开，2分；②按规定时限公开，3分。", [["按规定内容公开", "是"], ["按规定时限公开", "是"]]],
  ["执行率达到100%得满分，每低1个百分点扣0.5分，扣完为止。", [["执行率", 96, "%"]]],
  ["①资料完整；②程序合规。全部符合得5分；符合其中一项得3分；均不符合得0分。", [["符合的项数", 2, "项"]]],
  ["①资料完整；②程序合规。每有一项不符合扣2分，扣完为止。", [["不符合", 1, "项"]]],
  ["资料完整、程序合规各得2.5分。", [["资料完整", "是"], ["程序合规", "是"]]],
]; // prettier-ignore

test.each(readable)("“%s”本来读得全", (clause, answers) => {
  expect(tried(clause, answers).points).not.toBeNull();
});

/** What else is said beside a clause must change its reading, or leave it unread. */
function neverIgnored(sentences: fc.Arbitrary<string>): void {
  const glue = fc.constantFrom("behind", "before", "，");
  fc.assert(
    fc.property(fc.constantFrom(...readable), sentences, glue, ([clause, answers], sentence, where) => {
      const longer =
        where === "before"
          ? `${sentence}。${clause}`
          : where === "behind"
            ? `${clause}${sentence}。`
            : `${clause.replace(/。$/u, "")}，${sentence}。`;
      const reading = (text: string): string => {
        const read = readClause(text, { indicator: "管理情况", weight: 5 });
        return read.state === "read" ? JSON.stringify([read.criterion, read.questions]) : read.state;
      };
      const [before, now] = [reading(clause), reading(longer)];
      if (now !== "unread" && now === before) throw new Error(`当作没有：${longer}`);
      const { points, kind } = tried(longer, answers);
      if (points !== null && kind === "levels") throw new Error(`当作档次：${longer}`);
    }),
    { numRuns: 600 },
  );
}

describe("旁边的一句话不会被当作没有", () => {
  test("封顶", () => {
    const whose = fc.constantFrom("本项", "该项", "此项", "", "合计", "累计");
    const caps = fc.constantFrom(
      "得分不超过3分",
      "最高1分",
      "满分1分",
      "满分为1分",
      "最高得3分",
      "最多得3分",
      "最多扣0.5分",
      "得分最高不超过3分",
    );
    neverIgnored(fc.tuple(whose, caps).map((words) => words.join("")));
  });

  test("不能得满分", () => {
    const cases = fc.constantFrom("存在投诉的，", "存在投诉的", "有群众投诉的，", "被通报批评的，", "");
    const denials = fc.constantFrom(
      "不能",
      "不得",
      "不可",
      "不宜",
      "不应",
      "不应当",
      "不予",
      "不再",
      "不给",
      "无法",
      "难以",
      "不能给",
      "不应给",
      "不得评",
      "均不得",
      "一律不得",
    );
    const full = fc.constantFrom("得满分", "满分", "给满分", "得全分", "得5分", "给予满分");
    neverIgnored(
      fc
        .tuple(cases, denials, full)
        .map(
          ([of, denial, what]) =>
            `${of}${denial}${denial.endsWith("得") || denial.endsWith("给") || denial.endsWith("评") ? what.replace(/^(?:得|给予|给)/u, "") : what}`,
        ),
    );
  });

  test("按一半算", () => {
    const things = fc.constantFrom(
      "涉密项目",
      "项目延期",
      "当年新增项目",
      "下属单位",
      "自有资金",
      "超出部分",
      "逾期的",
      "新增单位",
    );
    const shares = fc.constantFrom(
      "按一半计算",
      "按照一半计算",
      "按半数计算",
      "按七折计算",
      "按九成计算",
      "按五成计入",
      "以一半计",
      "减半",
      "折半",
      "减半计算",
      "折半计入",
      "按三分之一计算",
      "按2倍计算",
      "按两倍计算",
      "按原值的一半计算",
      "取一半",
      "打八折",
      "按一半确认",
      "按一半纳入考核",
    );
    neverIgnored(fc.tuple(things, shares).map((words) => words.join("")));
  });

  test("另加、另减", () => {
    const cases = fc.constantFrom("", "连续两年优秀的", "连续两年优秀", "被通报批评的", "受到表彰的，");
    const effects = fc.constantFrom(
      "加1分",
      "另加1分",
      "另减1分",
      "再加1分",
      "额外加1分",
      "奖励1分",
      "奖1分",
      "另外扣1分",
      "额外扣1分",
      "还扣1分",
      "罚1分",
    );
    neverIgnored(fc.tuple(cases, effects).map((words) => words.join("")));
  });
});

describe("一项里的一部分另有扣法，不会扣两回", () => {
  const all = fc.constantFrom(
    "发现违规问题每个扣1分",
    "审计发现问题每个扣1分",
    "每查出一个问题扣1分",
    "存在问题的，每个扣1分",
  );
  const some = fc.constantFrom(
    "其中涉及资金的每个扣2分",
    "其中重大问题每个扣2分",
    "其中屡查屡犯的，每个扣2分",
    "超过3万元的问题每个扣2分",
  );
  test("问题与其中的问题", () => {
    fc.assert(
      fc.property(all, some, fc.constantFrom("，", "；", "。"), (one, other, sign) => {
        const clause = `${one}${sign}${other}，扣完为止。`;
        expect([clause, tried(clause, []).kind]).toEqual([clause, "unread"]);
      }),
      { numRuns: 100 },
    );
  });

  test.each([
    "项目全部按期验收得5分，每有1个项目延期验收扣1分，延期超过6个月的每个扣2分，扣完为止。",
    "按期完成得5分，延期的每个扣1分，延期超过6个月的每个扣2分。",
    "审计发现问题每个扣1分，重大问题每个扣2分，扣完为止。",
    "未按期完成的每个项目扣1分，逾期超过半年的每个项目扣3分。",
  ])("“%s”要问", (clause) => {
    expect(tried(clause, []).kind).toBe("unread");
  });

  test("各不相干的照样分别扣", () => {
    const clause = "发现一般问题每项扣1分，重大问题每项扣3分，扣完为止。";
    expect(tried(clause, [["一般问题", 1, "项"], ["重大问题", 1, "项"]]).points).toBe(1); // prettier-ignore
  });
});

test("不得分还是不得分", () => {
  const clause = "发现违规每项扣1分，存在投诉的，不能得分。";
  expect(tried(clause, [["违规", 1, "项"], ["存在投诉", "是"]]).points).toBe(0); // prettier-ignore
});

describe("百分制的得分、件数除以一个数", () => {
  test.each<readonly [clause: string, answer: Answer, points: number | null]>([
    ["根据市级考核得分折算，得分=考核得分/100×分值。", ["考核得分", 85, "分"], 4.25],
    ["根据市级考核得分折算，得分=考核得分/100×分值。", ["考核得分", 85, "%"], 4.25],
    ["得分=考核分数/100×分值。", ["考核分数", 85, ""], 4.25],
    ["得分=满意度得分÷100×分值。", ["满意度得分", 85, "%"], 4.25],
    ["得分=考核得分÷100×5。", ["考核得分", 85, "分"], 4.25],
    ["得分=考核得分÷100×8分。", ["考核得分", 85, "分"], null],
    ["得分=办件量/1000×分值。", ["办件量", 800, "件"], 4],
    ["得分=办件量/1000×分值。", ["办件量", 80, "%"], null],
    ["得分=培训人数/1000×分值，最高5分。", ["培训人数", 1200, "人"], 5],
    ["得分=执行率×分值。", ["执行率", 85, "%"], 4.25],
  ])("“%s”", (clause, answer, points) => {
    expect(tried(clause, [answer]).points).toBe(points);
  });
});

describe("每月几日是日期，不是几天", () => {
  test.each<readonly [clause: string, answer: Answer, points: number | null]>([
    ["每月5日前报送得5分，每迟1天扣0.5分。", ["迟", 2, "天"], 4],
    ["次月10日前报送得5分，每逾期1天扣1分，扣完为止。", ["逾期", 2, "天"], 3],
    ["每季度首月25日之前上报得5分，每迟报1天扣1分。", ["迟报", 2, "天"], 3],
    ["20日内批复得5分，每逾期1日扣1分。", ["批复", 22, "日"], 3],
    ["20日内批复得5分，每逾期1日扣1分。", ["逾期", 2, "日"], null],
  ])("“%s”", (clause, answer, points) => {
    expect(tried(clause, [answer]).points).toBe(points);
  });
});

test.each(["本项得分不超过3分", "最高1分", "最多扣0.5分"])("“%s”读不通时一并引出", (cap) => {
  const { kind, unread } = tried(
    `①资料完整；②程序合规。全部符合得5分；符合其中一项得3分；均不符合得0分。${cap}。`,
    [],
  );
  expect([kind, unread.includes(cap.replace(/^本项/u, ""))]).toEqual(["unread", true]);
});

test.each([
  ["每发现违规1项扣1分，最多扣3分。", 4],
  ["资料齐全得5分，每缺1份扣1分，最多扣3分。", 4],
] as const)("“%s”扣到底时也引出原文", (clause, count) => {
  const trial = tryClause(clause, { indicator: "管理情况", weight: 5 }, [
    { label: null, value: count, unit: "" },
  ]);
  expect(trial.points).toBe(2);
  expect(JSON.stringify(trial.result)).not.toContain('"clause":""');
});

describe("分档给的分要能得满分值", () => {
  const bands = "执行率≥95%得5分；90%≤执行率<95%得3分；执行率<90%不得分。";
  test.each([
    [5, "bands"],
    [5.01, "unread"],
    [4.99, "unread"],
    [8, "unread"],
  ] as const)("%s分的指标", (weight, kind) => {
    expect(tried(bands, [], weight).kind).toBe(kind);
  });
});

test.each([
  ["每发现违规1起扣1分，累计扣分不超过3分。", 4, 2],
  ["每发现违规1起扣1分，扣分合计不得超过3分。", 2, 3],
  ["每发现违规1起扣1分，累计扣分不超过5分。", 7, 0],
] as const)("“%s”是扣分的底", (clause, count, points) => {
  expect(tried(clause, [["违规", count, "起"]]).points).toBe(points);
});
