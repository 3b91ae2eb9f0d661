import type { DeductItem, Gate } from "../../criteria/criterion";
import type { Built } from "../built";
import type { Piece } from "../pieces";

const some = /^(?:如|若|其中|但)*有?(?:1|一)/u;

/** 全部公开的得4分，有1项未公开扣1分: the item that costs it for one of them. */
export function onceSaid(items: readonly DeductItem[], { once, words }: Piece): readonly DeductItem[] {
  return once && items.length === 1 && some.test(words) ? items : [];
}

/** 未按时报送的扣1分, 有1项未公开扣1分: of more than one the text leaves open whether each costs it. */
export function onceOrEach(built: Built, items: readonly DeductItem[]): Built {
  const { criterion } = built;
  if (items.length === 0) return built;
  const gates = items.map(({ key, clause }): Gate => ({
    when: {
      of: "within",
      measure: { of: "fact", key },
      interval: { from: 1, fromIncluded: false, to: null, toIncluded: false },
    },
    gives: { ask: `“${clause}”没有写明有几项时是每项都扣，还是一共扣这么多，请评定。` },
    clause,
  }));
  return { ...built, criterion: { kind: "gate", gates, then: criterion } };
}
