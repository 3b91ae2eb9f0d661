import { formatPoints, roundHalfUp } from "../scorecard/formatPoints";
import type { Scorecard } from "../scorecard/scorecard";
import { a1, type CellAddress } from "../workbook/cell";

/** 总分, or 暂计分 as long as something is open or unconfirmed; beside what a person filled in, the latter is no total of
 * the form, only what its data give. */
export function totalWord({ provisional, total, filled }: Scorecard): string {
  if (!provisional && total !== null) return "总分";
  return filled?.points == null ? "暂计分" : "按现有数据可测算";
}

/** One figure of the result, its word apart from the 分: 填报 99.66. */
export interface TotalFigure {
  readonly of: "filled" | "computed" | "open";
  readonly word: string;
  readonly points: string;
}

/** 填报 (where every scored row has a typed score), what the data give, and what the rows without points may come to. */
export function totalFigures(scorecard: Scorecard): readonly TotalFigure[] {
  const { filled, decimals, openPoints } = scorecard;
  const sum = filled?.points ?? null;
  const own = sum === null ? 0 : (String(roundHalfUp(sum, 5)).split(".")[1]?.length ?? 0);
  const figures: TotalFigure[] = [];
  if (sum !== null) {
    figures.push({ of: "filled", word: "填报", points: formatPoints(sum, Math.max(decimals, own)) });
  }
  figures.push({
    of: "computed",
    word: totalWord(scorecard),
    points: formatPoints(scorecard.points, decimals),
  });
  if (openPoints > 0) {
    const word = sum === null ? "待补充" : "待补充依据";
    figures.push({ of: "open", word, points: formatPoints(openPoints, Math.max(2, decimals)) });
  }
  return figures;
}

/** "暂计分36.86分，待补充63.14分"; "填报99.66分｜按现有数据可测算41.16分｜待补充依据58.50分" */
export function sayTotal(scorecard: Scorecard): string {
  const figures = totalFigures(scorecard);
  const between = figures[0]?.of === "filled" ? "｜" : "，";
  return figures.map(({ word, points }) => `${word}${points}分`).join(between);
}

/** Why there is no 填报, or why it is not the total of the form; null: nothing is to be said. */
export function sayFilledDoubt({ filled }: Pick<Scorecard, "filled">): string | null {
  if (filled === null) return null;
  const { rows, blank, unread, unlikeTotal } = filled;
  if (unlikeTotal !== null) {
    return `表内总分（${a1(unlikeTotal.at)}）填的是${String(unlikeTotal.value)}分，与各行填报得分的合计不一致。`;
  }
  if (filled.points !== null) return null;
  const parts = [
    blank.length === 0 ? "" : `${cellsOf(blank)}没有填写`,
    ...unread.slice(0, mostNamed).map(({ at, value }) => `${a1(at)}的“${value.slice(0, 30)}”没有读懂`),
    unread.length > mostNamed ? `另有${unread.length - mostNamed}格没有读懂` : "",
  ].filter((part) => part !== "");
  return `填报得分没有合计：已填${rows}行，${parts.join("，")}。`;
}

const mostNamed = 5;

function cellsOf(cells: readonly CellAddress[]): string {
  const named = cells.slice(0, mostNamed).map(a1).join("、");
  return cells.length > mostNamed ? `${named}等${cells.length}格` : named;
}
