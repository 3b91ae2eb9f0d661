import { describe, expect, test } from "vitest";
import { tryItem } from "../../src/app/tryItem";
import { readClause } from "../../src/clause/readClause";

type Answer = readonly [label: string, value: number, unit: string];

function tried(indicator: string, weight: number, clause: string, ...answers: readonly Answer[]) {
  const given = answers.map(([label, value, unit]) => ({ label, value, unit }));
  const item = tryItem({ id: "1", indicator, weight, clause, answers: given });
  if (!("questions" in item)) throw new Error(JSON.stringify(item));
  return item;
}

describe("率达到目标值：目标不知道，不能拿100%当目标", () => {
  test.each([
    ["满意度", "满意度达到目标值得10分，每低1个百分点扣1分，扣完为止。"],
    ["就业率", "就业率不低于目标值的得10分，每低1%扣0.5分。"],
    ["满意度", "满意度≥目标值得10分，每低1个百分点扣1分。"],
    ["通过率", "达到年度目标值的得10分，每低5个百分点扣2分。"],
  ])("%s：“%s”要问", (indicator, clause) => {
    expect(tried(indicator, 10, clause, [indicator, 92, "%"]).kind).toBe("unread");
    // 行里印了目标值的，不用再问。
    expect(readClause(clause, { indicator, weight: 10, hasTarget: true }).state).toBe("read");
  });

  test("按比例的，问它的两个数", () => {
    const clause = "通过率达到目标值的得满分；未达到的按比例得分。";
    expect(tried("通过率", 10, clause, ["通过率", 80, "%"]).points).toBeNull();
    expect(tried("通过率", 10, clause, ["实际完成值", 45, "%"], ["目标值", 50, "%"]).points).toBe(9);
  });

  test.each<readonly [string, number, string, Answer, number]>([
    ["培训人次", 5, "达到目标值得5分；未达到目标值的，每低1%扣0.1分，扣完为止。", ["完成率", 99, "%"], 4.9],
    ["质量达标率", 10, "达到目标值的得10分，达不到的按完成比例得分，完成率低于60%的不得分。", ["完成率", 80, "%"], 8],
    ["满意度", 10, "满意度指标值为≥90%，达到指标值的得10分；每下降1个百分点扣1分。", ["满意度", 88, "%"], 8],
  ])("%s（%s分）“%s”照旧", (indicator, weight, clause, answer, points) => {
    expect(tried(indicator, weight, clause, answer).points).toBe(points);
  }); // prettier-ignore
});

describe("绝对值写在每一步的前面", () => {
  test.each([
    ["预算调整率=0，计4分；预算调整率绝对值每增加2个百分点，扣0.5分，扣完为止。", -4, 3],
    ["预算调整率=0，计4分；预算调整率绝对值每增加2个百分点，扣0.5分，扣完为止。", 4, 3],
    ["预算调整率为0的得满分，绝对值每增加1个百分点扣0.5分。", -4, 2],
  ])("“%s”%s%%", (clause, value, points) => {
    expect(tried("预算调整率", 4, clause, ["预算调整率", value, "%"]).points).toBe(points);
  });
});

describe("只有一个编号的，编号不是话", () => {
  const clause = "完成培训500人次得5分，每少10人次扣0.5分，扣完为止。";
  test.each(["", "1.", "1、", "（1）", "(一)", "一、", "①", "3."])("“%s”", (mark) => {
    const item = tried("产出数量", 5, `${mark}${clause}`, ["培训人次", 480, "人次"]);
    expect([item.points, item.questions.map(({ label }) => label)]).toEqual([4, ["完成培训"]]);
  });
});

describe("问的是少了几个，还是做了几个，分不清的要问", () => {
  test.each([
    "计划完成20场，实际完成每少1场扣0.6分。",
    "每季度召开1次会议，全年不少于4次，每少1次扣1.5分。",
    "报送信息应达50条，少报的每条扣0.1分。",
    "全年培训30人，每2人未到扣0.5分。",
  ])("“%s”", (clause) => {
    expect(tried("完成情况", 6, clause).kind).toBe("unread");
  });
  test("“自合同签订之日起2个工作日内……每发现1个超期”照旧", () => {
    const clause = "自合同签订之日起2个工作日内备案公开，每发现1个超期的扣0.5分。";
    expect(tried("备案", 2, clause, ["超期", 1, "个"]).points).toBe(1.5);
  });
});

describe("括号里、别的行的分", () => {
  test.each([
    "每发现1项违规问题（无预算单位得基本分），扣2分",
    "支付率≥95%的（无预算单位得基本分），得6分；支付率＜95%得3分。",
    "每发现1项违规问题扣2分，与第3条不重复扣分。",
    "得分率10%以内的扣1分，10%以上的不得分。",
  ])("“%s”要问", (clause) => {
    expect(tried("支付情况", 6, clause).kind).toBe("unread");
  });
});

describe("只写扣分的分档：一个也没有的不扣", () => {
  test.each<readonly [clause: string, answer: Answer, points: number]>([
    ["逾期5个工作日以内扣1分，逾期5-10个工作日扣2分，逾期10个工作日以上不得分。", ["逾期", 0, "工作日"], 6],
    ["逾期5个工作日以内扣1分，逾期5-10个工作日扣2分，逾期10个工作日以上不得分。", ["逾期", 1, "工作日"], 5],
    ["逾期5个工作日以内扣1分，逾期5-10个工作日扣2分，逾期10个工作日以上不得分。", ["逾期", 7, "工作日"], 4],
    ["超支10%以内的扣1分，超支10%以上的不得分。", ["超支", 0, "%"], 6],
    ["超支10%以内的扣1分，超支10%以上的不得分。", ["超支", 0.1, "%"], 5],
  ])("“%s”", (clause, answer, points) => {
    expect(tried("及时性", 6, clause, answer).points).toBe(points);
  }); // prettier-ignore
});

describe("达到（目标）一档，别的各档是目标的百分之几", () => {
  const clause = "达到得20分，90%以上得15分，90%以下不得分";
  const read = (indicator: string, words: string): string[] => {
    const reading = readClause(words, { indicator, weight: 20, hasTarget: true });
    return reading.state === "read" ? reading.asks.map(({ label }) => label) : [reading.state];
  };

  test.each([
    ["修路里程", clause],
    ["培训人数", "完成得20分，完成80%以上得15分，80%以下不得分"],
    ["优良率", "达到目标值的得满分，完成率90%以上得15分，完成率90%以下不得分"],
  ])("%s：“%s”问完成率", (indicator, words) => {
    expect(read(indicator, words)).toEqual(["完成率"]);
  });

  test.each([
    ["优良率", clause],
    ["运行成本", clause],
    ["修路里程", "优良率达到目标值得20分，90%以上得15分，90%以下不得分"],
    ["修路里程", "达到得20分，满意度90%以上得15分，90%以下不得分"],
  ])("%s：“%s”是哪一个百分数没有说，整条不读", (indicator, words) => {
    expect(read(indicator, words)).toEqual(["unread"]);
  });

  test("行里没有目标值的不读", () => {
    expect(readClause(clause, { indicator: "修路里程", weight: 20 }).state).toBe("unread");
  });
});

describe("完成率的分档里写着按完成率计分、酌情扣分", () => {
  test.each<readonly [string, number, number | null]>([
    ["完成率低于60%的不得分，60%及以上的按完成率计分", 60, 6],
    ["完成率低于60%的不得分，60%及以上的按完成率计分", 59, 0],
    ["完成率低于60%的不得分，60%及以上的按完成率计分", 120, 10],
    ["完成率≥100%得满分；60%（含）至100%按完成率计分；低于60%不得分；超过150%的不得分", 151, 0],
    ["完成率≥100%得满分；低于100%按完成率计分；超过150%的，按偏离程度扣分", 150, 10],
    ["完成率≥100%得满分；低于100%按完成率计分；超过150%的，按偏离程度扣分", 151, null],
    ["完成率≥100%得满分；低于100%按完成率计分；超过150%的扣1-3分", 151, null],
    ["完成率≥100%得满分；低于100%按完成率计分；超过150%的扣1-3分", 80, 8],
  ])("“%s”，完成率%s%%", (words, rate, points) => {
    expect(tried("培训人数", 10, words, ["完成率", rate, "%"]).points).toBe(points);
  });

  test.each([
    ["利用率", "利用率80%以上得满分，60%-80%按完成率计分，60%以下不得分"],
    ["培训人数", "完成率达到90%得满分，否则按比例计分，低于60%不得分"],
    ["培训人数", "完成率低于60%的酌情扣分，60%以上的酌情给分"],
  ])("%s：“%s”整条不读", (indicator, words) => {
    expect(readClause(words, { indicator, weight: 10 }).state).toBe("unread");
  });
});
