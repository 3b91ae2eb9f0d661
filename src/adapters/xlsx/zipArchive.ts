import { deflateSync, inflateSync } from "fflate";
import { crc32 } from "./crc32";
import { Refusal, refusals } from "./refusals";
import { entryName, entrySizes, findDirectory, partKey } from "./zipDirectory";

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

const marks = { end: 0x06054b50, central: 0x02014b50, local: 0x04034b50 } as const;

/** The entries in the order of the directory. @throws Refusal for a broken or dangerous file. */
export function readZip(bytes: Uint8Array): readonly ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { at: first, end, count, ahead } = findDirectory(view);
  if (count > limits.entries) throw unsafe("压缩包里的文件过多");
  const entries = new Map<string, ZipEntry>();
  let at = first;
  let total = 0;
  for (let index = 0; index < count; index++) {
    if (at + 46 > end || view.getUint32(at, true) !== marks.central) throw damaged("压缩包的目录不完整");
    const nameLength = view.getUint16(at + 28, true);
    const extraLength = view.getUint16(at + 30, true);
    const next = at + 46 + nameLength + extraLength + view.getUint16(at + 32, true);
    if (next > end) throw damaged("压缩包的目录不完整");
    const entry = readEntry(bytes, view, { at, nameLength, extraLength, ahead });
    total += entry.size;
    if (entry.size > limits.part || total > limits.total) throw unsafe("解压后的内容过大");
    if (entry.size > limits.ratioFrom && entry.size > entry.packed.length * limits.ratio) {
      throw unsafe("压缩比异常（疑似压缩炸弹）");
    }
    const key = partKey(entry.name);
    const twin = entries.get(key) ?? entry;
    // The same file twice does no harm; of two different ones another program may see the other.
    if (twin.crc !== entry.crc || twin.size !== entry.size) throw unsafe("压缩包里有同名的文件");
    entries.set(key, twin);
    at = next;
  }
  return [...entries.values()];
}

interface EntryPlace {
  readonly at: number;
  readonly nameLength: number;
  readonly extraLength: number;
  readonly ahead: number;
}

function readEntry(bytes: Uint8Array, view: DataView, place: EntryPlace): ZipEntry {
  const { at, nameLength, extraLength, ahead } = place;
  const flags = view.getUint16(at + 8, true);
  const method = view.getUint16(at + 10, true);
  if ((flags & 1) !== 0) throw new Refusal(refusals.encrypted());
  if (method !== 0 && method !== 8) throw damaged("压缩方式不受支持");
  const rawName = bytes.subarray(at + 46, at + 46 + nameLength);
  const { size, packedSize, offset } = entrySizes(view, at, at + 46 + nameLength, extraLength);
  const from = ahead + offset;
  if (from + 30 > bytes.length || view.getUint32(from, true) !== marks.local) {
    throw damaged("压缩包里的文件位置不对");
  }
  const start = from + 30 + view.getUint16(from + 26, true) + view.getUint16(from + 28, true);
  if (start + packedSize > bytes.length) throw damaged("压缩包不完整，可能没有下载完");
  if (method === 0 && size !== packedSize) throw damaged("压缩包里的大小不一致");
  return {
    name: entryName(rawName),
    rawName,
    utf8: (flags & 0x800) !== 0,
    method,
    stamp: view.getUint32(at + 12, true),
    crc: view.getUint32(at + 16, true),
    size,
    packed: bytes.subarray(start, start + packedSize),
  };
}

/** What packs and unpacks, of a platform that has its own. */
export interface Deflater {
  /** @throws for what does not inflate; `size` bytes are all the room there is. */
  readonly inflate: (packed: Uint8Array, size: number) => Uint8Array;
  readonly deflate: (content: Uint8Array) => Uint8Array;
  readonly checksum: (content: Uint8Array) => number;
}

/** Runs wherever JavaScript does. */
export const plainDeflater: Deflater = {
  inflate: (packed, size) => inflateSync(packed, { out: new Uint8Array(size) }),
  deflate: (content) => deflateSync(content, { level: 4 }),
  checksum: crc32,
};

/** The content of an entry. @throws Refusal when it does not inflate to what the directory says. */
export function unpack(entry: ZipEntry, { inflate, checksum }: Deflater = plainDeflater): Uint8Array {
  let content = entry.packed;
  if (entry.method === 8) {
    try {
      // The declared size is the whole room there is: a lying entry is cut off and fails its checksum.
      content = inflate(entry.packed, entry.size);
    } catch {
      throw damaged(`${entry.name} 解压失败`);
    }
  }
  if (content.length !== entry.size || checksum(content) !== entry.crc)
    throw damaged(`${entry.name} 校验不符`);
  return content;
}

/** A new entry, or what was there with another content: spelled and stamped as before, so that the same edits give
 * the same bytes. */
export function pack(
  name: string,
  content: Uint8Array,
  before: Pick<ZipEntry, "stamp"> & Partial<ZipEntry>,
  { deflate, checksum }: Deflater,
): ZipEntry {
  const rawName = before.rawName ?? new TextEncoder().encode(name);
  const utf8 = before.utf8 ?? rawName.length > name.length;
  const packed = deflate(content);
  return {
    ...{ name, rawName, utf8, method: 8, stamp: before.stamp },
    ...{ crc: checksum(content), size: content.length, packed },
  };
}

export function writeZip(entries: readonly ZipEntry[]): Uint8Array {
  const bodies = entries.reduce((sum, entry) => sum + 30 + entry.rawName.length + entry.packed.length, 0);
  const directory = entries.reduce((sum, entry) => sum + 46 + entry.rawName.length, 0);
  const bytes = new Uint8Array(bodies + directory + 22);
  const view = new DataView(bytes.buffer);
  let at = 0;
  let central = bodies;
  for (const entry of entries) {
    view.setUint32(at, marks.local, true);
    writeFacts(view, at + 4, entry);
    bytes.set(entry.rawName, at + 30);
    bytes.set(entry.packed, at + 30 + entry.rawName.length);
    view.setUint32(central, marks.central, true);
    view.setUint16(central + 4, 20, true);
    writeFacts(view, central + 6, entry);
    view.setUint32(central + 42, at, true);
    bytes.set(entry.rawName, central + 46);
    at += 30 + entry.rawName.length + entry.packed.length;
    central += 46 + entry.rawName.length;
  }
  view.setUint32(central, marks.end, true);
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
