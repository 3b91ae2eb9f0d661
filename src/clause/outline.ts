/** A text by its list: what stands before the items, the items, and what closes them. */
export interface Outline {
  /** Own words, before the first item: a stretch [from, to) of the plain text. */
  readonly from: number;
  readonly to: number;
  readonly items: readonly Outline[];
  /** The words behind the last item that speak of all of them; empty: from is to. */
  readonly closing: { readonly from: number; readonly to: number };
}

interface Mark {
  readonly at: number;
  /** Where the item's own words begin. */
  readonly to: number;
  /** Marks of one style make one list. */
  readonly style: string;
  readonly number: number;
  /** "2.10%", "2.10天": a list number only where its neighbours say so. */
  readonly glued: boolean;
}

const numerals = "一二三四五六七八九十";
/** 预算编制（3分）：编制规范得3分…: a head that is its own mark. */
const headed = /[^,;。:\n()]{2,24}\(\d{1,3}(?:\.\d{1,2})?分\):/uy;
const styles: readonly (readonly [style: string, shape: RegExp])[] = [
  ["(1)", /\((\d{1,2})\)[.、]?/uy],
  ["(一)", /\(([一二三四五六七八九十])\)[.、]?/uy],
  ["1.", /(\d{1,2})(?:[、)]|\.(?![\d.]))/uy],
  ["1.", /(\d{1,2})[.、](?=\d{1,4}(?:\.\d+)?(?:[%‰]|(?!分)[\u4e00-\u9fff]))/uy],
  ["一、", /([一二三四五六七八九十])[、.]/uy],
  ["一是", /([一二三四五六七八九十])(?:是|为)(?=[^0-9])/uy],
  ["①", /([①-⑳])[.、]?/uy],
  ["A.", /([A-H])[.、:](?=[^A-Za-z])/uy],
];

/** What closes a list: it speaks of the items above. */
const closingWords =
  /(?<=[。;；\n)])(?=(?:根据)?(?:以上|上述)|全部|均(?:不)?(?:符合|满足|达到)|各项均|每(?:有|发现|出现|存在|符合|满足|具备|缺少?)?(?:一|1)?(?:项|处|个|条)|每(?:个|条)?(?:项|要点|条|点)|缺(?:少|失)?(?:一|1)(?:项|个|条)|(?:有|发现|出现)(?:一|1)(?:项|处|个)|(?:符合|满足|具备|达到)(?:其中)?[一二三四五六七八九\d]{1,2}(?:项|个|条)|[二两三四五六七八九]项)/u;

/** 存在弄虚作假的，本指标不得分: said of the whole row, wherever it stands behind the last item. */
const wholeRow =
  /(?<=[。;；\n])(?=(?:注|备注|说明)?:?(?:\d[.、])?[^。;\n]{1,80}?(?:(?:该|本|此|整个|整项|全部)指标(?:的)?(?:直接)?(?:不得分|不计分|(?:得|计|记|为|按)?(?:0|零)分)|(?:以上|上述)各项[^。;\n]{0,6}不得分|一票否决))/u;

/** Finds the lists of a clause. Linear: each mark is looked at once. */
export function outline(text: string): Outline {
  const all = marks(text);
  return nested(text, trusted(all), loneEnd(all), text.length);
}

/** Where the words begin behind a number that nothing else is numbered like: 1.执行率达到95%得5分。; 0 without one. */
function loneEnd(all: readonly Mark[]): number {
  const [first] = all;
  if (first === undefined || first.at > 0 || first.glued || !/^(?:\(|1\.|一、|①)/u.test(first.style))
    return 0;
  return all.filter(({ style }) => style === first.style).length === 1 ? first.to : 0;
}

/** 1.95%以上得5分；2.90%以上得3分: two numbers in turn, each with a figure right behind it, may be of a list or figures. */
export function isDoubtful(text: string): boolean {
  const all = marks(text);
  const held = trusted(all);
  const [first, second] = all.filter((mark) => mark.glued && !held.includes(mark));
  return first?.number === 1 && second?.number === 2;
}

function marks(text: string): readonly Mark[] {
  const found: Mark[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const before = text[at - 1] ?? "";
    const start =
      at === 0 ||
      /[\n。;；:：]/u.test(before) ||
      (before === "分" && /\(\d{1,2}\)/u.test(text.slice(at, at + 4)));
    const isCircled = /[①-⑳]/u.test(text[at] ?? "");
    // "①②两项全部符合": a mark that names an item does not begin one.
    const names =
      isCircled && (/[①-⑳]/u.test(text[at + 1] ?? "") || /[①-⑳、和及至-]/u.test(text[at - 1] ?? ""));
    if (!(start || isCircled) || names) continue;
    const mark = markAt(text, at) ?? headAt(text, at);
    if (mark === null) continue;
    found.push(mark);
    at = Math.max(at, mark.to - 1);
  }
  return found;
}

function markAt(text: string, at: number): Mark | null {
  for (const [index, [style, shape]] of styles.entries()) {
    shape.lastIndex = at;
    const match = shape.exec(text);
    if (match === null) continue;
    return { at, to: at + match[0].length, style, number: numberOf(match[1] ?? ""), glued: index === 3 };
  }
  return null;
}

function headAt(text: string, at: number): Mark | null {
  headed.lastIndex = at;
  return headed.test(text) ? { at, to: at, style: "（3分）：", number: 0, glued: false } : null;
}

function numberOf(written: string): number {
  const code = written.codePointAt(0) ?? 0;
  if (code >= 0x2460 && code <= 0x2473) return code - 0x245f;
  const numeral = numerals.indexOf(written);
  return numeral >= 0 ? numeral + 1 : Number(written);
}

/** A list has at least two items. A glued number is one only in its turn, beside numbers that are none of figures. */
function trusted(all: readonly Mark[]): readonly Mark[] {
  const sure = all.filter(({ glued }) => !glued);
  const [ofStyle, sureOfStyle] = [tally(all), tally(sure)];
  // "1.95%≤…；2.90%≤…；3.80%≤…；4.执行率＜80%": nothing but numbers in their turn.
  const chained = all.filter(({ style }) => style === "1.");
  if (chained.length > 2 && chained.every(({ number }, index) => number === index + 1))
    return all.filter(({ style }) => style === "1." || (sureOfStyle.get(style) ?? 0) > 1);
  const goesOn = new Set(sure.flatMap(({ style, number }) => (number === 2 ? [style] : [])));
  const last = new Map<string, number>();
  return all.filter(({ style, number, glued }) => {
    const before = last.get(style) ?? 0;
    const inTurn = number === before + 1 && (before > 0 || goesOn.has(style));
    const holds = glued ? sureOfStyle.has(style) && inTurn : (ofStyle.get(style) ?? 0) > 1;
    if (holds) last.set(style, number);
    return holds;
  });
}

function tally(marks: readonly Mark[]): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const { style } of marks) found.set(style, (found.get(style) ?? 0) + 1);
  return found;
}

/** "3.资金合规（3分）。" before its own rule, where the other items have theirs: what follows is no closing. */
function isHead(text: string, bounds: readonly { start: number; end: number }[], end: number): boolean {
  const last = bounds.at(-1)?.start ?? end;
  const headed = /^[^()。;]{0,40}\([\d.]{1,6}分\)[。;:,\n]?/u;
  const head = headed.exec(text.slice(last, end))?.[0];
  return (
    head !== undefined &&
    head.length >= end - last - 1 &&
    bounds.slice(0, -1).some((one) => {
      const own = text.slice(one.start, one.end);
      return (headed.exec(own)?.[0].length ?? own.length) < own.length - 2;
    })
  );
}

function nested(text: string, all: readonly Mark[], from: number, to: number): Outline {
  const [first] = all;
  if (first === undefined) return { from, to, items: [], closing: { from: to, to } };
  // The style of the first mark is that of this level; what stands between two of them belongs to the first.
  const places = all.flatMap(({ style }, index) => (style === first.style ? [index] : []));
  const bounds = places.map((place, index) => {
    const next = places[index + 1];
    return {
      start: all[place]?.to ?? to,
      end: next === undefined ? to : (all[next]?.at ?? to),
      inner: all.slice(place + 1, next),
    };
  });
  const last = bounds.at(-1);
  let end = to;
  if (last?.inner.length === 0) {
    // Looked for no further than this list goes; the last sign of the mark may be what it stands behind.
    const behind = last.start - 1;
    const left = text.slice(behind, to);
    const places = [closingWords, wholeRow].map((words) => left.search(words)).filter((at) => at > 1);
    const closing = places.length > 0 ? behind + Math.min(...places) : behind - 1;
    // Not the item itself: "3.全部公开的得2分".
    if (closing > last.start && !isHead(text, bounds, closing)) end = closing;
  }
  const items = bounds.map(({ start, end: stop, inner }) =>
    nested(text, inner, start, Math.min(stop, Math.max(end, start))),
  );
  return { from, to: first.at, items, closing: { from: end, to } };
}
