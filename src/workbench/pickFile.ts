import type { OpenedFile } from "./saveFile";

/** A chosen file; `opened` where the browser can write it back. */
export interface PickedFile {
  readonly file: File;
  readonly opened: () => Promise<OpenedFile | null>;
}

interface Picking {
  readonly showOpenFilePicker?: (options: object) => Promise<readonly FileSystemFileHandle[]>;
}

interface Dropped {
  readonly getAsFileSystemHandle?: () => Promise<FileSystemHandle | null>;
}

export const xlsxType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** A file that came without its place on the disk. */
export function plainFile(file: File): PickedFile {
  return { file, opened: () => Promise.resolve(null) };
}

/** The browser's own window for opening a file. null: closed without choosing; "none": this browser, or this page, has
 * only the page's input. */
export async function pickFile(): Promise<PickedFile | "none" | null> {
  const { showOpenFilePicker } = window as Picking;
  if (showOpenFilePicker === undefined) return "none";
  try {
    const types = [{ description: "Excel 工作簿", accept: { [xlsxType]: [".xlsx"] } }];
    const [handle] = await showOpenFilePicker({ types });
    return handle === undefined ? null : ofHandle(handle, await handle.getFile());
  } catch (error) {
    return error instanceof DOMException && error.name === "AbortError" ? null : "none";
  }
}

/** The first file that was dropped. To be called while the drop is being told: later it is gone. */
export function droppedFile({ files, items }: DataTransfer): PickedFile | null {
  const [file] = files;
  if (file === undefined) return null;
  const item = [...items].find(({ kind }) => kind === "file") as Dropped | undefined;
  const handle = item?.getAsFileSystemHandle?.().catch(() => null) ?? Promise.resolve(null);
  return {
    file,
    opened: async () => {
      const entry = await handle;
      return entry instanceof FileSystemFileHandle ? { handle: entry, modified: file.lastModified } : null;
    },
  };
}

function ofHandle(handle: FileSystemFileHandle, file: File): PickedFile {
  return { file, opened: () => Promise.resolve({ handle, modified: file.lastModified }) };
}
