import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { attempted } from "../../src/cli/fileResult";

describe("命令行：一个文件里出了程序的错", () => {
  const said: string[] = [];
  beforeEach(() => {
    vi.spyOn(console, "error").mockImplementation((line: string) => said.push(line));
  });
  afterEach(() => {
    said.length = 0;
    vi.restoreAllMocks();
  });

  it.each([
    [
      "读的时候就抛出",
      () => {
        throw new Error("没有想到");
      },
    ],
    ["写的时候才抛出", () => Promise.reject(new Error("没有想到"))],
  ] as const)("%s：说出是哪个文件、为什么，退出码2，--json 里有它，不往外抛", async (_, act) => {
    const result = await attempted("乙.xlsx", act);
    expect(result).toEqual({
      exit: 2,
      json: [
        {
          file: "乙.xlsx",
          error: expect.objectContaining({ why: "程序内部错误：没有想到。" }) as object,
        },
      ],
    });
    expect(said.join("\n")).toMatch(/乙\.xlsx：没有完成。[\s\S]*没有想到[\s\S]*别的文件照常处理/u);
  });

  it("没有错的照原样", async () => {
    const result = { exit: 1, json: [{ file: "甲.xlsx" }] } as const;
    expect(await attempted("甲.xlsx", () => Promise.resolve(result))).toBe(result);
    expect(said).toEqual([]);
  });
});
