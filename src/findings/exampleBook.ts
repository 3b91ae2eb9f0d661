import type { FactValue } from "../rules/fact";
import type { CellValue } from "../workbook/snapshot";

/** One scored row of an example; what is left out is as in the edition, the score full marks. */
export interface ExampleRow {
  /** Id of the rubric's row. Absent: an indicator that the rubric does not know, named by `name`. */
  readonly id?: string;
  readonly name?: string;
  readonly level1?: string;
  readonly level2?: string;
  readonly level1Weight?: number;
  readonly level2Weight?: number;
  readonly weight?: CellValue;
  readonly standard?: string;
  readonly score?: CellValue;
  readonly basis?: string;
  readonly evidence?: string;
}

/** One row of an annex: 一级、二级、三级指标, 年初目标值, 实际完成值, and what follows. */
export interface ExampleAnnexRow {
  readonly level1?: string;
  readonly level2?: string;
  readonly name: string;
  readonly target?: CellValue;
  readonly adjusted?: CellValue;
  readonly actual?: CellValue;
  readonly weight?: CellValue;
  readonly rate?: CellValue;
  readonly score?: CellValue;
  readonly shortfall?: string;
}

/** A small workbook as an example writes it. */
export interface ExampleBook {
  readonly department?: string;
  readonly year?: number;
  readonly unitCount?: number;
  readonly goal?: string;
  readonly goalResult?: string;
  readonly shortfall?: string;
  /** 总预算, 基本支出, 项目支出, 专项资金, 其他事业发展支出, 本级资金, 对下转移支付, in 万元. */
  readonly budget?: readonly CellValue[];
  readonly rows?: readonly ExampleRow[];
  /** The 总分 cell; the sum of the scores unless told. */
  readonly total?: CellValue;
  readonly totalWeight?: CellValue;
  readonly grade?: string;
  readonly annex?: readonly ExampleAnnexRow[];
  readonly facts?: Readonly<
    Record<string, FactValue | { readonly value: FactValue; readonly reason: string }>
  >;
  readonly report?: string;
}
