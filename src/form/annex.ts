import type { Area, CellAddress, Cited } from "../workbook/cell";
import type { Goal, GoalColumns, Indicator } from "./form";

/** 《部门整体支出绩效指标完成情况表》 or 《专项资金（一级项目）绩效指标完成情况表》. */
export type AnnexKind = "department" | "specialFund";

/** 产出 or 效益, by the group words of the table. */
export type AnnexGroup = "output" | "benefit";

/** The columns of an annex that were found by title; of several funds each table has its own. */
export interface AnnexColumns extends GoalColumns {
  readonly level1: number | null;
  readonly level1Weight: number | null;
  readonly level2: number | null;
  readonly level2Weight: number | null;
  readonly name: number;
  /** 分值 of the single row. */
  readonly weight: number | null;
  readonly actual: number;
  /** 完成率 */
  readonly rate: number | null;
  /** 得分, or the column 计算得分 that we added. */
  readonly score: number | null;
  /** 未完成原因: the department's own words. */
  readonly shortfall: number | null;
}

/** The printed weight that holds for a row: its own, or that of its group, which the rows of the group share. */
export interface AnnexWeight {
  /** own: 分值 of the row; level2, level1: "数量指标(分值5)", "产出指标(分值10)". */
  readonly of: "own" | "level2" | "level1";
  readonly points: Cited<number | null>;
  /** The cell holds a plain number, so that a formula may refer to it. */
  readonly isNumber: boolean;
  /** So many rows share it: those of a merged weight cell, else 1; for groups counted by whoever weighs. */
  readonly sharedBy: number;
}

/** One indicator of an annex. */
export interface AnnexRow extends Goal {
  readonly row: number;
  /** null: neither level 1, level 2 nor the table's title says which. */
  readonly group: AnnexGroup | null;
  readonly level1: string;
  readonly level2: string;
  readonly name: Cited<string>;
  readonly weight: AnnexWeight | null;
  /** The 完成率 cell; null when there is no such column. */
  readonly rateAt: CellAddress | null;
  /** What stands in the 得分 cell; null when there is no such column. */
  readonly score: Indicator["selfScore"] | null;
  /** 未完成原因; null when there is no such column. */
  readonly shortfall: Cited<string> | null;
}

/** One table of targets and actuals, over all its printed pages. */
export interface Annex {
  readonly sheet: string;
  readonly kind: AnnexKind;
  /** The words that name it: the table's title, else the sheet's name. */
  readonly title: string;
  /** 专项资金名称, where the table or its title says it; "" otherwise. */
  readonly fund: string;
  readonly headerRow: number;
  readonly columns: AnnexColumns;
  readonly rows: readonly AnnexRow[];
  /** Header to last row, the office's own columns included, ours not. */
  readonly area: Area;
  /** What could be read only with a doubt, in Chinese. */
  readonly remarks: readonly { readonly at: CellAddress; readonly text: string }[];
}
