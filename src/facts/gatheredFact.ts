import type { CellAddress } from "../workbook/cell";
import type { BulletinBinding, WordPattern } from "../editions/edition";
import type { ChosenOptions } from "../criteria/choices";
import type { FactSpec, FactValue } from "../criteria/fact";
import type { Rule } from "../criteria/rule";
import type { PrintedTarget } from "./printedTarget";
import type { Said } from "./twoSources";
import type { Twofold } from "../criteria/twofold";
import { tidy } from "../quantity/tidy";
import type { Quotation } from "../words/quotation";

/** 待补充 · 摘自评分依据，待确认 · 已填 · 已确认 · 不涉及 */
type FactState = "missing" | "extracted" | "typed" | "confirmed" | "notApplicable";

export const factStateWords: Readonly<Record<FactState, string>> = {
  missing: "待补充",
  extracted: "摘自评分依据，待确认",
  typed: "已填",
  confirmed: "已确认",
  notApplicable: "不涉及",
};

const unused = "未使用";

/** 状态 of what stands in a line that nothing asks for any more; what was said of it before is kept, for when it counts again. */
export function unusedWords(state: string): string {
  const before = usedWords(state);
  const { extracted, confirmed } = factStateWords;
  return before === extracted || before === confirmed ? `${unused}（${before}）` : unused;
}

/** 状态 as it was before nothing asked any more. */
export function usedWords(state: string): string {
  return /^未使用[（(](.*)[）)]$/u.exec(state)?.[1] ?? state;
}

const ours = new Set<string>([unused, ...Object.values(factStateWords)]);

/** Whether we have written this 状态. */
export function isOurState(state: string): boolean {
  const words = usedWords(state);
  return ours.has(words) || words.startsWith(unusable(""));
}

/** 状态 of a cell that holds what cannot be used: beside it stands why, and what to write instead. */
export function unusable(problem: string): string {
  return `${factStateWords.missing}：${problem}`;
}

/** A fact with its state and where it came from. */
export interface GatheredFact {
  /** "editionRow.key": kept in files. */
  readonly id: string;
  readonly spec: FactSpec;
  /** null: missing, or what stands in the cell cannot be used (see problem). */
  readonly value: FactValue | null;
  readonly state: FactState;
  /** Its 数值 cell in the working paper (for months January's), null while it has none. */
  readonly at: CellAddress | null;
  /** Its 口径说明 cell, and what stands there. */
  readonly reasonAt: CellAddress | null;
  readonly reason: string;
  /** The cell and the words that it was read from, or that it is asked because of. */
  readonly source: FactSource | null;
  /** figure: a number with its own measure named; statement: words that name the clause's own condition. */
  readonly wordClass: "figure" | "statement" | null;
  readonly approximate: boolean;
  /** What was last read from words or another sheet, remembered so that a cell that differs counts as typed. */
  readonly extracted: FactValue | null;
  /** What the words say of it, where a person has answered it himself. */
  readonly inWords?: Said & { readonly at: CellAddress };
  /** Why what stands in the cell cannot be used, in Chinese, with what to do. */
  readonly problem: string | null;
  /** How what was written was converted ("668,209,000元" read as 66820.9万元), in Chinese. */
  readonly remark?: string;
}

export interface FactSource {
  readonly at: CellAddress;
  readonly quote: string;
  /** All words of the cell that bear on the fact, and what each was used for; absent where the whole quote is one. */
  readonly quotation?: Quotation | undefined;
  /** It was confirmed when the cell said so; now the cell says something else. */
  readonly earlier?: true;
}

/** By fact id. */
export type GatheredFacts = ReadonlyMap<string, GatheredFact>;

/** What the words of one 评分依据 say about one fact. */
export type WordsFound =
  | {
      readonly value: FactValue;
      readonly wordClass: "figure" | "statement";
      /** The sentence, as written. */
      readonly quote: string;
      readonly quotation: Quotation;
      readonly approximate: boolean;
      readonly remark: string | null;
    }
  /** Words that are no fact but must be asked about, in Chinese, to stand behind the title of their column. */
  | { readonly doubt: string; readonly quote: string; readonly quotation: Quotation };

/** A fact that the cells of the row itself give. */
export interface PrintedFact {
  readonly key: string;
  readonly value: FactValue;
  readonly at: CellAddress;
  readonly quote: string;
}

/** By what figures of a row are worth points. */
export interface Worth {
  readonly rule: Rule;
  /** As printed; null: nothing is known of it. */
  readonly weight: number | null;
  readonly settings: ChosenOptions;
}

/** By what a report is told from what is asked for. */
export interface Reporting {
  /** The name of the row. */
  readonly indicator: string;
  /** The column asks for figures elsewhere: a bare name with a figure is not enough. */
  readonly isWary: boolean;
}

/** The words of a row that say what was achieved. */
export interface Evidence {
  readonly value: string;
  readonly at: CellAddress;
  /** The title of its column where the form has no 评分依据. */
  readonly column?: string;
  /** They stand among definitions. */
  readonly reporting?: Reporting;
}

/** The facts that one form row wants. */
export interface FactWish {
  /** Edition row id. */
  readonly id: string;
  /** As column 指标 of the working paper prints it: "3 部门预算资金支出率". */
  readonly title: string;
  readonly specs: readonly FactSpec[];
  /** 评分依据 of the row, or what stands for it. */
  readonly basis: Evidence | null;
  /** Why what 评分依据 says may not be all of it, in Chinese without a stop: no word of it is sure. */
  readonly doubts?: readonly string[];
  /** The target of the row, where a cell of it prints one. */
  readonly target?: PrintedTarget | null;
  /** What its columns of targets and actuals say. */
  readonly printed?: readonly PrintedFact[];
  /** The year of the form, where it is known. */
  readonly year?: number | null;
  /** Its 评分标准 as printed: who copies it into 评分依据 has said nothing. */
  readonly standard?: string;
  /** Whose form it is, where it says so: another office is somebody else. */
  readonly department?: string | null;
  /** What facts of it are worth. */
  readonly worth?: Worth;
  /** Quantities of the row that may be given in two ways. */
  readonly twofold?: readonly Twofold[];
  /** Words in it that may be taken as facts. */
  readonly words?: readonly WordPattern[];
  /** The facts that a monthly bulletin of the workbook fills. */
  readonly bulletin?: BulletinBinding;
}

/** Whether two fact values are the same: numbers to 12 significant digits, months one by one. */
export function sameFactValue(one: FactValue | null, other: FactValue | null): boolean {
  if (typeof one === "number" && typeof other === "number") return tidy(one) === tidy(other);
  if (typeof one === "object" && typeof other === "object" && one !== null && other !== null) {
    return Array.from({ length: 12 }).every((_, month) =>
      sameFactValue(one[month] ?? null, other[month] ?? null),
    );
  }
  return one === other;
}

/** A fact read from words as a person saw it: what reads otherwise by now is not what he spoke of. */
export interface SeenFact {
  readonly factId: string;
  readonly value: FactValue;
  readonly quote: string;
}

/** A fact as it is shown now; null: nothing was read. */
export function asSeen({ id, value, source }: GatheredFact): SeenFact | null {
  return value === null ? null : { factId: id, value, quote: source?.quote ?? "" };
}

export function isAsSeen(fact: GatheredFact | undefined, { value, quote }: SeenFact): boolean {
  return fact !== undefined && sameFactValue(fact.value, value) && (fact.source?.quote ?? "") === quote;
}
