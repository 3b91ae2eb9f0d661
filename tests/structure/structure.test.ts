import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { circlesOf } from "./circlesOf";
import { allowedRooms, faceRooms, lowerRooms } from "./rooms";
import { sourceFiles, type SourceFile } from "./sourceFiles";

const src = sourceFiles("src");
const everything = [...src, ...sourceFiles("tests"), ...sourceFiles("scripts")];
const roomOf = (path: string): string => path.split("/")[1] ?? "";
const pathsOf = (files: readonly SourceFile[]): readonly string[] => files.map(({ path }) => path);

describe("房间（docs/architecture.md）", () => {
  it("src 里只有登记过的房间", () => {
    expect(pathsOf(src.filter(({ path }) => !allowedRooms.has(roomOf(path))))).toEqual([]);
  });

  it("登记表里的箭头都向下", () => {
    const upwards = lowerRooms.flatMap((room, at) =>
      (allowedRooms.get(room) ?? []).filter((to) => !lowerRooms.slice(0, at).includes(to)),
    );
    expect(upwards).toEqual([]);
  });

  it("界面之间没有箭头，只有工作台带着侧边栏", () => {
    const arrows = faceRooms.flatMap((face) =>
      (allowedRooms.get(face) ?? []).filter((to) => faceRooms.includes(to)).map((to) => `${face} → ${to}`),
    );
    expect(arrows).toEqual(["workbench → taskpane"]);
  });

  it("没有向上的引用，类型和以后才取的也算", () => {
    const upwards = src.flatMap(({ path, imports }) =>
      pathsOutside(path, imports)
        .filter((to) => allowedRooms.get(roomOf(path))?.includes(roomOf(to)) !== true)
        .map((to) => `${path} → ${to}`),
    );
    expect(upwards).toEqual([]);
  });

  it("程序不引用测试和脚本", () => {
    const outside = src.flatMap(({ path, imports }) =>
      imports.filter((one) => !one.path.startsWith("src/")).map((one) => `${path} → ${one.path}`),
    );
    expect(outside).toEqual([]);
  });

  function pathsOutside(path: string, imports: SourceFile["imports"]): readonly string[] {
    return imports
      .map((one) => one.path)
      .filter((to) => to.startsWith("src/") && roomOf(to) !== roomOf(path));
  }
});

describe("文件", () => {
  it("不超过250行", () => {
    expect(pathsOf(src.filter(({ lines }) => lines > 250))).toEqual([]);
  });

  it("测试和脚本引用的文件都有", () => {
    expect(everything.flatMap(({ path, missing }) => missing.map((to) => `${path} → ${to}`))).toEqual([]);
  });
});

describe("以下各条", () => {
  it("没有互相引用的文件，类型也算", () => {
    const imports = src.map(({ path, imports }): [string, readonly string[]] => [
      path,
      imports.map((one) => one.path),
    ]);
    expect(circlesOf(new Map(imports))).toEqual([]);
  });

  it("除了只管启动的 main、Worker，不足20行的文件不到19个", () => {
    const small = pathsOf(
      src.filter(({ lines, path }) => lines < 20 && !/\/(?:main|\w+Worker)\.tsx?$/u.test(path)),
    );
    expect(small.length < 19 ? [] : small).toEqual([]);
  });

  it("导出的都有人引用；只有测试引用的，自己也要用到", () => {
    const users = new Map<string, Set<string>>();
    for (const { path, imports } of everything) {
      for (const one of imports) {
        for (const name of one.names) {
          const key = `${one.path} ${name}`;
          users.set(key, (users.get(key) ?? new Set()).add(path));
        }
      }
    }
    const dead = src.flatMap((file) =>
      file.exports
        .filter((name) => {
          const by = [...(users.get(`${file.path} ${name}`) ?? []), ...(users.get(`${file.path} *`) ?? [])];
          const inUse = by.some((user) => user.startsWith("src/")) || file.words.get(name) !== 1;
          return by.length === 0 || !inUse;
        })
        // Excel calls these by name.
        .filter(() => file.path !== "src/functions/customFunctions.ts")
        // The pool of threads loads the module by its address.
        .filter((name) => !(file.path.endsWith("Worker.ts") && name === "default"))
        // What a kind gives as examples is documentation; the tests run it.
        .filter((name) => !(file.path.startsWith("src/criteria/kinds/") && name === "examples"))
        .map((name) => `${file.path} ${name}`),
    );
    expect(dead).toEqual([]);
  });

  it("注释和字句里提到的说明文件都在仓库里", () => {
    const cited = everything.flatMap(({ path, citations }) => citations.map((text) => `${path}：${text}`));
    expect(cited).toEqual([]);
  });

  it("说明里点名的文件都有", () => {
    const named = ["CONTRIBUTING.md", "README.md", "docs/architecture.md"].flatMap((page) =>
      Array.from(
        readFileSync(page, "utf8").matchAll(/`((?:src|tests|scripts|docs)\/[\w/.-]+)`/gu),
        ([, path = ""]) => path,
      ),
    );
    expect(named.filter((path) => !existsSync(path))).toEqual([]);
  });
});
