import { closeTiers, sortBands, type Band, type BandTable } from "./bandTable";
import { isZero } from "./interval";
import { parseInterval, plainSigns } from "./parseInterval";

const longestText = 4000;
const shape = /^([^:]{1,40}):(\d{1,3}(?:\.\d{1,4})?)分?$/u;

/** Reads our own notation, "≤10%:2;≤20%:1;>20%:0"; null for any other text, or where a part of it cannot be read. */
export function readBandNotation(text: string): BandTable | null {
  if (text.length > longestText) return null;
  const parts = plainSigns(text)
    .split(";")
    .filter((part) => part !== "");
  const read = parts.map((part): { readonly band: Band; readonly percent: boolean } | null => {
    const [, condition = "", points = ""] = shape.exec(part) ?? [];
    const stretch = parseInterval(condition);
    if (stretch === null) return null;
    const clause = `${condition}，得${points}分`;
    return { band: { ...stretch.interval, points: Number(points), clause }, percent: stretch.percent };
  });
  const known = read.filter((one) => one !== null);
  if (known.length === 0 || known.length < read.length) return null;
  const percent = known.some((one) => one.percent);
  if (known.some(({ band, ...one }) => one.percent !== percent && !isZero(band))) return null;
  return { percent, bands: sortBands(closeTiers(known.map(({ band }) => band))) };
}
