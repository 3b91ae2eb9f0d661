import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readJson } from "../../src/editions/readJson";

function faultOf(text: string): string {
  const read = readJson(text);
  return "fault" in read ? read.fault : "读得出";
}

describe("人写的 JSON", () => {
  it.each([
    ["空文件", "", "第1行第1个字符处文件没有写完"],
    ["没有写完", '[{"fact": "a"', "第1行第14个字符处文件没有写完"],
    ["多一个逗号", '[\n  {"fact": "a",}\n]', "第2行第16个字符处的“}”不对，应当是用英文双引号括起的名称"],
    ["数组末尾多一个逗号", "[1,]", "第1行第4个字符处的“]”不对，应当是一个值"],
    ["少一个逗号", '[{"a": 1 "b": 2}]', '第1行第10个字符处的“"b"”不对，前面少一个英文逗号'],
    ["少一个冒号", '[{"a" 1}]', "第1行第7个字符处的“1”不对，名称后面应当是英文冒号"],
    ["中文引号", "[{“fact”: 1}]", "第1行第3个字符处的““fact””不对（标点要用英文的）"],
    ["中文逗号", '[{"a": 1，"b": 2}]', "（标点要用英文的），前面少一个英文逗号"],
    ["单引号", "[{'a': 1}]", "应当是用英文双引号括起的名称"],
    ["没有引号的字", '[{"a": 是}]', "第1行第8个字符处的“是”不对，应当是一个值"],
    ["百分数", '[{"a": 99%}]', "第1行第10个字符处的“%”不对"],
    ["前面带零的数", '[{"a": 01}]', "的“01”不对"],
    ["文字里换行", '["甲\n乙"]', "第1行第2个字符处起的文字没有用英文双引号结束"],
    ["单独的反斜杠", String.raw`["C:\数据"]`, "单独的“\\”"],
    ["写完还有", "[] []", "第1行第4个字符处的“[”不对，是多余的内容"],
    ["括号不配对", '[{"a": 1]', "第1行第9个字符处的“]”不对"],
    ["注释", "[ // 说明\n]", "的“//”不对"],
    ["重复的名称", '[{"value": 1, "value": 2}]', "第1行第15个字符处的名称“value”重复"],
    ["不是 UTF-8", "[\uFFFD]", "不是 UTF-8 编码"],
    ["UTF-16", "[\0]\0", "不是 UTF-8 编码"],
    ["套得太深", "[".repeat(1_000_000), "没有写完"],
  ])("%s", (_, text, words) => {
    expect(faultOf(text)).toContain(words);
    expect(faultOf(text)).not.toMatch(/[A-Za-z]{2,} [a-z]{2,}/u);
  });

  it("JSON 的都读得出，读出的一样；不是 JSON 的都说得出，不抛出", () => {
    const cut = fc.tuple(
      fc.json(),
      fc.nat(),
      fc.constantFrom("", ",", '"', "]", "}", ":", "1", " ", "\\", "\n"),
    );
    fc.assert(
      fc.property(cut, fc.boolean(), ([text, at, put], whole) => {
        const place = at % (text.length + 1);
        const tried = whole ? text : text.slice(0, place) + put + text.slice(place + 1);
        let value: unknown;
        try {
          value = JSON.parse(tried);
        } catch {
          expect(faultOf(tried)).toMatch(/^不是 JSON：第\d+行第\d+个字符处/u);
          return;
        }
        if (!faultOf(tried).includes("重复")) expect(readJson(tried)).toEqual({ value });
      }),
      { numRuns: 2000 },
    );
  });
});
