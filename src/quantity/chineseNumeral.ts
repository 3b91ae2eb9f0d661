const digitOf: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const placeOf: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };
const largeOf: Readonly<Record<string, number>> = { 万: 1e4, 亿: 1e8 };

/** Up to 9999 in places: "一千零五" → 1005, "十二" → 12; null for what nobody writes ("三五", "十百"). */
function readPlaces(numeral: string): number | null {
  let sum = 0;
  let digit: number | null = null;
  let lowest = 10_000;
  for (const c of numeral) {
    const place = placeOf[c];
    const value = digitOf[c];
    if (place !== undefined) {
      if (place >= lowest || (digit === null && sum > 0)) return null;
      sum += (digit ?? 1) * place;
      lowest = place;
      digit = null;
    } else if (value !== undefined) {
      if (digit !== null && digit !== 0) return null;
      digit = value;
    } else return null;
  }
  return sum + (digit ?? 0);
}

/** A whole number written in Chinese: "五" → 5, "三千五百" → 3500, "两万" → 20000; null when it is not one. */
export function readChineseNumeral(numeral: string): number | null {
  if (numeral === "" || numeral.length > 20) return null;
  let sum = 0;
  let rest = numeral;
  for (const large of ["亿", "万"] as const) {
    const cut = rest.indexOf(large);
    if (cut < 0) continue;
    const factor = readPlaces(rest.slice(0, cut));
    if (factor === null || factor === 0) return null;
    sum += factor * (largeOf[large] ?? 1);
    rest = rest.slice(cut + 1);
  }
  if (rest === "") return sum;
  const tail = readPlaces(rest);
  return tail === null ? null : sum + tail;
}

/** "九十五" → 95, "九十五点五" → 95.5, "百" → 100: what stands behind 百分之. */
export function readChinesePercent(numeral: string): number | null {
  const [whole = "", decimals, ...more] = numeral.split("点");
  const value = readChineseNumeral(whole);
  if (value === null || more.length > 0) return null;
  if (decimals === undefined) return value;
  const digits = Array.from(decimals, (c) => digitOf[c]);
  if (digits.length === 0 || digits.some((digit) => digit === undefined)) return null;
  return Number(`${value}.${digits.join("")}`);
}
