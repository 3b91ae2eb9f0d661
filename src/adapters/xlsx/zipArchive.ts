import { deflateSync, inflateSync } from "fflate";
import { crc32 } from "./crc32";
import { Refusal, refusals } from "./refusals";

/** One file of a zip, still compressed; what is not touched goes out again as it came in. */
export interface ZipEntry {
  readonly name: string;
  readonly rawName: Uint8Array;
  readonly utf8: boolean;
  /** 0 stored, 8 deflated. */
  readonly method: number;
  /** Time and date in the form of the format, 32 bits. */
  readonly stamp: number;
  readonly crc: number;
  readonly size: number;
  readonly packed: Uint8Array;
}

/** No honest form comes near these; checked on what the zip declares before anything is inflated. */
const limits = {
  entries: 10_000,
  part: 200_000_000,
  total: 300_000_000,
  ratioFrom: 5_000_000,
  ratio: 250,
} as const;

const endMark = 0x06054b50;
const centralMark = 0x02014b50;
const localMark = 0x04034b50;

/** The entries in the order of the directory. @throws Refusal for a broken or dangerous file. */
export function readZip(bytes: Uint8Array): readonly ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  const count = view.getUint16(end + 10, true);
  if (view.getUint16(end + 4, true) !== 0) throw damaged("它是分卷压缩文件");
  if (count > limits.entries || count === 0xffff) throw unsafe("压缩包里的文件过多");
  const entries: ZipEntry[] = [];
  const names = new Set<string>();
  let at = view.getUint32(end + 16, true);
  let total = 0;
  for (let index = 0; index < count; index++) {
    if (at + 46 > end || view.getUint32(at, true) !== centralMark) throw damaged("压缩包的目录不完整");
    const nameLength = view.getUint16(at + 28, true);
    const extraLength = view.getUint16(at + 30, true);
    const next = at + 46 + nameLength + extraLength + view.getUint16(at + 32, true);
    if (next > end) throw damaged("压缩包的目录不完整");
    const entry = readEntry(bytes, view, at, nameLength, extraLength);
    checkName(entry.name, names);
    total += entry.size;
    if (entry.size > limits.part || total > limits.total) throw unsafe("解压后的内容过大");
    if (entry.size > limits.ratioFrom && entry.size > entry.packed.length * limits.ratio) {
      throw unsafe("压缩比异常（疑似压缩炸弹）");
    }
    entries.push(entry);
    at = next;
  }
  return entries;
}

function readEntry(
  bytes: Uint8Array,
  view: DataView,
  at: number,
  nameLength: number,
  extraLength: number,
): ZipEntry {
  const flags = view.getUint16(at + 8, true);
  const method = view.getUint16(at + 10, true);
  if ((flags & 1) !== 0) throw new Refusal(refusals.encrypted());
  if (method !== 0 && method !== 8) throw damaged("压缩方式不受支持");
  const rawName = bytes.subarray(at + 46, at + 46 + nameLength);
  const wide = wideSizes(view, at, at + 46 + nameLength, extraLength);
  const { size, packedSize, offset } = wide;
  if (offset + 30 > bytes.length || view.getUint32(offset, true) !== localMark) {
    throw damaged("压缩包里的文件位置不对");
  }
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  if (start + packedSize > bytes.length) throw damaged("压缩包不完整，可能没有下载完");
  if (method === 0 && size !== packedSize) throw damaged("压缩包里的大小不一致");
  return {
    name: new TextDecoder().decode(rawName),
    rawName,
    utf8: (flags & 0x800) !== 0,
    method,
    stamp: view.getUint32(at + 12, true),
    crc: view.getUint32(at + 16, true),
    size,
    packed: bytes.subarray(start, start + packedSize),
  };
}

/** The sizes, from the zip64 extra field where the plain ones are full of ones (.NET writers do that). */
function wideSizes(view: DataView, at: number, extra: number, extraLength: number) {
  const plain = {
    size: view.getUint32(at + 24, true),
    packedSize: view.getUint32(at + 20, true),
    offset: view.getUint32(at + 42, true),
  };
  for (let field = extra; field + 4 <= extra + extraLength;) {
    const length = view.getUint16(field + 2, true);
    if (view.getUint16(field, true) === 1 && field + 4 + length <= extra + extraLength) {
      let value = field + 4;
      const last = value + length;
      const wide = (now: number): number => {
        if (now !== 0xffffffff || value + 8 > last) return now;
        value += 8;
        return Number(view.getBigUint64(value - 8, true));
      };
      return { size: wide(plain.size), packedSize: wide(plain.packedSize), offset: wide(plain.offset) };
    }
    field += 4 + length;
  }
  return plain;
}

function findEnd(view: DataView): number {
  const lowest = Math.max(0, view.byteLength - 22 - 0xffff);
  for (let at = view.byteLength - 22; at >= lowest; at--) {
    if (view.getUint32(at, true) === endMark) return at;
  }
  throw damaged("压缩包没有结尾，可能没有下载完");
}

function checkName(name: string, names: Set<string>): void {
  const parts = name.split("/");
  if (name.includes("\\") || name.includes("\0") || name.startsWith("/") || /^[a-z]:/i.test(name)) {
    throw unsafe("压缩包里有异常的文件路径");
  }
  if (parts.includes("..") || parts.includes(".")) throw unsafe("压缩包里有异常的文件路径");
  const key = name.toLowerCase();
  if (names.has(key)) throw unsafe("压缩包里有同名的文件");
  names.add(key);
}

/** The content of an entry. @throws Refusal when it does not inflate to what the directory says. */
export function unpack(entry: ZipEntry): Uint8Array {
  let content = entry.packed;
  if (entry.method === 8) {
    try {
      // The declared size is the whole room there is: a lying entry is cut off and fails its checksum.
      content = inflateSync(entry.packed, { out: new Uint8Array(entry.size) });
    } catch {
      throw damaged(`${entry.name} 解压失败`);
    }
  }
  if (content.length !== entry.size || crc32(content) !== entry.crc) throw damaged(`${entry.name} 校验不符`);
  return content;
}

/** A new or changed entry. It takes the stamp of what it replaces: the same edits give the same bytes. */
export function pack(name: string, content: Uint8Array, stamp: number): ZipEntry {
  const rawName = new TextEncoder().encode(name);
  const packed = deflateSync(content, { level: 4 });
  const utf8 = rawName.length !== name.length;
  return { name, rawName, utf8, method: 8, stamp, crc: crc32(content), size: content.length, packed };
}

export function writeZip(entries: readonly ZipEntry[]): Uint8Array {
  const bodies = entries.reduce((sum, entry) => sum + 30 + entry.rawName.length + entry.packed.length, 0);
  const directory = entries.reduce((sum, entry) => sum + 46 + entry.rawName.length, 0);
  const bytes = new Uint8Array(bodies + directory + 22);
  const view = new DataView(bytes.buffer);
  let at = 0;
  let central = bodies;
  for (const entry of entries) {
    view.setUint32(at, localMark, true);
    writeFacts(view, at + 4, entry);
    bytes.set(entry.rawName, at + 30);
    bytes.set(entry.packed, at + 30 + entry.rawName.length);
    view.setUint32(central, centralMark, true);
    view.setUint16(central + 4, 20, true);
    writeFacts(view, central + 6, entry);
    view.setUint32(central + 42, at, true);
    bytes.set(entry.rawName, central + 46);
    at += 30 + entry.rawName.length + entry.packed.length;
    central += 46 + entry.rawName.length;
  }
  view.setUint32(central, endMark, true);
  view.setUint16(central + 8, entries.length, true);
  view.setUint16(central + 10, entries.length, true);
  view.setUint32(central + 12, directory, true);
  view.setUint32(central + 16, bodies, true);
  return bytes;
}

/** The 24 bytes that the local and the central header share. */
function writeFacts(view: DataView, at: number, entry: ZipEntry): void {
  view.setUint16(at, 20, true);
  view.setUint16(at + 2, entry.utf8 ? 0x800 : 0, true);
  view.setUint16(at + 4, entry.method, true);
  view.setUint32(at + 6, entry.stamp, true);
  view.setUint32(at + 10, entry.crc, true);
  view.setUint32(at + 14, entry.packed.length, true);
  view.setUint32(at + 18, entry.size, true);
  view.setUint16(at + 22, entry.rawName.length, true);
}

function damaged(detail: string): Refusal {
  return new Refusal(refusals.damaged(detail));
}

function unsafe(detail: string): Refusal {
  return new Refusal(refusals.unsafe(detail));
}
