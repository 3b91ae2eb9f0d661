import type { Check } from "../finding";

/** Who, what and when, which the row says of itself, and the score that follows: none of these is a reason. */
const empty =
  /不涉及|不适用|本级?|我|该|此|单位|部门|局|事?项|类|指标|内容|情况|业务|年度?|20\d{2}|当年|经核实|[故因所]此?以?|按(?:规定|评分标准)?|得?满分|得?\d(?:\.\d{1,2})?分|自评|[为的]|[.,、;:()。]/gu;

/** 不涉及 and nothing else. */
function isBare(basis: string): boolean {
  const text = basis.normalize("NFKC").replace(/\s+/gu, "");
  return /不涉及|不适用/u.test(text) && text.replace(empty, "") === "";
}

/** 不涉及 gives full marks only with a reason. */
export const notApplicableReason: Check = {
  id: "notApplicableReason",
  title: "写“不涉及”的说明了理由",
  severity: "待核实",
  find: ({ rows }) =>
    rows.flatMap(({ card, basis, evidence, full, atBasis }) => {
      if (!full || basis === null || !isBare(basis)) return [];
      if ((evidence ?? "") !== "") return [];
      return {
        ...atBasis,
        essence: "没有理由",
        what: `“${card.indicator}”写不涉及、得满分，没有说明理由。`,
        why: "不涉及得满分，须说明为什么不涉及。",
        todo: "请写明理由，例如当年没有哪类业务。",
      };
    }),
};
