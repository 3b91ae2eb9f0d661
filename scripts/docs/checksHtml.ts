import type { CheckDocument } from "./checkDocument";
import type { ExampleView } from "./exampleView";

const style = `
body{max-width:52em;margin:0 auto;padding:1em 1.2em 4em;font:16px/1.7 "Microsoft YaHei","Noto Sans CJK SC",sans-serif}
h1,h2,h3{line-height:1.3}
h2{margin-top:2.5em;border-bottom:1px solid currentcolor}
h4{margin:1.2em 0 .3em}
table{border-collapse:collapse;margin:.4em 0}
caption{text-align:left;font-size:.9em}
th,td{border:1px solid #8886;padding:.2em .5em;text-align:left;vertical-align:top}
dl{margin:.4em 0}
dt{float:left;clear:left;margin-right:.5em;font-weight:600}
dd{margin:0}
code{font-family:Consolas,"Noto Sans Mono CJK SC",monospace}
.wide{overflow-x:auto}
.says{margin:.4em 0;padding-left:.8em;border-left:4px solid #c50f1f}
.what{opacity:.8}
section:target>h2{background:#fde30040}
`;

/** docs/checks.html: every check with an anchor that is its id, as the package ships it beside guide.html. */
export function checksHtml(documents: readonly CheckDocument[]): string {
  const listed = documents.map(({ id, title }) => `<li><a href="#${id}">${safe(title)}</a></li>`);
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>报送前自查：每项检查查什么、怎样答复</title>
<style>${style}</style>
</head>
<body>
<header>
<h1 id="top">报送前自查：每项检查查什么、怎样答复</h1>
<p>共${documents.length}项。级别：<strong>须更正</strong>是分数或合计错了，<strong>待核实</strong>是审核时会问，<strong>提示</strong>供留意。没有数据的不判断：不知道不等于有错。安装和使用见<a href="guide.html">安装与使用</a>。</p>
</header>
<nav aria-label="检查目录"><ol>
${listed.join("\n")}
</ol></nav>
<main>
${documents.map(sectionOf).join("\n")}
</main>
</body>
</html>
`;
}

function sectionOf({ id, title, severity, group, words, told, silent }: CheckDocument): string {
  return `<section id="${id}">
<h2>${safe(title)}</h2>
<p class="what">级别：${severity}；列在“${safe(group)}”一组；编号 <code>${id}</code>。<a href="#top">回到目录</a></p>
<h3>查什么</h3>
<p>${safe(words.looks)}</p>
<h3>为什么</h3>
<p>${safe(words.cares)}</p>
<h3>怎样答复</h3>
<p>${safe(words.answer)}</p>
<h3>会提出的</h3>
${told.map(sayExample).join("\n")}
<h3>不提出的</h3>
${silent.map(sayExample).join("\n")}
</section>`;
}

function sayExample({ title, says, lines, tables }: ExampleView): string {
  return [
    `<h4>${safe(title)}</h4>`,
    ...(lines.length === 0
      ? []
      : [`<dl>${lines.map(([name, text]) => `<dt>${safe(name)}</dt><dd>${safe(text)}</dd>`).join("")}</dl>`]),
    ...tables.map(
      ({ caption, head, rows }) =>
        `<div class="wide" role="group" aria-label="${safe(`${title}：${caption}`)}" tabindex="0"><table><caption>${safe(caption)}</caption>` +
        `<thead><tr>${head.map((cell) => `<th scope="col">${safe(cell)}</th>`).join("")}</tr></thead>` +
        `<tbody>${rows.map((row) => `<tr>${row.map((cell) => `<td>${safe(cell)}</td>`).join("")}</tr>`).join("")}</tbody></table></div>`,
    ),
    ...says.map((one) => `<p class="says">提出：${safe(one)}</p>`),
  ].join("\n");
}

function safe(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("\n", "<br>");
}
