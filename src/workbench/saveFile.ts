import { downloadFile } from "../taskpane/downloadFile";

/** A file of the disk that the browser can write to (File System Access API). */
export interface OpenedFile {
  readonly handle: FileSystemFileHandle;
  /** When it was last changed as we read or wrote it, in milliseconds. */
  readonly modified: number;
}

/** What became of 保存. refused: why it is a download although a file was opened, in Chinese without a full stop. */
export type Saved =
  | { readonly how: "file"; readonly file: OpenedFile }
  | { readonly how: "download"; readonly refused: string | null };

/** Not in the types of TypeScript yet, and not in every browser. */
interface Permitting {
  readonly requestPermission?: (wanted: { readonly mode: "readwrite" }) => Promise<PermissionState>;
}

/**
 * Writes a workbook back into the file that it was opened from; without one, or where that cannot be, it is a download.
 * The browser writes beside the file and puts the whole in its place at the end, so that a broken writing leaves the file
 * as it was.
 */
export async function saveFile(
  name: string,
  content: Uint8Array,
  file: OpenedFile | null,
  download = downloadFile,
): Promise<Saved> {
  const outcome = file === null ? null : await writeBack(file, content).catch(refusalOf);
  if (outcome !== null && typeof outcome !== "string") return { how: "file", file: outcome };
  download(content, name);
  return { how: "download", refused: outcome };
}

/** The file as it is now, or why it was left alone. */
async function writeBack(
  { handle, modified }: OpenedFile,
  content: Uint8Array,
): Promise<OpenedFile | string> {
  const permission = await (handle as Permitting).requestPermission?.({ mode: "readwrite" });
  if (permission !== undefined && permission !== "granted") return "浏览器没有得到改写原文件的许可";
  const before = await handle.getFile();
  if (before.lastModified !== modified) return "原文件打开以后又被别的程序改动过";
  const stream = await handle.createWritable();
  try {
    await stream.write(content.slice().buffer);
    await stream.close();
  } catch (error) {
    await stream.abort().catch(() => undefined);
    throw error;
  }
  return { handle, modified: (await handle.getFile()).lastModified };
}

function refusalOf(error: unknown): string {
  switch (error instanceof DOMException ? error.name : "") {
    case "NotAllowedError":
    case "SecurityError":
      return "浏览器没有得到改写原文件的许可";
    case "NotFoundError":
      return "原文件已移走、改名或删除";
    case "NoModificationAllowedError":
    case "InvalidStateError":
      return "原文件正被其他程序占用";
    case "QuotaExceededError":
      return "磁盘空间不足";
    default:
      return "原文件写不进去";
  }
}
