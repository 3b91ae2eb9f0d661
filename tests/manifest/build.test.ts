import { describe, expect, it } from "vitest";
import config from "../../webpack.config.js";
import { enrich } from "../../scripts/enrichFunctionsMetadata.mjs";

interface PagePlugin {
  readonly userOptions?: {
    readonly filename: string;
    readonly chunks: readonly string[];
    readonly templateParameters?: { readonly officeSource: string; readonly contentSecurity: string };
  };
}

function pageOf(env: Record<string, string>) {
  const plugins = config(env, { mode: "production" }).plugins as readonly PagePlugin[];
  const page = plugins.find(({ userOptions }) => userOptions?.filename === "taskpane.html");
  if (page?.userOptions?.templateParameters === undefined) throw new Error("no page");
  return { ...page.userOptions.templateParameters, chunks: page.userOptions.chunks };
}

describe("构建选项", () => {
  it("默认自带 office.js，安全策略只许自己", () => {
    const { officeSource, contentSecurity, chunks } = pageOf({});
    expect(officeSource).toBe("office/office.js");
    expect(contentSecurity).toContain("script-src 'self';");
    expect(contentSecurity).not.toMatch(/https?:|unsafe-eval|\*/);
    expect(chunks).toEqual(["functions", "taskpane"]);
  });

  it.each([
    ["cdn", "https://appsforoffice.microsoft.com"],
    ["21vianet", "https://appsforoffice.cdn.partner.office365.cn"],
  ])("--env office=%s 取自该处，安全策略也只多许这一处", (office, origin) => {
    const { officeSource, contentSecurity } = pageOf({ office });
    expect(officeSource.startsWith(`${origin}/`)).toBe(true);
    expect(officeSource).toMatch(/\/hosted\/office\.js$/);
    expect(contentSecurity).toContain(`script-src 'self' ${origin};`);
  });

  it("不认得的选项不构建", () => {
    expect(() => config({ office: "elsewhere" })).toThrow("self, cdn, 21vianet");
  });
});

describe("函数说明", () => {
  it("不要数据类型和错误值（Excel 2021 会崩溃），参数名用中文，帮助指向指南", () => {
    const made = enrich(
      {
        allowCustomDataForDataTypeAny: true,
        allowErrorForDataTypeAny: true,
        functions: [
          {
            id: "EXECRATE",
            name: "EXECRATE",
            parameters: [
              { name: "rates", type: "any", description: "各月执行率，小数或“99.83%”" },
              { name: "more", type: "any" },
            ],
          },
        ],
      },
      "https://server/jx/",
    );
    expect(Object.keys(made)).toEqual(["functions"]);
    expect(made).toMatchObject({
      functions: [
        {
          id: "EXECRATE",
          helpUrl: "https://server/jx/guide.html#execrate",
          parameters: [{ name: "各月执行率", type: "any" }, { name: "more" }],
        },
      ],
    });
  });
});
