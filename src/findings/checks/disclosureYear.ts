import { inCell, type Check, type Found } from "../finding";
import { sentencesOf, shortened } from "../passages";

const published =
  /(20\d{2})年(\d{1,2})月(?:\d{1,2}日)?[^，。；,;]{0,30}?公开[^，。；,;]{0,30}?(20\d{2})年?(?:度)?(?:部门|单位)?预算/gu;

/** The budget of last year is not published in autumn: what is published then is its 决算. */
export const disclosureYear: Check = {
  id: "disclosureYear",
  title: "公开的是哪一年的预算、决算，没有写错",
  severity: "待核实",
  find: ({ rows }) =>
    rows.flatMap(({ card, indicator, basis }): readonly Found[] => {
      if (basis === null || indicator.basis === null) return [];
      return sentencesOf(basis.normalize("NFKC").slice(0, 4000)).flatMap((sentence) => {
        const slip = Array.from(sentence.replace(/\s+/gu, "").matchAll(published)).find(
          ([, year = "", month = "", budget = ""]) => Number(budget) < Number(year) && Number(month) >= 3,
        );
        if (slip === undefined || indicator.basis === null) return [];
        const [words, year = "", month = "", budget = ""] = slip;
        return {
          at: inCell(indicator.basis.at),
          subject: card.indicator,
          essence: `${year}-${month}:${budget}`,
          what: `“${card.indicator}”写“${shortened(words)}”，${year}年${month}月公开的应是${budget}年部门决算。`,
          why: "预算在年初公开，上年决算在下半年公开，这里把“决算”写成了“预算”。",
          todo: `请核对；确为决算的，改为“${budget}年部门决算”。`,
        };
      });
    }),
};
