import { readFile } from "node:fs/promises";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readClause } from "../../src/clause/readClause";

interface Wording {
  readonly id: string;
  readonly indicator: string;
  readonly weight: number;
  readonly clause: string;
}

const wordings = JSON.parse(
  await readFile(new URL("../cases/clauseWordings.json", import.meta.url), "utf8"),
) as readonly Wording[];

const read = ({ indicator, weight }: Wording, clause: string): ReturnType<typeof readClause> =>
  readClause(clause, { indicator, weight });

/** Only what scores: the words that are quoted and the questions' own names left out. */
const worded = new Set(["clause", "clauses", "kept", "met", "missed", "said", "name", "problem"]);
function scoring(data: unknown): unknown {
  if (Array.isArray(data)) return data.map(scoring);
  if (typeof data !== "object" || data === null) return data;
  return Object.fromEntries(
    Object.entries(data)
      .filter(([key]) => !worded.has(key))
      .map(([key, value]) => [key, scoring(value)]),
  );
}

function criterionOf(wording: Wording, clause: string): string | null {
  const reading = read(wording, clause);
  return reading.state === "read" ? JSON.stringify(scoring(reading.criterion)) : null;
}

/** Read, and not by a person's judgement alone. */
const readable = wordings.filter((wording) => {
  const reading = read(wording, wording.clause);
  return reading.state === "read" && reading.criterion.kind !== "judgement";
});

/** Each of them changes points whatever it stands beside. */
const sentences = [
  "减半计分", "受到通报批评的减半计分", "情节严重的加倍扣分", "被通报的折半", "被通报的得一半", "打八折计分", "得分翻倍",
  "下浮一档", "降低一个档次", "按最低档计分", "就高计分", "取最高者计分", "可累计得分", "特殊情况按80%计",
  "因不可抗力造成的除外", "但因财政原因造成的除外", "被通报的按0计", "没有佐证材料的记为零", "未提供佐证材料的视为0",
  "未提供佐证材料的不予认可", "直接评为差", "在总分中扣2分", "被通报的倒扣2分", "提前完成的加1分", "另奖励0.5分",
  "在此基础上乘以0.8", "再乘以调整系数0.9", "由评价组根据实际赋分", "视情况扣分", "酌情给分", "被通报的扣1-2分",
  "保底1分", "封顶0.3分", "最高不超过0.3分", "累计扣分不超过0.2分", "得50%", "给予70%", "得2/3", "逾期每天减0.5",
  "编报不完整的由评审组酌定", "上级有文件的从其规定", "特殊情况另行确定", "争议由绩效科研究决定",
  "不足1%的按1%扣", "不足1天的不扣分", "逾期一天少得0.2分", "逾期每日-0.5分", "每被通报一次扣0.35分", "新设单位得满分", "涉密的不扣分",
]; // prettier-ignore

/** A case of its own, and what becomes of the points in it: a small grammar of sentences that change them. */
const cases = ["", "有瞒报的", "存在弄虚作假的", "被审计指出问题的，", "未提供佐证材料的，", "逾期两年的", "连续两年未达标的，", "经批准的，", "超过上年的"] as const; // prettier-ignore
const objects = ["", "本项", "该项", "此项成绩", "结果"] as const;
const effects = [
  "归零", "清零", "作废", "取消", "无分", "没有分", "打对折", "砍半", "减四分之一", "乘以系数0.9", "乘0.9", "只给80%", "为原来的80%", "取最低", "取低值",
  "四舍五入取整", "尾数进一", "视为达标", "视同完成", "当作合格", "得负分", "上调一档", "降半档", "由评审组认定", "由主管部门掌握", "不予采信", "不认可",
  "按未完成处理", "不再享受", "不在此列", "以零计", "为0", "全部扣回", "直接拿满", "上限为4", "从严把握",
] as const; // prettier-ignore
/** Said of everything that follows. */
const heads = [
  ...["须同时满足", "取最低值", "任选其一", "满足其一即可", "取平均"].map((rule) => `以下各项${rule}：`),
  ...["预算超过1000万元的部门", "区级部门", "甲类单位", "新设立的单位"].map((whose) => `${whose}：`),
  ...["难度系数1.2。", "任选其一：", "两项中取高者。"],
] as const;
const changing = fc
  .tuple(fc.constantFrom(...cases), fc.constantFrom(...objects), fc.constantFrom(...effects))
  .map((words) => words.join(""));

/** Places behind the first points where a sentence may end. */
function ends(clause: string): readonly number[] {
  return Array.from(clause.matchAll(/(?<=[分值])[。；;\n，]|$/gu), ({ index }) => index);
}

describe("编译评分标准时", () => {
  test("多一句给分扣分的话，就不会当它没有", () => {
    const places = fc
      .constantFrom(...readable)
      .chain((wording) => fc.tuple(fc.constant(wording), fc.constantFrom(...ends(wording.clause))));
    const glue = fc.constantFrom(["；", ""], ["。", ""], ["，", ""], ["\n", ""], ["（", "）"]);
    fc.assert(
      fc.property(places, fc.constantFrom(...sentences), glue, ([wording, at], sentence, [before, after]) => {
        const { clause } = wording;
        const longer = `${clause.slice(0, at)}${before}${sentence}${after}${clause.slice(at)}`;
        const known = criterionOf(wording, clause);
        const now = criterionOf(wording, longer);
        if (now === known) throw new Error(`同样读作：${longer}`);
      }),
      { numRuns: 4000 },
    );
  });

  test("前后多一句改变得分的话，就不会照原样读", () => {
    const longer = fc
      .tuple(fc.constantFrom(...readable), fc.nat(), fc.constantFrom("。", "；", "\n"))
      .chain(([wording, place, stop]) => {
        const behind = changing.map((sentence) => {
          const { clause } = wording;
          const places = Array.from(clause.matchAll(/(?<=[分值])(?=[。；;\n]|$)/gu), ({ index }) => index);
          const at = places[place % places.length] ?? clause.length;
          return `${clause.slice(0, at)}${stop}${sentence}${clause.slice(at)}`;
        });
        const before = fc
          .oneof(
            changing.map((sentence) => sentence + stop),
            fc.constantFrom(...heads),
          )
          .map((said) => said + wording.clause);
        return fc.tuple(fc.constant(wording), fc.oneof(behind, before));
      });
    fc.assert(
      fc.property(longer, ([wording, clause]) => {
        if (criterionOf(wording, clause) === criterionOf(wording, wording.clause))
          throw new Error(`同样读作：${clause}`);
      }),
      { numRuns: 4000 },
    );
  });

  test.each<readonly [string, (clause: string) => string]>([
    ["空格和换行", (clause) => clause.replace(/(?<=[，。；：])/gu, " \u3000").replace(/$/u, "\n ")],
    [
      "全角符号",
      (clause) =>
        clause.replace(/[%(),:;<>+]/gu, (sign) => String.fromCodePoint((sign.codePointAt(0) ?? 0) + 0xfee0)),
    ],
    [
      "全角数字",
      (clause) =>
        clause.replace(/\d/gu, (digit) => String.fromCodePoint((digit.codePointAt(0) ?? 0) + 0xfee0)),
    ],
    ["半角符号", (clause) => clause.replace(/[^①-⑳]/gu, (sign) => sign.normalize("NFKC"))],
    ["引号", (clause) => clause.replace(/^/u, "“”")],
    ["计分", (clause) => clause.replace(/(?<![获取不自考核综合指标项应])得(?=[\d满])/gu, "计")],
    ["记分", (clause) => clause.replace(/(?<![获取不自考核综合指标项应])得(?=[\d满])/gu, "记")],
    [
      "另一种序号",
      (clause) => clause.replace(/[①-⑨]/gu, (mark) => `（${(mark.codePointAt(0) ?? 0) - 0x245f}）`),
    ],
    ["不等号的另一种字", (clause) => clause.replaceAll("≤", "≦").replaceAll("≥", "≧")],
  ])("%s不改变读法", (_, change) => {
    const changed = readable.filter(({ clause }) => change(clause) !== clause);
    const differing = changed.filter((wording) => {
      const inline = /[^\n。；：]\s*[①-⑨]/u.test(wording.clause);
      return !inline && criterionOf(wording, change(wording.clause)) !== criterionOf(wording, wording.clause);
    });
    expect(changed.length).toBeGreaterThan(5);
    expect(differing.map(({ clause }) => clause)).toEqual([]);
  });

  test("什么文字都不出错", () => {
    const bits = fc.constantFrom(
      "得", "计", "扣", "分", "满分", "每", "超过", "低于", "（含）", "（", "）", "%", "‰", "≤", "＜", "＝", "=", "×", "/", "÷", "-", "±",
      "1", "2.5", "100", "0", "一", "①", "1.", "（2）", "否则", "不得分", "扣完为止", "最高", "按比例", "得分=", "率", "完成率", "；", "。", "，", "\n", "：", "各占", "50%", "以上", "之间", "至", "本项", "权重", "酌情",
    ); // prettier-ignore
    const text = fc.array(
      fc.oneof({ weight: 9, arbitrary: bits }, fc.string({ unit: "grapheme", maxLength: 3 })),
      {
        maxLength: 60,
      },
    );
    fc.assert(
      fc.property(text, fc.option(fc.double({ min: 0.1, max: 100, noNaN: true })), (parts, weight) => {
        const clause = parts.join("");
        const reading = readClause(clause, { indicator: "预算执行率", weight });
        for (const { from, to } of reading.pieces) {
          expect(from).toBeGreaterThanOrEqual(0);
          expect(to).toBeLessThanOrEqual(clause.length);
        }
        if (reading.state === "unread") expect(reading.unread.length).toBeGreaterThan(0);
        if (reading.state === "read")
          for (const { key, instead } of reading.questions)
            for (const one of [key, ...instead]) expect(reading.asks.map((spec) => spec.key)).toContain(one);
      }),
      { numRuns: 5000 },
    );
  });
});
