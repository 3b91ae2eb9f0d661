import type { Check } from "../finding";

/** Who, what and when, which the row says of itself, and the score that follows: none of these is a reason. */
const empty =
  /不涉及|不适用|本级?|我|该|此|单位|部门|局|事?项|类|指标|内容|情况|业务|工作|方面|年度?|20\d{2}|当年|经核实|[故因所]此?以?|按(?:规定|评分标准)?|得?满分|得?\d(?:\.\d{1,2})?分|自评|[为的]|[.,、;:()。]/gu;
/** Evidence that is itself the reason: 关于无采购项目的说明. */
const explains = /说明|证明|声明|承诺|复函|回函|情况表|无|未|没有|不涉及|零/u;

/** 不涉及 and nothing else. */
function isBare(basis: string): boolean {
  const text = basis.normalize("NFKC").replace(/\s+/gu, "");
  return /不涉及|不适用/u.test(text) && text.replace(empty, "") === "";
}

/** 不涉及 gives full marks only with a reason; where the clause holds for every department it has to be a very good one. */
export const notApplicableReason: Check = {
  id: "notApplicableReason",
  title: "写“不涉及”的说明了理由",
  severity: "待核实",
  find: ({ rows }) =>
    rows.flatMap(({ card, basis, evidence, full, atBasis, editionRow }) => {
      if (!full || basis === null || !isBare(basis)) return [];
      const always = editionRow?.alwaysApplies === true;
      if (!always && explains.test(evidence ?? "")) return [];
      return {
        ...atBasis,
        essence: always ? "各部门都适用" : "没有理由",
        // A paper is named that may well show why.
        ...(!always && (evidence ?? "") !== "" ? { severity: "提示" as const } : {}),
        what: `“${card.indicator}”写不涉及、得满分，${always ? "这一项各部门都适用" : "没有说明理由"}。`,
        why: always
          ? "评分标准没有规定不涉及的情形，每个部门都有这项工作，写不涉及不能作为得满分的依据。"
          : "不涉及得满分，须说明为什么不涉及。",
        todo: always
          ? "请按评分标准写明实际情况；确实没有的，写明缘由和文件。"
          : "请写明理由，例如当年没有哪类业务。",
      };
    }),
};
