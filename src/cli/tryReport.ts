import type { ClauseReading } from "../clause/clauseReading";
import type { RuleResult } from "../criteria/rule";
import { kindOf } from "../criteria/kinds/kinds";
import { fullWidth } from "../criteria/words";
import { sayPoints } from "../scorecard/formatPoints";
import { rowReason } from "../scorecard/rowReason";
import type { ClauseTrial } from "../app/tryClause";

type ReadClause = Extract<ClauseReading, { state: "read" }>;

/** A 评分标准 tried, as a person reads it in a terminal: the rule, its questions, the points and why. */
export function tryReport({ reading, result, unmatched }: ClauseTrial, weight: number | null): string {
  const left =
    unmatched.length === 0
      ? []
      : [`没有用上的数据：${unmatched.map(({ value }) => String(value)).join("、")}`];
  switch (reading.state) {
    case "none":
      return ["没有写计分的规则。", ...left].join("\n");
    case "unread":
      return [
        "没有全部读懂，不能据此计分。没有读懂的：",
        ...reading.unread.map((words) => `  “${words}”`),
        ...left,
      ].join("\n");
    case "read":
      return [...ruleLines(reading), "", ...pointLines(reading, result, weight), ...left].join("\n");
  }
}

function ruleLines({ criterion, asks, questions, settings }: ReadClause): readonly string[] {
  const { title, wording } = kindOf(criterion);
  const asked = questions.flatMap(({ key }) => asks.filter((spec) => spec.key === key));
  return [
    `${title}：${wording(criterion)}`,
    ...Object.values(settings).flatMap(({ title: open, options }) => {
      const [read = "", ...others] = Object.values(options);
      return [`  ${open}：按“${read}”${others.length === 0 ? "" : `；也可以读作“${others.join("”“")}”`}`];
    }),
    ...(asked.length === 0 ? [] : ["问题："]),
    ...asked.map(({ question, unit, choices }, index) => {
      const answers = choices === undefined ? unit : choices.join("、");
      return `  ${index + 1}. ${question}${answers === "" ? "" : `（${answers}）`}`;
    }),
  ];
}

function pointLines(
  { asks, questions, settings }: ReadClause,
  result: RuleResult | null,
  weight: number | null,
): readonly string[] {
  if (result === null) return ["得分：算不了。得多少分要看分值，请用 --weight 写明。"];
  const facts = asks.map((spec) => ({ spec }));
  const reason = rowReason(byQuestion(result, questions), facts, 5, (name) => settings[name]?.title ?? name);
  if (result.outcome !== "scored") {
    const why = result.outcome === "notApplicable" ? `不涉及：${result.because}` : reason;
    return ["得分：还定不下来。", `  ${why}`];
  }
  const { measured, clause, points, remarks } = result;
  const of = weight === null ? "" : `（分值 ${sayPoints(weight)}）`;
  const applied = clause === "" ? measured : `${measured}，适用“${fullWidth(clause)}”。`;
  return [
    `得分：${sayPoints(points)} 分${of}`,
    `  ${reason === "" ? applied : reason}`,
    ...remarks.map((remark) => `  提示：${remark}`),
  ];
}

/** Where all that may stand in for a question is missing, the question itself is. */
function byQuestion(result: RuleResult, questions: ReadClause["questions"]): RuleResult {
  if (result.outcome !== "missing") return result;
  const { needs } = result;
  const whole = questions.filter(
    ({ instead }) => instead.length > 0 && instead.every((key) => needs.includes(key)),
  );
  const asked = needs.map((need) => whole.find(({ instead }) => instead.includes(need))?.key ?? need);
  return { ...result, needs: Array.from(new Set(asked)) };
}
