import { tidy } from "../../quantity/tidy";
import { percentWords } from "../../criteria/words";
import type { CompletionRate } from "../../criteria/completionRate";
import type { CellAddress } from "../../workbook/cell";
import { snapshotCell } from "../../workbook/snapshot";
import {
  fitsRate,
  isNear,
  isWholePercent,
  rateColumns,
  sayRate,
  writtenRates,
} from "../../scorecard/printedRate";
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
  const [column, ...others] = rateColumns(context.form, context.snapshot);
  if (column === undefined || others.length > 0) return inAnnexes;
  const inForm = goalsOf(context).map(({ row: { indicator }, name, goal, reading }): RatedRow => ({
    name,
    rateAt: { sheet: context.form.sheet, row: indicator.row, column },
    actualAt: goal.actual.at,
    completion: reading,
  }));
  return [...inAnnexes, ...inForm];
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
      if (fitsRate(rates, rate) || rates.some((one) => isWholePercent(one, rate))) return [];
      const [{ compared }] = completion.parts;
      const plain = compared.target === 0 ? null : compared.actual / compared.target;
      const single = completion.parts.length === 1;
      const inverted =
        single &&
        compared.actual !== 0 &&
        rates.some((one) => isNear(one, compared.target / compared.actual));
      const atMost =
        single && completion.kind === "atMost" && plain !== null && rates.some((one) => isNear(one, plain));
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
