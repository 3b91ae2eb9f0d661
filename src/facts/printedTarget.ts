import type { Indicator } from "../form/form";
import { readPlainNumber } from "../quantity/plainNumber";
import type { CellAddress } from "../workbook/cell";

/** The target of a row, as its own cells print it. */
export interface PrintedTarget {
  readonly value: number;
  readonly at: CellAddress;
  readonly quote: string;
}

const targetWords = "(?:(?:年初|年度|全年|预期|计划|绩效)?(?:目标值|指标值))";
const isTarget = new RegExp(`^${targetWords}$`, "u");
const said = new RegExp(`^(?:本?(?:指标|项目)?的?)?${targetWords}(?:设定)?(?:为|是|:)?([^:为是]+)$`, "u");
const mentioned = new RegExp(targetWords, "gu");
/** 100人以上 is more than a number; 万人 against a figure in 人 would be another target. */
const plainUnit = /^[^以上下内余多左右约万亿千百%不未]{0,3}$/u;

/** Whether a question asks for the target of the row. */
export function asksTarget(label: string): boolean {
  return isTarget.test(label.normalize("NFKC"));
}

/**
 * The target where one of the row's own cells says it, and says it once: 年度目标值：100人. A form that has a column for it
 * gives that first. null: nobody prints it, or more than a number.
 */
export function printedTarget({ definition }: Pick<Indicator, "definition">): PrintedTarget | null {
  if (definition === null) return null;
  const text = definition.value.normalize("NFKC").replace(/\s+/gu, "");
  // 1，200 may be two numbers.
  if ((text.match(mentioned) ?? []).length !== 1 || /\d，\d/u.test(definition.value)) return null;
  for (const quote of text.split(/(?<!\d),|,(?!\d)|[;。]/u)) {
    const figure = readPlainNumber(said.exec(quote)?.[1] ?? null);
    if (figure !== null && plainUnit.test(figure.unit))
      return { value: figure.value, at: definition.at, quote };
  }
  return null;
}
