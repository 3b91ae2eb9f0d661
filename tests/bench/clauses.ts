import { readFile } from "node:fs/promises";
import { performance } from "node:perf_hooks";
import { readClause } from "../../src/clause/readClause";

const length = 20_000;

/** What is dear to read, over and over. */
const repeated = [
  "得",
  "（",
  "，",
  "\n",
  "①甲",
  "1.甲。",
  "按",
  "评分。",
  "得1分；",
  "每发现1项",
  "A=B/C×100%。",
];

/** How long the compiler of clauses takes: those of the cases, and 20,000 signs of anything. */
export async function benchClauses(): Promise<void> {
  const cases = JSON.parse(await readFile("tests/cases/clauseWordings.json", "utf8")) as readonly {
    readonly clause: string;
  }[];
  const printed = cases.map(({ clause }) => clause);
  const each =
    best(() => {
      printed.forEach(read);
    }) / printed.length;
  console.log(`读一条评分标准（${printed.length} 条平均）：${each.toFixed(3)} ms`);
  const long = [...repeated, ...printed].map((pattern) => ({
    pattern,
    milliseconds: best(() => {
      read(pattern.repeat(Math.ceil(length / pattern.length)).slice(0, length));
    }),
  }));
  const [worst] = long.sort((one, other) => other.milliseconds - one.milliseconds);
  if (worst === undefined) return;
  const shown = JSON.stringify(worst.pattern.slice(0, 20));
  console.log(`${length} 字的评分标准，最慢的一种（${shown}重复）：${worst.milliseconds.toFixed(1)} ms`);
}

function read(clause: string): void {
  readClause(clause, { indicator: "预算完成率", weight: 5 });
}

/** The best of five, so that what else the machine does counts little. */
function best(work: () => void): number {
  return Math.min(
    ...Array.from({ length: 5 }, () => {
      const started = performance.now();
      work();
      return performance.now() - started;
    }),
  );
}
