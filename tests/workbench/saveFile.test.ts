import { beforeEach, describe, expect, it } from "vitest";
import { saveFile, type OpenedFile } from "../../src/workbench/saveFile";

const downloaded: { name: string; size: number }[] = [];

const save = (name: string, content: Uint8Array, file: OpenedFile | null) =>
  saveFile(name, content, file, (part, as) => {
    downloaded.push({ name: as, size: part.length });
  });

beforeEach(() => {
  downloaded.length = 0;
});

interface Disk {
  modified: number;
  content: number[];
  aborted: boolean;
}

/** A file of the disk; what is given makes it refuse. */
function fileOf(
  disk: Disk,
  given: {
    readonly permission?: PermissionState;
    readonly refuses?: DOMException;
    readonly breaks?: DOMException;
  } = {},
): OpenedFile {
  const { permission = "granted", refuses, breaks } = given;
  let written: number[] = [];
  const handle = {
    requestPermission: () => Promise.resolve(permission),
    getFile: () => Promise.resolve({ lastModified: disk.modified }),
    createWritable: () =>
      refuses === undefined
        ? Promise.resolve({
            write: (part: ArrayBuffer) => {
              written = [...new Uint8Array(part)];
              return breaks === undefined ? Promise.resolve() : Promise.reject(breaks);
            },
            close: () => {
              disk.content = written;
              disk.modified += 1;
              return Promise.resolve();
            },
            abort: () => {
              disk.aborted = true;
              return Promise.resolve();
            },
          })
        : Promise.reject(refuses),
  };
  return { handle: handle as unknown as FileSystemFileHandle, modified: 7 };
}

const content = new Uint8Array([1, 2, 3]);
const fresh = (): Disk => ({ modified: 7, content: [9], aborted: false });

describe("保存", () => {
  it("不是从磁盘上打开的：下载，没有什么要说的", async () => {
    expect(await save("表.xlsx", content, null)).toEqual({ how: "download", refused: null });
    expect(downloaded).toEqual([{ name: "表.xlsx", size: 3 }]);
  });

  it("写回原文件，不下载；接着再保存，还写得进去", async () => {
    const disk = fresh();
    const first = await save("表.xlsx", content, fileOf(disk));
    expect(first).toMatchObject({ how: "file", file: { modified: 8 } });
    expect(disk.content).toEqual([1, 2, 3]);
    if (first.how !== "file") throw new Error("没有写回");
    expect(await save("表.xlsx", new Uint8Array([4]), first.file)).toMatchObject({ how: "file" });
    expect(disk.content).toEqual([4]);
    expect(downloaded).toEqual([]);
  });

  it("不许改写的、被占用的、移走的：原文件不动，改为下载，说明为什么", async () => {
    const refused = async (given: Parameters<typeof fileOf>[1]) => {
      const disk = fresh();
      const saved = await save("表.xlsx", content, fileOf(disk, given));
      expect(disk.content).toEqual([9]);
      return saved.how === "download" ? saved.refused : "写回了";
    };
    const error = (name: string) => new DOMException("", name);
    expect(await refused({ permission: "denied" })).toContain("没有得到改写原文件的许可");
    expect(await refused({ refuses: error("NotAllowedError") })).toContain("没有得到改写原文件的许可");
    expect(await refused({ refuses: error("NoModificationAllowedError") })).toContain("被其他程序占用");
    expect(await refused({ refuses: error("NotFoundError") })).toContain("已移走、改名或删除");
    expect(await refused({ breaks: error("QuotaExceededError") })).toContain("磁盘空间不足");
    expect(downloaded).toHaveLength(5);
  });

  it("写到一半坏了：放弃写了一半的，原文件还是原样", async () => {
    const disk = fresh();
    await save("表.xlsx", content, fileOf(disk, { breaks: new DOMException("", "UnknownError") }));
    expect(disk).toMatchObject({ content: [9], aborted: true });
  });

  it("打开以后别的程序改过原文件：不盖掉别人的改动", async () => {
    const disk = { ...fresh(), modified: 30 };
    const saved = await save("表.xlsx", content, fileOf(disk));
    expect(saved).toMatchObject({ how: "download", refused: "原文件打开以后又被别的程序改动过" });
    expect(disk.content).toEqual([9]);
  });
});
