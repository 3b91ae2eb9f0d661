import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { manifestVersion } from "../../scripts/package.mjs";
import { descendants, parseXml } from "../support/xmlTree";
import { manifestFaults } from "./manifestFaults";

const manifest = readFileSync("manifest.xml", "utf8");

function spoilt(from: string | RegExp, to: string): readonly string[] {
  const changed = manifest.replace(from, to);
  expect(changed).not.toBe(manifest);
  return manifestFaults(changed);
}

describe("清单 manifest.xml", () => {
  it("各条规则全部通过", () => {
    expect(manifestFaults(manifest)).toEqual([]);
  });

  it("版本就是 package.json 里的版本", () => {
    const { version } = JSON.parse(readFileSync("package.json", "utf8")) as { version: string };
    expect(/<Version>(.*)<\/Version>/u.exec(manifest)?.[1]).toBe(manifestVersion(version));
  });

  it("有五个按钮和一个右键菜单项，中文在前", () => {
    const labels = descendants(parseXml(manifest))
      .filter((element) => element.attributes.get("id")?.endsWith(".Label"))
      .map((element) => element.attributes.get("DefaultValue"));
    expect(labels).toEqual([
      "绩效自评",
      "打开面板",
      "计算得分",
      "转换公式",
      "报送前自查",
      "恢复原表",
      "查看计分依据",
    ]);
  });

  it.each([16, 32, 64, 80, 128])("图标 %i 像素的文件确是这个尺寸", (size) => {
    const png = readFileSync(`assets/icon-${size}.png`);
    expect(png.subarray(1, 4).toString()).toBe("PNG");
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([size, size]);
  });

  it("引用的图标文件都在", () => {
    const names = Array.from(manifest.matchAll(/\/(assets\/[^"]+)"/g), ([, name = ""]) => name);
    expect(names.length).toBeGreaterThan(4);
    for (const name of names) expect(readFileSync(name).length).toBeGreaterThan(100);
  });
});

describe("每条规则都会报错", () => {
  const cases: readonly (readonly [string, string | RegExp, string, string])[] = [
    ["标签不闭合", "</Id>", "", "not well-formed"],
    ["注释里有两个连字符", "<!-- ", "<!-- npm run -- ", "not well-formed"],
    [
      "元素次序颠倒",
      /(<Version>.*<\/Version>)\s*(<ProviderName>.*<\/ProviderName>)/,
      "$2$1",
      "order: children of <OfficeApp>",
    ],
    [
      "FunctionFile 放到 GetStarted 之前",
      "<GetStarted>",
      '<FunctionFile resid="Taskpane.Url"/><GetStarted>',
      "order: children of <DesktopFormFactor>",
    ],
    ["不认识的元素", "<Permissions>", "<Permission/><Permissions>", "order: <Permission> may not"],
    ["缺少提供者", /<ProviderName>.*<\/ProviderName>/, "", "base: <ProviderName>"],
    ["编号不是 GUID", "63453f11-", "63453g11-", "id: not a GUID"],
    ["版本号只有三段", /(<Version>\d+\.\d+\.\d+)\.\d+/u, "$1", "version: not four parts"],
    [
      "资源没有定义",
      '<Label resid="Score.Label"/>',
      '<Label resid="Scores.Label"/>',
      "resid: Scores.Label of <Label>",
    ],
    ["资源名超过32个字符", /Explain\.Tip/g, "Explain.Tip.That.Is.Much.Longer.Than", "must have 1 to 32"],
    ["按钮编号重复", 'id="JX.Restore"', 'id="JX.Score"', "id: JX.Score stands twice"],
    [
      "功能区页面与共享运行时不同",
      '<FunctionFile resid="Taskpane.Url"/>',
      '<FunctionFile resid="Guide.Url"/>',
      "runtime: <FunctionFile>",
    ],
    ["运行时寿命短", 'lifetime="long"', 'lifetime="short"', "runtime: lifetime"],
    [
      "两个运行时",
      "<Runtimes>",
      '<Runtimes><Runtime resid="Taskpane.Url" lifetime="long"/>',
      "runtime: exactly one",
    ],
    [
      "不用 https",
      'https://localhost:3000/functions.js"',
      'http://localhost:3000/functions.js"',
      "https: http://",
    ],
    ["短字符串过长", 'DefaultValue="打开面板"', `DefaultValue="${"长".repeat(126)}"`, "length: over 125"],
    ["图标缺一种尺寸", '<bt:Image size="80" resid="Icon.80"/>', "", "icon: sizes"],
    [
      "没有英文",
      '<bt:Override Locale="en-US" Value="Restore form"/>',
      "",
      "locale: Restore.Label lacks en-US",
    ],
    ["默认不是中文", 'DefaultValue="恢复原表"', 'DefaultValue="Restore"', "locale: Restore.Label is not"],
    ["要求更新的 Excel", 'MinVersion="1.13"', 'MinVersion="1.16"', "requirements:"],
    ["权限过大", "ReadWriteDocument", "ReadDocument", "permission: ReadWriteDocument"],
    [
      "另有域名",
      "<Hosts>\n    <Host Name",
      "<AppDomains/><Hosts>\n    <Host Name",
      "permission: no other domain",
    ],
    ["按钮没有动作", "<FunctionName>score</FunctionName>", "", "action:"],
  ];
  it.each(cases)("%s", (_title, from, to, fault) => {
    expect(spoilt(from, to).join("\n")).toContain(fault);
  });

  it("多余的资源", () => {
    const extra =
      '<bt:ShortStrings><bt:String id="Spare" DefaultValue="多余"><bt:Override Locale="en-US" Value="Spare"/></bt:String>';
    expect(spoilt("<bt:ShortStrings>", extra)).toEqual(["resid: Spare is never used"]);
  });

  it("长说明超过250字", () => {
    expect(spoilt(/DefaultValue="撤去[^"]*"/, `DefaultValue="${"长".repeat(251)}"`).join()).toContain(
      "length: over 250",
    );
  });
});
