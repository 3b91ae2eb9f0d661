import { describe, expect, it } from "vitest";
import { guangzhou2023 } from "../../src/editions/guangzhou2023/edition";
import { compilePattern, mayStand } from "../../src/words/patternLanguage";
import { readWords } from "../../src/words/readWords";
import { readCases } from "../support/readCases";

function figureIn(source: string, text: string): string | null {
  const pattern = compilePattern(source);
  pattern.lastIndex = 0;
  return pattern.exec(text)?.[1] ?? null;
}

describe("短语的写法", () => {
  it.each<readonly [string, string, string | null]>([
    ["及时率{is}{pct}", "及时率约为95%", "95%"],
    ["及时率{is}{pct}", "及时率95%以上", null],
    ["支出{is}{amt}", "支出共计1,177.22万元", "1,177.22万元"],
    ["投诉{is}{cnt}", "投诉1例", "1例"],
    ["比率{rng}", "比率≥90%", "≥90%"],
    ["(已~公开)", "已按规定时间公开", "已按规定时间公开"],
    ["(已~公开)", "已编制但未公开", null],
  ])("%s：%s", (source, text, expected) => {
    expect(figureIn(source, text)).toBe(expected);
  });

  it("同一写法只编译一次", () => {
    expect(compilePattern("{none}投诉")).toBe(compilePattern("{none}投诉"));
  });

  it.each<readonly [string, string, boolean]>([
    ["产出指标(?:综合)?完成率{is}{pct}", "产出指标完成得好", false],
    ["产出指标(?:综合)?完成率{is}{pct}", "产出指标的完成率", false],
    ["产出指标(?:综合)?完成率{is}{pct}", "产出指标的完成率为100%", true],
    ["(?:但是)?(?:合同未备案)", "合同备案", false],
    ["(?:但是)?(?:合同未备案)", "合同未备案", true],
    ["未?签订(?:了){0,2}合{0,1}同", "签订同", true],
    ["零投诉|没有投诉", "零诉", false],
    ["零投诉|没有投诉", "有零投诉", true],
    ["零投诉|[没无]有", "零诉", false],
    ["零投诉|[没无]", "零诉", true],
    ["(?:零投诉|(?:没有|未收到)投诉)", "没有投诉", true],
    ["(?:零投诉|(?:没有|未收到)投诉)", "投", false],
    ["{none}投诉", "有投诉", false],
    ["公开(?:日期|{day})", "公开日期", true],
    ["支出(?<!\\(含)\\p{Script=Han}", "支出额", true],
    ["(?<!项目)指标(?!值)", "指标", true],
    ["[年月]末\\(结余\\)", "月末(结余)", true],
  ])("%s 在“%s”里有没有可能：%s", (source, text, expected) => {
    expect(mayStand(source, text)).toBe(expected);
  });

  it("找得到的，缺字时不会先被排除", () => {
    const phrases = guangzhou2023.rows.flatMap(({ words }) => words);
    const cells = ["ordinaryCells", "misleadingCells"].flatMap((name) =>
      (readCases(name) as readonly (readonly [string, string])[]).map(([, words]) => words),
    );
    const written = [...phrases.map(({ example }) => example), ...cells];
    const texts = written.flatMap((one) => readWords(one).sentences.map(({ text }) => text));
    const missed = phrases.flatMap(({ pattern }) =>
      texts.filter((text) => !mayStand(pattern, text) && text.search(compilePattern(pattern)) >= 0),
    );
    expect(missed).toEqual([]);
  });
});
