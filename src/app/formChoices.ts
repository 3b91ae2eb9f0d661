import { paperOf } from "../facts/paperOf";
import type { Case } from "../scorecard/case";
import { sayWhose } from "./sayForm";
import { sayTotal } from "./sayTotal";
import { isWritten } from "./writtenState";

/** One form of a workbook, as a person picks it. */
export interface FormChoice {
  readonly sheet: string;
  /** Its working paper's name; null: it has none. */
  readonly paper: string | null;
  /** The form that it is a copy of; null: it is none. */
  readonly copyOf: string | null;
  /** It has a block of money that 项目台账 can fill. */
  readonly hasFund: boolean;
  /** "下属单位自评表：单位整体，某某局 2023年度，暂计分36.86分，待补充63.14分（未计算）" */
  readonly words: string;
}

/** The forms of a workbook, in the order of the sheets. */
export function formChoices(cases: readonly Case[]): readonly FormChoice[] {
  return cases.map((formCase) => {
    const { snapshot, sheet, copyOf } = formCase;
    const paper = paperOf(snapshot, sheet)?.sheet.name ?? null;
    const hasFund = formCase.form.fund !== null;
    return { sheet, paper, copyOf, hasFund, words: `${sheet}：${wordsOf(formCase)}` };
  });
}

function wordsOf(formCase: Case): string {
  const { scorecard, copyOf } = formCase;
  const state = copyOf !== null ? `“${copyOf}”的副本` : isWritten(formCase) ? "已计算" : "未计算";
  return `${sayWhose(scorecard)}，${sayTotal(scorecard)}（${state}）`;
}
