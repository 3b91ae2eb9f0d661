import type { Check } from "../finding";
import { excerpt, sentencesOf } from "../passages";
import { essenceOfWords } from "../reviewed";
import { toldLosses } from "../toldLoss";
import { statedFigures } from "../../words/statedFigures";
import { noDocument } from "./noDocument";

export const fullMarksWithLoss: Check = {
  id: "fullMarksWithLoss",
  title: "得满分的指标没有写扣分的理由",
  severity: "待核实",
  find: (context) => {
    const { rows, form } = context;
    const papers = new Set([noDocument.find(context)].flat().map(({ subject }) => subject));
    return rows.flatMap(({ card, indicator, ruleRow, full, basis, atBasis }) => {
      if (!full || basis === null) return [];
      const [loss] = toldLosses(basis, form.head.year?.value ?? null);
      const sentence =
        loss?.sentence ?? unassessed(basis, indicator.standard?.value ?? ruleRow?.clause ?? "");
      if (sentence === null || (loss !== undefined && draft.test(loss.word) && papers.has(card.indicator)))
        return [];
      return {
        ...atBasis,
        essence: essenceOfWords(sentence),
        what: `“${card.indicator}”得满分，评分依据却写“${excerpt(sentence)}”。`,
        why: "依据里写了问题而没有扣分，前后不一致。",
        todo: "请核对是否应当扣分；不应扣分的，改写这句话。",
      };
    });
  },
};

/** That there is no paper yet is told once. */
const draft = /征求意见|起草|拟[订定]|草拟|论证/u;
const threshold = /((?<![\d,.])\d[\d,.]{0,15}[万亿]?元)[^，。；、\d]{0,12}?(经常性|一次性)/gu;
const notDone = /(?:没有|未)(?:按[^，。]{0,4})?(?:开展|进行|组织|实施)[^，。]{0,8}(?:评估|评审)/u;
const needless = /(?:不|无)(?:需|用|必|须|涉及)|(?:未|不)(?:达|满|足|超)/u;

/** A sentence of an amount from which the clause asks for an assessment, beside words that there was none: “一次性项目3,500万元，未开展评估”. */
function unassessed(basis: string, clause: string): string | null {
  const bounds = Array.from(clause.matchAll(threshold), ([, amount = "", kind = ""]) => ({
    kind,
    from: statedFigures(`满${amount}`)[0]?.value ?? Infinity,
  }));
  if (bounds.length === 0) return null;
  return (
    sentencesOf(basis).find((sentence) => {
      if (!notDone.test(sentence) || needless.test(sentence)) return false;
      const own = bounds.filter(({ kind }) => sentence.includes(kind));
      const from = Math.max(...(own.length === 0 ? bounds : own).map((bound) => bound.from));
      return statedFigures(sentence).some(
        ({ unit, apart, value }) => unit === "元" && !apart && value >= from,
      );
    }) ?? null
  );
}
