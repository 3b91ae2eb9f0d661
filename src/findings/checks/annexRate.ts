import { readPlainNumber } from "../../quantity/plainNumber";
import { tidy } from "../../quantity/tidy";
import { percentWords } from "../../criteria/words";
import type { CompletionRate } from "../../criteria/completionRate";
import type { CellAddress } from "../../workbook/cell";
import { findSheet, snapshotCell } from "../../workbook/snapshot";
import { inCell, type Check, type FindingContext } from "../finding";
import { goalsOf } from "../goals";

/** A row with a target, an actual and a printed 完成率. */
interface RatedRow {
  readonly name: string;
  readonly rateAt: CellAddress;
  readonly actualAt: CellAddress;
  readonly completion: CompletionRate;
}

/** The rows of the annexes, and those of a form that prints target, actual and 完成率 in its own table. */
function ratedRows(context: FindingContext): readonly RatedRow[] {
  const inAnnexes = context.annexRows.flatMap(({ row, name, completion }): RatedRow | [] =>
    row.rateAt === null ? [] : { name, rateAt: row.rateAt, actualAt: row.actual.at, completion },
  );
  const column = rateColumn(context);
  if (column === null) return inAnnexes;
  const inForm = goalsOf(context).map(({ row: { indicator }, name, goal, reading }): RatedRow => ({
    name,
    rateAt: { sheet: context.form.sheet, row: indicator.row, column },
    actualAt: goal.actual.at,
    completion: reading,
  }));
  return [...inAnnexes, ...inForm];
}

/** The column of the form whose title is 完成率; null where there is none, or several. */
function rateColumn({ form, snapshot }: FindingContext): number | null {
  const sheet = findSheet(snapshot, form.sheet);
  const first = form.indicators[0]?.row ?? form.headerRow;
  const columns = Array.from(
    { length: Math.max(0, first - form.headerRow) },
    (_, index) => form.headerRow + index,
  )
    .flatMap((row) => Array.from(sheet?.rows.get(row) ?? []))
    .flatMap(([column, { value }]) =>
      /^(?:指标)?(?:实际)?完成(?:率|比例|程度)(?:[(（].{0,20}[)）])?$/u.test(
        String(value ?? "").replace(/\s+/gu, ""),
      )
        ? [column]
        : [],
    );
  return columns.length === 1 ? (columns[0] ?? null) : null;
}

/** The typed 完成率 against actual ÷ target: turned round, or an at-most target taken for an at-least one. */
export const annexRate: Check = {
  id: "annexRate",
  title: "完成率按“实际完成值÷目标值”计算，不高于类指标方向正确",
  severity: "待核实",
  find: (context) =>
    ratedRows(context).flatMap(({ name, rateAt, actualAt, completion }) => {
      const cell = snapshotCell(context.snapshot, rateAt);
      if (completion.outcome !== "rate" || completion.certainty !== "sure") return [];
      const rates = writtenRates(cell?.value ?? null, cell?.format);
      const { rate } = completion;
      // Capped at 100 % is a common way to write a rate that is higher.
      const fits = rates.some((one) => near(one, rate) || (rate > 1 && near(one, 1)));
      if (rates.length === 0 || fits) return [];
      const [{ compared }] = completion.parts;
      const plain = compared.target === 0 ? null : compared.actual / compared.target;
      const single = completion.parts.length === 1;
      const inverted =
        single && compared.actual !== 0 && rates.some((one) => near(one, compared.target / compared.actual));
      const atMost =
        single && completion.kind === "atMost" && plain !== null && rates.some((one) => near(one, plain));
      return {
        at: inCell(rateAt),
        other: inCell(actualAt),
        subject: name,
        essence: `${String(cell?.value ?? "")}≠${tidy(rate)}`,
        what: `“${name}”的完成率填${sayRate(cell?.value ?? null, rates)}，按目标值和实际完成值为${percentWords(rate)}。`,
        why: atMost
          ? "这是“不高于”类指标，实际值低于目标值就是完成，不能按越高越好计算。"
          : inverted
            ? "填报数是“目标值÷实际完成值”，算反了。"
            : "完成率=实际完成值÷目标值。",
        todo: `请核对目标值和实际完成值；无误的，完成率改为${percentWords(rate)}。`,
      };
    }),
};

/** "117.89%", 1.1789 and 117.89 all say the same; a bare number is read both ways. */
function writtenRates(value: string | number | boolean | null, format = ""): readonly number[] {
  const number = readPlainNumber(value);
  if (number === null || !["", "%"].includes(number.unit)) return [];
  if (number.unit === "%" || format.includes("%")) return [number.value];
  return [number.value, number.value / 100];
}

/** Equal at the decimals that people write: a tenth of a percent. */
function near(left: number, right: number): boolean {
  return Math.abs(left - right) <= 0.0011 * Math.max(1, Math.abs(right));
}

function sayRate(value: string | number | boolean | null, rates: readonly number[]): string {
  return typeof value === "number" ? percentWords(rates[0] ?? value) : `“${String(value)}”`;
}
