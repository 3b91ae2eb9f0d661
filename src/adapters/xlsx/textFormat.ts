/** What a number format asks for, piece by piece. */
interface Section {
  readonly condition: { readonly sign: string; readonly than: number } | null;
  readonly pieces: readonly Piece[];
}

type Piece =
  | { readonly kind: "words"; readonly text: string }
  /** 0, # or a sign that belongs to the digits. */
  | { readonly kind: "digit"; readonly text: string }
  | { readonly kind: "date"; readonly text: string }
  | { readonly kind: "itself" };

const piece =
  /"([^"]*)"|[\\!]([^])|_([^])|\*[^]|\[([^\]]{0,255})\]|([0#.,%])|(yyyy|yy|mm?|dd?|aaaa?)(?![a-z])|(@)|([^\p{ASCII}]|[ ()+:$&<=>~'{}/-])/giu;
const colors = /^(?:black|blue|cyan|green|magenta|red|white|yellow|color\d{1,2})$/i;

/** The sections of a format that is understood to the last character; null for any other: [DBNum1], fractions,
 * powers, hours, names of months. */
function readFormat(format: string): readonly Section[] | null {
  const sections = splitSections(format).map(readSection);
  if (format === "" || sections.length > 4 || sections.some((section) => section === null)) return null;
  const read = sections.flatMap((section) => section ?? []);
  const [first, second] = read;
  // Which numbers a section without a condition takes beside one that has one is only clear for the last.
  if (read.slice(2).some(({ condition }) => condition !== null)) return null;
  if (first?.condition === null && second?.condition != null) return null;
  return first?.condition != null && second?.condition === null && read.length > 2 ? null : read;
}

function splitSections(format: string): readonly string[] {
  const sections = [""];
  for (const [each] of format.matchAll(/"[^"]*"|[\\!_*][^]|\[[^\]]{0,255}\]|[^]/gu)) {
    if (each === ";") sections.push("");
    else sections.push(`${sections.pop() ?? ""}${each}`);
  }
  return sections;
}

function readSection(text: string): Section | null {
  const pieces: Piece[] = [];
  let condition: Section["condition"] = null;
  let end = 0;
  for (const match of text.matchAll(piece)) {
    if (match.index !== end) return null;
    end += match[0].length;
    const [, quoted, escaped, gap, bracket, digit, date, itself, plain] = match;
    if (bracket !== undefined) {
      const asked = /^(<>|<=|>=|<|>|=)(-?\d+(?:\.\d+)?)$/.exec(bracket);
      if (asked !== null) condition = { sign: asked[1] ?? "", than: Number(asked[2]) };
      else if (!colors.test(bracket)) return null;
    } else if (digit !== undefined) pieces.push({ kind: "digit", text: digit });
    else if (date !== undefined) pieces.push({ kind: "date", text: date.toLowerCase() });
    else if (itself !== undefined) pieces.push({ kind: "itself" });
    else pieces.push({ kind: "words", text: quoted ?? escaped ?? plain ?? (gap === undefined ? "" : " ") });
  }
  const dated = pieces.some(({ kind }) => kind === "date");
  const read = pieces.map((each): Piece => (dated && isDot(each) ? { ...each, kind: "words" } : each));
  const places = read.flatMap((each) => (each.kind === "digit" ? each.text : [])).join("");
  const sound = /^[#0,]*(?:\.[#0]*,*)?%*$/.test(places) && (places === "" || /[#0]/.test(places));
  const slash = places !== "" && /(^|[^\\!"])\/(?!")/.test(text.replace(/"[^"]*"/g, ""));
  return end === text.length && sound && !slash && !(dated && places !== "")
    ? { condition, pieces: read }
    : null;
}

function isDot(each: Piece): each is Piece & { readonly kind: "digit" } {
  return each.kind === "digit" && each.text === ".";
}

export function isKnownFormat(format: string): boolean {
  return readFormat(format) !== null;
}

/** A number as Excel's TEXT shows it; null when that is not known. `round` rounds to so many places. */
export function formatNumber(
  value: number,
  format: string,
  round: (value: number, places: number) => number,
): string | null {
  const sections = readFormat(format);
  if (sections === null) return null;
  const [first, second, third] = sections;
  if (first === undefined) return null;
  if (first.pieces.some(({ kind }) => kind === "itself")) {
    // As with no format at all, which is clear while Excel needs no more digits than it shows.
    const plain =
      sections.length === 1 && /^-?[\d.]{1,12}$/.test(String(value)) && formatWords(String(value), format);
    return plain === false ? null : plain;
  }
  if (sections.some(({ condition }) => condition !== null)) {
    const chosen = sections
      .slice(0, 3)
      .find((section) => section.condition === null || holds(value, section.condition));
    // Where Excel puts the sign of a negative number depends on what the conditions leave out.
    return chosen === undefined || value < 0 ? null : written(value, chosen, round);
  }
  if (value < 0 && second !== undefined) return written(-value, second, round);
  if (value === 0 && third !== undefined) return written(0, third, round);
  const text = written(Math.abs(value), first, round);
  if (value >= 0 || text === null) return text;
  if (first.pieces.some(({ kind }) => kind === "date")) return null;
  return /[1-9]/.test(digitsOf(-value, first, round) ?? "") ? `-${text}` : text;
}

/** A text as TEXT shows it: in the fourth section, or as it is. */
export function formatWords(value: string, format: string): string | null {
  const sections = readFormat(format);
  if (sections === null) return null;
  const section = sections[3] ?? (sections.length === 1 ? sections[0] : undefined);
  if (
    section === undefined ||
    (sections.length < 4 && section.pieces.every(({ kind }) => kind !== "itself"))
  ) {
    return value;
  }
  return section.pieces
    .map((each) => (each.kind === "itself" ? value : each.kind === "words" ? each.text : ""))
    .join("");
}

function holds(value: number, { sign, than }: NonNullable<Section["condition"]>): boolean {
  if (sign === "<>") return value !== than;
  if (sign.includes("=") && value === than) return true;
  return sign.startsWith("<") ? value < than : sign.startsWith(">") && value > than;
}

/** The digits that the section shows, with its point. */
function digitsOf(
  value: number,
  { pieces }: Section,
  round: (value: number, places: number) => number,
): string | null {
  const places = pieces.flatMap((each) => (each.kind === "digit" ? each.text : [])).join("");
  const [whole = "", decimals = ""] = places.replace(/%/g, "").split(".");
  const thousands = [whole, decimals].reduce((sum, each) => sum + trailing(each, ","), 0);
  const percents = places.length - places.replace(/%/g, "").length;
  const count = decimals.replace(/,/g, "").length;
  const scaled = round(value * 100 ** percents * 1000 ** -thousands, count);
  if (scaled >= 1e15) return null;
  const [integer = "", fraction = ""] = scaled.toFixed(count).split(".");
  const least = whole.replace(/[^0]/g, "").length;
  const shown = integer.replace(/^0+/, "").padStart(least, "0");
  const grouped = /[#0],+[#0]/.test(whole) ? inThousands(shown) : shown;
  const kept = decimals.lastIndexOf("0") + 1;
  const tail = fraction.slice(0, Math.max(kept, fraction.length - trailing(fraction, "0")));
  return places.includes(".") ? `${grouped}.${tail}` : grouped;
}

function trailing(text: string, character: string): number {
  let count = 0;
  while (text.at(-1 - count) === character) count += 1;
  return count;
}

function inThousands(digits: string): string {
  const first = digits.length % 3;
  const groups = digits.slice(first).match(/\d{3}/g) ?? [];
  return (first === 0 ? groups : [digits.slice(0, first), ...groups]).join(",");
}

function written(
  value: number,
  section: Section,
  round: (value: number, places: number) => number,
): string | null {
  const { pieces } = section;
  if (pieces.some(({ kind }) => kind === "date")) return datedText(value, pieces);
  const digits = digitsOf(value, section, round);
  if (digits === null) return null;
  // Words may stand between the digits ("0!.0,"): the last digits belong behind them.
  const slots = pieces.flatMap((each, index) =>
    each.kind === "digit" && /[#0.]/.test(each.text) ? [index] : [],
  );
  const split = slots.some((slot, index) => index > 0 && between(pieces, slots[index - 1] ?? 0, slot));
  if (split && /[.,]/.test(digits)) return null;
  let rest = digits;
  const text: string[] = [];
  for (let index = pieces.length - 1; index >= 0; index--) {
    const each = pieces[index];
    if (each?.kind === "words") text.unshift(each.text);
    else if (each?.kind === "digit" && each.text === "%") text.unshift("%");
    else if (each !== undefined && slots.includes(index)) {
      const take = index === slots[0] ? rest.length : split ? 1 : 0;
      text.unshift(rest.slice(rest.length - take));
      rest = rest.slice(0, rest.length - take);
    }
  }
  return text.join("");
}

function between(pieces: readonly Piece[], from: number, to: number): boolean {
  return pieces.slice(from + 1, to).some(({ kind }) => kind === "words");
}

/** Excel counts a 29 February 1900 that never was, and a day 0 before the first of January. */
function datedText(value: number, pieces: readonly Piece[]): string | null {
  const day = Math.floor(value);
  if (day < 61 || day > 2_958_465) return null;
  const date = new Date((day - 25_569) * 86_400_000);
  const [year, month, dayOfMonth] = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
  const weekday = "日一二三四五六".charAt(date.getUTCDay());
  const parts: Readonly<Record<string, string>> = {
    yyyy: String(year),
    yy: String(year).slice(2),
    m: String(month),
    mm: String(month).padStart(2, "0"),
    d: String(dayOfMonth),
    dd: String(dayOfMonth).padStart(2, "0"),
    aaaa: `星期${weekday}`,
    aaa: weekday,
  };
  return pieces.map((each) => (each.kind === "itself" ? "" : (parts[each.text] ?? each.text))).join("");
}
