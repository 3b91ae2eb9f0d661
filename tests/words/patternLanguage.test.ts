import { describe, expect, it } from "vitest";
import { compilePattern } from "../../src/words/patternLanguage";

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
});
