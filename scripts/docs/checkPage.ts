import { basename } from "node:path";
import type { CheckDocument } from "./checkDocument";
import type { ExampleView } from "./exampleView";
import { tableLine } from "./tableLine";

const index = "docs/checks.md";

/** The page of one check, in the folder beside the index. */
export function checkPage({ id, title, severity, group, words, told, silent }: CheckDocument): string {
  return `# ${title}

级别：${severity}；列在“${group}”一组；编号 \`${id}\`。全部检查见[报送前自查](../${basename(index)})。

## 查什么

${words.looks}

## 为什么

${words.cares}

## 怎样答复

${words.answer}

## 会提出的

${told.map(sayExample).join("\n\n")}

## 不提出的

${silent.map(sayExample).join("\n\n")}

本页由 \`npm run docs\` 从 \`scripts/docs/checkWords.json\` 和 \`tests/findings/examples/${id}.json\` 生成。
`;
}

function sayExample({ title, says, lines, tables }: ExampleView): string {
  const blocks = [
    `### ${title}`,
    ...(lines.length === 0 ? [] : [lines.map(([name, text]) => `- ${name}：${plain(text)}`).join("\n")]),
    ...tables.map(({ caption, head, rows }) =>
      [
        `${caption}：`,
        "",
        tableLine(head),
        tableLine(head.map(() => "---")),
        ...rows.map((row) => tableLine(row.map(plain))),
      ].join("\n"),
    ),
    ...(says.length === 0 ? [] : [says.map((one) => `> 提出：${plain(one)}`).join("\n>\n")]),
  ];
  return blocks.join("\n\n");
}

/** One line, and nothing in it that Markdown would take for its own. */
function plain(text: string): string {
  return text.replace(/\s+/gu, " ").replace(/[\\`*_<>[\]~#]/gu, "\\$&");
}
