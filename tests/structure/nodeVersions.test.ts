import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const text = (file: string): string => readFileSync(file, "utf8");
const majors = (versions: string): readonly string[] =>
  Array.from(versions.matchAll(/(?<![\d.])(\d+)(?:\.\d+)*/gu), ([, major = ""]) => major);

describe("支持的 Node.js 版本", () => {
  const { engines } = JSON.parse(text("package.json")) as { readonly engines: { readonly node: string } };
  const said = majors(engines.node);

  it("package.json 写的每个版本，构建机都跑测试，没有多写的", () => {
    const run = /^node_releases=\((.*)\)$/mu.exec(text(".ci/run"))?.[1] ?? "";
    expect(majors(run)).toEqual(said);
  });

  it("README 说的就是这些版本", () => {
    const sentence = /^需要 Node\.js (.+?)(?:（|。)/mu.exec(text("README.md"))?.[1] ?? "";
    expect(majors(sentence)).toEqual(said);
  });
});
