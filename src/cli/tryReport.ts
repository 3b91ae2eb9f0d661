import { sayResult, sayRule, unreadWords } from "../app/sayTrial";
import type { ClauseTrial } from "../app/tryClause";
import { askedFirst, type ReadClause } from "../app/tryValues";

/** A 评分标准 tried, as a person reads it in a terminal: the rule, its questions, the points and why. */
export function tryReport({ reading, result, unmatched }: ClauseTrial, weight: number | null): string {
  const left =
    unmatched.length === 0
      ? []
      : [`没有用上的数据：${unmatched.map(({ value }) => String(value)).join("、")}`];
  switch (reading.state) {
    case "none":
      return [unreadWords.none, ...left].join("\n");
    case "unread":
      return [
        `${unreadWords.unread}没有读懂的：`,
        ...reading.unread.map((words) => `  “${words}”`),
        ...left,
      ].join("\n");
    case "read": {
      const { points, why } = sayResult(reading, result, weight);
      const todo = result === null ? "，请用 --weight 写明。" : "";
      const pointLines = [`得分：${points}${todo}`, ...why.map((line) => `  ${line}`)];
      return [...ruleLines(reading), "", ...pointLines, ...left].join("\n");
    }
  }
}

function ruleLines(reading: ReadClause): readonly string[] {
  const [rule, ...open] = sayRule(reading);
  const asked = askedFirst(reading);
  return [
    rule,
    ...open.map((line) => `  ${line}`),
    ...(asked.length === 0 ? [] : ["问题："]),
    ...asked.map(({ question, unit, choices }, index) => {
      const answers = choices === undefined ? unit : choices.join("、");
      return `  ${index + 1}. ${question}${answers === "" ? "" : `（${answers}）`}`;
    }),
  ];
}
