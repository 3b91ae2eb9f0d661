import { decimalPlaces, tidy } from "../../quantity/tidy";
import { inCell, type Check } from "../finding";
import { inReport } from "../passages";

/** One form, one number of decimals. Full marks of 0.5 or 1.5 are weights, not rounding. */
export const decimalsMixed: Check = {
  id: "decimalsMixed",
  title: "得分的小数位数一致",
  severity: "提示",
  find: ({ rows, report }) => {
    const typed = rows.flatMap(({ card }) =>
      card.typed === null || card.typed === card.weight || Number.isInteger(card.typed)
        ? []
        : { at: inCell(card.at), text: String(tidy(card.typed)) },
    );
    const said = report.flatMap(({ text, line }) =>
      Array.from(text.matchAll(/(?:得分|分值|评分)[为是]?(\d{1,3}\.\d{1,9})分/gu), ([, digits = ""]) => ({
        at: inReport(line, text),
        text: digits,
      })),
    );
    return [typed, said].flatMap((scores) => {
      const first = scores[0];
      const second = scores.find(({ text }) => decimalPlaces(text) !== decimalPlaces(first?.text ?? ""));
      if (first === undefined || second === undefined) return [];
      const lengths = [...new Set(scores.map(({ text }) => decimalPlaces(text)))].sort((a, b) => a - b);
      return {
        at: second.at,
        other: first.at,
        subject: first.at.kind === "report" ? "自评报告" : "得分",
        // No figure: a mixture that somebody has accepted stays accepted when a score changes, and comes back as another.
        essence: `小数位数${lengths.join("、")}`,
        what: `得分的小数位数不一致：${first.text}分与${second.text}分。`,
        why: "同一份材料里小数位数不同，合计时容易对不上。",
        todo: "请统一小数位数，并保证扣分不被四舍五入掩盖。",
      };
    });
  },
};
