import { decodePart } from "./partText";
import { Refusal, refusals } from "./refusals";
import { parseXml, type XmlDocument } from "./xmlTree";
import { pack, plainDeflater, readZip, unpack, writeZip, type Deflater, type ZipEntry } from "./zipArchive";
import { partKey } from "./zipDirectory";

/** The parts of a workbook file. Never changed: an edit makes a new one (packageDraft.ts). */
export interface XlsxPackage {
  /** In the order of the file. */
  readonly names: readonly string[];
  /** The name as stored, whatever the case asked for; undefined when there is no such part. */
  readonly find: (name: string) => string | undefined;
  readonly text: (name: string) => string | undefined;
  /** For reading only. */
  readonly document: (name: string) => XmlDocument | undefined;
  readonly bytes: () => Uint8Array;
  /** The same package with parts replaced, added (at the end, in order) and, for null, taken out. */
  readonly changed: (texts: ReadonlyMap<string, string | null>) => XlsxPackage;
}

/** @throws Refusal for whatever cannot or must not be opened. */
export function openPackage(bytes: Uint8Array, deflater: Deflater = plainDeflater): XlsxPackage {
  refuseForeign(bytes);
  const entries = readZip(bytes);
  const original = new Map(entries.map((entry) => [entry.name, lazyPart(entry, deflater)]));
  const pack = makePackage({ entries, original, untouched: bytes, deflater }, new Map());
  // Every part that is XML is looked through at once: a DTD anywhere means that nothing is opened.
  for (const entry of entries) {
    if (/\.(xml|rels|vml)$/i.test(entry.name)) refuseDtd(original.get(entry.name)?.text() ?? "", entry.name);
  }
  return pack;
}

interface LazyPart {
  readonly entry: ZipEntry;
  readonly text: () => string;
}

function lazyPart(entry: ZipEntry, deflater: Deflater): LazyPart {
  let text: string | undefined;
  return { entry, text: () => (text ??= decodePart(unpack(entry, deflater), entry.name)) };
}

/** The file as it was opened. */
interface Opened {
  readonly entries: readonly ZipEntry[];
  readonly original: ReadonlyMap<string, LazyPart>;
  readonly untouched: Uint8Array;
  readonly deflater: Deflater;
}

function makePackage(opened: Opened, texts: ReadonlyMap<string, string | null>): XlsxPackage {
  const { entries, original, untouched } = opened;
  const kept = entries.filter((entry) => texts.get(entry.name) !== null).map((entry) => entry.name);
  const added = [...texts]
    .filter(([name, text]) => text !== null && !original.has(name))
    .map(([name]) => name);
  const names = [...kept, ...added];
  const byKey = new Map(names.map((name) => [partKey(name), name]));
  const documents = new Map<string, XmlDocument>();
  const find = (name: string) => byKey.get(partKey(name));
  const text = (name: string) => {
    const stored = find(name);
    if (stored === undefined) return undefined;
    return texts.get(stored) ?? original.get(stored)?.text();
  };
  let written: Uint8Array | undefined = texts.size === 0 ? untouched : undefined;
  return {
    names,
    find,
    text,
    document: (name) => {
      const known = documents.get(partKey(name));
      const content = known === undefined ? text(name) : undefined;
      if (content === undefined) return known;
      const parsed = parseXml(content, name);
      documents.set(partKey(name), parsed);
      return parsed;
    },
    bytes: () => (written ??= writeZip(names.map((name) => entryOf(name, opened, texts)))).slice(),
    changed: (more) => {
      const merged = new Map(texts);
      for (const [name, content] of more) {
        const before = original.get(name);
        // What is as it was at first goes out with its first bytes.
        if (content === null ? before === undefined : before?.text() === content) merged.delete(name);
        else merged.set(name, content);
      }
      return makePackage(opened, merged);
    },
  };
}

function entryOf(
  name: string,
  { entries, original, deflater }: Opened,
  texts: ReadonlyMap<string, string | null>,
): ZipEntry {
  const before = original.get(name)?.entry;
  const text = texts.get(name);
  if (before !== undefined && (text === undefined || text === null)) return before;
  const stamp = entries[0]?.stamp ?? 0x00210000;
  return pack(name, new TextEncoder().encode(text ?? ""), before ?? { stamp }, deflater);
}

/** OLE2 files are .xls, .et, or an encrypted .xlsx in its wrapping; the stream name tells them apart. */
function refuseForeign(bytes: Uint8Array): void {
  if (bytes.length === 0) throw new Refusal(refusals.empty());
  if (starts(bytes, [0xd0, 0xcf, 0x11, 0xe0])) {
    const encrypted = holdsWide(bytes, "EncryptedPackage") || holdsWide(bytes, "EncryptionInfo");
    throw new Refusal(encrypted ? refusals.encrypted() : refusals.oldFormat());
  }
  // BIFF without a wrapping: Excel 2 to 4.
  if (bytes[0] === 0x09 && (bytes[1] === 0 || bytes[1] === 2 || bytes[1] === 4 || bytes[1] === 8)) {
    throw new Refusal(refusals.oldFormat());
  }
}

/** Whether a file begins with these bytes. */
export function starts(bytes: Uint8Array, head: readonly number[]): boolean {
  return head.every((byte, index) => bytes[index] === byte);
}

function holdsWide(bytes: Uint8Array, word: string): boolean {
  const codes = Array.from(word).flatMap((letter) => [letter.charCodeAt(0), 0]);
  const first = codes[0] ?? 0;
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1)) {
    if (codes.every((code, index) => bytes[at + index] === code)) return true;
  }
  return false;
}

/** A DTD can stand only before the root element. */
function refuseDtd(text: string, part: string): void {
  let at = 0;
  for (;;) {
    at = text.indexOf("<", at);
    if (at < 0) return;
    if (text.startsWith("<!--", at)) at = text.indexOf("-->", at);
    else if (text.startsWith("<?", at)) at = text.indexOf("?>", at);
    else break;
    if (at < 0) return;
  }
  if (text.startsWith("<!", at)) throw new Refusal(refusals.unsafe(`${part} 里有文档类型定义（DTD）`));
}
