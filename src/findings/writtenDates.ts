/** A day that a sentence names. */
export interface WrittenDate {
  /** Milliseconds, UTC. */
  readonly time: number;
  /** With the words around it. */
  readonly said: string;
  /** It stands in brackets behind the one before it: "2月28日公开（2月20日批复）". */
  readonly inBrackets: boolean;
  /** There is no such day: 2月30日. */
  readonly impossible: boolean;
}

/** 2月20日, 2023年2月20日, 2023.2.20; 6.5 without a year is a figure. */
const dated =
  /[^，,、。；;\d]{0,16}(?:(?:(20\d\d)年)?(1[0-2]|0?[1-9])月([12]\d|3[01]|0?[1-9])[日号]|(20\d\d)[.-](1[0-2]|0?[1-9])[.-]([12]\d|3[01]|0?[1-9])(?![\d.]))[^，,、。；;\d]{0,16}/gu;
export const day = 86_400_000;

/**
 * The days of a sentence without white space, in their order. One without a year is of the year named before it, else of
 * the form's; a month of spring behind one of winter is of the next year.
 */
export function writtenDates(sentence: string, formYear: number | null): readonly WrittenDate[] {
  let year = formYear;
  let last = 0;
  return Array.from(sentence.matchAll(dated)).flatMap((match): readonly WrittenDate[] => {
    const [said, ...parts] = match;
    const [own, month, date] = parts[1] === undefined ? parts.slice(3) : parts;
    if (own !== undefined) year = Number(own);
    else if (year !== null && last >= 10 && Number(month) <= 3) year += 1;
    if (year === null) return [];
    last = Number(month);
    const time = Date.UTC(year, last - 1, Number(date));
    const impossible = new Date(time).getUTCDate() !== Number(date);
    const before = sentence.slice(0, match.index + said.search(/\d/u));
    const inBrackets = /[(（][^()（）]*$/u.test(before.slice(-60));
    return [{ time, said, inBrackets, impossible }];
  });
}

/** Weekdays between two days, the first one not counted. */
export function weekdays(from: number, to: number): number {
  let days = 0;
  for (let time = from + day; time <= to && days < 400; time += day) {
    const of = new Date(time).getUTCDay();
    if (of !== 0 && of !== 6) days += 1;
  }
  return days;
}
