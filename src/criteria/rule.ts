import type { CellAddress } from "../workbook/cell";
import type { Criterion } from "./criterion";
import type { FactSet, FactSpec } from "./fact";
import type { ChosenOptions } from "./choices";
import type { Twofold } from "./twofold";

/** A number with its reasons: the node of every explanation. */
export interface Step {
  /** Chinese: 年度平均执行率. */
  readonly label: string;
  /** A rate is a fraction with unit "%"; text for an answer or a range. */
  readonly value: number | string;
  readonly unit: string;
  readonly at?: CellAddress;
  /** The words of 评分标准 that made this step. */
  readonly clause?: string;
  readonly inputs: readonly Step[];
}

/** One cause for which points are lost. */
export interface Loss {
  /** What was measured: "合同签订及时率95%". */
  readonly measured: string;
  /** The clause that applied, quoted without marks: "90%≤合同签订及时率<100%，得2分". */
  readonly clause: string;
  /** 分, above 0, unrounded. */
  readonly points: number;
  /** Lost only because a named setting reads an ambiguous clause so. */
  readonly setting?: string;
}

/** One branch of the clause, for drawing the scale; share and bounds as the clause has them. */
export interface Branch {
  /** The words: "90%≤合同签订及时率<100%，得2分". */
  readonly clause: string;
  readonly applies: boolean;
  /** Bounds of the measured value; null: open-ended. */
  readonly from: number | null;
  readonly to: number | null;
  /** 分 at this branch when constant. */
  readonly points: number | null;
}

export interface ReadScale {
  readonly value: number;
  readonly unit: string;
  readonly branches: readonly Branch[];
}

export type RuleResult =
  | {
      readonly outcome: "scored";
      /** 分, unrounded, from 0 to the weight. */
      readonly points: number;
      readonly step: Step;
      /** What was measured and which clause applied, also when nothing is lost. */
      readonly measured: string;
      readonly clause: string;
      readonly losses: readonly Loss[];
      /** Present where the clause is a scale over one value. */
      readonly scale?: ReadScale;
      /** Doubts in Chinese: an approximate value near a bound, bands whose top is not the weight, a stand-in. */
      readonly remarks: readonly string[];
    }
  /** Full marks, because the facts say 不涉及 with a reason. */
  | { readonly outcome: "notApplicable"; readonly because: string; readonly step: Step }
  /** Nothing to compute yet: the keys to ask for, and a sentence where a value given cannot be used. */
  | { readonly outcome: "missing"; readonly needs: readonly string[]; readonly problem?: string }
  /** Only a person can say (酌情): the keys to ask for. */
  | { readonly outcome: "judgement"; readonly needs: readonly string[]; readonly why: string };

export interface RuleContext {
  /** 分, as printed in the sheet. */
  readonly weight: number;
  readonly settings: ChosenOptions;
}

/** Where a fact stands, as a formula names it: "'评分底稿'!$D$8", for months a range of twelve cells. */
export interface FactCell {
  readonly value: string;
  /** Its 口径说明 cell, where the reason for 不涉及 stands. */
  readonly reason: string;
}

export interface FormulaContext {
  /** addin: our functions as JX.NAME; builtIn: functions of Excel 2010 only. */
  readonly dialect: "addin" | "builtIn";
  /** Reference to the printed weight, such as "F16"; the number itself where that cell holds text ("10 分"). */
  readonly weight: string;
  /** Reference to the 评分标准 cell where the bands of the criterion, or all of it, may be read from its words, else null. */
  readonly standard: string | null;
  /** What the sheet held when the formula was written (text weights are read from it). */
  readonly context: RuleContext;
  /**
   * Puts a part of a formula that is too long for one cell into a cell of its own, and gives the reference to it; absent:
   * everything stands in one cell. The part is given without "=".
   */
  readonly helper?: (part: string) => string;
}

/** One criterion: a rule shape with its parameters, bound to the facts of a row. Never throws for bad data. */
export interface Rule {
  /** Chinese name of the shape: 分档计分. */
  readonly title: string;
  readonly facts: readonly FactSpec[];
  /** What it was made of; absent where it sums up rows of an annex. */
  readonly criterion?: Criterion;
  /** The quotients and comparisons among its facts, each of which may be given in two ways. */
  readonly twofold?: readonly Twofold[];
  readonly score: (facts: FactSet, context: RuleContext) => RuleResult;
  /** The formula without "=": "" while a fact is blank, else what score() gives. */
  readonly formula: (cells: Readonly<Record<string, FactCell>>, context: FormulaContext) => string;
}
