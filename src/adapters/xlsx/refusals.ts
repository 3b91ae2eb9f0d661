import { fullA1, type CellAddress } from "../../workbook/cell";
import { fail, type Outcome, type Problem } from "../../workbook/port";

/** Every reason for which a file is not opened or not written, as a person reads it. */
export const refusals = {
  empty: (): Problem => ({
    code: "damagedFile",
    what: "文件是空的。",
    why: "文件里没有任何内容，可能没有下载或复制完整。",
    todo: "请重新取得这份自评表后再试。",
  }),
  oldFormat: (): Problem => ({
    code: "notXlsx",
    what: "这个文件是旧格式（.xls 或 .et），不能直接处理。",
    why: "旧格式写回时会丢失原表的格式，所以只处理 .xlsx 文件。",
    todo: "请用 Excel 或 WPS 打开它，“另存为”选“Excel 工作簿（*.xlsx）”，再打开另存的文件。",
  }),
  encrypted: (): Problem => ({
    code: "encrypted",
    what: "这个文件设了打开密码，读不出内容。",
    why: "加密的工作簿只有输入密码才能读取，本工具不处理密码。",
    todo: "请用 Excel 或 WPS 输入密码打开，去掉打开密码另存一份 .xlsx，再打开另存的文件。",
  }),
  notZip: (): Problem => ({
    code: "notXlsx",
    what: "这个文件不是 Excel 工作簿（.xlsx）。",
    why: "文件的内容不是 .xlsx 的格式，改扩展名不能转换格式。",
    todo: "请用 Excel 或 WPS 打开原表，“另存为”选“Excel 工作簿（*.xlsx）”后再试。",
  }),
  notWorkbook: (): Problem => ({
    code: "notXlsx",
    what: "这个文件里没有工作簿。",
    why: "它可能是 Word、PPT 文档、普通压缩包或 .xlsb 二进制工作簿。",
    todo: "请选择 .xlsx 格式的自评表；.xlsb 请先另存为 .xlsx。",
  }),
  damaged: (detail: string): Problem => ({
    code: "damagedFile",
    what: "这个文件已损坏，读不完整。",
    why: `${detail}。`,
    todo: "请重新取得这份文件；也可以用 Excel 的“打开并修复”打开，另存为 .xlsx 后再试。",
  }),
  missingPart: (part: string): Problem => ({
    code: "damagedFile",
    what: "这个工作簿缺少必要的部分，读不完整。",
    why: `文件里找不到 ${part}。`,
    todo: "请重新取得这份文件；也可以用 Excel 的“打开并修复”打开，另存为 .xlsx 后再试。",
  }),
  unsafe: (detail: string): Problem => ({
    code: "unsafeFile",
    what: "这个文件的结构不安全，没有打开。",
    why: `${detail}。正常的自评表不会这样。`,
    todo: "请确认文件来源；确实需要时，用 Excel 打开后另存为新的 .xlsx 再试。",
  }),
  sheetMissing: (sheet: string): Problem => ({
    code: "sheetMissing",
    what: `找不到工作表“${sheet}”。`,
    why: "工作表可能已改名或删除。",
    todo: "请重新读取自评表后再试。",
  }),
  sheetExists: (sheet: string): Problem => ({
    code: "changedMeanwhile",
    what: `不能新建工作表“${sheet}”。`,
    why: "工作簿里已有同名的工作表。",
    todo: "请重新读取自评表后再试。",
  }),
  notOurSheet: (sheet: string): Problem => ({
    code: "unexpected",
    what: `不能删除工作表“${sheet}”。`,
    why: "它是工作簿里唯一可见的工作表，或带有图表、图片等其他内容。",
    todo: "请在 Excel 里自行删除。",
  }),
  workbookProtected: (): Problem => ({
    code: "workbookProtected",
    what: "不能增减工作表。",
    why: "工作簿设了“保护工作簿结构”。",
    todo: "请在 Excel 的“审阅”里撤销“保护工作簿”后再试。",
  }),
  lockedCell: (at: CellAddress): Problem => ({
    code: "lockedCell",
    what: `不能写入单元格 ${fullA1(at)}。`,
    why: "工作表设了保护，这个单元格是锁定的。",
    todo: "请在 Excel 的“审阅”里撤销“保护工作表”，或请下发表格的单位解除这个单元格的锁定，再试一次。",
    at,
  }),
  spread: (at: CellAddress): Problem => ({
    code: "unexpected",
    what: `不能写入单元格 ${fullA1(at)}。`,
    why: "它属于一个数组公式或模拟运算表，只能整体修改。",
    todo: "请在 Excel 里先把这个数组公式改成普通公式或数值，再试一次。",
    at,
  }),
  mergeOverlap: (sheet: string, area: string): Problem => ({
    code: "changedMeanwhile",
    what: `不能合并“${sheet}”的 ${area}。`,
    why: "这个区域与已有的合并单元格重叠。",
    todo: "请重新读取自评表后再试。",
  }),
  changed: (at: CellAddress): Problem => ({
    code: "changedMeanwhile",
    what: `单元格 ${fullA1(at)} 的内容已变，没有写入任何内容。`,
    why: "读取之后它被改过。",
    todo: "请重新读取自评表，核对后再试。",
    at,
  }),
  tooManyStyles: (): Problem => ({
    code: "payloadTooLarge",
    what: "这个工作簿的单元格格式太多，放不下新的格式，文件没有改动。",
    why: "Excel 的一个工作簿最多有 65,490 种单元格格式，再多就打不开。",
    todo: "请在 Excel 里把自评表复制到新的工作簿，或清除不用的格式以后再试。",
  }),
  unexpected: (detail: string): Problem => ({
    code: "unexpected",
    what: "处理这个文件时出了意外，文件没有改动。",
    why: `${detail}。`,
    todo: "请保留原文件，重新打开再试；仍不行时请把文件转给技术人员查看。",
  }),
} as const;

/** What is said where cells were left out because a protection locks them. */
export function lockedNote(sheet: string): string {
  return `工作表“${sheet}”设了保护，锁定的单元格没有写入（扣分说明、评价等级）；说明请看评分结果。`;
}

/** Thrown inside the adapter where a refusal ends the work; caught at its edge and handed out as a value. */
export class Refusal extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.what);
    this.problem = problem;
  }
}

/** The edge of the adapter: whatever is thrown inside comes out as a Problem. */
export function attempt<T>(work: () => Outcome<T>): Outcome<T> {
  try {
    return work();
  } catch (error) {
    if (error instanceof Refusal) return fail(error.problem);
    return fail(refusals.unexpected(error instanceof Error ? error.message : String(error)));
  }
}
