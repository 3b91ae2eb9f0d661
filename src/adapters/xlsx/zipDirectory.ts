import { Refusal, refusals } from "./refusals";

/** Where the list of a zip's files lies. */
interface ZipDirectory {
  readonly at: number;
  readonly end: number;
  readonly count: number;
  /** Bytes before the zip itself, which its positions do not count: a mark, an empty line, a self-extractor. */
  readonly ahead: number;
}

const marks = { file: 0x02014b50, end: 0x06054b50, wideEnd: 0x06064b50, wideLocator: 0x07064b50 } as const;

/** The last record that leads to a list is the zip's; a comment or stray bytes may stand behind it.
 * @throws Refusal where there is none */
export function findDirectory(view: DataView): ZipDirectory {
  const lowest = Math.max(0, view.byteLength - 22 - 0xffff);
  let seen = view.byteLength >= 2 && view.getUint16(0, true) === 0x4b50;
  for (let at = view.byteLength - 22; at >= lowest; at--) {
    if (view.getUint32(at, true) !== marks.end) continue;
    const found = directoryBefore(view, at);
    if (found !== null) return found;
    seen = true;
  }
  throw new Refusal(seen ? refusals.damaged("压缩包没有完整的目录，可能没有下载完") : refusals.notZip());
}

function directoryBefore(view: DataView, end: number): ZipDirectory | null {
  const wide = findWideEnd(view, end);
  const number = (at: number, size: 2 | 4, wideAt: number): number => {
    const value = size === 2 ? view.getUint16(end + at, true) : view.getUint32(end + at, true);
    const full = value === (size === 2 ? 0xffff : 0xffffffff);
    return full && wide !== null ? Number(view.getBigUint64(wide + wideAt, true)) : value;
  };
  if (wide === null && view.getUint16(end + 4, true) !== 0) return null;
  const last = wide ?? end;
  const offset = number(16, 4, 48);
  const count = number(10, 2, 32);
  for (const at of [last - number(12, 4, 40), offset]) {
    const inside = at >= 0 && at + 46 <= last && view.getUint32(at, true) === marks.file;
    if (inside && at >= offset) return { at, end: last, count, ahead: at - offset };
  }
  return null;
}

/** The record of the larger form, which some writers (.NET) make of small files, too. */
function findWideEnd(view: DataView, end: number): number | null {
  const locator = end - 20;
  if (locator < 56 || view.getUint32(locator, true) !== marks.wideLocator) return null;
  const places = [locator - 56, Number(view.getBigUint64(locator + 8, true))];
  const isRecord = (at: number): boolean => at + 56 <= locator && view.getUint32(at, true) === marks.wideEnd;
  return places.find(isRecord) ?? null;
}

/** An entry's sizes and position, from the zip64 field where the plain ones are full of ones. */
export function entrySizes(view: DataView, at: number, extra: number, extraLength: number) {
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

/** A file's name as the part that it is: some writers put "\" for "/", or "/" and "./" before it.
 * @throws Refusal for a way out of the package */
export function entryName(raw: Uint8Array): string {
  const text = decodeName(raw);
  const steps = text.split(/[\\/]/);
  if (text.includes("\0") || /^[a-z]:/i.test(text) || steps.includes("..")) {
    throw new Refusal(refusals.unsafe("压缩包里有异常的文件路径"));
  }
  const folder = steps.at(-1) === "" ? "/" : "";
  return steps.filter((step) => step !== "" && step !== ".").join("/") + folder;
}

/** Chinese programs write names that are not UTF-8 in their own code. */
function decodeName(raw: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(raw);
  } catch {
    return new TextDecoder("gb18030").decode(raw);
  }
}

/** By what a part is found, however its name and the way to it are spelled. */
export function partKey(name: string): string {
  return plainName(name).toLowerCase();
}

/** Without "%20" and the like. */
export function plainName(name: string): string {
  if (!name.includes("%")) return name;
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
