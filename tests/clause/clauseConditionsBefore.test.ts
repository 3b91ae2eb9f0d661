import { describe, expect, test } from "vitest";
import { tryItem } from "../../src/app/tryItem";
import { readClause } from "../../src/clause/readClause";

/* What is said in front of the points is a condition of them, unless it only names what is looked at. */

const stateOf = (clause: string) => readClause(clause, { indicator: "管理情况", weight: 4 }).state;

const conditions = [
  "资料完整；手续齐全；",
  "项目立项依据充分；",
  "①制度健全；",
  "采购方式合规。",
  "经费按规定审批；",
  // Done, or to be done, in one row with what follows.
  "项目经过专家论证；",
  "档案已归档；",
  "开展事前评估；",
  "达到考核指标；",
  "实行公开；",
  "按照《采购办法》审批；",
  "应当公开招标；",
  "不得超范围支出；",
  // A quality alone is no name where what follows has its own.
  "完整。",
] as const;
const names = [
  "资料完整性；手续齐全性；",
  "项目立项的依据；",
  "资金到位情况；",
  "完整性。",
  "项目评估；",
  "预算编制；",
] as const;
const rules = [
  "审批合规的，得4分，否则不得分。",
  "审批合规，同时满足得4分，否则不得分。",
  "审批规范得4分，基本规范得2分，不规范得0分。",
  "未发生事故得4分，发生1起扣1分。",
  "满意度≥90%得4分，低于90%不得分。",
  "程序合规的，得4分；否则每发现一处问题扣1分。",
] as const;

const together = (heads: readonly string[], tails: readonly string[]) =>
  heads.flatMap((head) => tails.map((tail) => head + tail));

describe("给分的话前面另有一句", () => {
  test.each(together(conditions, rules))("说的是要做到的，要问：%s", (clause) => {
    expect(stateOf(clause)).not.toBe("read");
  });

  test("一项的名称后面只有数的，照读", () => {
    expect(stateOf("1.及时。达到90%得2分，否则不得分；2.完整。达到95%得2分，否则不得分。")).toBe("read");
  });

  test.each(together(names, rules.slice(2, 5)))("只说看什么，照读：%s", (clause) => {
    expect(stateOf(clause)).toBe("read");
  });
});

describe("程度是档次的一部分", () => {
  const tried = (clause: string, value: string) =>
    tryItem({ id: "1", indicator: "效果", weight: 10, clause, answers: [{ label: "效果", value }] });

  test.each([
    ["生态环境明显改善得10分，有所改善得6分，无改善不得分。", "改善", "明显改善"],
    ["收入显著提高得10分，有所提高得5分，未提高不得分。", "提高", "显著提高"],
    ["机制完全健全得10分，较为健全得6分，不健全不得分。", "健全", "完全健全"],
    ["治安状况大幅好转得10分，略有好转得5分，没有好转不得分。", "好转", "大幅好转"],
  ])("%s：答“%s”要问，答“%s”得满分", (clause, bare, whole) => {
    expect(tried(clause, bare)).toMatchObject({ points: null });
    expect(tried(clause, whole)).toMatchObject({ points: 10, sure: true });
  });

  test("没有程度的，主语以后是档次", () => {
    const clause = "机制健全得10分，基本健全得6分，不健全不得分。";
    expect(tried(clause, "健全")).toMatchObject({ points: 10, sure: true });
  });
});
