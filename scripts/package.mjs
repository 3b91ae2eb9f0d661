/* The folder and the zip that an administrator copies to a web server, and the command line beside them:
 *   npm run package -- --url https://intranet.example/jx/ [--out dist-package] */
import { copyFile, readFile, readdir, rm, stat, writeFile } from "node:fs/promises";
import { gzipSync, zipSync } from "fflate";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import webpack from "webpack";
import config from "../webpack.config.js";
import { packageCli } from "./packageCli.mjs";
import { cachingOf, nginxConfig, typesOf, webConfig } from "./deploy/serverFiles.mjs";

const root = path.join(import.meta.dirname, "..");
const name = "jx-self-evaluation";

/** Builds for one address and writes folder and zip. Resolves to where they are, what is in them, and webpack's own
 * account of what was bundled. @throws Error in Chinese for an address that cannot work. */
export async function makePackage({ url, out = path.join(root, "dist-package") }) {
  const address = checkedUrl(url);
  const { version } = JSON.parse(await readFile(path.join(root, "package.json"), "utf8"));
  const office = JSON.parse(
    await readFile(path.join(root, "node_modules/@microsoft/office-js/package.json"), "utf8"),
  );
  const folder = path.join(path.resolve(out), `${name}-${version}`);
  await rm(folder, { recursive: true, force: true });
  const settings = config(
    { url: address, office: "self", officeFolder: `office-${office.version}` },
    { mode: "production" },
  );
  const stats = await build({ ...settings, output: { ...settings.output, path: folder } });
  await addFiles(folder, address, version);
  const files = await listFiles(folder);
  const zip = `${folder}.zip`;
  await writeFile(zip, await zipFolder(folder, files));
  return { folder, zip, files, stats, cli: await makeCli(`${folder}-cli`) };
}

/** The command line beside it, for whoever works on many files: no web server is to serve it. */
async function makeCli(folder) {
  await packageCli(folder);
  const files = await listFiles(folder);
  const zip = `${folder}.zip`;
  await writeFile(zip, await zipFolder(folder, files));
  return { folder, zip, files };
}

/** Excel takes https addresses only, and the manifest's addresses are put together with this one. */
export function checkedUrl(text) {
  let url;
  try {
    url = new URL(text ?? "");
  } catch {
    throw new Error(`地址“${text ?? ""}”不完整，应像 https://intranet.example/jx/ 这样。`);
  }
  if (url.protocol !== "https:") throw new Error("地址必须以 https:// 开头：Excel 不从 http 加载。");
  if (url.search !== "" || url.hash !== "" || url.username !== "") {
    throw new Error("地址里不要有 ?、# 和用户名。");
  }
  return url.href.endsWith("/") ? url.href : `${url.href}/`;
}

/** The manifest's version: four parts, from that of the package. */
export function manifestVersion(version) {
  const parts = version.split(/[.+-]/).slice(0, 3);
  return [...parts, "0"].join(".");
}

function build(settings) {
  return new Promise((done, failed) => {
    const compiler = webpack(settings);
    compiler.run((error, stats) => {
      compiler.close(() => {
        if (error !== null) failed(error);
        else if (stats.hasErrors()) failed(new Error(stats.toString({ all: false, errors: true })));
        else {
          const modules = { all: false, modules: true, nestedModules: true, modulesSpace: 100000 };
          done(stats.toJson({ ...modules, nestedModulesSpace: 100000, groupModulesByType: false }));
        }
      });
    });
  });
}

/** What the bundler does not make. The list of files comes last: the checking page reads it. */
async function addFiles(folder, url, version) {
  for (const file of ["check.html", "check.js"]) {
    await copyFile(path.join(root, "scripts/deploy", file), path.join(folder, file));
  }
  await copyFile(path.join(root, "LICENSE"), path.join(folder, "LICENSE.txt"));
  await copyFile(
    path.join(root, "node_modules/@microsoft/office-js/LICENSE.md"),
    path.join(folder, "office-js-LICENSE.txt"),
  );
  const manifest = path.join(folder, "manifest.xml");
  const written = (await readFile(manifest, "utf8")).replace(
    /<Version>[^<]*<\/Version>/,
    `<Version>${manifestVersion(version)}</Version>`,
  );
  await writeFile(manifest, written);
  const paths = await listFiles(folder);
  await writeFile(path.join(folder, "web.config"), webConfig(paths));
  await writeFile(path.join(folder, "nginx.conf.txt"), nginxConfig(url));
  const listed = await Promise.all(
    paths.map(async (file) => ({
      path: file,
      type: typesOf(file),
      bytes: (await stat(path.join(folder, file))).size,
      cache: cachingOf(file),
    })),
  );
  const list = { url, version: manifestVersion(version), files: listed };
  await writeFile(path.join(folder, "package-files.json"), JSON.stringify(list, null, 1));
}

/** Every file below the folder, with "/" between, in order. */
async function listFiles(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).replaceAll("\\", "/"))
    .sort();
}

async function zipFolder(folder, files) {
  const contents = {};
  for (const file of files) {
    contents[`${path.basename(folder)}/${file}`] = [
      new Uint8Array(await readFile(path.join(folder, file))),
      // The same bytes whenever the same files are packed.
      { mtime: new Date(2000, 0, 1), level: 9 },
    ];
  }
  return zipSync(contents);
}

async function report({ folder, zip, files, cli }) {
  const sizes = await Promise.all(
    files.map(async (file) => {
      const content = await readFile(path.join(folder, file));
      return { file, raw: content.length, packed: gzipSync(new Uint8Array(content), { level: 9 }).length };
    }),
  );
  const kilobytes = (bytes) => `${(bytes / 1024).toFixed(0)} KB`;
  const pane = sizes.filter(({ file }) => /^(taskpane|commands|functions)[.\w]*\.(js|html|json)$/.test(file));
  const sum = (list, key) => list.reduce((total, each) => total + each[key], 0);
  console.log(`文件夹：${folder}`);
  console.log(`压缩包：${zip}（${kilobytes((await stat(zip)).size)}）`);
  console.log(`共 ${files.length} 个文件，${kilobytes(sum(sizes, "raw"))}；其中`);
  for (const { file, raw, packed } of sizes.toSorted((one, other) => other.raw - one.raw).slice(0, 8)) {
    console.log(`  ${file} ${kilobytes(raw)}（gzip ${kilobytes(packed)}）`);
  }
  console.log(
    `侧边栏、按钮和函数合计 ${kilobytes(sum(pane, "raw"))}（gzip ${kilobytes(sum(pane, "packed"))}）`,
  );
  console.log(
    `命令行：${cli.folder} 和压缩包（${kilobytes((await stat(cli.zip)).size)}），有 Node.js 的机器上 node main.mjs 自评表.xlsx`,
  );
  console.log("接下来：复制到网页服务器，打开其中的 check.html。");
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    const { values } = parseArgs({ options: { url: { type: "string" }, out: { type: "string" } } });
    await report(await makePackage(values));
  } catch (error) {
    console.error(`没有做成安装包：${error.message}`);
    console.error("用法：npm run package -- --url https://intranet.example/jx/ [--out 文件夹]");
    process.exitCode = 1;
  }
}
