import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { guangzhou2023 } from "../../src/editions/guangzhou2023/edition";
import { matchPhrases } from "../../src/facts/matchPhrases";
import { readCell } from "../../src/words/readCell";
import { editionRow } from "../support/editionRow";
import { readCases } from "../support/readCases";
import { takenFrom } from "./factsIn";
import { foundIn } from "./quotedAs";

type Case = readonly [row: string, words: string, points: number | "ask"];
const cells = [
  ...(readCases("ordinaryCells") as readonly Case[]),
  ...(readCases("misleadingCells") as readonly Case[]),
];
const statements = guangzhou2023.rows.flatMap(({ id, words }) =>
  words
    .filter(
      ({ wordClass, fixed, offered }) => wordClass === "statement" && fixed !== undefined && offered !== true,
    )
    .filter(({ fixed }) => fixed !== "否")
    .map(({ key, example }) => ({ id, key, example })),
);

const denies = ["2个单位未完成", "有1家未按规定办理", "尚有3项没有落实", "存在个别遗漏的情况"];
const limits = ["仅限机关本级", "除2个单位外", "其余暂缓", "个别单位除外", "部分单位逾期"];
const counts = ["另有1项漏报", "漏报2项", "超期3笔", "2台设备不符合标准", "1起经查证属实"];

describe("说了一件事，后面又说了别的", () => {
  it.each(["，", "；", "。", "，但", "，其中"])(
    "加一句否定、限制或者计数的话（%s），原来的话不再直接采用",
    (join) => {
      for (const { id, key, example } of statements) {
        for (const spoil of [...denies, ...limits, ...counts]) {
          const words = `${example}${join}${spoil}。`;
          expect([words, takenFrom(id, words)[key]]).toEqual([words, undefined]);
        }
      }
    },
  );
});

/** One statement for each row that alone gives its facts; a figure is as much one as a sentence that all is well. */
const sufficient: Readonly<Record<string, string>> = {
  output: "产出指标完成率为100%",
  benefit: "效益指标完成率为100%",
  budgetExecution: "年度平均执行率为100%",
  specialResult: "专项资金绩效指标完成率为100%",
  specialExecution: "专项资金支出率为100%",
  preEvaluation: "本年度没有新增项目",
  carryover: "结余结转率为5%",
  financialCompliance: "未发现有关问题",
  budgetDisclosure: "预决算均在批复后20日内公开，检查未发现问题",
  performanceDisclosure: "绩效目标、绩效自评资料均在规定时间公开",
  systemBuilding: "制度明确机关各处室、机关与下属单位的绩效职责分工",
  resultUse: "监控预警提醒信息均已及时反馈处理",
  systemExecution: "部门整体预算绩效目标未被财政部门回退",
  intentionComplete: "采购意向100%公开",
  intentionTiming: "采购意向均在采购活动开始前30日公开",
  procurementControls: "已建立政府采购内部控制管理制度",
  procurementCompliance: "没有投诉",
  contractSigning: "合同签订及时率为100%",
  contractFiling: "采购合同均在签订之日起2个工作日内备案公开",
  procurementPolicy: "预留500万元，实际面向中小企业采购500万元",
  assetAllocation: "办公用房、办公设备均符合标准",
  assetIncome: "处置收益、租金均及时上缴",
  assetInventory: "已进行资产盘点并完成结果处理",
  dataQuality: "国有资产年报数据完整、准确",
  assetCompliance: "有内部管理规程",
  assetUse: "固定资产利用率为95%",
  overhead: "公用经费控制率为-5%",
};
/** The facts of a form of 2023. */
function takenIn(id: string, words: string): Readonly<Record<string, unknown>> {
  const found = Array.from(foundIn(id, words));
  return Object.fromEntries(found.flatMap(([key, one]) => ("value" in one ? [[key, one.value]] : [])));
}
const rows = Object.entries(sufficient).map(
  ([id, words]) => [id, words, Object.keys(takenIn(id, words))] as const,
);

/** S: the statement. One line for each kind of what is added to it. */
const additions: Readonly<Record<string, string>> = {
  否定所说的:
    "S（不属实） S，不属实 S（并不属实） S，并不成立 S，经核实为虚报 S，与事实不符 S，经查并非如此 S，填写有误 S，不作数 S，无效 S，不通过",
  别人不认可:
    "S，审计不予认可 S。审计不予认可 S，财政局不予确认 S，上级部门未予采纳 S，财政局复核未通过 S，核查发现不实 S，被审计推翻 审计不予认可：S",
  受了处理: "S，被约谈 S，被通报批评 S，被责令改正 S，被退回 S，后撤销 S，已取消 S，已停用",
  没有定:
    "S，待定 S，待年底确认 S，正在核实中 S，尚缺佐证 S，缺少佐证材料 S，材料不全 S，未经审计 S，仍存在不足",
  只是一部分: "S，大部分 S，基本上 S，原则上 S，形式上 S，只有本部 S，另计 S，2项例外 S。仅供参考",
  别的时间:
    "S，属2022年 S，属于2022年度情况 S，属去年情况 S。属上年数据 S，2024年起 S，从2024年开始 S，明年实现 S（2022） 2022年，S",
  数了没有点名的:
    "S，共5起 S，3笔 S，合计2起 S，有2起 S，尚差2项 S，剩2项 S，漏报2项 S，少报一项 S（3） S（0） S（3项）",
  不成样子: "S，不及时 S，不完整 S，滞后 S，拖延 S，晚于要求 S，不合格 S，效果不好",
  别的数: "S，审计确认85% S；财政局核定85% S，应更正为80% S（审计确认85%） S（实际85%）",
  不是报告:
    "规定：S 标准为：S 工作要求：S S。以上为目标 S，是年初目标 S（目标值） S（×） S（约） S（？） S？ 如果S 力争S 很难说S 据反映S 希望S 要求S 《办法》要求S",
  别人的: "各镇S 各区县S 各街道S 学校S 财务科S 某科室S 下属二级单位，S 下属单位：S S（下属单位）",
};

describe("不管什么样的事实，加一句话就要问", () => {
  it("每一行的那句话，单独写时都采用", () => {
    const silent = rows.filter(([, , keys]) => keys.length === 0);
    expect(silent).toEqual([]);
  });

  it.each(Object.entries(additions))("%s：%s", (_, list) => {
    const taken = rows.flatMap(([id, words, before]) =>
      list.split(" ").flatMap((addition) => {
        const cell = `${addition.replace("S", words)}。`.replace("？。", "？");
        const after = Object.keys(takenIn(id, cell));
        return before.every((key) => after.includes(key)) ? [cell] : [];
      }),
    );
    expect(taken).toEqual([]);
  });

  it.each([
    "，情况良好",
    "，符合要求",
    "，详见附件",
    "（见附件）",
    "，未发现异常",
    "，数据真实准确",
    "，得满分",
    "。改进措施：加强管理",
  ])("加的话（%s）什么也没有否定，照样采用", (addition) => {
    const lost = rows.filter(([id, words, before]) => {
      const after = takenIn(id, `${words}${addition}。`);
      return before.some((key) => !(key in after));
    });
    expect(lost).toEqual([]);
  });
});

describe("怎样排版都一样", () => {
  /** What each cell gives as it stands: every other way to set it is held against this. */
  const plain = cells.map(([row, words]) => [row, words, takenFrom(row, words)] as const);
  const cell = fc.constantFrom(...plain);

  const blanks = ["\n", "\r\n", "　", " ", "\u00a0", "\t", "\u200b", "\ufeff", "\u00ad"];

  it("换行、空白、看不见的字不影响", () => {
    fc.assert(
      fc.property(cell, fc.nat(), fc.constantFrom(...blanks), ([row, words, taken], place, blank) => {
        const at = place % (words.length + 1);
        // Between two digits a blank may stand for something that is missing; a line may begin with a number of its own.
        const apart = /\d/u.test(words.charAt(at - 1)) && /\d/u.test(words.charAt(at));
        const item = /^(?:\d{1,2}[.．、)）]|[（(]|[一二三四五六七八九十]|[①-⒛])/u.test(words.slice(at));
        if (apart || item || /[.．]/u.test(words.charAt(at - 1))) return;
        const broken = words.slice(0, at) + blank + words.slice(at);
        expect([broken, takenFrom(row, broken)]).toEqual([broken, taken]);
      }),
      { numRuns: 800 },
    );
  });

  it.each("1. １． 1． 1、 １） （１） (1) ① ⑴ ⒈ ❶ 一、 （一） ㈠ 一是 • · ◆ ★".split(" "))(
    "前面加一个编号（%s）不影响",
    (mark) => {
      for (const [row, words, taken] of plain)
        expect([words, takenFrom(row, mark + words)]).toEqual([words, taken]);
    },
  );

  const shapes: readonly (readonly [of: RegExp, as: readonly string[]])[] = [
    [/％|%/gu, ["％", "﹪"]],
    [/，(?!\d)/gu, [",", "﹐"]],
    [/；/gu, [";", "﹔"]],
    [/：/gu, [":", "﹕", "∶", "︰"]],
    [/、/gu, ["､", "﹑"]],
    [/。/gu, ["｡", "！"]],
    [/（/gu, ["(", "﹙", "[", "［", "【", "〔"]],
    [/）/gu, [")", "﹚", "]", "］", "】", "〕"]],
    [/“/gu, ['"', "＂", "「", "『", "〝", ""]],
    [/”/gu, ['"', "＂", "」", "』", "〞", ""]],
    [/≤/gu, ["≦", "⩽", "<=", "＜＝", "=<"]],
    [/≥/gu, ["≧", "⩾", ">=", "＞＝", "=>"]],
    [/《/gu, ["〈", "<<", "＜＜"]],
    [/》/gu, ["〉", ">>", "＞＞"]],
    [/(?<!\d)-(?=\d)/gu, ["－", "–", "−", "‐", "‑", "﹣"]],
    [/(?<=\d)-(?=\d)/gu, ["－", "–", "−", "~", "～", "—", "─"]],
    [/(?<=\d)\.(?=\d)/gu, ["．"]],
    [/[0-9A-Za-z]+/gu, ["全角"]],
  ];

  it.each(shapes)("%s 换一种字形不影响", (of, as) => {
    const wide = (text: string): string =>
      text.replace(/[0-9A-Za-z]/gu, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
    for (const [row, words, taken] of plain) {
      for (const shape of as) {
        const other = words.replace(of, (sign) => (shape === "全角" ? wide(sign) : shape));
        // Most cells have no such sign, and stay the text that they were.
        if (other !== words) expect([other, takenFrom(row, other)]).toEqual([other, taken]);
      }
    }
  });

  it("标点的宽窄不影响", () => {
    const narrow: Readonly<Record<string, string>> = {
      "，": ",",
      "；": ";",
      "：": ":",
      "（": "(",
      "）": ")",
      "％": "%",
      "“": '"',
      "”": '"',
    };
    for (const [row, words, taken] of plain) {
      // "3，104万元" is two figures, "3,104万元" one.
      const same = words.replace(/[，；：（）％“”]/gu, (sign, at: number) =>
        sign === "，" && /\d/u.test(words.charAt(at + 1)) ? sign : (narrow[sign] ?? sign),
      );
      const wide = words.replace(/[0-9%]/gu, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
      expect([same, takenFrom(row, same)]).toEqual([same, taken]);
      expect([wide, takenFrom(row, wide)]).toEqual([wide, taken]);
    }
  });
});

describe("再长也读得完", () => {
  it.each(["没有投诉。", "未", "2个单位", "(", "《", "，", "利用率为97%；", "10,000", "因"])(
    "一万字的“%s”",
    (piece) => {
      const words = piece.repeat(Math.ceil(10_000 / piece.length));
      expect(readCell(words).text.length).toBeGreaterThan(0);
      for (const id of ["procurementCompliance", "assetUse", "systemExecution"]) {
        const { asks, words: patterns } = editionRow(id);
        matchPhrases(words, asks, patterns, { year: 2023 });
      }
    },
    30_000,
  );

  it("每个分句都指着原文里自己的位置", () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: "binary" }), fc.constantFrom(...cells.map(([, words]) => words))),
        (words) => {
          const cell = readCell(words);
          let last = -1;
          for (const place of cell.at) {
            expect(place).toBeGreaterThanOrEqual(last);
            expect(place).toBeLessThan(words.length);
            last = place;
          }
          expect(cell.at.length).toBe(cell.text.length);
          for (const { from, to } of cell.clauses) expect(from).toBeLessThan(to);
        },
      ),
      { numRuns: 1000 },
    );
  });
});
