import type { Check } from "../finding";

const bare =
  /^(?:本(?:项|部门|单位|局))?(?:不涉及|不适用)(?:此项|该项|本项)?[。.，,]?(?:(?:本项|此项)?得满分[。.]?)?$/u;

/** 不涉及 gives full marks only with a reason. */
export const notApplicableReason: Check = {
  id: "notApplicableReason",
  title: "写“不涉及”的说明了理由",
  severity: "待核实",
  find: ({ rows }) =>
    rows.flatMap(({ card, basis, evidence, full, atBasis }) => {
      if (!full || basis === null || !bare.test(basis.replace(/\s+/gu, ""))) return [];
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
