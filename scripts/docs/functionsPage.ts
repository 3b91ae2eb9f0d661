import { generateCustomFunctionsMetadata } from "custom-functions-metadata";
import { enrich } from "../enrichFunctionsMetadata.mjs";
import { tableLine } from "./tableLine";

/** By the name of the function: formulas with what they show. */
export type FunctionExamples = Readonly<
  Partial<Record<string, readonly (readonly [formula: string, shows: number | string])[]>>
>;

interface Described {
  readonly id: string;
  readonly description?: string;
  readonly parameters: readonly {
    readonly name: string;
    readonly description?: string;
    readonly optional?: boolean;
    readonly repeating?: boolean;
  }[];
}

/** docs/functions.md, from the comments in the source file, which Excel's function wizard shows, too. */
export async function functionsPage(source: string, examples: FunctionExamples): Promise<string> {
  const { metadataJson, errors } = await generateCustomFunctionsMetadata(source);
  if (errors.length > 0) throw new Error(errors.join("\n"));
  const { functions } = enrich(
    JSON.parse(metadataJson) as Parameters<typeof enrich>[0],
    "https://localhost/",
  );
  return `# 自定义函数

公式里的函数都以 \`JX.\` 开头，名称和参数次序不会再变：工作簿里存着它们。比率写小数或百分比都可以；结果不四舍五入，
显示位数由单元格格式决定。数据不够算的显示 \`#N/A\`，参数写错的显示 \`#VALUE!\`，都带一句说明。方括号里的参数可以不填。

本页由 \`npm run docs\` 从 \`${source}\` 里的说明和 \`tests/cases/functionExamples.json\` 里的例子生成；例子也是测试。

${(functions as readonly Described[]).map((each) => section(each, examples[each.id] ?? [])).join("\n")}`;
}

function section(described: Described, examples: NonNullable<FunctionExamples[string]>): string {
  const { id, description = "", parameters } = described;
  const written = parameters.map(({ name, optional, repeating }) => {
    const more = repeating === true ? `${name}…` : name;
    return optional === true ? `[${more}]` : more;
  });
  return `## JX.${id}

\`=JX.${id}(${written.join(", ")})\`

${description}

${parameters.map(({ name, description: says = "" }) => `- ${says.startsWith(name) ? says : `${name}：${says}`}`).join("\n")}

${tableLine(["例子", "结果"])}
${tableLine(["---", "---"])}
${examples.map(([formula, shows]) => tableLine([`\`${formula}\``, `\`${String(shows)}\``])).join("\n")}
`;
}
