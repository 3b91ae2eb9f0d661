import { stopped, type Problem } from "../../workbook/port";
import { StopError } from "./excelRun";
import { OvertypedError } from "./overtyped";

/** What of the workbook helps to tell one refusal from another; absent where not yet known. */
interface Circumstances {
  readonly readOnly?: boolean;
  readonly workbookProtected?: boolean;
  readonly sheetProtected?: boolean;
}

/** The code of an error that the client library raised; null for anything else. */
export function excelErrorCode(error: unknown): string | null {
  const code = member(error, "code");
  return typeof code === "string" ? code : null;
}

/** The member at which the request failed, such as "Range.getMergedAreasOrNullObject"; "" when not told. */
export function excelErrorLocation(error: unknown): string {
  const location = member(member(error, "debugInfo"), "errorLocation");
  return typeof location === "string" ? location : "";
}

/** The trace messages of the request that were reached before it failed. */
export function excelTraces(error: unknown): readonly string[] {
  const traces = member(error, "traceMessages");
  return isList(traces) ? traces.filter((each) => typeof each === "string") : [];
}

/** The host turned the whole request down before doing any of it. */
export function refusedWhole(error: unknown): boolean {
  return wholeRefusals.has(excelErrorCode(error) ?? "");
}

/** Every error as one of the closed list, by its code: the message is in the language of the user's Excel. */
export function excelProblem(error: unknown, circumstances: Circumstances = {}): Problem {
  if (error instanceof StopError) return stopped;
  if (error instanceof OvertypedError) return problem("changedMeanwhile");
  const code = excelErrorCode(error);
  const kind = code === null ? "unexpected" : kindOf(code, circumstances);
  if (kind !== "unexpected") return problem(kind);
  return {
    code: "unexpected",
    what: "Excel 没有完成这一步",
    why: `Excel 返回的错误代码：${code ?? (error instanceof Error ? error.name : "无")}`,
    todo: "请保存工作簿后再试一次；仍不成功时，关闭并重新打开该工作簿，或把错误代码告诉技术支持。",
  };
}

export function problem(kind: ExcelProblem): Problem {
  return { code: kind, ...sentences[kind] };
}

const wholeRefusals = new Set([
  "InvalidOperationInCellEditMode",
  "RequestPayloadSizeLimitExceeded",
  "ActivityLimitReached",
  "InactiveWorkbook",
]);

function kindOf(
  code: string,
  { readOnly, workbookProtected, sheetProtected }: Circumstances,
): ExcelProblem | "unexpected" {
  if (code === "AccessDenied") {
    if (readOnly === true) return "readOnly";
    if (sheetProtected === true) return "lockedCell";
    return workbookProtected === true ? "workbookProtected" : "readOnly";
  }
  return kinds[code] ?? "unexpected";
}

const kinds: Readonly<Record<string, ExcelProblem>> = {
  InvalidOperationInCellEditMode: "cellBeingEdited",
  InactiveWorkbook: "otherWorkbookActive",
  InvalidSelection: "otherWorkbookActive",
  ApiNotFound: "excelTooOld",
  ApiNotAvailable: "excelTooOld",
  UnsupportedOperation: "excelTooOld",
  RequestPayloadSizeLimitExceeded: "payloadTooLarge",
  ResponsePayloadSizeLimitExceeded: "payloadTooLarge",
  ItemNotFound: "sheetMissing",
  InvalidReference: "sheetMissing",
  WorkbookProtected: "workbookProtected",
};

type ExcelProblem = keyof typeof sentences;

const sentences = {
  cellBeingEdited: {
    what: "有单元格正在编辑",
    why: "编辑单元格时，Excel 不接受其他操作",
    todo: "请先按 Enter 结束单元格编辑（或按 Esc 取消），再试一次。",
  },
  lockedCell: {
    what: "要写入的单元格被锁定",
    why: "工作表设有保护，该单元格不允许修改",
    todo: "请在“审阅”选项卡中撤销工作表保护，再试一次；没有密码时请联系表格的下发单位。",
  },
  workbookProtected: {
    what: "不能增加或删除工作表",
    why: "工作簿的结构设有保护",
    todo: "请在“审阅”选项卡中撤销“保护工作簿”，再试一次。",
  },
  readOnly: {
    what: "工作簿不能修改",
    why: "工作簿以只读方式打开，或没有修改权限",
    todo: "请点“启用编辑”，或另存为新文件并打开后再试一次。",
  },
  otherWorkbookActive: {
    what: "当前操作的是另一个工作簿",
    why: "Excel 只接受对最前面的工作簿的操作",
    todo: "请先点一下自评表所在的工作簿窗口，再试一次。",
  },
  excelTooOld: {
    what: "这个版本的 Excel 不能使用本功能",
    why: "需要 ExcelApi 1.13（Excel LTSC 2021、Microsoft 365 或更新版本）",
    todo: "请更新 Excel，或改用网页版工作台打开表格文件。",
  },
  payloadTooLarge: {
    what: "工作簿内容太多，一次传送不完",
    why: "Excel 限制一次传送的数据量，分批后仍然超出",
    todo: "请把自评表和有关附表另存为一个单独的工作簿，再试一次。",
  },
  sheetMissing: {
    what: "要读写的工作表不见了",
    why: "工作表可能刚被删除或改名",
    todo: "请检查工作表是否还在，再重新计算得分。",
  },
  changedMeanwhile: {
    what: "表格内容在计算期间有变动，没有写入",
    why: "计算得分所依据的单元格已不是读取时的内容",
    todo: "请重新点“计算得分”；原有内容没有改动。",
  },
  partlyApplied: {
    what: "写入中途出错，且没有全部退回",
    why: "Excel 在写入时报错，退回时又有单元格不能写入",
    todo: "请对照下列单元格检查，或不保存并重新打开工作簿。",
  },
} as const satisfies Readonly<Partial<Record<Problem["code"], Omit<Problem, "code">>>>;

/** Also a list of another window's, which is no Array of ours. */
function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}

function member(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? (Reflect.get(value, name) as unknown) : undefined;
}
