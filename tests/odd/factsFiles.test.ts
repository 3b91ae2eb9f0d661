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

it.each([
  ["逗号写成中文的", '[{"fact":"a.b"，"value":1}]', "第1行第15个字符处"],
  ["同一项写了两个 value", '[{"fact":"a.b","value":1,"value":2}]', "名称“value”重复"],
  ["不是一列", '{"fact":"a.b","value":1}', "应当是一个数组"],
  ["value 的名称写错", '[{"fact":"a.b","vaule":1}]', "第1项（a.b）没有 value"],
  ["value 写成是非", '[{"fact":"a.b","value":true}]', "应当是数字、文字或十二个月的数组"],
  ["数太大", '[{"fact":"a.b","value":1e999}]', "应当是数字、文字或十二个月的数组"],
  ["reason 写成数", '[{"fact":"a.b","value":1,"reason":5}]', "reason 应当是文字"],
  ["同一个数据项写了两次", '[{"fact":"a.b","value":1},{"fact":"a.b","value":2}]', "第2项（a.b）重复出现"],
])("数据文件%s：说明在哪里、怎样写，不出英文", (_, text, words) => {
  const read = readFactsFile(text);
  const why = "problem" in read ? read.problem.why : "读得出";
  expect(why).toContain(words);
  expect(why).not.toMatch(/[A-Za-z]{2,} [a-z]{2,}/u);
});

it("系统说的英文，一句也不照搬", () => {
  for (const code of ["ELOOP", "EMFILE", "EIO", "ERR_INVALID_ARG_VALUE", "EWHATEVER", undefined]) {
    expect(systemReason(Object.assign(new Error("something went wrong"), { code }))).not.toContain("went");
  }
  expect(systemReason("anything")).toBe("系统没有说明原因。");
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
