import type { Criterion, CriterionPart } from "../../criteria/criterion";
import { asking, labelWords, merged, type Built } from "../built";
import { prefixed, type Around } from "../measures";
import type { Piece } from "../pieces";
import { isWhole } from "./formula";
import { isNothingFound } from "./kept";

const grade = /^(?:基本|比较|较为?|不够|一般|部分|有所|略有)/u;
const defect = /[未不无没缺漏违错误超逾迟]|存在|发生|发现/u;

/** 公开不及时扣1分；内容不完整扣1分；内容不真实扣1分 of 3: each costs its own, and together they cost all. */
export function defectsOf(pieces: readonly Piece[], around: Around): Built | null {
  const cuts = pieces.filter(({ statement: { what } }) => what.gives === "cut");
  const [kept, ...others] = pieces.filter((piece) => !cuts.includes(piece));
  if (cuts.length < 2 || others.length > 0 || around.weight === null) return null;
  if (kept !== undefined && !(isWhole(kept, around.weight) && isNothingFound(kept, cuts, around.text)))
    return null;
  const labels = cuts.map(({ words }) => labelWords(words));
  const isPlain = cuts.every(
    ({ each, condition, veto }, index) =>
      each === null &&
      !veto &&
      condition.of === "words" &&
      defect.test(labels[index] ?? "") &&
      !grade.test(labels[index] ?? ""),
  );
  const prices = cuts.map(({ statement: { what } }) => (what.gives === "cut" ? what.points : 0));
  const total = prices.reduce((sum, price) => sum + price, 0);
  if (!isPlain || Math.abs(total - around.weight) > 1e-9) return null;
  const asked = labels.map((label) => asking("answer", prefixed(label, around), "是／否"));
  if (new Set(asked.map(({ key }) => key)).size < asked.length) return null;
  const parts = asked.map(({ key }, index): CriterionPart => {
    const criterion: Criterion = {
      kind: "meet",
      condition: { of: "says", key, word: "否", said: `没有“${labels[index] ?? ""}”` },
      clause: cuts[index]?.clause ?? "",
    };
    return { share: prices[index] ?? 0, criterion };
  });
  const clause = pieces.map((piece) => piece.clause).join("；");
  return {
    criterion: { kind: "parts", parts, kept: { clause } },
    asked: merged(...asked.map((one) => one.asked)),
  };
}
