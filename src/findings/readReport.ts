/** One sentence of the 自评报告. */
export interface ReportSentence {
  /** Without white space between Chinese characters. */
  readonly text: string;
  /** The line of the given text on which it begins, from 1. */
  readonly line: number;
  /** The last heading above it ("三、存在的主要问题"), "" in front of the first. */
  readonly section: string;
}

/** A longer text is not a report of one department. */
const longestReport = 400_000;
/** Words without an end are cut here: no sentence is longer. */
const longestSentence = 2_000;
const longestHeading = 40;
const longestMarkedHeading = 16;
const longestTitle = 80;
const title = /(?:自评|评价|绩效)[^。，；]{0,12}(?:报告|总结)[）)]?$/u;
const heading = /^(?:[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十]{1,3}[）)])/u;
const listMark = /^(?:\d{1,2}[.．、](?!\d)|[（(]\d{1,2}[）)]|[①-⒛]|[一二三四五六七八九十]{1,2}是)/u;
const sentenceEnd = /[。！？；;!?]/u;

/**
 * The sentences of a report, pasted or from a file. Lines that are only wrapped are joined; a heading, a list mark and
 * a table's line (tabs) begin anew. Null for a blank text.
 */
export function readReport(text: string): { readonly sentences: readonly ReportSentence[] } | null {
  const sentences: ReportSentence[] = [];
  let section = "";
  let open: { text: string; line: number } | null = null;
  const close = (): void => {
    if (open !== null && open.text.trim() !== "")
      sentences.push({ ...open, text: open.text.trim(), section });
    open = null;
  };
  text
    .slice(0, longestReport)
    .split(/\r\n|[\n\r\f\v\u2028]/u)
    .forEach((written, index) => {
      const row = written.replaceAll("**", "").trim();
      if (row === "") return;
      const isTitle = sentences.length === 0 && row.length <= longestTitle && title.test(row);
      if (isTitle) close();
      if (heading.test(row)) {
        close();
        // A heading ends at its full stop; on a long line the first sentence follows it.
        const stop = row.search(/[。：:]/u);
        const name = stop < 0 ? row : row.slice(0, stop);
        if (name.length <= longestHeading) section = name.replace(/\s+/gu, "");
        if (row.length <= longestHeading && stop < 0) return;
      } else if (listMark.test(row)) {
        close();
        // "2、完成情况" is a heading of its own.
        if (row.length <= longestMarkedHeading && !/[。！？；;，,、：:]$/u.test(row)) return;
      }
      for (const part of row.split("\t")) {
        if (row.includes("\t")) close();
        for (const piece of pieces(part)) {
          open = { text: joined(open?.text ?? "", piece), line: open?.line ?? index + 1 };
          if (sentenceEnd.test(piece.slice(-1)) || open.text.length > longestSentence) close();
        }
        if (row.includes("\t")) close();
      }
      if (isTitle) close();
    });
  close();
  return sentences.length === 0 ? null : { sentences };
}

function pieces(row: string): readonly string[] {
  const sentences = row.match(/[^。！？；;!?]+[。！？；;!?]*|[。！？；;!?]+/gu) ?? [];
  return sentences.flatMap(cutLong);
}

/** A sentence without an end, cut behind its last comma that is not too far, or where it gets too long. */
function cutLong(sentence: string): readonly string[] {
  const cut: string[] = [];
  let from = 0;
  while (sentence.length - from > longestSentence) {
    const comma = sentence.slice(from, from + longestSentence).search(/[，,、](?=[^，,、]*$)/u);
    const to = from + (comma > 0 ? comma + 1 : longestSentence);
    cut.push(sentence.slice(from, to));
    from = to;
  }
  return [...cut, sentence.slice(from)];
}

/** White space only separates Latin letters and digits. */
function joined(before: string, piece: string): string {
  const text = `${before} ${piece}`.trim();
  return text.replace(/\s+/gu, " ").replace(/(?<![A-Za-z0-9.]) | (?![A-Za-z0-9.])/gu, "");
}

/** The sentence that names the report: one of the first three, without a full stop; null where none does. */
export function titleOf(sentences: readonly ReportSentence[]): ReportSentence | null {
  return (
    sentences
      .slice(0, 3)
      .find(({ text, section }) => section === "" && text.length <= longestTitle && title.test(text)) ?? null
  );
}
