import type { Form, Indicator } from "../form/form";
import { normalizeName } from "../form/normalizeName";
import { measuredSentences } from "../findings/measuredSentences";
import { isNil, namesDocument, sentencesOf } from "../findings/passages";
import { isOwnReason } from "../scorecard/ownFormulas";
import { statedFigures } from "../words/statedFigures";
import { a1 } from "../workbook/cell";
import { snapshotCell, type Snapshot } from "../workbook/snapshot";
import type { CitedPaper, LongSentence, TellingFigure } from "./reviewed";

/** Shorter ones without a figure are said by anybody: "按要求完成信息公开工作。" */
const longest = { sentence: 24, paper: 10 } as const;
/** Fewer digits are shared by chance. */
const fewestDigits = 5;

/** The department's own words of a row; "" for none. */
function ownBasis(snapshot: Snapshot, { basis }: Indicator): string {
  if (basis === null || isOwnReason(snapshotCell(snapshot, basis.at)?.formula)) return "";
  return isNil(basis.value) ? "" : basis.value;
}

/** What the form itself prints for a row: whoever copies it has said nothing of his own. */
function printedWords({ standard, definition }: Indicator): string {
  return normalizeName(`${standard?.value ?? ""}${definition?.value ?? ""}`);
}

/** The long sentences of 评分依据, and those that tell a measured figure; what the form prints is left out. */
export function longSentences(form: Form, snapshot: Snapshot): readonly LongSentence[] {
  const measured = new Set(measuredSentences(form, snapshot).map(({ text, row }) => `${row} ${text}`));
  return form.indicators.flatMap((indicator) => {
    const printed = printedWords(indicator);
    return sentencesOf(ownBasis(snapshot, indicator)).flatMap((sentence): LongSentence | [] => {
      const text = normalizeName(sentence).replace(/[,，、]$/u, "");
      const isMeasured = measured.has(`${indicator.row} ${text}`);
      const isLong = Array.from(text).length >= longest.sentence && !namesDocument(sentence);
      if ((!isMeasured && !isLong) || printed.includes(text)) return [];
      return {
        indicator: indicator.name.value,
        at: a1(indicator.basis?.at ?? indicator.name.at),
        text,
        isMeasured,
      };
    });
  });
}

/** Amounts and counts with so many digits that they are of this form alone; none that the form prints as a target. */
export function tellingFigures(form: Form, snapshot: Snapshot): readonly TellingFigure[] {
  return form.indicators.flatMap((indicator) => {
    const { actual, target } = indicator.goal ?? { actual: null, target: null };
    const printed = printedWords(indicator) + normalizeName(String(target?.content ?? ""));
    const cells = [
      { text: ownBasis(snapshot, indicator), at: indicator.basis?.at ?? indicator.name.at },
      ...(actual?.content == null ? [] : [{ text: String(actual.content), at: actual.at }]),
    ];
    return cells.flatMap(({ text, at }) =>
      statedFigures(text).flatMap(({ kind, text: written, apart }): TellingFigure | [] => {
        const digits = significantDigits(written);
        const isOwn = (kind === "amount" || kind === "count" || kind === "actual") && !apart;
        const plain = normalizeName(written);
        if (!isOwn || digits < fewestDigits || printed.includes(plain)) return [];
        return { indicator: indicator.name.value, at: a1(at), text: plain, digits };
      }),
    );
  });
}

/** "1,200.50万元" has 5: zeros at the ends are no digits of their own. */
function significantDigits(written: string): number {
  const number = /\d[\d,]*(?:\.\d{1,12})?/u.exec(written.normalize("NFKC"))?.[0] ?? "";
  const digits = number.replace(/[,.]/gu, "").replace(/^0{1,20}/u, "");
  return (number.includes(".") ? digits : digits.replace(/0{1,20}$/u, "")).length;
}

/** A day, a month, the number of a contract, so many answers: no second department has the same. */
const ofItsOwn =
  /\d{4}年\d{1,2}月|(?:19|20)\d{6}|\d{4}[-./]\d{1,2}[-./]\d{1,2}|合同(?:编?号)|编号|[A-Za-z]{1,8}-?\d{3,}|\d{1,6}份|样本/u;

/** What is named as 佐证材料, one by one; numbers of documents that are sent to everybody are left out. */
export function citedPapers(form: Form, snapshot: Snapshot): readonly CitedPaper[] {
  return form.indicators.flatMap((indicator) => {
    const { evidence } = indicator;
    if (evidence === null || isOwnReason(snapshotCell(snapshot, evidence.at)?.formula)) return [];
    return evidence.value.split(/[、，,；;。\n\r]+/u).flatMap((one): CitedPaper | [] => {
      const text = normalizeName(one).replace(/^(?:\(?\d{1,2}[.)]|附件\d{0,2}:?)/u, "");
      if (Array.from(text).length < longest.paper || namesDocument(one) || !ofItsOwn.test(text)) return [];
      return { indicator: indicator.name.value, at: a1(evidence.at), text };
    });
  });
}
