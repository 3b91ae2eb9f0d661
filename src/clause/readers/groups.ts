import type { CriterionPart } from "../../criteria/criterion";
import { merged, type Built } from "../built";
import type { Around } from "../measures";
import type { Piece } from "../pieces";

/** 按时报送得1分，每迟报1天扣0.2分；编报质量优秀得1分…: what stands between ；。 are parts where their points make the weight. */
export function partsBySum(
  pieces: readonly Piece[],
  around: Around,
  compose: (pieces: readonly Piece[], around: Around) => Built | null,
): Built | null {
  const { weight } = around;
  if (weight === null) return null;
  const groups = new Map<number, Piece[]>();
  for (const piece of pieces) {
    const { sentence } = piece.statement;
    groups.set(sentence, [...(groups.get(sentence) ?? []), piece]);
  }
  if (groups.size < 2) return null;
  const parts: CriterionPart[] = [];
  const built: Built[] = [];
  let total = 0;
  for (const group of groups.values()) {
    const most = Math.max(
      0,
      ...group.map(({ statement: { what } }) =>
        what.gives === "points" || what.gives === "own" ? what.points : 0,
      ),
    );
    if (most === 0) return null;
    const one = compose(group, { ...around, weight: most, name: headOf(group, around) });
    if (one === null) return null;
    total += most;
    parts.push({ share: most, criterion: one.criterion });
    built.push(one);
  }
  if (Math.abs(total - weight) > 1e-9) return null;
  return {
    criterion: { kind: "parts", parts, kept: { clause: pieces.map(({ clause }) => clause).join("；") } },
    asked: merged(...built.map(({ asked }) => asked)),
  };
}

function headOf(group: readonly Piece[], around: Around): string {
  const named = /^([^,;。]{2,12}?)(?:被评为|评为|为|达到)/u.exec(group[0]?.words ?? "");
  return named?.[1] ?? around.name;
}
