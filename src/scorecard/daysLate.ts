const limit =
  /^((?:19|20)\d{2})年(\d{1,2})月(?:(\d{1,2})[日号](?:以?前|之前)?|[底末](?:以?前|之前)?)(?:完成|完工)?$/u;
const done = /^((?:19|20)\d{2})年(\d{1,2})月(\d{1,2})[日号](?:完成|完工)?$/u;
const dayLength = 86_400_000;

/** Days from 2023年11月底前 to 2023年12月8日; 0 where it was kept; null where one of them is no plain date. */
export function daysLate(target: string | number | null, actual: string | number | null): number | null {
  const wanted = limit.exec(plain(target));
  const date = done.exec(plain(actual));
  if (wanted === null || date === null) return null;
  const [, year, month, day] = wanted;
  const last =
    day === undefined
      ? Date.UTC(Number(year), Number(month), 0)
      : Date.UTC(Number(year), Number(month) - 1, Number(day));
  const days = (Date.UTC(Number(date[1]), Number(date[2]) - 1, Number(date[3])) - last) / dayLength;
  return Math.max(0, days);
}

function plain(content: string | number | null): string {
  const text = typeof content === "string" ? content.normalize("NFKC").replace(/\s+/gu, "") : "";
  return text.replace(/^((?:19|20)\d{2})[-/.](\d{1,2})[-/.](\d{1,2})(?![\d.])/u, "$1年$2月$3日");
}
