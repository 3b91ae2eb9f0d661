import { guangzhou2023 } from "../../src/editions/guangzhou2023/edition";
import { matchPhrases } from "../../src/facts/matchPhrases";
import { readCell, type Meaning } from "../../src/words/readCell";
import { cellPoints } from "../../tests/support/cellPoints";
import { tableLine } from "./tableLine";

/** One cell of 评分依据 in a row, and what a careful reviewer would give for these words alone. */
export type WordCase = readonly [row: string, words: string, points: number | "ask"];

const passedOver: Readonly<Partial<Record<Meaning, string>>> = {
  scores: "得分",
  explains: "原因",
  remedies: "改进",
  rules: "规定",
};

/** docs/words.md: what is read of 评分依据, what is asked about, what is passed over. */
export function wordsPage(ordinary: readonly WordCase[], misleading: readonly WordCase[]): string {
  return `# 评分依据里的话怎样读

整个格子都读：分成句子、分句（逗号、冒号之间，括号里的另算一句），每个词按词表（\`src/words/lexicon.ts\`）认出它起什么作用，再看每个分句是
说了一件事、没有坏事、否定、打算、规定、得分，还是原因和改进。一句话当作数据，要它自己的分句说的是本部门、本年度、全部，并且格子里没有别的话
会改变它；有，就不采用，引出那几个字来问。得分、原因、改进措施放过不问，但只说好的格子里写着原因、扣了分，也要问。

下面由 \`npm run docs\` 从 \`tests/cases/ordinaryCells.json\`、\`tests/cases/misleadingCells.json\` 生成：单凭这些话能得几分；不能的，问什么。

## 平常的写法

${table(ordinary)}

## 容易读错的写法

${table(misleading)}
`;
}

function table(cases: readonly WordCase[]): string {
  const lines = cases.map(([id, words]) => {
    const row = guangzhou2023.rows.find((one) => one.id === id);
    if (row === undefined) throw new Error(`no row ${id}`);
    const points = cellPoints(id, words);
    const doubts = Array.from(matchPhrases(words, row.asks, row.words, { year: 2023 }).values()).flatMap(
      (one) => ("doubt" in one ? [one.doubt.replace("，未予采用：请核实后填写。", "")] : []),
    );
    const asked = doubts[0] ?? "没有写到的，逐项问";
    return tableLine([
      String(row.number),
      words,
      points === "ask" ? `问：${asked}` : `${String(points)}分`,
      passed(words),
    ]);
  });
  return [tableLine(["行", "评分依据", "读出", "放过"]), "| --- | --- | --- | --- |", ...lines].join("\n");
}

function passed(words: string): string {
  const cell = readCell(words);
  const found = cell.clauses.flatMap(({ meaning }) => passedOver[meaning] ?? []);
  return Array.from(new Set(found)).join("、");
}
