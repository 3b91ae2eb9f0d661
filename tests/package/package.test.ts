import { execFile } from "node:child_process";
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { gzipSync } from "node:zlib";
import { Linter } from "eslint";
import { strFromU8, unzipSync } from "fflate";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cachingOf, nginxConfig, typesOf } from "../../scripts/deploy/serverFiles.mjs";
import { checkedUrl, manifestVersion, type MadePackage, type StatsModule } from "../../scripts/package.mjs";
import { serve } from "../../scripts/serve.mjs";
import type { CriterionExamples } from "../../src/criteria/kind";
import { kinds } from "../../src/criteria/kinds/kinds";
import { checks } from "../../src/findings/checks";
import { openXlsx } from "../../src/adapters/xlsx/openXlsx";
import { manifestFaults } from "../manifest/manifestFaults";
import { sharedHouse, type BrowserHouse } from "../support/browser";
import { builtPackage, packageUrl as url } from "../support/builtPackage";
import { bookOfSnapshot } from "../support/fakeExcel/bookOfSnapshot";
import { fakeHost } from "../support/fakeExcel/fakeHost";
import { openAddin } from "../support/fakeExcel/openAddin";
import { chromiumFloor, wordsOfNewer } from "../support/newerMembers";
import { descendants, parseXml } from "../support/xmlTree";
import sizeBudgets from "./sizeBudgets.json";

let made: MadePackage;
let shared: BrowserHouse;

beforeAll(async () => {
  made = await builtPackage();
  shared = await sharedHouse();
});

afterAll(async () => {
  await shared.close();
});

const text = (file: string): string => readFileSync(join(made.folder, file), "utf8");

describe("安装包里有什么", () => {
  it("程序、清单、检查页、说明、服务器设置、许可证，一样不缺", () => {
    const wanted = [
      "LICENSE.txt",
      "THIRD-PARTY-LICENSES.txt",
      "check.html",
      "check.js",
      "checks.html",
      "functions.js",
      "functions.json",
      "guide.html",
      "manifest.xml",
      "nginx.conf.txt",
      "office-js-LICENSE.txt",
      "package-files.json",
      "taskpane.html",
      "web.config",
      "workbench.html",
    ];
    expect(wanted.filter((file) => !made.files.includes(file))).toEqual([]);
    const office = made.files.filter((file) => file.startsWith("office-"));
    for (const file of ["office.js", "excel-win32-16.01.js", "zh-cn/office_strings.js"]) {
      expect(office.some((each) => each.endsWith(`/${file}`))).toBe(true);
    }
  });

  it("压缩包与文件夹一致，只有一个顶层文件夹", () => {
    const packed = unzipSync(new Uint8Array(readFileSync(made.zip)));
    const [top = ""] = Object.keys(packed)[0]?.split("/") ?? [];
    expect(Object.keys(packed).sort()).toEqual(made.files.map((file) => `${top}/${file}`).sort());
    expect(strFromU8(packed[`${top}/manifest.xml`] ?? new Uint8Array())).toBe(text("manifest.xml"));
  });

  it("office.js 与微软的包逐字节相同", () => {
    const copies = made.files.filter((file) => file.startsWith("office-") && file.endsWith(".js"));
    expect(copies.length).toBeGreaterThan(4);
    for (const file of copies) {
      const original = join("node_modules/@microsoft/office-js/dist", file.replace(/^[^/]+\//u, ""));
      expect(readFileSync(join(made.folder, file)).equals(readFileSync(original))).toBe(true);
    }
  });

  it("除清单和网页直接点名的文件外，程序文件名都带指纹，可以一直缓存", () => {
    const scripts = made.files.filter((file) => file.endsWith(".js"));
    const revalidated = scripts.filter((file) => cachingOf(file) === "revalidate");
    expect(revalidated).toEqual(["check.js", "functions.js"]);
    expect(text("taskpane.html")).toMatch(/functions\.js\?[0-9a-f]{8,}/u);
  });
});

describe("命令行", () => {
  it("另是一个文件夹，只要 Node：复制到别处就能用，几个线程也行；许可证都在", async () => {
    const { cli } = made;
    const wanted = ["LICENSE.txt", "THIRD-PARTY-LICENSES.txt", "main.mjs", "scoreWorker.mjs", "try.mjs"];
    expect(wanted.filter((file) => !cli.files.includes(file))).toEqual([]);
    expect(made.files.filter((file) => file.endsWith(".mjs"))).toEqual([]);
    const licenses = readFileSync(join(cli.folder, "THIRD-PARTY-LICENSES.txt"), "utf8");
    for (const name of ["fflate", "@cj-tech-master/excelts", "tinypool"])
      expect(licenses).toContain(`${name}@`);
    const place = mkdtempSync(join(tmpdir(), "jx-cli-"));
    try {
      for (const [path, bytes] of Object.entries(unzipSync(new Uint8Array(readFileSync(cli.zip))))) {
        const file = join(place, path.slice(path.indexOf("/") + 1));
        mkdirSync(dirname(file), { recursive: true });
        writeFileSync(file, bytes);
      }
      for (const name of ["一", "二"]) copyFileSync("samples/nansha-2023.xlsx", join(place, `${name}.xlsx`));
      const run = promisify(execFile);
      const args = [
        join(place, "main.mjs"),
        join(place, "一.xlsx"),
        join(place, "二.xlsx"),
        "--workers",
        "2",
      ];
      // Something is still open in this form.
      const { code, stdout } = (await run(process.execPath, args).catch((error: unknown) => error)) as {
        readonly code: number;
        readonly stdout: string;
      };
      expect(code).toBe(1);
      expect(stdout.trim().split("\n")).toHaveLength(2);
      expect(existsSync(join(place, "二-已评分.xlsx"))).toBe(true);
    } finally {
      rmSync(place, { recursive: true, force: true });
    }
  });
});

describe("程序的大小", () => {
  const scripts = (): readonly string[] =>
    made.files.filter((file) => file.endsWith(".js") && !file.includes("/") && file !== "check.js");
  const entries = Object.keys(sizeBudgets);

  it.each(Object.entries(sizeBudgets))("%s：gzip 不超过 %i KB", (name, budget) => {
    const own = scripts().filter((file) => {
      const entry = file.split(".")[0] ?? "";
      return entries.includes(entry) ? entry === name : name === "fetched when wanted";
    });
    expect(own).not.toEqual([]);
    const bytes = own.reduce((sum, file) => {
      return sum + gzipSync(readFileSync(join(made.folder, file)), { level: 9 }).length;
    }, 0);
    expect(bytes / 1024).toBeLessThanOrEqual(budget);
  });

  it.each(["taskpane.html", "workbench.html"])(
    "%s：第一次画出来以前取的脚本，gzip 合计不超过 180 KB",
    (page) => {
      const named = Array.from(
        text(page).matchAll(/<script[^>]* src="?([^"?/>]+\.js)/gu),
        ([, file = ""]) => file,
      );
      expect(named.length).toBeGreaterThan(0);
      const bytes = named.map((file) => gzipSync(readFileSync(join(made.folder, file)), { level: 9 }).length);
      expect(bytes.reduce((sum, one) => sum + one, 0) / 1024).toBeLessThanOrEqual(180);
    },
  );

  it("形状的例子只供测试，不打包", async () => {
    const files = Object.keys(kinds).map(
      (kind) => import(`../../src/criteria/kinds/${kind}.ts`) as Promise<{ examples: CriterionExamples }>,
    );
    const questions = (await Promise.all(files)).flatMap(({ examples }) =>
      examples.asks.map(([, , , question]) => question),
    );
    expect(questions.length).toBeGreaterThan(10);
    expect(scripts().filter((file) => questions.some((one) => text(file).includes(`"${one}"`)))).toEqual([]);
  });

  it("面板和工作台里有版本号，package.json 的其余内容不打包", () => {
    const { version } = JSON.parse(readFileSync("package.json", "utf8")) as { version: string };
    const saying = scripts().filter((file) => text(file).includes(`"${version}"`));
    // The workbench says it at once, the pane in its settings.
    expect(saying.some((file) => file.startsWith("workbench"))).toBe(true);
    expect(saying.length).toBeGreaterThan(1);
    expect(scripts().filter((file) => text(file).includes("devDependencies"))).toEqual([]);
  });
});

describe(`最旧的浏览器内核：Chromium ${chromiumFloor}`, () => {
  const own = (): readonly string[] =>
    made.files.filter((file) => file.endsWith(".js") && !file.startsWith("office-"));

  it("打包好的脚本里没有更新的写法", () => {
    const faults = own().flatMap((file) =>
      new Linter()
        .verify(text(file), { languageOptions: { ecmaVersion: 2022, sourceType: "script" } })
        .filter(({ fatal }) => fatal === true)
        .map(({ message }) => `${file}：${message}`),
    );
    expect(faults).toEqual([]);
    const newer = new Linter().verify("/[a]/v", {
      languageOptions: { ecmaVersion: 2022, sourceType: "script" },
    });
    expect(newer.some(({ fatal }) => fatal === true)).toBe(true);
  });

  it("打包好的脚本（连同用到的库）不用更新的语言成员", () => {
    const words = wordsOfNewer();
    expect(words).toEqual(
      expect.arrayContaining([".toSorted", ".groupBy", ".isSubsetOf", ".withResolvers", "Temporal."]),
    );
    const known = words.map(
      (word) =>
        `${word.startsWith(".") ? "" : "(?<![\\w$.])"}${word.replace(/\./gu, "\\.")}${word.endsWith(".") ? "" : "(?![\\w$])"}`,
    );
    const search = new RegExp(`.{0,30}(?:${known.join("|")}).{0,20}`, "gu");
    expect(
      ["[3,1].toSorted()", "f(a.toSorted)", "Object.groupBy(a)"].every((code) => code.search(search) >= 0),
    ).toBe(true);
    // Others of the same name: one of the page's, one of a library's own objects.
    const others = /CSS\.escape|(?<!Symbol)\.dispose\(\)/u;
    const found = own().flatMap((file) =>
      (text(file).match(search) ?? []).filter((at) => !others.test(at)).map((at) => `${file}：${at}`),
    );
    expect(found).toEqual([]);
  });
});

describe("写好的清单", () => {
  it("通过与开发时相同的离线检查", () => {
    expect(manifestFaults(text("manifest.xml"))).toEqual([]);
  });

  it("编号不变，版本随程序，地址都是给定的", () => {
    const source = parseXml(readFileSync("manifest.xml", "utf8"));
    const written = parseXml(text("manifest.xml"));
    const of = (root: typeof source, name: string) =>
      root.children.find((child) => child.name === name)?.text;
    expect(of(written, "Id")).toBe(of(source, "Id"));
    const { version } = JSON.parse(readFileSync("package.json", "utf8")) as { version: string };
    expect(of(written, "Version")).toBe(manifestVersion(version));
    const addresses = descendants(written)
      .flatMap(({ attributes }) => attributes.get("DefaultValue") ?? [])
      .filter((value) => /^https?:/u.test(value));
    expect(addresses.length).toBeGreaterThan(8);
    expect(addresses.filter((address) => !address.startsWith(url))).toEqual([]);
    for (const address of addresses) {
      const file = address.slice(url.length).replace(/[?#].*$/u, "");
      expect(made.files).toContain(file);
    }
  });

  it.each([
    [undefined, "不完整"],
    ["intranet.example/jx", "不完整"],
    ["http://intranet.example/jx/", "https://"],
    ["https://intranet.example/jx/?a=1", "不要有"],
  ])("地址 %s 不行，说明原因", (given, why) => {
    expect(() => checkedUrl(given)).toThrow(why);
  });

  it("地址末尾的斜线可以不写；版本号补足四段", () => {
    expect(checkedUrl("https://intranet.example/jx")).toBe(url);
    expect(manifestVersion("1.2.3-beta.4")).toBe("1.2.3.0");
  });
});

describe("服务器设置", () => {
  it("web.config 是完好的 XML，点名的文件都在，带指纹的文件都点到", () => {
    const root = parseXml(text("web.config"));
    const places = descendants(root)
      .filter(({ name }) => name === "location")
      .map(({ attributes }) => attributes.get("path") ?? "");
    const covered = (file: string): boolean =>
      places.some((place) => file === place || file.startsWith(`${place}/`));
    expect(made.files.filter((file) => cachingOf(file) === "forever" && !covered(file))).toEqual([]);
    expect(places.filter((place) => !made.files.some((file) => file.startsWith(place)))).toEqual([]);
    const endings = new Set(made.files.map((file) => file.slice(file.lastIndexOf("."))));
    endings.delete(".config");
    const mapped = descendants(root)
      .filter(({ name }) => name === "mimeMap")
      .map(({ attributes }) => attributes.get("fileExtension"));
    expect([...endings].filter((ending) => !mapped.includes(ending))).toEqual([]);
  });

  it("nginx 的样例：路径取自地址，点号等按字面匹配", () => {
    const sample = nginxConfig("https://a.example/jx.1/");
    expect(sample).toContain("location /jx.1/ {");
    expect(sample).toContain(String.raw`"^/jx\.1/(?<jx_file>`);
  });
});

describe("第三方许可证", () => {
  it("打包进去的每一个包都列出，附许可证全文", () => {
    const listed = text("THIRD-PARTY-LICENSES.txt");
    const used = new Set(["@microsoft/office-js", ...modulesOf(made.stats.modules ?? [])]);
    expect(used.size).toBeGreaterThan(20);
    const missing = [...used].filter((name) => !new RegExp(`^ {2}${name}@\\d`, "mu").test(listed));
    expect(missing).toEqual([]);
    const sections = listed.split(`${"=".repeat(78)}\n`).slice(1);
    expect(sections).toHaveLength(2 * Number(/共 (\d+) 个/u.exec(listed)?.[1]));
    const bodies = sections.filter((_, index) => index % 2 === 1);
    expect(bodies.filter((body) => body.trim().length < 500)).toEqual([]);
  });
});

/** The packages that the bundler itself says it has put in. */
function modulesOf(modules: readonly StatsModule[]): readonly string[] {
  return modules.flatMap(({ nameForCondition, modules: inner }) => {
    const match = /node_modules\/((?:@[^/]+\/)?[^/]+)\/(?!.*node_modules\/)/u.exec(nameForCondition ?? "");
    return [...(match?.[1] === undefined ? [] : [match[1]]), ...modulesOf(inner ?? [])];
  });
}

describe("由普通静态服务器提供，其他主机一律不通", () => {
  it("侧边栏启动，函数全部登记，没有报错，只向自己的服务器取文件", async () => {
    const server = await serve(made.folder);
    const opened = openXlsx(readFileSync("samples/nansha-2023-blank.xlsx"));
    if (!opened.ok) throw new Error(opened.problem.what);
    const house = { ...shared, address: server.address, folder: made.folder };
    const addin = await openAddin(house, fakeHost(bookOfSnapshot(opened.value.snapshot())));
    await addin.page.getByRole("button", { name: "计算得分", exact: true }).waitFor();
    const associated = await addin.page.evaluate(() => {
      const { mappings } = (CustomFunctions as unknown as { _association: { mappings: object } })
        ._association;
      return Object.keys(mappings);
    });
    const { functions } = JSON.parse(text("functions.json")) as { functions: { id: string }[] };
    expect([...associated].sort()).toEqual(functions.map(({ id }) => id).sort());
    expect(functions.length).toBeGreaterThan(10);
    const outside = addin.requests.filter((request) => !request.startsWith(server.address));
    expect(outside).toEqual([]);
    expect(addin.requests.some((request) => request.endsWith("/zh-cn/office_strings.js"))).toBe(true);
    expect(addin.errors).toEqual([]);
    await addin.page.context().close();
    await server.close();
  });

  it("工作台也能打开", async () => {
    const server = await serve(made.folder);
    const page = await shared.browser.newPage();
    const asked: string[] = [];
    page.on("request", (request) => asked.push(request.url()));
    await page.goto(`${server.address}workbench.html`);
    await page.getByRole("button", { name: "计算得分", exact: true }).waitFor();
    expect(asked.filter((each) => !each.startsWith(server.address) && !each.startsWith("blob:"))).toEqual([]);
    await page.close();
    await server.close();
  });

  it("使用说明：图都在，每个函数都有说明，地址是给定的", async () => {
    const server = await serve(made.folder);
    const page = await shared.browser.newPage();
    await page.goto(`${server.address}guide.html`);
    const broken = await page.evaluate(() =>
      Array.from(document.images, (image) => (image.naturalWidth > 0 ? "" : image.src)).filter(Boolean),
    );
    expect(broken).toEqual([]);
    const { functions } = JSON.parse(text("functions.json")) as {
      functions: { id: string; helpUrl: string }[];
    };
    for (const { id, helpUrl } of functions) {
      expect(await page.locator(`#${id.toLowerCase()}`).count()).toBe(1);
      expect(helpUrl).toBe(`${url}guide.html#${id.toLowerCase()}`);
    }
    expect(text("guide.html")).toContain(url);
    expect(text("guide.html")).not.toContain("localhost");
    await page.close();
    await server.close();
  });
});

describe("检查的说明", () => {
  it("每项检查在 checks.html 里有自己的一节，不取别处的东西", async () => {
    const server = await serve(made.folder);
    const page = await shared.browser.newPage();
    const asked: string[] = [];
    page.on("request", (request) => asked.push(request.url()));
    await page.goto(`${server.address}checks.html`);
    const ids = await page.locator("section").evaluateAll((sections) => sections.map(({ id }) => id));
    expect(ids).toEqual(checks.map(({ id }) => id));
    expect(asked.filter((each) => !each.startsWith(server.address))).toEqual([]);
    await page.close();
    await server.close();
  });
});

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/** The installation at its own https address, answered by a server that does as `change` says. */
async function checkPage(change: (file: string, answer: Answer) => Answer): Promise<Page> {
  const page = await shared.browser.newPage();
  await page.route("**/*", async (route) => {
    const asked = route.request().url();
    const file = decodeURIComponent(asked.slice(url.length));
    if (!asked.startsWith(url) || !made.files.includes(file)) return route.fulfill({ status: 404 });
    const answer = change(file, {
      status: 200,
      headers: {
        "content-type": typesOf(file)[0] ?? "",
        "cache-control": cachingOf(file) === "forever" ? "max-age=31536000, immutable" : "no-cache",
      },
      body: readFileSync(join(made.folder, file)),
    });
    return route.fulfill(answer);
  });
  await page.goto(`${url}check.html`);
  await page.locator("html[data-done]").waitFor();
  return page;
}

describe("安装检查页", () => {
  const badLines = (page: Page): Promise<readonly string[]> =>
    page.locator("li[data-result='bad']").allTextContents();

  it("一切正常：全部打勾", async () => {
    const page = await checkPage((_, answer) => answer);
    expect(await badLines(page)).toEqual([]);
    expect(await page.locator("li[data-result='good']").count()).toBeGreaterThan(25);
    expect(await page.getByRole("status").textContent()).toContain("全部通过");
    await page.close();
  });

  it.each([
    ["缺文件", "functions.json", (answer: Answer) => ({ ...answer, status: 404 }), "404"],
    [
      "类型不对",
      "functions.json",
      (answer: Answer) => ({
        ...answer,
        headers: { ...answer.headers, "content-type": "application/octet-stream" },
      }),
      "应为 application/json",
    ],
    [
      "入口会被缓存",
      "taskpane.html",
      (answer: Answer) => ({ ...answer, headers: { ...answer.headers, "cache-control": "max-age=600" } }),
      "应为 no-cache",
    ],
    [
      "没有复制完整",
      "guide.html",
      (answer: Answer) => ({ ...answer, body: answer.body.subarray(1) }),
      "请重新复制",
    ],
  ])("%s：指出是哪个文件、该怎样", async (_, wanted, change, words) => {
    const page = await checkPage((file, answer) => (file === wanted ? change(answer) : answer));
    const lines = await badLines(page);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain(wanted);
    expect(lines[0]).toContain(words);
    await page.close();
  });

  it("清单里的地址不对也查得出来", async () => {
    const page = await checkPage((file, answer) => {
      if (file !== "manifest.xml") return answer;
      const other = answer.body.toString().replaceAll("intranet.example", "intranet.exbmple");
      return { ...answer, body: Buffer.from(other) };
    });
    expect((await badLines(page)).join()).toContain("manifest.xml 里的地址");
    await page.close();
  });
});
