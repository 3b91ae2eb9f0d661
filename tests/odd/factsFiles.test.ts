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
