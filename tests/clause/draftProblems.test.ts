import { describe, expect, test } from "vitest";
import type { RuleDraft } from "../../src/clause/drafts/ruleDraft";
import { draftKinds, emptyDraft, layOut, retyped, withoutRow, withRow } from "../../src/clause/editDraft";
import { draftOf } from "../../src/clause/draftOf";
import { readClause } from "../../src/clause/readClause";
import { wordDraft } from "../../src/clause/wordDraft";

const context = { indicator: "预算执行率", weight: 10 };

/** A draft with these fields typed, by place; rows are added as far as they are named. */
function filled(kind: RuleDraft["kind"], typed: Readonly<Record<string, string>>): RuleDraft {
  return Object.entries(typed).reduce((draft, [at, text]) => {
    const row = Number(at.split(".", 1)[0]);
    return retyped(row >= draft.rows.length ? withRow(draft) : draft, at, text);
  }, emptyDraft(kind));
}

const words = (draft: RuleDraft, weight: number | null = 10): string => {
  const written = wordDraft(draft, { ...context, weight });
  return "words" in written
    ? written.words
    : written.problems.map(({ at, problem }) => `${at}：${problem}`).join("\n");
};

const two = { measure: "预算执行率", "0.from": "95", "0.points": "满分", "1.to": "95", "1.points": "不得分" };
const steps = { measure: "预算执行率", from: "95", step: "1", points: "0.5" };

describe("填好的评分标准写成文字", () => {
  test.each<readonly [RuleDraft["kind"], Readonly<Record<string, string>>, string]>([
    ["bands", two, "预算执行率≥95%的，得满分；预算执行率＜95%的，不得分。"],
    [
      "bands",
      { ...two, "1.from": "80%", "1.points": "６分", "2.to": "80", "2.points": "20%" },
      "预算执行率≥95%的，得满分；预算执行率≥80%且＜95%的，得6分；预算执行率＜80%的，得分值的20%。",
    ],
    [
      "bands",
      {
        measure: "投诉件数",
        unit: "件",
        "0.from": "0",
        "0.to": "0",
        "0.toIn": "含",
        "0.points": "10",
        "1.from": "1",
        "1.points": "0",
      },
      "投诉件数=0件的，得10分；投诉件数≥1件的，不得分。",
    ],
    ["stepped", steps, "预算执行率达到95%，得满分；每低1%扣0.5分，扣完为止。"],
    [
      "stepped",
      {
        ...steps,
        begun: "ceiling",
        nothingBeyond: "60",
        veto: "存在虚列支出的",
        definition: "预算执行率=支出数/预算数×100%。",
      },
      "预算执行率=支出数/预算数×100%。预算执行率达到95%，得满分；每低1%扣0.5分，不足1%的按1%扣，扣完为止；低于60%不得分。存在虚列支出的，本项得0分。",
    ],
    [
      "stepped",
      {
        measure: "办理时间",
        unit: "工作日",
        direction: "above",
        from: "30",
        step: "5",
        points: "5%",
        begun: "floor",
      },
      "办理时间不超过30工作日，得满分；每超5工作日扣分值的5%，不足5工作日的不扣，扣完为止。",
    ],
    [
      "deduct",
      { "0.thing": "违规", "0.points": "0.5", "1.thing": "逾期", "1.unit": "天", "1.points": "0.2" },
      "每发现1项违规扣0.5分；每逾期1天扣0.2分，扣完为止。",
    ],
    [
      "deduct",
      { "0.thing": "发生安全事故", "0.unit": "起", "0.points": "5" },
      "发生安全事故的，每1起扣5分，扣完为止。",
    ],
    [
      "ratio",
      { measure: "预算执行率", nothingBelow: "60" },
      "得分=预算执行率×分值，最高不超过分值；预算执行率低于60%的，不得分。",
    ],
    [
      "meet",
      { "0.condition": "按时公开", "1.condition": "报送及时" },
      "按时公开，且报送及时的，得满分，否则不得分。",
    ],
    [
      "levels",
      { "0.name": "优", "0.points": "满分", "1.name": "良", "1.points": "60%" },
      "优的，得10分；良的，得6分。",
    ],
  ])("%s %j", (kind, typed, expected) => {
    expect(words(filled(kind, typed))).toBe(expected);
  });
});

describe("填得不对的，说明是哪一格、怎么改", () => {
  test.each<readonly [string, RuleDraft, string]>([
    ["什么都没填", emptyDraft("bands"), "measure：还没有填写看哪一个数。"],
    ["没有界限", emptyDraft("bands"), "0.from：上限和下限至少要填一个。"],
    ["重叠", filled("bands", { ...two, "1.to": "97" }), "0.from：第2档和第1档有重叠"],
    ["有空当", filled("bands", { ...two, "1.to": "90" }), "0.from：第2档和第1档之间从90%到95%没有写得几分"],
    ["两档都含", filled("bands", { ...two, "1.toIn": "含" }), "0.fromIn：95%同时在第2档和第1档里"],
    ["两档都不含", filled("bands", { ...two, "0.fromIn": "不含" }), "0.fromIn：95%不在第2档和第1档里"],
    ["没有最低一档", filled("bands", { ...two, "1.from": "50" }), "1.from：低于50%的没有写得几分"],
    ["没有最高一档", filled("bands", { ...two, "0.to": "99" }), "0.to：高于99%的没有写得几分"],
    ["多于分值", filled("bands", { ...two, "0.points": "12" }), "0.points：12分多于分值10分"],
    ["少于分值", filled("bands", { ...two, "0.points": "8" }), "0.points：最好的一档应当得满分（10分）"],
    ["不是数", filled("bands", { ...two, "0.from": "九成" }), "0.from：“九成”不是一个百分数"],
    ["另一个单位", filled("bands", { ...two, unit: "天" , "0.from": "95%"}), "0.from：“95%”不是一个数，单位天"],
    ["各档一样", filled("bands", { ...two, "0.points": "不得分" }), "null：各档得分相同"],
    ["一步为0", filled("stepped", { ...steps, step: "0" }), "step：每相差的数应大于0"],
    ["没有填一步", filled("stepped", { ...steps, step: "" }), "step：还没有填写每相差的数"],
    ["扣0分", filled("stepped", { ...steps, points: "0" }), "points：扣的分应大于0"],
    ["不得分的界限在达标的一边", filled("stepped", { ...steps, nothingBeyond: "96" }), "nothingBeyond：应小于得满分的数"],
    ["两边都扣又有界限", filled("stepped", { ...steps, direction: "both", nothingBeyond: "60" }), "nothingBeyond：两边都扣分的"],
    ["公式不是公式", filled("stepped", { ...steps, definition: "按实际支出算" }), "definition：没有读成计算公式"],
    ["同一种情形两次", filled("deduct", { "0.thing": "违规", "0.points": "1", "1.thing": "违规", "1.points": "2" }), "1.thing：与第1种相同"],
    ["没有情形", filled("deduct", { "0.points": "1" }), "0.thing：还没有填写扣分的情形"],
    ["界限过大", filled("ratio", { measure: "预算执行率", fullFrom: "120" }), "fullFrom：应大于0、不超过100"],
    ["界限颠倒", filled("ratio", { measure: "预算执行率", nothingBelow: "90", fullFrom: "80" }), "fullFrom：应大于不得分的界限"],
    ["没有条件", emptyDraft("meet"), "0.condition：还没有填写条件"],
    ["最好的不是满分", filled("levels", { "0.name": "优", "0.points": "8", "1.name": "良", "1.points": "6" }), "0.points：最好的一档应当得满分（10分）"],
    ["从差到好", filled("levels", { "0.name": "优", "0.points": "10", "1.name": "良", "1.points": "2", "2.name": "中", "2.points": "6" }), "2.points：得分多于上一档"],
    ["同名", filled("levels", { "0.name": "优", "0.points": "10", "1.name": "优", "1.points": "2" }), "1.name：与第1档同名"],
    ["条件里带着分", filled("meet", { "0.condition": "按时公开得3分" }), "null：填的名称或说法写进评分标准后读不准"],
    ["名称里带着界限", filled("stepped", { ...steps, measure: "预算执行率≥80%，资金到位率" }), "null：填的名称或说法写进评分标准后读不准"],
    ["一票否决里带着分", filled("stepped", { ...steps, veto: "受到通报的减半计分" }), "null：填的名称或说法写进评分标准后读不准"],
  ])("%s", (_, draft, problem) => {
    expect(words(draft)).toContain(problem);
  }); // prettier-ignore

  test("没有分值的行，档次算不出分", () => {
    const draft = filled("levels", { "0.name": "优", "0.points": "满分", "1.name": "良", "1.points": "60%" });
    expect(words(draft, null)).toContain("这一行没有分值");
  });
});

describe("填的一张表", () => {
  test.each(draftKinds)("$title 的每一格都画得出、改得动", ({ kind }) => {
    const draft = withRow(emptyDraft(kind));
    const all = ({ fields, rows, veto }: ReturnType<typeof layOut>) => [
      ...fields,
      ...(rows?.each.flat() ?? []),
      veto,
    ];
    for (const { at, choices, label } of all(layOut(draft))) {
      expect(label).not.toBe("");
      const text = choices?.at(-1)?.value ?? "改过";
      const changed = all(layOut(retyped(draft, at, text)));
      expect(changed.filter((field) => field.text === text).map((field) => field.at)).toContain(at);
      const before = all(layOut(draft));
      expect(changed.filter((field, index) => field.text !== before[index]?.text).length).toBeLessThanOrEqual(
        1,
      );
    }
  });

  test("加一行、去一行，其余不动", () => {
    const draft = filled("deduct", { "0.thing": "违规", "1.thing": "漏报" });
    expect(withoutRow(withRow(draft), 2)).toEqual(draft);
    expect(layOut(withoutRow(draft, 0)).rows).toMatchObject({
      mayDrop: false,
      each: [[{ text: "漏报" }, {}, {}]],
    });
    expect(layOut(draft).rows?.mayDrop).toBe(true);
  });

  test("原文说不清的填进来，改清楚才写得出", () => {
    const clause = "执行率90%以上得10分，80%-90%得8分，80%以下得0分。";
    const draft = draftOf(clause, readClause(clause, context), context) ?? emptyDraft("meet");
    expect(words(draft)).toBe(
      "1.fromIn：80%同时在第3档和第2档里，请把其中一头改为“不含”。\n0.fromIn：90%同时在第2档和第1档里，请把其中一头改为“不含”。",
    );
    const clear = retyped(retyped(draft, "1.toIn", "不含"), "2.toIn", "不含");
    expect(words(clear)).toBe("执行率≥90%的，得10分；执行率≥80%且＜90%的，得8分；执行率＜80%的，不得分。");
  });

  test.each([
    ["分项的", "1.制度健全（6分）；2.档案齐备（4分）。"],
    ["对着目标值的", "达到目标值得10分；未达到目标值的，每低1%扣0.1分，扣完为止。"],
    ["酌情的", "根据完成情况酌情评分。"],
    ["没有读懂的", "优秀的得10分，被通报的减半计分。"],
  ])("%s不填，由人改写文字", (_, clause) => {
    expect(draftOf(clause, readClause(clause, context), context)).toBeNull();
  });
});

describe("问题的叫法", () => {
  test.each([
    ["报送及时的，得满分，否则不得分。", "报送及时"],
    ["每发现1次公开不及时扣1分，扣完为止。", "公开不及时"],
    ["如实填报，且对外公开的，得满分，否则不得分。", "如实填报,且对外公开"],
    ["每发现1起违规行为扣1分，扣完为止。", "违规行为"],
    ["对公开及时的，得满分，否则不得分。", "公开及时"],
  ])("%s", (clause, label) => {
    const reading = readClause(clause, context);
    expect(reading.state === "read" ? reading.asks.map((spec) => spec.label) : []).toEqual([label]);
  });
});
