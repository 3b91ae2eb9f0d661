import { crc32, deflateRawSync } from "node:zlib";

/** How a zip file may be written; every way is allowed by the format. */
export interface ZipForm {
  readonly stored?: boolean;
  /** Sizes and checksum behind the content, nothing in front of it. */
  readonly descriptors?: boolean;
  /** Sizes of 64 bits in extra fields, as .NET writes them. */
  readonly wideSizes?: boolean;
  /** The number of entries and the place of the directory in a record of 64 bits. */
  readonly wideEnd?: boolean;
  /** Entries for folders. */
  readonly folders?: boolean;
  readonly comment?: string;
  /** Fields of other programs behind each name (time of the last change). */
  readonly extras?: boolean;
  readonly backslashes?: boolean;
  readonly bytesBefore?: number;
}

const ones = 0xffffffff;

/** The parts as a zip file. */
export function zipBytes(parts: ReadonlyMap<string, Uint8Array>, form: ZipForm = {}): Uint8Array {
  const all: [string, Uint8Array][] = [...parts];
  if (form.folders === true) {
    const folders = new Set(
      all.flatMap(([name]) => (name.includes("/") ? [name.slice(0, name.lastIndexOf("/") + 1)] : [])),
    );
    all.unshift(...[...folders].map((name): [string, Uint8Array] => [name, new Uint8Array()]));
  }
  const lead = Buffer.alloc(form.bytesBefore ?? 0, 32);
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  // Places count from the first byte of the zip, as programs that put something in front of it leave them.
  let at = 0;
  for (const [name, content] of all) {
    const written = Buffer.from(form.backslashes === true ? name.replaceAll("/", "\\") : name);
    const stored = form.stored === true || content.length === 0;
    const packed = stored ? Buffer.from(content) : deflateRawSync(content);
    const facts = { sum: crc32(content), packed: packed.length, size: content.length };
    const streamed = form.descriptors === true && !stored;
    const wide = form.wideSizes === true && !streamed;
    const flags = 0x800 + (streamed ? 8 : 0);
    const time = form.extras === true ? Buffer.from("5554050001a1b2c364", "hex") : Buffer.alloc(0);
    const head = (local: boolean): Buffer => {
      const known = local && streamed ? { sum: 0, packed: 0, size: 0 } : facts;
      const sizes = wide ? { packed: ones, size: ones } : known;
      const extra = Buffer.concat([wide ? wideField(facts.size, facts.packed) : Buffer.alloc(0), time]);
      const fixed = Buffer.alloc(26);
      fixed.writeUInt16LE(wide ? 45 : 20, 0);
      fixed.writeUInt16LE(flags, 2);
      fixed.writeUInt16LE(stored ? 0 : 8, 4);
      fixed.writeUInt32LE(0x5a21_6000, 6);
      fixed.writeUInt32LE(known.sum, 10);
      fixed.writeUInt32LE(sizes.packed, 14);
      fixed.writeUInt32LE(sizes.size, 18);
      fixed.writeUInt16LE(written.length, 22);
      fixed.writeUInt16LE(extra.length, 24);
      if (local) return Buffer.concat([word(0x04034b50), fixed, written, extra]);
      const rest = Buffer.alloc(14);
      rest.writeUInt32LE(at, 10);
      return Buffer.concat([word(0x02014b50), Buffer.from([20, 0]), fixed, rest, written, extra]);
    };
    const body = [head(true), packed];
    if (streamed) body.push(word(0x08074b50), word(facts.sum), word(facts.packed), word(facts.size));
    directory.push(head(false));
    bodies.push(...body);
    at += body.reduce((sum, each) => sum + each.length, 0);
  }
  const list = Buffer.concat(directory);
  const end = endRecord(all.length, list.length, at, form);
  return new Uint8Array(Buffer.concat([lead, ...bodies, list, ...end]));
}

function endRecord(count: number, length: number, at: number, form: ZipForm): readonly Buffer[] {
  const comment = Buffer.from(form.comment ?? "");
  const wide = form.wideEnd === true;
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(wide ? 0xffff : count, 8);
  end.writeUInt16LE(wide ? 0xffff : count, 10);
  end.writeUInt32LE(wide ? ones : length, 12);
  end.writeUInt32LE(wide ? ones : at, 16);
  end.writeUInt16LE(comment.length, 20);
  if (!wide) return [end, comment];
  const record = Buffer.alloc(56);
  record.writeUInt32LE(0x06064b50, 0);
  record.writeBigUInt64LE(44n, 4);
  record.writeUInt16LE(45, 12);
  record.writeUInt16LE(45, 14);
  record.writeBigUInt64LE(BigInt(count), 24);
  record.writeBigUInt64LE(BigInt(count), 32);
  record.writeBigUInt64LE(BigInt(length), 40);
  record.writeBigUInt64LE(BigInt(at), 48);
  const locator = Buffer.alloc(20);
  locator.writeUInt32LE(0x07064b50, 0);
  locator.writeBigUInt64LE(BigInt(at + length), 8);
  locator.writeUInt32LE(1, 16);
  return [record, locator, end, comment];
}

function word(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

function wideField(size: number, packed: number): Buffer {
  const field = Buffer.alloc(20);
  field.writeUInt16LE(1, 0);
  field.writeUInt16LE(16, 2);
  field.writeBigUInt64LE(BigInt(size), 4);
  field.writeBigUInt64LE(BigInt(packed), 12);
  return field;
}
