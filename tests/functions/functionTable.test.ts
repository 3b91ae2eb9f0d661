import { describe, expect, test } from "vitest";
import type { Argument, FunctionResult } from "../../src/functions/argument";
import { functionTable, type FunctionName } from "../../src/functions/functionTable";

function call(name: FunctionName, ...args: readonly Argument[]): FunctionResult {
  return functionTable[name](args);
}

function errorOf(result: FunctionResult): string {
  return typeof result === "object" ? result.error : `没有出错：${result}`;
}

function messageOf(result: FunctionResult): string {
  return typeof result === "object" ? result.message : "";
}

type Case = readonly [name: FunctionName, args: readonly Argument[], expected: number | string];

const signing = [
  "合同签订及时率=100%，得3分；",
  "90%≤合同签订及时率<100%，得2分；",
  "80%≤合同签订及时率<90%，得1分；",
  "合同签订及时率<80%，不得分。",
].join("\n");
const leftOver =
  " 结余结转率=年末/（年初+拨款）×100%\n 1.结余结转率≤10%的，得2分；\n 2.10%＜结余结转率≤20%的，得1分；\n 3.20%＜结余结转率≤30%的，得0.5分\n 3.结余结转率＞30%的，得0分。";

const works: readonly Case[] = [
  ["EXECRATE", [[[1.04], [1], [0.98]]], 2.98 / 3],
  ["EXECRATE", [[[1, "99.83%", "", ""]], null], (1 + 0.9983) / 2],
  ["EXECRATE", [[[1, "99.83%", null, ""]], 2], (1 + 0.9983) / 2],
  ["EXECRATE", [[[null], [0], ["９９.８３％"]], 2], 0.9983 / 2],
  ["EXECRATE", [[[1], [1]], "10个月"], 0.2],
  ["COMPLETION", ["28万人以上", "33.01 万人"], 1.17892857143],
  ["COMPLETION", ["≤2%", "0%"], 1],
  ["COMPLETION", ["五个子项目", "五个子项目"], 1],
  ["COMPLETION", ["90%-95%", "97%"], 1],
  ["COMPLETION", ["控制在90%-95%之间", "97%"], 95 / 97],
  ["COMPLETION", [1, 12], 12],
  ["COMPLETIONSCORE", [0, 10], 0],
  ["COMPLETIONSCORE", [0.5999, 10], 0],
  ["COMPLETIONSCORE", [0.6, 10], 6],
  ["COMPLETIONSCORE", [0.65, 10], 6.5],
  ["COMPLETIONSCORE", ["96.57%", "10 分"], 9.657],
  ["COMPLETIONSCORE", [0.9999, 10], 9.999],
  ["COMPLETIONSCORE", [1, 10], 10],
  ["COMPLETIONSCORE", [1.49697, 10], 10],
  ["COMPLETIONSCORE", [4.95 / 3.3, 10], 10],
  ["COMPLETIONSCORE", [1.5001, 10], 5],
  ["COMPLETIONSCORE", [6.85, 10], 5],
  ["COMPLETIONSCORE", [10, 10], 5],
  ["COMPLETIONSCORE", ["1200%", 10], 5],
  ["TIERSCORE", ["达成", 0.8, 10], 8],
  ["TIERSCORE", ["达成", "100%", 10], 10],
  ["TIERSCORE", ["部分达成", 0.6, "10分"], 6],
  ["TIERSCORE", ["未达成", 0, 10], 0],
  ["RATESCORE", [0.99983, 5], 4.99915],
  ["RATESCORE", [1.12574, "1"], 1],
  ["RATESCORE", ["1200%", 5], 5],
  ["RATESCORE", [0, 5], 0],
  ["CARRYOVER", [0, 0, 100, 0], 0],
  ["CARRYOVER", ["100万元", "200万元", "700万元", "100万元"], 0.1],
  ["CONTROLRATE", [42458.37, 51356.63], (42458.37 - 51356.63) / 51356.63],
  ["BANDSCORE", [0.1, leftOver], 2],
  ["BANDSCORE", [0.1001, leftOver], 1],
  ["BANDSCORE", ["20%", leftOver], 1],
  ["BANDSCORE", [0.3001, leftOver], 0],
  ["BANDSCORE", ["≤10%", leftOver], 2],
  ["BANDSCORE", [0.95, signing], 2],
  ["BANDSCORE", [1, signing], 3],
  ["BANDSCORE", [0.7999, signing], 0],
  ["BANDSCORE", [0.2001, "≤10%:2;≤20%:1;≤30%:0.5;>30%:0"], 0.5],
  ["BANDSCORE", ["＞30%", "≤10%:2;≤20%:1;≤30%:0.5;>30%:0"], 0],
  ["STEPSCORE", [-0.1733, 2, 0.05, 0.5], 2],
  ["STEPSCORE", [0.0499, 2, 0.05, 0.5], 2],
  ["STEPSCORE", [0.05, 2, 0.05, 0.5, null, null], 1.5],
  ["STEPSCORE", [0.15, 2, "5%", "0.5分"], 0.5],
  ["STEPSCORE", [1.255, 2, 0.05, 0.5], 0],
  ["STEPSCORE", ["≤0", "2 分", 0.05, 0.5], 2],
  ["STEPSCORE", [0.0001, 2, 0.05, 0.5, 0, "ceiling"], 1.5],
  ["STEPSCORE", [0.0501, 2, 0.05, 0.5, 0, "CEILING"], 1],
  ["STEPSCORE", [0.15, 2, 0.05, 0.5, 0.1], 1.5],
  ["DEDUCTSCORE", [2, 1, 0.5, 0, 0.5, 1, 1], 0.5],
  ["DEDUCTSCORE", ["2分", 5, 0.5], 0],
  ["CHECKSCORE", [5, [["是"], ["不涉及"], ["否"]], [[0.3], [0.3], [0.4]]], 3],
  ["CHECKSCORE", [5, [["是", 0.5]]], 3.75],
  ["CHECKSCORE", [5, [[true], [false]], [["60%"], ["40%"]]], 3],
  ["CHECKSCORE", [7, [["否"], ["是"], ["是"], ["是"], ["是"], ["是"]], [[2, 1, 1, 1, 1, 1]]], 5],
  ["MEETSCORE", ["是", 1], 1],
  ["MEETSCORE", ["否", 1], 0],
  ["MEETSCORE", ["不涉及", "0.5 分"], 0.5],
  ["MEETSCORE", [true, 2], 2],
  ["MEETSCORE", [false, 2], 0],
  ["GRADE", [100], "优"],
  ["GRADE", [90], "优"],
  ["GRADE", [89.99], "良"],
  ["GRADE", [80], "良"],
  ["GRADE", [79.99], "中"],
  ["GRADE", ["60分"], "中"],
  ["GRADE", [59.99], "差"],
  ["GRADE", ["0分"], "差"],
  ["GRADE", [0.5], "差"],
];

const fails: readonly Case[] = [
  ["EXECRATE", [[[1], [0]]], "#N/A"],
  ["EXECRATE", [[[null, ""]], 3], "#N/A"],
  ["EXECRATE", [[[99.83]], 1], "#VALUE!"],
  ["EXECRATE", [[[1], [1], [1]], 2], "#VALUE!"],
  ["EXECRATE", [[[1]], 13], "#VALUE!"],
  ["EXECRATE", [[[1]], 1.5], "#VALUE!"],
  ["EXECRATE", [[["很好"]], 1], "#VALUE!"],
  ["EXECRATE", [[[true]], 1], "#VALUE!"],
  ["COMPLETION", [0, 5], "#N/A"],
  ["COMPLETION", ["显著提高", "100%"], "#N/A"],
  ["COMPLETION", [null, 5], "#N/A"],
  ["COMPLETION", [true, 5], "#VALUE!"],
  ["COMPLETIONSCORE", ["", 10], "#N/A"],
  ["COMPLETIONSCORE", [-0.1, 10], "#VALUE!"],
  ["COMPLETIONSCORE", ["-10%", 10], "#VALUE!"],
  ["COMPLETIONSCORE", [96.57, 10], "#VALUE!"],
  ["COMPLETIONSCORE", ["96.57", 10], "#VALUE!"],
  ["COMPLETIONSCORE", [10.01, 10], "#VALUE!"],
  ["COMPLETIONSCORE", [1, "满分"], "#VALUE!"],
  ["COMPLETIONSCORE", [1, null], "#N/A"],
  ["COMPLETIONSCORE", [1, 0], "#N/A"],
  ["TIERSCORE", ["达成", 0.79, 10], "#VALUE!"],
  ["TIERSCORE", ["部分达成", 0.8, 10], "#VALUE!"],
  ["TIERSCORE", ["未达成", 0.6, 10], "#VALUE!"],
  ["TIERSCORE", ["很好", 0.9, 10], "#VALUE!"],
  ["TIERSCORE", [0, 0.9, 10], "#N/A"],
  ["RATESCORE", [99.83, 5], "#VALUE!"],
  ["RATESCORE", [null, 5], "#N/A"],
  ["RATESCORE", [true, 5], "#VALUE!"],
  ["CARRYOVER", [100, 0, 0, 0], "#N/A"],
  ["CARRYOVER", [-1, 0, 10, 0], "#VALUE!"],
  ["CARRYOVER", ["1亿元", "1万元", "2万元", "3万元"], "#VALUE!"],
  ["CONTROLRATE", [10, 0], "#N/A"],
  ["CONTROLRATE", ["十万", 1], "#VALUE!"],
  ["BANDSCORE", [0.95, "符合规定的得满分，否则不得分。"], "#VALUE!"],
  ["BANDSCORE", [0.95, 0], "#N/A"],
  ["BANDSCORE", [99.83, signing], "#VALUE!"],
  ["BANDSCORE", ["≤20%", leftOver], "#N/A"],
  ["BANDSCORE", [1.01, signing], "#N/A"],
  ["BANDSCORE", ["很高", leftOver], "#VALUE!"],
  ["BANDSCORE", ["", leftOver], "#N/A"],
  ["STEPSCORE", [0.1, 2, 0, 0.5], "#N/A"],
  ["STEPSCORE", [0.1, 2, -0.05, 0.5], "#VALUE!"],
  ["STEPSCORE", [0.1, 2, 0.05, -1], "#VALUE!"],
  ["STEPSCORE", ["≤10%", 2, 0.05, 0.5], "#N/A"],
  ["STEPSCORE", [0.1, 2, 0.05, 0.5, 0, "round"], "#VALUE!"],
  ["STEPSCORE", [null, 2, 0.05, 0.5], "#N/A"],
  ["DEDUCTSCORE", [2, 1], "#VALUE!"],
  ["DEDUCTSCORE", [2, 1.5, 1], "#VALUE!"],
  ["DEDUCTSCORE", [2, -1, 1], "#VALUE!"],
  ["DEDUCTSCORE", [2, "", 1], "#N/A"],
  ["DEDUCTSCORE", [2, 1, 0], "#N/A"],
  ["DEDUCTSCORE", [2, 1, null], "#N/A"],
  ["CHECKSCORE", [5, [["是"], [0]]], "#N/A"],
  ["CHECKSCORE", [5, [["是"], [null]]], "#N/A"],
  ["CHECKSCORE", [5, [["是"], [1.2]]], "#VALUE!"],
  ["CHECKSCORE", [5, [["是"], ["大概"]]], "#VALUE!"],
  ["CHECKSCORE", [5, [["是"], ["否"]], [[0.3], [0.3]]], "#VALUE!"],
  ["CHECKSCORE", [5, [["是"], ["否"]], [[1]]], "#VALUE!"],
  ["MEETSCORE", [0, 1], "#N/A"],
  ["MEETSCORE", [1, 1], "#VALUE!"],
  ["MEETSCORE", ["可能", 1], "#VALUE!"],
  ["GRADE", [100.1], "#VALUE!"],
  ["GRADE", [""], "#N/A"],
  ["GRADE", [0], "#N/A"],
  ["EXECRATE", [[[1, 0.9, null]]], "#N/A"],
  ["GRADE", [[[1, 2]]], "#VALUE!"],
];

function title([name, args, expected]: Case): string {
  const words = args.map((arg) => JSON.stringify(arg).slice(0, 40)).join(", ");
  return `${name}(${words}) → ${expected}`;
}

describe("自定义函数：算得出的", () => {
  test.each(works.map((one) => [title(one), one] as const))("%s", (_, [name, args, expected]) => {
    const result = call(name, ...args);
    if (typeof expected === "number") expect(result).toBeCloseTo(expected, 12);
    else expect(result).toBe(expected);
  });
});

describe("自定义函数：算不出的，说明哪个参数、现在是什么、应该是什么", () => {
  test.each(fails.map((one) => [title(one), one] as const))("%s", (_, [name, args, expected]) => {
    const result = call(name, ...args);
    expect(errorOf(result)).toBe(expected);
    expect(messageOf(result)).toMatch(/[一-龥].*。$/u);
  });

  test("信息点名是第几项、原来填的是什么", () => {
    expect(messageOf(call("CHECKSCORE", 5, [["是"], [null]]))).toContain("第2项");
    expect(messageOf(call("RATESCORE", 99.83, 5))).toContain("99.83");
    expect(messageOf(call("BANDSCORE", 0.95, "符合规定的得满分"))).toContain("“符合规定的得满分”");
    expect(messageOf(call("BANDSCORE", 0.95, "≥90%得2分，情况较好的得1分"))).toContain("“情况较好的得1分”");
    expect(messageOf(call("BANDSCORE", 0.9, "80%-90%，得1分；90%-100%，得2分"))).toContain("两档共有的界限");
  });

  test("空白以0、空文本、空值三种样子传来，都不会当成答案或分值", () => {
    for (const blank of [0, "", null]) {
      expect(errorOf(call("CHECKSCORE", 5, [["是", blank]]))).toBe("#N/A");
      expect(errorOf(call("MEETSCORE", blank, 5))).toBe("#N/A");
      expect(errorOf(call("RATESCORE", 0.5, blank))).toBe("#N/A");
      expect(errorOf(call("BANDSCORE", 0.5, blank))).toBe("#N/A");
    }
  });

  const ten = [0.95, 0.9, 0.99, 1, 1, 0.98, 1.02, 0.97, 1, 0.99];
  test.each<readonly [FunctionName, (blank: Argument) => readonly Argument[]]>([
    ["EXECRATE", (blank) => [[[...ten, blank, blank] as readonly (0 | null)[]]]],
    ["EXECRATE", (blank) => [[[...ten, blank, blank] as readonly (0 | null)[]], 10]],
    ["EXECRATE", (blank) => [[ten], blank]],
    ["EXECRATE", (blank) => [blank]],
    ["EXECRATE", (blank) => [blank, 3]],
    ["COMPLETION", (blank) => [blank, 5]],
    ["DEDUCTSCORE", (blank) => [2, blank, 0.5]],
    ["DEDUCTSCORE", (blank) => [2, 1, 0.5, blank, 1]],
    ["DEDUCTSCORE", (blank) => [2, 1, blank]],
    ["DEDUCTSCORE", (blank) => [blank, 1, 0.5]],
    ["GRADE", (blank) => [blank]],
    ["CONTROLRATE", (blank) => [blank, 100]],
    ["CONTROLRATE", (blank) => [100, blank]],
    ["CARRYOVER", (blank) => [1, 2, 3, blank]],
    ["CARRYOVER", (blank) => [blank, 2, 3, 4]],
    ["STEPSCORE", (blank) => [0.1, 2, 0.05, blank]],
    ["STEPSCORE", (blank) => [0.1, 2, 0.05, 0.5, blank, blank]],
    [
      "CHECKSCORE",
      (blank) => [5, [["是"], ["否"]], [[blank], [blank]] as readonly (readonly (0 | null)[])[]],
    ],
    ["CHECKSCORE", (blank) => [5, [["是"], ["否"]], [[0.5], [blank]] as readonly (readonly (0 | null)[])[]]],
    ["RATESCORE", (blank) => [0.5, blank]],
    ["STEPSCORE", (blank) => [0.1, 2, blank, 0.5]],
    ["TIERSCORE", (blank) => [blank, 0.9, 5]],
    ["TIERSCORE", (blank) => ["达成", blank, 5]],
    ["TIERSCORE", (blank) => ["部分达成", blank, 5]],
    ["BANDSCORE", (blank) => [0.1, blank]],
  ])("%s：空白单元格在各处得数相同，不论 Excel 交来的是 0 还是空值（%#）", (name, args) => {
    const [zero, none] = [call(name, ...args(0)), call(name, ...args(null))];
    expect(typeof none === "object" ? none.error : none).toEqual(
      typeof zero === "object" ? zero.error : zero,
    );
  });

  test("率写成了没有百分号的数，说的与 RATESCORE 一样", () => {
    const said = messageOf(call("COMPLETIONSCORE", 96.57, 10));
    expect(said).toBe(messageOf(call("RATESCORE", 96.57, 10)).replace("比率", "完成率"));
  });

  test("再怪的参数也不抛出异常", () => {
    const odd: readonly Argument[] = [
      null,
      "",
      " ",
      "＃",
      NaN,
      Infinity,
      -1,
      1e308,
      true,
      [[]],
      [[null, "是"]],
      "9".repeat(300),
    ];
    for (const name of Object.keys(functionTable) as FunctionName[]) {
      for (const first of odd) {
        for (const second of odd) {
          const result = call(name, first, second, first, second, first, second);
          expect(typeof result === "object" || typeof result === "string" || !Number.isNaN(result)).toBe(
            true,
          );
        }
      }
    }
  });
});
