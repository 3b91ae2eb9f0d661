import type { Criterion } from "../../src/criteria/criterion";
import { kindOf } from "../../src/criteria/kinds/kinds";
import type { Edition } from "../../src/editions/edition";
import { tableLine } from "./tableLine";

/** docs/rows.md: how each row of the editions that come with the product is read, and what it asks. */
export function rowsPage(editions: readonly Edition[]): string {
  return `# 各行怎样计分

本工具对评分标准每一行的理解，一行一句，供对照评分标准核对；说不清的地方有几种读法的，在设置里选。
本页由 \`npm run docs\` 从 \`src/editions/\` 的数据生成。

${editions.map(section).join("\n")}`;
}

function section({ title, rows, total }: Edition): string {
  const lines = rows.map(({ number, name, part, weight, criterion, asks }) =>
    tableLine([
      String(number),
      part > 1 ? `${name}（第${part}行）` : name,
      String(weight),
      worded(criterion),
      asks.map(({ label }) => label).join("；"),
    ]),
  );
  return `## ${title}

共${rows.length}行，${total}分。

${tableLine(["序号", "指标", "分值", "怎样计分", "要问的数据"])}
${tableLine(["---", "---", "---", "---", "---"])}
${lines.join("\n")}
`;
}

/** A criterion in words, with those that it is made of. */
function worded(criterion: Criterion): string {
  const kind = kindOf(criterion);
  const own = `${kind.title}——${kind.wording(criterion)}`;
  const inner = innerOf(criterion).map((one, index) => `${index + 1}）${worded(one)}`);
  return inner.length === 0 ? own : `${own}。其中：${inner.join("。")}`;
}

function innerOf(criterion: Criterion): readonly Criterion[] {
  if (criterion.kind === "gate") return [criterion.then];
  if (criterion.kind === "parts") return criterion.parts.map((part) => part.criterion);
  if (criterion.kind !== "bands") return [];
  return criterion.bands.flatMap(({ then }) => ("criterion" in then ? [then.criterion] : []));
}
