import type { Check } from "../finding";
import { shortened } from "../passages";
import { essenceOfWords } from "../reviewed";
import { toldLosses } from "../toldLoss";

export const fullMarksWithLoss: Check = {
  id: "fullMarksWithLoss",
  title: "得满分的指标没有写扣分的理由",
  severity: "待核实",
  find: ({ rows, form }) =>
    rows.flatMap(({ card, full, basis, atBasis }) => {
      if (!full || basis === null) return [];
      const [loss] = toldLosses(basis, form.head.year?.value ?? null);
      if (loss === undefined) return [];
      const { sentence } = loss;
      return {
        ...atBasis,
        essence: essenceOfWords(sentence),
        what: `“${card.indicator}”得满分，评分依据却写“${shortened(sentence)}”。`,
        why: "依据里写了问题而没有扣分，前后不一致。",
        todo: "请核对是否应当扣分；不应扣分的，改写这句话。",
      };
    }),
};
