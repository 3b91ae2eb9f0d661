import { readFile } from "node:fs/promises";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readClause } from "../../src/clause/readClause";
import { printedClauses, type PrintedClause } from "../support/printedClauses";

const wordings = JSON.parse(
  await readFile(new URL("../cases/clauseWordings.json", import.meta.url), "utf8"),
) as readonly PrintedClause[];

type Read = Extract<ReturnType<typeof readClause>, { state: "read" }>;

/** Read, and not by a person's judgement alone; null otherwise. */
function ruleOf({ indicator, weight }: PrintedClause, clause: string): Read | null {
  const reading = readClause(clause, { indicator, weight });
  return reading.state === "read" && reading.criterion.kind !== "judgement" ? reading : null;
}

const bases = [...wordings, ...printedClauses].flatMap((one) => {
  const rule = ruleOf(one, one.clause);
  return rule === null ? [] : [{ ...one, rule }];
});

const labelsOf = (rule: Read): readonly string[] =>
  rule.asks.flatMap(({ label, choices = [] }) => [label, ...choices]);

/** Where else a sentence may stand: in front, behind, between two, in brackets behind points, before 否则. */
function placed(clause: string, sentence: string, place: number): string {
  const ends = Array.from(
    clause.matchAll(/[。；\n]|(?<=[分值])，|(?=，否则)/gu),
    ({ index, 0: sign }) => index + sign.length,
  );
  const points = Array.from(clause.matchAll(/(?<=\d分)(?=[，。；\n]|$)/gu), ({ index }) => index);
  const texts = [
    `${sentence}。${clause}`,
    `${sentence}；${clause}`,
    `${clause.replace(/[。；]$/u, "")}，${sentence}。`,
    `${clause.replace(/[。；]$/u, "")}；${sentence}。`,
    `${clause}\n${sentence}。`,
    ...ends.map((at) => {
      const sign = clause.charAt(at - 1);
      return `${clause.slice(0, at)}${sentence}${/[。；，\n]/u.test(sign) ? sign : "，"}${clause.slice(at)}`;
    }),
    ...points.map((at) => `${clause.slice(0, at)}（${sentence}）${clause.slice(at)}`),
  ];
  return texts[place % texts.length] ?? clause;
}

/** Some of the row, or something that may be so of it. */
const cases = [
  "存在虚报数据的", "涉及多个项目的", "当年新增项目", "下属单位有1家未达标的", "有负面舆情的", "项目延期", "资料不全的",
  "被审计部门通报的", "没有相关业务的", "超额完成的", "获得省级表彰的", "对弄虚作假的部门", "如有投诉经查实", "群众投诉超过3起的", "因机构改革未开展的",
] as const; // prettier-ignore
/** None of them is a rule of the kinds that are read: each leaves the clause unread, wherever it stands. */
const unreadable = [
  ...["得分打八折", "按该指标分值的80%计", "得分×0.8", "×80%", "按七折计", "折半计算", "减半计分", "按半数计分", "乘系数0.9", "按60%折算"],
  ...["得分不超过60%", "上限为权重的80%", "不得高于良", "不得评为优秀", "至多得0.3分", "最高只能得0.3分", "不得任何分", "扣分上限为0.3分"],
  ...["最低得0.1分", "至少得0.1分", "保底0.1分", "可得负分", "保留0.1分", "给予基础分0.1分"],
  ...["另加0.3分", "增加0.3分", "加计0.3分", "再得0.3分", "多得0.3分", "得分上浮10%", "每超10%加0.5分"],
  ...["允许迟报2次", "可允许3天内不扣分", "首次不扣分", "前2次不扣分", "可免责", "视同完成", "视同满分", "按完成计", "不参与评分", "免予考核", "不计入扣分"],
  ...["由评价小组核定得分", "按平均分计", "按项目平均得分计算", "取最低分", "就低计分", "按未完成计", "按未达标处理", "降一档", "给中间分", "按良好档计分", "按权重计分", "以抽查结果为准", "只计一次", "得分相应调减", "不重复得分", "参照执行", "按次年标准评分"],
  ...["从总分中扣2分", "双倍扣分", "加重扣分", "按零分计算", "判为零分", "该项为0"],
] as const; // prettier-ignore
const whole = [
  "以上各项只取最高分", "按自评得分与复核得分孰低计分", "最终得分=上述得分×0.9", "允许迟报1次", "以通过验收为前提", "各项得分取平均", "专家评分占30%",
  "该项实际得分为上述得分的90%", "扣分可为负数", "得分按80%计入", "仅适用于一级预算单位", "难度系数为1.2", "按季度平均得分计算",
] as const; // prettier-ignore

describe("任何位置多一句改变得分的话", () => {
  const sentence = fc.oneof(
    { weight: 1, arbitrary: fc.constantFrom(...whole) },
    {
      weight: 5,
      arbitrary: fc
        .tuple(fc.constantFrom(...cases), fc.constantFrom("，", "，一律", ""), fc.constantFrom(...unreadable))
        .map((words) => words.join("")),
    },
  );
  const longer = fc
    .tuple(fc.constantFrom(...bases), sentence, fc.nat(200))
    .map(([base, said, place]) => ({ base, said, clause: placed(base.clause, said, place) }));

  test("读不通，不会当作没有，也不会成为档次、条件或问题的一部分", () => {
    fc.assert(
      fc.property(longer, ({ base, said, clause }) => {
        const rule = ruleOf(base, clause);
        if (rule !== null) throw new Error(`“${said}”之后照样读作${rule.criterion.kind}：${clause}`);
      }),
      { numRuns: 6000 },
    );
  });
});

describe("任何位置多一句读得懂的否决、扣分", () => {
  const effects = ["本项不得分", "该项得0分", "一票否决", "酌情扣分", "扣1-3分", "每发现1次扣0.1分"] as const;
  const said = fc.tuple(
    fc.constantFrom("存在虚报数据的", "资料造假的", "被约谈的"),
    fc.constantFrom(...effects),
  );
  test("或者读不通，或者另有一问，问的是它自己的话", () => {
    fc.assert(
      fc.property(fc.constantFrom(...bases), said, fc.nat(200), (base, [of, effect], place) => {
        const clause = placed(base.clause, `${of}，${effect}`, place);
        const rule = ruleOf(base, clause);
        if (rule === null) return;
        const known = labelsOf(base.rule);
        const fresh = labelsOf(rule).filter((label) => !known.includes(label));
        const own = of.replace(/的$/u, "");
        expect([
          clause,
          rule.asks.some(({ label, question }) => `${label}${question}`.includes(own)),
        ]).toEqual([clause, true]);
        const stated = fresh.filter(
          (label) => /扣\d|酌情|不得分|否决|得0分/u.test(label) && !/评定/u.test(label),
        );
        expect([clause, stated]).toEqual([clause, []]);
      }),
      { numRuns: 3000 },
    );
  });
});
