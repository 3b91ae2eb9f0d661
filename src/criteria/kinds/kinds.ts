import type { Criterion } from "../criterion";
import type { Kind } from "../kind";
import { bands } from "./bands";
import { completion } from "./completion";
import { deduct } from "./deduct";
import { gate } from "./gate";
import { judgement } from "./judgement";
import { levels } from "./levels";
import { linear } from "./linear";
import { meet } from "./meet";
import { parts } from "./parts";
import { ratio } from "./ratio";
import { stepped } from "./stepped";
import { sum } from "./sum";

/** Every kind of criterion, one file each. */
export const kinds: { readonly [Name in Criterion["kind"]]: Kind<Extract<Criterion, { kind: Name }>> } = {
  bands,
  stepped,
  deduct,
  ratio,
  linear,
  parts,
  meet,
  gate,
  levels,
  completion,
  sum,
  judgement,
};

/** The kind of a criterion; a criterion always fits its own kind. */
export function kindOf(criterion: Criterion): Kind {
  return kinds[criterion.kind] as Kind;
}
