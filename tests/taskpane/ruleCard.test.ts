import { FluentProvider, webLightTheme } from "@fluentui/react-components";
import fc from "fast-check";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import type { ClausePiece, PieceUse } from "../../src/clause/clauseReading";
import { readClause } from "../../src/clause/readClause";
import { clauseRuns } from "../../src/taskpane/textRuns";
import { blankDraft, readDraft } from "../../src/taskpane/factDraft";
import { readTrial } from "../../src/taskpane/readTrial";
import { RuleCard } from "../../src/taskpane/RuleCard";
import { exampleAsk } from "../support/exampleAsk";

function card(clause: string, weight: number | null): string {
  const reading = readClause(clause, { indicator: "指标", weight });
  const drawn = createElement(RuleCard, { clause, reading, weight });
  return renderToStaticMarkup(createElement(FluentProvider, { theme: webLightTheme }, drawn));
}

/** Words as a screen reader hears them. */
function heard(html: string): string {
  return html.replace(/<style[^>]*>.*?<\/style>|<[^>]+>/gsu, "");
}

const stepped = "1.预算完成率达到100%的得满分；\n2.每低1个百分点扣0.5分，扣完为止。";

describe("标出评分标准的各部分", () => {
  const text = "甲得1分，说明，乙不得分。";
  it.each<readonly [string, readonly (readonly [number, number, PieceUse])[], readonly string[]]>([
    ["没有标的都不影响得分", [], ["context:甲得1分，说明，乙不得分。"]],
    [
      "各是各的",
      [
        [0, 4, "rule"],
        [8, 12, "unread"],
      ],
      ["rule:甲得1分", "context:，说明，", "unread:乙不得分", "context:。"],
    ],
    [
      "挨着的同一种连成一段",
      [
        [0, 2, "rule"],
        [2, 4, "rule"],
      ],
      ["rule:甲得1分", "context:，说明，乙不得分。"],
    ],
    [
      "叠着的，有一处没有读懂就算没有读懂",
      [
        [0, 7, "unread"],
        [2, 4, "rule"],
        [5, 12, "definition"],
      ],
      ["unread:甲得1分，说明", "definition:，乙不得分", "context:。"],
    ],
  ])("%s", (_title, pieces, runs) => {
    const made = clauseRuns(
      text,
      pieces.map(([from, to, use]): ClausePiece => ({ from, to, use })),
    );
    expect(made.map(({ use, text: words }) => `${use}:${words}`)).toEqual(runs);
  });

  it("随便什么文字和位置：连起来就是原文，没有空的段，没有读懂的字都标出", () => {
    const piece = fc.record({
      from: fc.nat(30),
      to: fc.nat(30),
      use: fc.constantFrom<PieceUse>("rule", "definition", "context", "unread"),
    });
    fc.assert(
      fc.property(
        fc.string({ maxLength: 25, unit: "grapheme" }),
        fc.array(piece, { maxLength: 8 }),
        (words, pieces) => {
          const runs = clauseRuns(words, pieces);
          expect(runs.map((run) => run.text).join("")).toBe(words);
          expect(runs.every((run) => run.text !== "")).toBe(true);
          let at = 0;
          for (const run of runs) {
            for (let n = at; n < at + run.text.length; n += 1) {
              const unread = pieces.some(({ from, to, use }) => use === "unread" && from <= n && n < to);
              expect(unread).toBe(run.use === "unread");
            }
            at += run.text.length;
          }
        },
      ),
    );
  });
});

describe("规则卡", () => {
  it("读懂的：原文各部分、规则、没有写明之处、问题和得分", () => {
    const words = heard(card(stepped, 8));
    expect(words).toContain("【计分，读懂：预算完成率达到100%的得满分】");
    expect(words).toContain("阶梯扣分：每低于100%达1%扣0.5分");
    expect(words).toMatch(/也可以读作“.+”/u);
    expect(words).toContain("预算完成率是多少？");
    expect(words).toContain("得分：还定不下来。待补充：预算完成率。");
  });

  it("没有读懂的：标出、引出原话，不给试", () => {
    const words = heard(card("预算完成率100%得3分；另按上级有关口径折算后酌定加分系数。", 3));
    expect(words).toContain("【没有读懂：");
    expect(words).toContain("没有全部读懂，不能据此计分。没有读懂的：“");
    expect(words).not.toContain("得分：");
  });

  it("没有写规则的，照样说明", () => {
    expect(heard(card("评价要点：部门职能。", 3))).toContain("没有写计分的规则。");
  });

  it("表中的文字只是文字", () => {
    const clause = "<img src=x onerror=alert(1)>的，得1分，否则不得分。<b>甲</b>";
    const html = card(clause, 1);
    expect(html).not.toMatch(/<img|<b>/u);
    expect(html).toContain("&lt;img src=x");
  });
});

describe("试一试里填的数", () => {
  const rate = exampleAsk("rate", "rate", "执行率", "执行率是多少？", "%");
  const done = exampleAsk("answer", "done", "已公开", "是否已公开？", "是／否");
  const points = exampleAsk("points", "points", "得分", "请评定得分。", "分");
  const typed = (text: string) => ({ ...blankDraft(rate), text });

  it("填对的用上，填错的说明，没有填的不管，不用写理由", () => {
    const specs = [rate, done, points];
    expect(readTrial(specs, { rate: typed("95"), done: typed(" ") }, 3)).toEqual({
      values: new Map([["rate", 0.95]]),
      problems: {},
    });
    expect(readTrial(specs, { rate: typed("很高"), points: typed("2") }, 3)).toEqual({
      values: new Map([["points", 2]]),
      problems: { rate: "请填百分数，如99.83。" },
    });
  });

  it.each<readonly [string, string, number | string]>([
    ["万元", "3000元", 0.3],
    ["万元", "1.5亿元", 15_000],
    ["万元", "6", 6],
    ["元", "3000", 3000],
    ["元", "3000元", 3000],
    ["元", "0.6万元", 6000],
    ["元", "5小时", "请填一个金额，单位元，如1177.22。"],
    ["小时", "5", 5],
    ["小时", "5小时", 5],
    ["小时", "5元", "请填一个数，单位小时。"],
    ["小时", "-1", "数不能为负数。"],
    ["", "2.5", 2.5],
    ["", "2.5万元", "请填一个数。"],
  ])("问的单位是“%s”，填“%s” → %s", (unit, text, expected) => {
    const read = readDraft(exampleAsk("amount", "sum", "数", "多少？", unit), typed(text), null);
    expect("value" in read ? read.value : read.problem).toBe(expected);
  });
});
