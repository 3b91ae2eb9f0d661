import { tidy } from "../../quantity/tidy";
import { read, readNumber, specOf } from "../readFact";
import { percentWords } from "../words";
import type { Expression, LevelExpression } from "./expression";
import { known, open, openOf, type Outcome } from "./outcome";
import { outcomeOf } from "./readOutcome";
import type { Scope } from "./scope";

/** A level that a person picked, and where it is a stretch of shares, the share within it. */
export function evaluateLevels(
  { key, share, levels }: Extract<Expression, { op: "levels" }>,
  scope: Scope,
): Outcome {
  const spec = specOf(scope.specs, key);
  const names = levels.map(({ name }) => name).join("、");
  const index = read(scope.facts, spec, (value) => {
    const at = levels.findIndex(({ name }) => name === String(value).trim());
    return at < 0 ? `应填${names}之一` : { value: at, words: String(value) };
  });
  const picked = outcomeOf(spec, index, (at) => levels[at]?.name ?? "");
  const fixed = picked.state === "known" ? levels[Number(picked.value)] : undefined;
  const needsShare = share !== null && (fixed === undefined || fixed.from !== fixed.to);
  const given = needsShare ? sharePicked(scope, share) : known(fixed?.to ?? 0);
  const asked = openOf([picked, given]);
  if (asked !== null) return asked;
  if (picked.state !== "known") return picked;
  if (given.state !== "known" || fixed === undefined) return given;
  const part = Number(given.value);
  if (needsShare && !isWithin(part, fixed)) {
    return open([share], `档次“${fixed.name}”的比例应在${stretchWords(fixed)}，现为${percentWords(part)}。`);
  }
  const words = `${spec.label}${fixed.name}${needsShare ? `，评定比例${percentWords(part)}` : ""}`;
  const steps = [...picked.steps, ...given.steps];
  return known(Math.min(part, 1) * scope.weight, { words: [words], steps, clause: fixed.clause });
}

function sharePicked({ facts, specs }: Scope, key: string): Outcome {
  const spec = specOf(specs, key);
  return outcomeOf(spec, readNumber(facts, spec), percentWords);
}

export function isWithin(share: number, level: Omit<LevelExpression, "fromIncluded">): boolean {
  const exact = tidy(share);
  return exact >= level.from && (level.toIncluded ? exact <= level.to : exact < level.to);
}

export function stretchWords({ from, to, toIncluded }: Omit<LevelExpression, "fromIncluded">): string {
  return toIncluded
    ? `${percentWords(from)}到${percentWords(to)}之间`
    : `${percentWords(from)}（含）到${percentWords(to)}（不含）之间`;
}
