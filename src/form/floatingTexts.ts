import { a1 } from "../workbook/cell";
import type { SheetSnapshot } from "../workbook/snapshot";
import type { FormRemark, Indicator, Note } from "./form";
import { withDoubts } from "./goalDoubts";
import { rulesIn } from "./ruleTexts";
import { singleLine } from "./sheetView";

/** What a comment may say against the figure of its row: another one, or a part that does not hold. */
const saysOtherwise = /\d|核实|实际|应[为按是]|未|不[合符实]|重复|含|剔除|调整|有误/u;
const longestQuote = 60;

/** Comments and text boxes that say how points are given, wherever they hang: notes of the form. */
export function floatingNotes({ name, floating = [] }: SheetSnapshot): readonly Note[] {
  return floating.flatMap(({ row, column, text }) =>
    rulesIn(text).map((value) => ({ value, at: { sheet: name, row, column } })),
  );
}

/** The indicators with what a comment on one of their cells says of their figures. */
export function withComments(
  { floating = [] }: SheetSnapshot,
  indicators: readonly Indicator[],
): readonly Indicator[] {
  if (floating.length === 0) return indicators;
  return indicators.map((indicator) => {
    const own = floating.filter(
      ({ of, row, text }) => of === "comment" && row === indicator.row && saysOtherwise.test(text),
    );
    const doubts = own.map(
      ({ text, ...at }) =>
        `${a1(at)}的批注写着“${singleLine(text).slice(0, longestQuote)}”，本行的数应怎样理解`,
    );
    return doubts.length === 0 ? indicator : withDoubts(indicator, doubts);
  });
}

/** That there are such texts at all: nothing else of them is read. */
export function floatingRemarks({ name, floating = [] }: SheetSnapshot): readonly FormRemark[] {
  const [first] = floating;
  if (first === undefined) return [];
  const comments = floating.filter(({ of }) => of === "comment").length;
  const boxes = floating.length - comments;
  const counts = [
    ...(comments > 0 ? [`${String(comments)}处批注`] : []),
    ...(boxes > 0 ? [`${String(boxes)}个文本框`] : []),
  ];
  const quote = singleLine(first.text).slice(0, longestQuote);
  return [
    {
      at: { sheet: name, row: first.row, column: first.column },
      text: `工作表里有${counts.join("、")}（${a1(first)}“${quote}”${floating.length > 1 ? "等" : ""}），其中的字没有当作数据读取，请核对是否影响得分。`,
    },
  ];
}
