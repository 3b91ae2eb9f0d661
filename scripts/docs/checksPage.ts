import type { Check } from "../../src/findings/finding";
import { tableLine } from "./tableLine";

/** What the examples of a check show, and how many findings each gives. */
type ExamplesOf = (check: string) => readonly { readonly title: string; readonly finds: number }[];

/** docs/checks.md: one line for each check, with the first example that is told and one that is not. */
export function checksPage(checks: readonly Check[], examplesOf: ExamplesOf): string {
  const lines = checks.map(({ id, title, severity }) => {
    const own = examplesOf(id);
    const told = own.find(({ finds }) => finds > 0)?.title ?? "";
    const silent = own.find(({ finds }) => finds === 0)?.title ?? "";
    return tableLine([`[${title}](checks/${id}.md)`, severity, told, silent, `\`${id}\``]);
  });
  return `# 报送前自查

财政局退表的常见原因，报送之前先看一遍。级别：**须更正**是分数或合计错了，**待核实**是审核时会问，**提示**供留意。
每一处都说明是什么、为什么、怎么办，指到单元格；核实过不用改的标“已核实，不处理”并写一句说明，记在工作簿里，插行、改表名都不丢。
清单可以导出到新工作表“自查问题清单”，也可以复制。没有数据的不判断：不知道不等于有错。

每项检查有一页：查什么、为什么、怎样答复，会提出和不提出的例子；窗格里每一处问题都链接到它（安装包里是 \`checks.html\`）。
检查是 \`src/findings/checks/\` 里的一个文件，例子在 \`tests/findings/examples/\` 里同名的数据文件里。
本页由 \`npm run docs\` 生成，共 ${checks.length} 项。

${tableLine(["查什么", "级别", "会提出", "不提出", "编号"])}
${tableLine(["---", "---", "---", "---", "---"])}
${lines.join("\n")}
`;
}
