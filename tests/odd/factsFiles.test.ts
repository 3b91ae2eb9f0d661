import { expect, it } from "vitest";
import { readFactsFile } from "../../src/cli/factsFile";
import { readOptions } from "../../src/cli/options";
import { systemReason } from "../../src/cli/systemReason";

it("记事本存的 UTF-8（带字节顺序标记）照读；别的编码说明怎样另存", () => {
  expect(readFactsFile('\uFEFF[{"fact":"a.b","value":1}]')).toEqual({
    given: new Map([["a.b", { value: 1 }]]),
  });
  expect(readFactsFile("\uFFFD\uFFFD[")).toMatchObject({
    problem: { why: "文件不是 UTF-8 编码，请用记事本“另存为”，编码选 UTF-8。" },
  });
});

it("参数写错、文件读不了：原因都是中文", () => {
  expect(readOptions(["-表.xlsx"])).toMatchObject({
    wrong: expect.stringContaining("写成“./-文件名”") as string,
  });
  expect(readOptions(["a.xlsx", "--facts"])).toMatchObject({
    wrong: expect.stringContaining("--facts <value>：这个选项缺少值") as string,
  });
  expect(systemReason(Object.assign(new Error("EACCES: permission denied"), { code: "EACCES" }))).toBe(
    "没有读写权限。",
  );
});

it("一格写不下的文字、不是数的数：读的时候就说，不到写的时候才失败", () => {
  const file = (value: string, reason: string): string =>
    `[{"fact":"a.b","value":${value},"reason":"${reason}"}]`;
  const long = "字".repeat(32_768);
  for (const text of [file(`"${long}"`, ""), file("1", long)]) {
    expect(readFactsFile(text)).toMatchObject({
      problem: { why: "第1项（a.b）过长，一个单元格最多32767个字。" },
    });
  }
  expect(readFactsFile(file("1e999", ""))).toMatchObject({ problem: { code: "badFacts" } });
  expect(readFactsFile(file("1", long.slice(1)))).toHaveProperty("given");
});
