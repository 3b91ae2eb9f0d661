import { tidy } from "../quantity/tidy";
import { chosen } from "../criteria/choices";
import { annexSumFormula } from "../criteria/annexSumFormula";
import type { FactCell, Rule, RuleContext, RuleResult, Step } from "../criteria/rule";
import { a1 } from "../workbook/cell";
import { isOwnGoal, type BoundAnnex } from "./bindAnnex";
import type { ScoredAnnex, ScoredAnnexRow, ScoringAnnex } from "./scoreAnnex";
import { weighAnnex } from "./weighAnnex";

/**
 * 综合得分=各指标单项得分合计 over the rows of the annex. Only “未申报” as an answer gives 0; an open row leaves the
 * indicator open. Facts of the rows are known by their whole ids, their score cells as "<row id>.score".
 */
export function annexRule(annex: ScoringAnnex, standIn: Rule): Rule {
  const facts = standIn.facts.filter(({ key }) => key === "filed");
  return {
    title: standIn.title,
    facts,
    score: (given, context) => {
      const { filed } = given;
      if (filed?.value === "否") return standIn.score({ filed }, context);
      return sumUp(annex, annex.score(given, context), context.weight);
    },
    formula: (cells, { context }) => {
      const { factors } = weighAnnex(annex, context.weight, {}, context.settings);
      const shares = shareFormulas(annex, cells, context.settings);
      const terms = annex.funds.map((_, fund) => ({
        cells: annex.rows
          .filter((row) => row.fund === fund)
          .flatMap(({ id }) => cells[`${id}.score`]?.value ?? []),
        factor: `${factors[fund]?.scale ?? ""}${shares[fund] ?? ""}`,
      }));
      return annexSumFormula(cells["filed"]?.value ?? null, terms);
    },
  };
}

/** Of several funds: by amount as soon as every amount stands in 评分底稿, else equal. */
function shareFormulas(
  { funds, binding }: BoundAnnex,
  cells: Readonly<Record<string, FactCell>>,
  settings: RuleContext["settings"],
): readonly string[] {
  const count = funds.length;
  if (count < 2) return [];
  const amounts = funds.flatMap(({ id }) => cells[`${id}.amount`]?.value ?? []);
  if (chosen(binding.mix, settings) === "equal" || amounts.length < count)
    return funds.map(() => `/${count}`);
  const all = amounts.join(",");
  return amounts.map(
    (amount) => `*IF(AND(COUNT(${all})=${count},MIN(${all})>0),${amount}/SUM(${all}),1/${count})`,
  );
}

function sumUp(annex: BoundAnnex, { rows, weighed }: ScoredAnnex, weight: number): RuleResult {
  const open = rows.filter(({ score }) => score.outcome === "open");
  if (open.length > 0) return openResult(open);
  // Losses are taken off the whole, so that nine rows of 10/9 lose nothing.
  const losses = rows.flatMap(({ formLosses }) => formLosses);
  const lost = losses.reduce((sum, loss) => sum + loss.points, 0);
  const points = Math.max(0, weight - lost);
  const lossy = rows.filter(({ formLosses }) => formLosses.length > 0).length;
  const total = losses.length === 0 ? weight : points;
  const { counted, sum: clause } = annex.binding;
  return {
    outcome: "scored",
    points: total,
    step: { label: "得分", value: total, unit: "分", clause, inputs: rows.map(rowStep) },
    measured: `附表${counted}${rows.length}项${lossy === 0 ? "均得满分" : `，其中${lossy}项扣分`}`,
    clause,
    losses,
    remarks: [...weighed.remarks, ...rows.flatMap(rowRemarks)],
  };
}

const namedRows = 5;

function openResult(open: readonly ScoredAnnexRow[]): RuleResult {
  const said = open.slice(0, namedRows).map(({ bound, score }) => {
    const why = score.outcome === "open" ? score.why : "";
    return `附表“${bound.row.name.value}”${why}`;
  });
  const more = open.length > namedRows ? [`另有${open.length - namedRows}项见附表`] : [];
  const why = `${[...said, ...more].join("；")}。`;
  const needs = open.flatMap(({ bound, score }) =>
    score.outcome === "open" ? score.needs.map((key) => `${bound.id}.${key}`) : [],
  );
  const judged = open.every(({ score }) => score.outcome === "open" && score.of === "tier");
  return judged ? { outcome: "judgement", needs, why } : { outcome: "missing", needs, problem: why };
}

/** Doubts of a row with the cell of its actual value. */
export function rowRemarks({ bound, score }: ScoredAnnexRow): readonly string[] {
  const { row } = bound;
  const initial =
    row.initialTarget === null
      ? []
      : [`按调整后目标值“${String(row.target.content ?? "")}”计算，年初目标值为“${row.initialTarget.value}”`];
  return [...initial, ...score.remarks].map(
    (remark) => `${isOwnGoal(bound.id) ? "" : "附表"}${a1(row.actual.at)}“${row.name.value}”：${remark}。`,
  );
}

export function rowStep({ bound, score, formPoints }: ScoredAnnexRow): Step {
  const { row } = bound;
  const clause = score.outcome === "scored" ? { clause: score.clause } : {};
  return {
    label: row.name.value,
    value: tidy(formPoints ?? 0),
    unit: "分",
    ...(row.score === null ? {} : { at: row.score.at }),
    ...clause,
    inputs: score.outcome === "scored" && score.by === "rate" ? [rateStep(bound.row, score.rate ?? 0)] : [],
  };
}

function rateStep(row: ScoredAnnexRow["bound"]["row"], rate: number): Step {
  const input = (label: string, figure: typeof row.target): Step => {
    return { label, value: figure.content ?? "", unit: "", at: figure.at, inputs: [] };
  };
  return {
    label: "完成率",
    value: rate,
    unit: "%",
    ...(row.rateAt === null ? {} : { at: row.rateAt }),
    inputs: [input("年度目标值", row.target), input("实际完成值", row.actual)],
  };
}
