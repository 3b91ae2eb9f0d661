import { basisDrafts, type BasisDraft } from "../basis/basisDrafts";
import type { Case } from "../scorecard/case";
import { a1 } from "../workbook/cell";
import type { FileForm } from "./scoreFile";

const stateWords: Readonly<Record<BasisDraft["state"], string>> = {
  offered: "",
  standing: "（已采用）",
  expired: "（已过期）",
};

/** Drafts of 评分依据, form by form: 自评表!J31 采购合同签订时效性：共签订政府采购合同36份，… */
export function draftLines(forms: readonly FileForm[]): readonly string[] {
  return forms.flatMap(({ formCase, isLeft }) => {
    if (isLeft) return [];
    const { drafts, without } = basisDrafts(formCase.scorecard);
    const lines = drafts.map(
      ({ at, indicator, state, words, text }) =>
        `  ${formCase.sheet}!${a1(at)} ${indicator}${stateWords[state]}：${words === "" ? "" : "……"}${text ?? "用到的数据已经变了，请撤下或改写"}`,
    );
    return [
      "",
      `评分依据草稿${drafts.length}条${lines.length === 0 ? "。" : "："}`,
      ...lines,
      ...without.map(({ indicator, why }) => `  没有起草：${indicator}，${why}`),
    ];
  });
}

/** The same for other programs; the keys are a contract with them. */
export function jsonDrafts({ scorecard }: Case) {
  const { drafts } = basisDrafts(scorecard);
  return {
    drafts: drafts.map(({ at, indicator, state, words, text, from }) => ({
      cell: a1(at),
      indicator,
      state,
      words,
      text,
      from: from.map(({ id, value }) => ({ fact: id, value })),
    })),
  };
}
