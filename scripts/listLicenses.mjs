import { existsSync, readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import webpack from "webpack";

const name = "ListLicenses";

/** Writes THIRD-PARTY-LICENSES.txt: every npm package of which code is in the build, found by asking the bundler for
 * the files that it put in, with the words of its licence. `copied`: packages whose files are copied unbundled. */
export class ListLicenses {
  /** @param {{ file?: string, copied?: readonly string[], root: string }} options */
  constructor(options) {
    this.options = { file: "THIRD-PARTY-LICENSES.txt", copied: [], ...options };
  }

  apply(compiler) {
    const { file, copied, root } = this.options;
    compiler.hooks.thisCompilation.tap(name, (compilation) => {
      const stage = webpack.Compilation.PROCESS_ASSETS_STAGE_REPORT;
      compilation.hooks.processAssets.tap({ name, stage }, () => {
        const folders = new Set(copied.map((each) => path.join(root, "node_modules", each)));
        for (const module of compilation.modules) {
          for (const used of filesOf(module)) {
            const folder = packageFolder(used);
            if (folder !== null) folders.add(folder);
          }
        }
        compilation.emitAsset(file, new webpack.sources.RawSource(licenseText([...folders])));
      });
    });
  }
}

/** A module, or the modules that were joined into one. */
function filesOf(module) {
  const inner = module.modules === undefined ? [] : [...module.modules].flatMap(filesOf);
  return typeof module.resource === "string" ? [module.resource, ...inner] : inner;
}

/** The innermost package that a file belongs to; null for our own files. */
export function packageFolder(file) {
  const parts = file.split("?")[0].split(/[\\/]/);
  const at = parts.lastIndexOf("node_modules");
  if (at < 0 || parts[at + 1] === undefined) return null;
  const length = parts[at + 1].startsWith("@") ? 3 : 2;
  return parts.slice(0, at + length).join(path.sep);
}

/** Pure but for reading the packages. @throws Error when a package says nothing about its licence. */
export function licenseText(folders) {
  const packages = folders.map(describe);
  const unlicensed = packages.filter(({ text }) => text === null);
  if (unlicensed.length > 0) {
    throw new Error(`没有许可证全文的包：${unlicensed.map((each) => each.title).join("、")}`);
  }
  const unique = new Map(packages.map((each) => [each.title, each]));
  const sorted = [...unique.values()].sort((one, other) => (one.title < other.title ? -1 : 1));
  return [
    "本软件包含以下第三方软件。本文件由构建工具按实际打包的文件生成。",
    `共 ${sorted.length} 个：`,
    ...sorted.map(({ title, license }) => `  ${title}  ${license ?? "见下文"}`),
    "",
    ...sorted.flatMap(({ title, license, text }) => [
      "=".repeat(78),
      `${title}  ${license ?? ""}`.trim(),
      "=".repeat(78),
      text,
      "",
    ]),
  ].join("\n");
}

function describe(folder) {
  const about = JSON.parse(readFileSync(path.join(folder, "package.json"), "utf8"));
  const file = existsSync(folder)
    ? readdirSync(folder).find((each) => /^(licen[cs]e|copying)(\.(md|txt))?$/i.test(each))
    : undefined;
  const license = typeof about.license === "string" ? about.license : (about.license?.type ?? null);
  const author = typeof about.author === "string" ? about.author : about.author?.name;
  return {
    title: `${about.name}@${about.version}`,
    license,
    text:
      file !== undefined
        ? readFileSync(path.join(folder, file), "utf8").trim()
        : license === "MIT"
          ? mitText(author ?? `${about.name} contributors`)
          : null,
  };
}

/** Some packages name the MIT licence without bringing its words, which have to go with every copy. */
function mitText(holder) {
  return `MIT License

Copyright (c) ${holder}

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated
documentation files (the "Software"), to deal in the Software without restriction, including without limitation the
rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit
persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the
Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE
WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR
COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR
OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`;
}
