import type { Gate } from "../../criteria/criterion";
import type { Built } from "../built";
import type { Piece } from "../pieces";

const some = /^(?:如|若|其中|但)*有?(?:1|一)/u;

/** 全部公开的得4分，有1项未公开扣1分: for one of them that is said; of more the text leaves open whether each costs it. */
export function onceOrEach(built: Built, { once, words, clause }: Piece): Built {
  const { criterion } = built;
  const [item, ...more] = criterion.kind === "deduct" ? criterion.items : [];
  if (!once || item === undefined || more.length > 0 || !some.test(words)) return built;
  const gate: Gate = {
    when: {
      of: "within",
      measure: { of: "fact", key: item.key },
      interval: { from: 1, fromIncluded: false, to: null, toIncluded: false },
    },
    gives: { ask: `“${clause}”没有写明有几项时是每项都扣，还是一共扣这么多，请评定。` },
    clause,
  };
  return { ...built, criterion: { kind: "gate", gates: [gate], then: criterion } };
}
