import { fail, succeed, type Outcome, type Problem } from "../../workbook/port";
import { excelProblem } from "./excelProblem";

/** What of Office.context.document is needed to read the open workbook as a file. */
type DocumentFile = Pick<Office.Document, "getFileAsync">;

const sliceSize = 4_194_304;

/** The open workbook as a file, with everything that is not saved yet. */
export async function documentBytes(
  document: DocumentFile,
  /** Office.FileType.Compressed, which only exists where office.js runs. */
  compressed: Office.FileType,
): Promise<Outcome<Uint8Array>> {
  try {
    const file = await answered<Office.File>((done) => {
      document.getFileAsync(compressed, { sliceSize }, done);
    });
    try {
      const bytes = new Uint8Array(file.size);
      let at = 0;
      for (let index = 0; index < file.sliceCount; index++) {
        const slice = await answered<Office.Slice>((done) => {
          file.getSliceAsync(index, done);
        });
        const part = Uint8Array.from(slice.data as ArrayLike<number>);
        bytes.set(part, at);
        at += part.length;
      }
      return succeed(bytes.subarray(0, at));
    } finally {
      // Excel keeps at most two files open.
      file.closeAsync();
    }
  } catch (error) {
    return fail(excelProblem(error));
  }
}

/** Opens the file as a new, unsaved workbook; `create` is Excel.createWorkbook, null where Excel has none. */
export async function openWorkbookCopy(
  bytes: Uint8Array,
  create: ((base64: string) => Promise<void>) | null,
): Promise<Outcome<null>> {
  if (create === null) return fail(noNewWorkbook("这个版本的 Excel 不允许插件另开工作簿。"));
  try {
    await create(base64Of(bytes));
    return succeed(null);
  } catch (error) {
    return fail(noNewWorkbook(excelProblem(error).why));
  }
}

function noNewWorkbook(why: string): Problem {
  return {
    code: "unexpected",
    what: "没能另开报送版。",
    why,
    todo: "请把本表另存一份，用工作台页面 workbench.html 打开它生成报送版；或者按“转为数值”在本表内转换，再按“恢复原表”撤回。",
  };
}

function answered<T>(ask: (done: (result: Office.AsyncResult<T>) => void) => void): Promise<T> {
  return new Promise((done, failed) => {
    ask((result) => {
      if (String(result.status) === "succeeded") done(result.value);
      else failed(new Error(result.error.message));
    });
  });
}

/** In pieces: a call takes only so many arguments. */
export function base64Of(bytes: Uint8Array): string {
  const size = 0x8000;
  let text = "";
  for (let at = 0; at < bytes.length; at += size) {
    text += String.fromCharCode(...bytes.subarray(at, at + size));
  }
  return btoa(text);
}
