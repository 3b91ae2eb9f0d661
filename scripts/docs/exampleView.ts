import { guangzhou2023 } from "../../src/editions/guangzhou2023/edition";
import type { CheckExample } from "../../tests/findings/checkExamples";
import type { ExampleBook, ExampleProject } from "../../tests/findings/exampleBook";

/** An example as a person reads it: the cells that are filled, without the book around them. */
export interface ExampleView {
  readonly title: string;
  /** How many findings; 0 where it is one that is left alone. */
  readonly finds: number;
  /** What the check says of it. */
  readonly says: readonly string[];
  /** Name and text of what stands in no table: the head, the words, the report. */
  readonly lines: readonly (readonly [string, string])[];
  readonly tables: readonly ExampleTable[];
}

interface ExampleTable {
  readonly caption: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

const lineNames = [
  ["department", "部门名称"],
  ["year", "年度"],
  ["unitCount", "单位数"],
  ["goal", "年度整体绩效目标"],
  ["goalResult", "整体绩效目标完成情况"],
  ["shortfall", "未能完成原因"],
  ["grade", "评价等级"],
  ["totalWeight", "总分的分值"],
  ["total", "总分的得分"],
  ["report", "自评报告"],
] as const;

const budgetTitles = "总预算 基本支出 项目支出 专项资金 其他事业发展支出 市本级资金 对下转移支付".split(" ");

/** Titles of the columns by the words of examples; "!" for one that always stands there. */
const rowColumns = {
  level1: "一级指标",
  level1Weight: "一级分值",
  level2: "二级指标",
  level2Weight: "二级分值",
  name: "三级指标!",
  weight: "分值!",
  standard: "评分标准",
  score: "得分!",
  basis: "评分依据",
  evidence: "佐证材料",
};
const annexColumns = {
  level1: "一级指标",
  level2: "二级指标",
  name: "三级指标!",
  target: "年初目标值!",
  adjusted: "调整后目标值",
  actual: "实际完成值!",
  weight: "分值",
  rate: "完成率",
  score: "得分",
  shortfall: "未完成原因",
};
const goalColumns = {
  level1: "一级指标",
  level2: "二级指标",
  name: "三级指标!",
  target: "年度指标值!",
  actual: "实际完成值!",
  rate: "完成率",
  weight: "分值!",
  score: "得分!",
  reason: "偏差原因",
};

const approvedColumns = { name: "三级指标!", target: "指标值!", weight: "分值" };

/** What of an example has to be seen to follow it. `says` are the sentences of its findings. */
export function viewExample({ title, book, finds }: CheckExample, says: readonly string[]): ExampleView {
  const lines = lineNames.flatMap(([key, name]): readonly (readonly [string, string])[] => {
    const value = book[key];
    return value === undefined || value === null ? [] : [[name, String(value)]];
  });
  return { title, finds, says, lines: [...lines, ...factLines(book)], tables: tablesOf(book) };
}

function factLines({ facts = {} }: ExampleBook): readonly (readonly [string, string])[] {
  const specs = guangzhou2023.rows.flatMap(({ id, asks, name }) =>
    asks.map((spec) => ({ keys: [spec.key, `${id}.${spec.key}`], label: `${name}：${spec.label}` })),
  );
  return Object.entries(facts).map(([key, fact]) => {
    const label = specs.find(({ keys }) => keys.includes(key))?.label ?? key;
    return [`评分底稿（${label}）`, sayFact(fact)];
  });
}

function sayFact(fact: NonNullable<ExampleBook["facts"]>[string]): string {
  if (typeof fact !== "object") return String(fact);
  if ("value" in fact) return `${sayFact(fact.value)}（${fact.reason}）`;
  return JSON.stringify(fact);
}

function tablesOf(book: ExampleBook): readonly ExampleTable[] {
  const completed = (row: NonNullable<ExampleBook["rows"]>[number]) => {
    const own = guangzhou2023.rows.find(({ id }) => id === row.id);
    const weight = row.weight ?? own?.weight ?? 2;
    return {
      ...row,
      name: row.name ?? own?.name,
      weight,
      score: row.score === undefined ? weight : row.score,
    };
  };
  const rows = book.rows?.map(completed);
  return [
    ...(book.budget === undefined ? [] : [table("年度部门预算情况（万元）", budgetTitles, [book.budget])]),
    ...(rows === undefined ? [] : [columnsOf("自评表", rowColumns, rows)]),
    ...(book.another === undefined
      ? []
      : [columnsOf("另一张自评表", rowColumns, book.another.map(completed))]),
    ...(book.annex === undefined ? [] : [columnsOf("指标完成情况表", annexColumns, book.annex)]),
    ...(book.project === undefined ? [] : projectTables(book.project)),
    ...(book.approved === undefined ? [] : [columnsOf("绩效目标批复表", approvedColumns, book.approved)]),
    ...(book.lastYear === undefined
      ? []
      : projectTables(book.lastYear).map((one) => ({ ...one, caption: `上一年度：${one.caption}` }))),
  ];
}

function projectTables({ fund, fundScore = 10, rows, reasonTitle, unweighed, notes }: ExampleProject) {
  const money = ["资金", "年初预算数", "全年预算数", "全年执行数", "执行率", "得分"];
  const goals = rows.map((row) => {
    const weight = row.weight === undefined ? 10 : row.weight;
    return { ...row, weight, score: row.score === undefined ? weight : row.score };
  });
  const columns = Object.fromEntries(
    Object.entries({ ...goalColumns, reason: reasonTitle ?? goalColumns.reason }).filter(
      ([key]) => key !== "weight" || unweighed !== true,
    ),
  );
  return [
    ...(fund === undefined
      ? []
      : [
          table(
            "项目资金（万元）",
            money,
            fund.map((line, index) => [
              ...Array.from({ length: 5 }, (_, at) => line[at] ?? null),
              index === 0 ? fundScore : null,
            ]),
          ),
        ]),
    columnsOf("项目支出绩效自评表", columns, goals),
    ...(notes === undefined
      ? []
      : [
          table(
            "表下的说明",
            ["说明"],
            notes.map((note) => [note]),
          ),
        ]),
  ];
}

/** The columns that always stand there, and those that some row has. */
function columnsOf(
  caption: string,
  titles: Readonly<Record<string, string>>,
  rows: readonly object[],
): ExampleTable {
  const cells = rows.map((row) => new Map<string, unknown>(Object.entries(row)));
  const shown = Object.entries(titles).filter(
    ([key, title]) => title.endsWith("!") || cells.some((row) => row.has(key)),
  );
  return table(
    caption,
    shown.map(([, title]) => title.replace("!", "")),
    cells.map((row) => shown.map(([key]) => row.get(key) ?? null)),
  );
}

function table(
  caption: string,
  head: readonly string[],
  rows: readonly (readonly unknown[])[],
): ExampleTable {
  const text = (value: unknown): string =>
    typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? String(value) : "";
  return { caption, head, rows: rows.map((row) => head.map((_, index) => text(row[index]))) };
}
