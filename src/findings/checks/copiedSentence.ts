import { readForms } from "../../form/readForms";
import { withoutDrafts } from "../../scorecard/keptDrafts";
import type { Check, FindingContext } from "../finding";
import { measuredSentences } from "../measuredSentences";
import { excerpt } from "../passages";

/** What was measured, in the very words of another form: of this workbook, of one given beside, of one checked before. */
export const copiedSentence: Check = {
  id: "copiedSentence",
  title: "评分依据里的数据不是从别的自评表照抄来的",
  severity: "待核实",
  find: (context) => {
    const others = otherSentences(context);
    if (others.size === 0) return [];
    const told = new Set<number>();
    return measuredSentences(context.form, context.snapshot).flatMap(({ text, row, indicator }) => {
      const there = others.get(text);
      const own = context.rows.find((one) => one.indicator.row === row);
      if (there === undefined || own === undefined || told.has(row)) return [];
      told.add(row);
      return {
        at: own.atBasis.at,
        subject: indicator,
        essence: `${text.slice(0, 40)}=${there}`,
        what: `“${indicator}”的评分依据“${excerpt(text)}”与${there}一字不差，数也相同。`,
        why: "不同的表（不同的项目、不同的年度）量出来的数不会一字不差，多半是照抄没有改。",
        todo: "请核对这些数是不是本表的；确实相同的（同一笔资金、同一次调查），写明缘由。",
      };
    });
  },
};

function otherSentences({ snapshot, form, beside, earlier }: FindingContext): ReadonlyMap<string, string> {
  const found = new Map(earlier);
  const books = [{ file: null, snapshot }, ...beside];
  for (const { file, snapshot: book } of books) {
    for (const printed of readForms(book).forms) {
      if (file === null && printed.sheet === form.sheet) continue;
      const { form: other } = withoutDrafts(book, printed);
      const where = file === null ? `工作表“${other.sheet}”` : `“${file}”`;
      for (const { text, indicator } of measuredSentences(other, book))
        found.set(text, `${where}的“${indicator}”`);
    }
  }
  return found;
}
