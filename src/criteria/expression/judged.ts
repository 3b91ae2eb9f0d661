import { tidy } from "../../quantity/tidy";
import { shortNumber } from "../words";
import { readAnswer, readNumber, specOf } from "../readFact";
import type { Scope } from "./scope";
import { type Outcome, known, openOf, open } from "./outcome";
import type { Expression } from "./expression";
type Points = Extract<Expression, { op: "judged" }>;

export function judged(
  { questions, key, clauses }: Extract<Points, { op: "judged" }>,
  scope: Scope,
): Outcome {
  const { facts, specs, weight } = scope;
  const answers = questions.map((question) => {
    const spec = specOf(specs, question.key);
    return { ...question, spec, reading: readAnswer(facts, spec) };
  });
  const steps = answers.flatMap(({ reading }) => ("step" in reading ? [reading.step] : []));
  const noes = answers.filter(({ reading }) => reading.state === "given" && !reading.value);
  const asked = openOf(
    answers.flatMap(({ reading, spec }) =>
      reading.state === "blank"
        ? [open([spec.key])]
        : reading.state === "unusable"
          ? [open([spec.key], reading.problem)]
          : [],
    ),
  );
  const given = readNumber(facts, specOf(specs, key));
  if (asked === null && noes.length === 0) {
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
  if (noes.length > 0)
    return { state: "judgement", needs: [key], why: `${said}，${clauses.judged}：请评定得分，并写明理由。` };
  return asked ?? open([]);
}

export function join(lead: string, words: string): string {
  return lead === "" ? words : `${lead}，${words}`;
}
