import { crc32, deflateRawSync, inflateRawSync } from "node:zlib";
import type { Deflater } from "../adapters/xlsx/zipArchive";

/** The zip of Node itself, at the level that our own writes with. */
export const nodeZip: Deflater = {
  // One byte more than declared is an error, so that a lying entry never fills the memory.
  inflate: (packed, size) => inflateRawSync(packed, { maxOutputLength: Math.max(1, size) }),
  deflate: (content) => deflateRawSync(content, { level: 4 }),
  checksum: (content) => crc32(content),
};
