import type { FactSpec, FactValue } from "../criteria/fact";
import { fullA1, type CellAddress } from "../workbook/cell";
import {
  isErrorValue,
  snapshotCell,
  type CellSnapshot,
  type CellValue,
  type Snapshot,
} from "../workbook/snapshot";
import { readPlainNumber } from "../quantity/plainNumber";
import { factStateWords, usedWords } from "./gatheredFact";
import { readCitation, type Citation } from "./paperSource";
import { readFactValue } from "./readFactValue";
import type { PaperCells } from "./workingPaper";

/** What the working paper says about one fact. */
export interface PaperFact {
  readonly blank: boolean;
  /** null: blank, or what stands there cannot be used. */
  readonly value: FactValue | null;
  readonly approximate: boolean;
  readonly remark: string | null;
  readonly problem: string | null;
  /** 口径说明, trimmed. */
  readonly reason: string;
  /** The words that 来源 cites. */
  readonly cited: Citation | null;
  /** 状态 is 已确认. */
  readonly confirmed: boolean;
  /** 状态 is 摘自评分依据，待确认. */
  readonly fromWords: boolean;
}

/** Reads the cells of one fact. Never throws; a cell that cannot be used has a problem that says what to do. */
export function readPaperFact(snapshot: Snapshot, cells: PaperCells, spec: FactSpec): PaperFact {
  const wordsAt = (at: CellAddress | null): string =>
    words(at === null ? undefined : snapshotCell(snapshot, at));
  const state = usedWords(wordsAt(cells.state));
  const said = {
    reason: wordsAt(cells.reason),
    cited: readCitation(wordsAt(cells.source)),
    confirmed: state === factStateWords.confirmed,
    fromWords: state === factStateWords.extracted,
  };
  const read =
    cells.months === null ? readOne(snapshot, cells.value, spec) : readMonths(snapshot, cells.months, spec);
  const double = cells.doubles.find((at) => {
    const other = readOne(snapshot, at, spec);
    return !other.blank && (cells.months !== null || other.value !== read.value);
  });
  if (double === undefined || read.problem !== null) return { ...said, ...read };
  const problem = `底稿中有两行“${spec.label}”，数值不同（${fullA1(cells.value)}、${fullA1(double)}），请保留一行。`;
  return { ...said, ...read, value: null, problem };
}

type Read = Omit<PaperFact, "reason" | "cited" | "confirmed" | "fromWords">;

const nothing: Read = { blank: true, value: null, approximate: false, remark: null, problem: null };

function readOne(snapshot: Snapshot, at: CellAddress, spec: FactSpec): Read {
  const cell = snapshotCell(snapshot, at);
  const value = cell?.value ?? null;
  if (cell === undefined || (value === null && cell.formula === undefined)) return nothing;
  if (typeof value === "string" && value.trim() === "") return nothing;
  if (value === null) return failed(`${fullA1(at)}的公式还没有计算结果，请先在 Excel 中计算并保存。`);
  if (isErrorValue(value)) return failed(`${fullA1(at)}显示${String(value)}，请改正公式或直接填写。`);
  const read = readFactValue(spec, cell);
  const problem = "problem" in read ? read.problem : formulaProblem(spec, value, read.value);
  return problem === null && !("problem" in read)
    ? { ...nothing, ...read, blank: false }
    : failed(`${fullA1(at)}：${problem ?? ""}`);
}

function readMonths(snapshot: Snapshot, months: readonly (CellAddress | null)[], spec: FactSpec): Read {
  const read = months.map((at) => (at === null ? nothing : readOne(snapshot, at, spec)));
  if (read.every((one) => one.blank)) return nothing;
  const problems = read.flatMap((one) => one.problem ?? []);
  if (problems.length > 0) return failed(problems.join(""));
  return {
    ...nothing,
    blank: false,
    value: read.map((one) => (typeof one.value === "number" ? one.value : null)),
  };
}

/**
 * Why a formula could not use what a person wrote though its meaning is clear: "18个" is no number to COUNT, 有 is not
 * 是. What we would score and the cell would not is missing until it is written plainly.
 */
function formulaProblem(spec: FactSpec, written: CellValue, read: FactValue): string | null {
  if (typeof written === "number" || written === read) return null;
  const words = `“${String(written).trim()}”`;
  switch (spec.kind) {
    case "figure":
    case "tier":
    case "text":
      return null;
    case "rate":
      // Our functions read "92%" and "≤10%" as they stand.
      if (typeof read === "string" || readPlainNumber(written) !== null) return null;
      return `${words}不是准确数，请只填数字，如99.83%。`;
    case "date":
      if (typeof read === "number") return `${words}是文字，公式不能计算，请按日期重新填写，如2024/2/16。`;
      break;
    case "count":
    case "amount":
    case "months":
    case "points":
    case "weight":
    case "answer":
    case "answerOrShare":
      if (typeof read === "number") return `${words}是文字，公式不能计算，请只填数字。`;
  }
  return `${words}请填写为“${String(read)}”，公式才能计算。`;
}

function failed(problem: string): Read {
  return { ...nothing, blank: false, problem };
}

function words(cell: CellSnapshot | undefined): string {
  return typeof cell?.value === "string" || typeof cell?.value === "number" ? String(cell.value).trim() : "";
}
