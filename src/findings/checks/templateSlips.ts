import { inCell, type Check } from "../finding";

/** One finding for the whole form: the clerk cannot change the template, but should know how it is read. */
export const templateSlips: Check = {
  id: "templateSlips",
  title: "模板里的笔误及本工具的读法",
  severity: "提示",
  find: ({ rows, edition: { slips = [] } }) => {
    const seen = slips.flatMap(({ words, says, row }) => {
      const pattern = new RegExp(words, "u");
      const first = rows.find(
        ({ indicator, editionRow }) =>
          pattern.test(indicator.standard?.value.replace(/\s+/gu, "") ?? "") &&
          (row === undefined || editionRow?.id === row),
      );
      return first?.indicator.standard == null ? [] : { says, at: first.indicator.standard.at };
    });
    const [first] = seen;
    if (first === undefined) return [];
    return {
      at: inCell(first.at),
      subject: "评分标准",
      essence: seen.map(({ says }) => says).join("；"),
      what: `评分标准的文字有笔误：${seen.map(({ says }) => says).join("；")}。`,
      why: "这些是模板本身的文字，照字面读会算错。",
      todo: "不用改动；复核时可据此说明。",
    };
  },
};
