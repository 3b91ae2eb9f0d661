import { tidy } from "../quantity/tidy";

/** 0.99983 → "99.983%". At most four decimals, more only where fewer would show a whole percent that it is not. */
export function percentWords(rate: number): string {
  return `${shortNumber(tidy(rate * 100))}%`;
}

/** A number as a sentence shows it: 0.1 + 0.2 → "0.3"; no exponent, no needless zeros. */
export function shortNumber(value: number): string {
  const exact = tidy(value);
  for (let decimals = 4; decimals < 12; decimals += 1) {
    const shown = Number(exact.toFixed(decimals));
    if (shown === exact || !Number.isInteger(shown)) return String(shown);
  }
  return plainDigits(exact);
}

/** As a formula writes it: no exponent. */
export function plainDigits(value: number): string {
  const text = String(value);
  return text.includes("e")
    ? value
        .toFixed(15)
        .replace(/(?<!0)0+$/u, "")
        .replace(/\.$/u, "")
    : text;
}

/** Full-width comparison signs, as the sentences of the form are set. */
export function fullWidth(clause: string): string {
  return clause.replaceAll("<", "＜").replaceAll(">", "＞");
}
