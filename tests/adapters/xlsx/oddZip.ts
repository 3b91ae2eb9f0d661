import { deflateSync } from "fflate";
import { crc32 } from "../../../src/adapters/xlsx/crc32";

/** How a writer that is not Excel may lay out a zip. */
export interface OddZip {
  /** How a name is spelled. */
  readonly spell?: (name: string) => string;
  readonly stored?: boolean;
  /** Sizes and positions of each file in its zip64 field. */
  readonly wideEntries?: boolean;
  /** The zip64 record at the end; "full": the plain one says nothing at all. */
  readonly wideEnd?: "full" | "beside";
  /** Sizes behind the content instead of before it. */
  readonly descriptor?: "signed" | "unsigned";
  readonly ahead?: Uint8Array;
  /** Positions count what stands before. */
  readonly counted?: boolean;
  readonly comment?: string;
  readonly behind?: Uint8Array;
  /** Names that stand there twice. */
  readonly twice?: readonly string[];
  readonly folders?: readonly string[];
}

const full = 0xffffffff;

export function oddZip(parts: ReadonlyMap<string, Uint8Array>, options: OddZip): Uint8Array {
  const spell = options.spell ?? ((name: string) => name);
  const twice = [...parts].filter(([name]) => options.twice?.includes(name) === true);
  const folders = (options.folders ?? []).map((name) => [name, new Uint8Array()] as const);
  const out: Uint8Array[] = [];
  let at = 0;
  const write = (...pieces: readonly Uint8Array[]): void => {
    for (const piece of pieces) {
      out.push(piece);
      at += piece.length;
    }
  };
  write(options.ahead ?? new Uint8Array());
  const base = options.counted === true ? 0 : at;
  const directory: Uint8Array[] = [];
  for (const [name, content] of [...folders, ...parts, ...twice]) {
    const raw = new TextEncoder().encode(spell(name));
    const packed = options.stored === true ? content : deflateSync(content);
    const [offset, method, crc] = [at - base, options.stored === true ? 0 : 8, crc32(content)];
    const later = options.descriptor !== undefined;
    const flags = (later ? 8 : 0) | 0x800;
    const wide = options.wideEntries === true;
    const sizes = [wide ? full : packed.length, wide ? full : content.length];
    const extra = wide
      ? bytes([2, 1], [2, 24], [8, content.length], [8, packed.length], [8, offset])
      : new Uint8Array();
    write(
      bytes([4, 0x04034b50], [2, 45], [2, flags], [2, method], [4, 0x21_0000], [4, later ? 0 : crc]),
      bytes([4, later ? 0 : packed.length], [4, later ? 0 : content.length], [2, raw.length], [2, 0]),
      raw,
      packed,
    );
    if (options.descriptor === "signed") write(bytes([4, 0x08074b50]));
    if (later) write(bytes([4, crc], [4, packed.length], [4, content.length]));
    directory.push(
      bytes([4, 0x02014b50], [2, 45], [2, 45], [2, flags], [2, method], [4, 0x21_0000], [4, crc]),
      bytes(...sizes.map((size) => [4, size] as const), [2, raw.length], [2, extra.length], [2, 0]),
      bytes([2, 0], [2, 0], [4, 0], [4, wide ? full : offset]),
      raw,
      extra,
    );
  }
  const start = at - base;
  write(...directory);
  const size = at - base - start;
  const count = folders.length + parts.size + twice.length;
  if (options.wideEnd !== undefined) {
    const record = at - base;
    write(
      bytes([4, 0x06064b50], [8, 44], [2, 45], [2, 45], [4, 0], [4, 0], [8, count], [8, count]),
      bytes([8, size], [8, start], [4, 0x07064b50], [4, 0], [8, record], [4, 1]),
    );
  }
  const silent = options.wideEnd === "full";
  const number = silent ? 0xffff : count;
  const comment = new TextEncoder().encode(options.comment ?? "");
  write(
    bytes([4, 0x06054b50], [2, silent ? 0xffff : 0], [2, silent ? 0xffff : 0], [2, number], [2, number]),
    bytes([4, silent ? full : size], [4, silent ? full : start], [2, comment.length]),
    comment,
    options.behind ?? new Uint8Array(),
  );
  return Uint8Array.from(out.flatMap((piece) => [...piece]));
}

function bytes(...numbers: readonly (readonly [size: 2 | 4 | 8, value: number])[]): Uint8Array {
  return Uint8Array.from(
    numbers.flatMap(([size, value]) =>
      Array.from({ length: size }, (_, index) => Math.floor(value / 256 ** index) % 256),
    ),
  );
}
