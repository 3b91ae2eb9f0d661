import { tidy } from "../../quantity/tidy";
import type { CriterionLevel } from "../criterion";
import { read, readAnswer, readNumber, specOf } from "../readFact";
import { percentWords, shortNumber } from "../words";
import type { NodeOf } from "./expression";
import { contains } from "./intervals";
import { known, open, openOf, type Outcome, type Scope } from "./outcome";
import { openReadings, outcomeOf } from "./readOutcome";

/** All 是: full marks; else, and where nothing is asked, the points of a person, once the reason is given, too. */
export function judged({ questions, key, clauses }: NodeOf<"judged">, scope: Scope): Outcome {
  const { facts, specs, weight } = scope;
  const answers = questions.map((question) => {
    const spec = specOf(specs, question.key);
    return { ...question, spec, reading: readAnswer(facts, spec) };
  });
  const steps = answers.flatMap(({ reading }) => ("step" in reading ? [reading.step] : []));
  const noes = answers.filter(({ reading }) => reading.state === "given" && !reading.value);
  const asked = openReadings(answers.map(({ spec, reading }) => [spec, reading]));
  const given = readNumber(facts, specOf(specs, key));
  const always = questions.length === 0;
  if (asked === null && noes.length === 0 && !always) {
    const unused = given.state === "given" && tidy(given.value) !== tidy(weight);
    const remarks = unused ? ["各项均为“是”，按标准得满分，未采用评定分。"] : [];
    return known(weight, {
      words: [`${questions.length}项条件均满足`],
      steps,
      clause: clauses.full,
      remarks,
    });
  }
  if (given.state === "unusable") return open([key], given.problem);
  const said = noes.map(({ missed }) => missed).join("，");
  if (given.state === "given") {
    const reason = given.fact.reason.trim();
    if (reason === "")
      return { state: "judgement", needs: [key], why: "已填评定分，请在口径说明里写明理由。" };
    const points = Math.min(given.value, weight);
    const above = tidy(given.value) > tidy(weight);
    return known(points, {
      words: [join(said, `评定${shortNumber(points)}分（${reason}）`)],
      steps: [...steps, given.step],
      clause: clauses.judged,
      remarks: above ? [`评定分${shortNumber(given.value)}分高于分值，按${shortNumber(weight)}分计。`] : [],
    });
  }
  if (noes.length > 0 || always) {
    const why = `${join(said, clauses.judged)}：请评定得分，并写明理由。`;
    return { state: "judgement", needs: [key], why };
  }
  return asked ?? open([]);
}

export function join(lead: string, words: string): string {
  return lead === "" ? words : `${lead}，${words}`;
}

/** A level that a person picked, and where it is a stretch of shares, the share within it. */
export function evaluateLevels({ key, share, levels }: NodeOf<"levels">, scope: Scope): Outcome {
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
  const problem = needsShare ? shareProblem(part, fixed) : null;
  if (needsShare && problem !== null) return open([share], problem);
  const words = `${spec.label}${fixed.name}${needsShare ? `，评定比例${percentWords(part)}` : ""}`;
  const steps = [...picked.steps, ...given.steps];
  return known(Math.min(part, 1) * scope.weight, { words: [words], steps, clause: fixed.clause });
}

function sharePicked({ facts, specs }: Scope, key: string): Outcome {
  const spec = specOf(specs, key);
  return outcomeOf(spec, readNumber(facts, spec), percentWords);
}

/** What is wrong with a share that does not lie in its level; null where it does. */
export function shareProblem(share: number, { name, from, to, toIncluded }: CriterionLevel): string | null {
  if (contains({ from, fromIncluded: true, to, toIncluded }, tidy(share))) return null;
  const words = toIncluded
    ? `${percentWords(from)}到${percentWords(to)}之间`
    : `${percentWords(from)}（含）到${percentWords(to)}（不含）之间`;
  return `档次“${name}”的比例应在${words}，现为${percentWords(share)}。`;
}
