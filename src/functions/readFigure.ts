import type { FactSpec, FactValue } from "../criteria/fact";
import { tierNames } from "../criteria/kinds/levels";
import {
  cellsOf,
  isBlank,
  isFunctionError,
  readEach,
  readNumberArgument,
  readRate,
  shown,
  single,
  wrongValue,
  type Argument,
  type FunctionError,
  type Scalar,
} from "./argument";

/**
 * What a formula gives for a question, as the question wants it; null: not answered. Where 0 is no answer, it is a blank
 * cell: Excel hands one over as 0 on some platforms.
 */
export function readFigure(spec: FactSpec, argument: Argument): FactValue | null | FunctionError {
  const name = `“${spec.label}”`;
  if (spec.kind === "months") return readMonths(name, cellsOf(argument));
  const given = single(argument);
  if (isFunctionError(given)) return wrongValue(`${name}：${given.message}`);
  const value = typeof given === "string" ? given.trim() : given;
  if (isBlank(value)) return null;
  const refused = (expected: string): FunctionError =>
    wrongValue(`${name}是${shown(value)}，应为${expected}。`);
  switch (spec.kind) {
    case "rate":
      return readRate(value, name);
    case "amount":
      return readNumberArgument(value, name, wanted("数", spec), ["", spec.unit]);
    case "count":
    case "points":
    case "weight":
      return readNumberArgument(value, name, wanted("不小于0的数", spec), ["", spec.unit], 0);
    case "answer":
    case "answerOrShare":
      if (value === 0) return null;
      if (typeof value === "boolean") return value ? "是" : "否";
      if (value === "是" || value === "否") return value;
      return spec.kind === "answer" ? refused("“是”或“否”") : readRate(value, name, "“是”“否”或完整度");
    case "tier": {
      if (value === 0) return null;
      const names = tierNames(spec);
      return names.find((one) => one === String(value)) ?? refused(names.map(shown).join(""));
    }
    case "date":
      if (value === 0) return null;
      return typeof value === "number" || value === "未公开" ? value : refused("日期");
    case "figure":
    case "text":
      return typeof value === "boolean" ? refused("数字或文字") : value;
  }
}

/** January first; a blank month was not notified. */
function readMonths(name: string, cells: readonly Scalar[]): FactValue | FunctionError {
  if (cells.length !== 12) return wrongValue(`${name}有${cells.length}个单元格，应为1月到12月的12个。`);
  const blank = -1;
  const rates = readEach(cells, (cell, month) =>
    isBlank(cell) || cell === 0 ? blank : readRate(cell, `${name}${month}月`, undefined, 0),
  );
  return isFunctionError(rates) ? rates : rates.map((rate) => (rate === blank ? null : rate));
}

function wanted(what: string, { unit }: FactSpec): string {
  return unit === "" ? what : `${what}（${unit}）`;
}
