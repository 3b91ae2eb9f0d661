import { a1 } from "../workbook/cell";
import type { Problem } from "../workbook/port";
import { sayEdition, sayWhose } from "../app/sayForm";
import { sayFilledDoubt, totalFigures, totalWord } from "../app/sayTotal";
import type { Case } from "../scorecard/case";
import { formatPoints, sayPoints } from "../scorecard/formatPoints";
import { originCounts, originWords } from "../scorecard/originWords";
import type { Scorecard, ScorecardRow } from "../scorecard/scorecard";

/** The scorecard as a person reads it in a terminal: one line per indicator, reasons below the lost points. */
export function tableReport(formCase: Case): string {
  const { scorecard } = formCase;
  const lines = scorecard.rows.flatMap((row) => rowLines(row, scorecard));
  const questions = scorecard.rows.flatMap((row) =>
    row.questions.map((question) => `  ${a1(row.at)} ${row.indicator}：${question.question}`),
  );
  const remarks = [...scorecard.remarks, ...rowRemarks(scorecard)];
  return [
    sayWhose(scorecard),
    "",
    ...lines,
    "",
    summaryLine(formCase),
    ...filledLines(scorecard),
    `评分标准 ${sayEdition(scorecard)}`,
    `计分依据 ${originCounts(scorecard)}`,
    ...(scorecard.hidden === null ? [] : [scorecard.hidden]),
    ...(questions.length === 0 ? [] : ["", "待补充：", ...questions]),
    ...(remarks.length === 0 ? [] : ["", "提示：", ...remarks.map((remark) => `  ${remark}`)]),
  ].join("\n");
}

/** What is to be known of single rows; what is said of several of them once, with their cells. */
function rowRemarks({ rows }: Scorecard): readonly string[] {
  const cells = new Map<string, string[]>();
  for (const row of rows)
    for (const remark of row.remarks) cells.set(remark, [...(cells.get(remark) ?? []), a1(row.at)]);
  return Array.from(cells, ([remark, at]) => `${at.join("、")} ${remark}`);
}

/** Which rows are open in a form that a person has filled in, and what of 填报 was not read. */
function filledLines(scorecard: Scorecard): readonly string[] {
  const { filled, rows } = scorecard;
  const doubt = sayFilledDoubt(scorecard);
  const open = rows
    .filter(({ points }) => points === null)
    .map(({ at, weight }) => `${a1(at)}（${weight === null ? "分值未读出" : `${sayPoints(weight)}分`}）`);
  return [
    ...(filled?.points == null || open.length === 0
      ? []
      : [`待补充依据 ${open.length}行：${open.join("、")}`]),
    ...(doubt === null ? [] : [doubt]),
  ];
}

/** "总分 99.66，优；…": the whole result in one line. */
export function summaryLine({ scorecard, form }: Case): string {
  const show = (points: number): string => formatPoints(points, scorecard.decimals);
  const differing = scorecard.rows.filter((row) => row.compared === "differs").length;
  const full = `（满分${show(scorecard.weight)}）`;
  const figures = totalFigures(scorecard);
  const isFilled = figures[0]?.of === "filled";
  const open = figures.find(({ of }) => of === "open");
  return [
    isFilled
      ? `${figures.map(({ word, points }) => `${word} ${points}`).join(" ｜ ")}${full}`
      : `${totalWord(scorecard)} ${show(scorecard.points)}${full}`,
    scorecard.grade === null ? "" : `等级 ${scorecard.grade}`,
    !isFilled && open !== undefined ? `${open.word} ${open.points} 分` : "",
    scorecard.unconfirmed > 0 ? `待确认 ${scorecard.unconfirmed} 项` : "",
    differing > 0 ? `与填报得分不一致 ${differing} 处` : "",
    form.nextForm === null ? "" : `${a1(form.nextForm)}起的另一张表没有读取`,
  ]
    .filter((part) => part !== "")
    .join("；");
}

export function problemLines(problem: Problem): string {
  const details = (problem.details ?? []).map((detail) => `  ${detail}`);
  return [problem.what, `  原因：${problem.why}`, `  办法：${problem.todo}`, ...details].join("\n");
}

const outcomeWords = {
  scored: "",
  missing: "待补充",
  judgement: "需人工评定",
  notApplicable: "不涉及",
} as const satisfies Readonly<Record<ScorecardRow["outcome"], string>>;

function rowLines(row: ScorecardRow, scorecard: Scorecard): readonly string[] {
  const show = (points: number | null): string =>
    points === null ? "—" : formatPoints(points, scorecard.decimals);
  const marks = [
    row.origin === "sheet" ? "" : originWords(row, scorecard),
    outcomeWords[row.outcome],
    row.unconfirmed > 0 ? "待确认" : "",
    row.compared === "differs" ? `与填报得分 ${row.typed ?? ""} 不一致` : "",
  ].filter((mark) => mark !== "");
  const line = `${pad(a1(row.at), 5)} ${pad(row.indicator, 36)} ${padLeft(show(row.points), 8)} / ${padLeft(
    row.weight === null ? "？" : String(row.weight),
    4,
  )}  ${marks.join("，")}`;
  const reason =
    row.deduction !== null && row.deduction > 0 && row.reason !== "" ? [`      ${row.reason}`] : [];
  return [line.trimEnd(), ...reason];
}

/** Terminals draw Chinese characters two columns wide. */
function width(text: string): number {
  return Array.from(text).reduce(
    (sum, letter) => sum + (/[\u1100-\u115f\u2e80-\uffe6]/u.test(letter) ? 2 : 1),
    0,
  );
}

function pad(text: string, columns: number): string {
  return text + " ".repeat(Math.max(0, columns - width(text)));
}

function padLeft(text: string, columns: number): string {
  return " ".repeat(Math.max(0, columns - width(text))) + text;
}
